import { RehearseDesk, textOf } from '../../../../src/app/pane/office/rehearse'
import type { RehearsedWeek } from '../../../../src/app/pane/office/rehearsed'
import { HostTrouble } from '../../../../src/app/open-workbook'
import { consolidatedForFile } from './session'

const WEEK = 2
const office = consolidatedForFile()
const { ready } = office

function opened(): RehearseDesk {
  const rehearse = new RehearseDesk(office.session, office.desk.base)
  rehearse.open(ready().office, WEEK)
  return rehearse
}

/** The weight of an indicator that every unit does not attain alike. */
function telling(): string {
  const entries = ready().office.state.entries.filter((entry) => entry.week === WEEK && entry.outcome === 'valid' && entry.kind === 'unit')
  const found = office.desk.base.indicators.find(({ id }) => new Set(entries.map(({ indicators }) => indicators.find((one) => one.indicator === id)?.attainment)).size > 1)
  return `weight|${found?.id}`
}

async function rehearsed(rehearse: RehearseDesk): Promise<RehearsedWeek> {
  await rehearse.rehearse(WEEK)
  const { outcome, trouble } = rehearse.store.state
  if (!outcome) throw new Error(JSON.stringify(trouble))
  return outcome
}

describe('a rehearsal in the pane', () => {
  it('lists every setting and weight with what holds, its clause and whose it is', () => {
    const { lines } = opened().store.state
    const { settings, indicators } = office.desk.base.definition
    expect(lines.map(({ kind, id }) => `${kind} ${id}`)).toEqual([...Object.keys(settings).map((id) => `setting ${id}`), ...Object.keys(indicators).map((id) => `weight ${id}`)])
    const [first] = Object.keys(settings)
    expect(lines[0]).toMatchObject({ value: settings[first as string]?.value, clauses: [settings[first as string]?.clause], ours: settings[first as string]?.ours ?? false })
  })

  it('changes scores with a weight, no row, and writes nothing', async () => {
    const rehearse = opened()
    const before = office.session.workbook.patches.length
    rehearse.try(telling(), '60')
    const { moves, rows } = await rehearsed(rehearse)
    expect(rows).toBe(0)
    expect(moves.length).toBeGreaterThan(0)
    for (const { unit, scoreBefore } of moves) expect(scoreBefore).toBe(ready().office.state.entries.find((entry) => entry.week === WEEK && entry.unit === unit)?.score)
    expect(moves.some(({ scoreAfter, scoreBefore }) => scoreAfter !== scoreBefore)).toBe(true)
    expect(office.session.workbook.patches.length).toBe(before)
  })

  it('counts the rows that another standard would judge otherwise', async () => {
    const rehearse = opened()
    const hours = rehearse.store.state.lines.find(({ kind, value, min = 0 }) => kind === 'setting' && typeof value === 'number' && value > 10 && min < value)
    rehearse.try(hours?.key as string, String(Math.max(hours?.min ?? 0, 1)))
    const { rows, units, week } = await rehearsed(rehearse)
    expect(week).toBe(WEEK)
    expect(rows).toBeGreaterThan(0)
    expect(units).toBeGreaterThan(0)
  })

  it.each(['-1', 'x', '1,5'])('takes no weight of %s', async (text) => {
    const rehearse = opened()
    rehearse.try(telling(), text)
    expect([...rehearse.store.state.unusable]).toEqual([telling()])
    await rehearse.rehearse(WEEK)
    expect(rehearse.store.state.outcome).toBeUndefined()
  })

  it('tries nothing that is as it was', () => {
    const rehearse = opened()
    const line = rehearse.store.state.lines.find(({ key }) => key === telling())
    rehearse.try(telling(), '60')
    rehearse.try(telling(), textOf(line ?? { value: '' }))
    expect(rehearse.store.state.tried.size).toBe(0)
  })

  it('writes percentages as people do', () => {
    expect(textOf({ value: 0.9, unit: 'percent' })).toBe('90')
    expect(textOf({ value: 0.333, unit: 'percent' })).toBe('33.3')
    expect(textOf({ value: 40 })).toBe('40')
  })

  it('leads to the cell in which it is put into force', async () => {
    const rehearse = opened()
    await rehearse.reveal(telling())
    const at = office.session.workbook.revealed.at(-1)
    const sheet = office.session.workbook.book.sheets.find(({ name }) => name === at?.sheet)
    const line = rehearse.store.state.lines.find(({ key }) => key === telling())
    expect(at?.sheet).toBe('设置')
    expect(sheet?.rows.find(({ row }) => row === at?.row)?.cells.find(({ column }) => column === at?.column)?.value).toBe(line?.value)
  })

  it('says what is wrong', async () => {
    const rehearse = opened()
    rehearse.try(telling(), '60')
    office.session.workbook.trouble = new HostTrouble('host/editing')
    await rehearse.rehearse(WEEK)
    expect(rehearse.store.state).toMatchObject({ isWorking: false, trouble: { code: 'host/editing' } })
  })
})
