import { unzipSync } from 'fflate'
import { OfficeDesk } from '../../../../src/app/pane/office/desk'
import { rankingInPane } from '../../../../src/app/pane/office/ranking'
import { RehearseDesk } from '../../../../src/app/pane/office/rehearse'
import { saveReminders } from '../../../../src/app/pane/office/reminder-files'
import { hasUnsettled } from '../../../../src/app/pane/office/shown'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import { serialOf } from '../../../../src/domain/returns/serial'
import { locateTables } from '../../../../src/reports/office/locate-tables'
import type { Workbook } from '../../../../src/workbook/model'
import { consolidatedOffice, portsOver, sampleOffice, sessionOver, type SampleOffice } from './session'

const WEEK = 2
let sample: SampleOffice
let consolidated: Workbook

beforeAll(async () => {
  sample = await sampleOffice()
  consolidated = (await consolidatedOffice()).session.workbook.book
}, 120_000)

async function opened() {
  const session = sessionOver(consolidated)
  const desk = new OfficeDesk(portsOver(session))
  await desk.open()
  const ready = () => desk.store.state as DeskReady
  /** Types into a row of one of the office's tables. */
  const type = (table: string, row: number, values: Readonly<Record<string, string | number>>) => {
    const at = locateTables(session.workbook.book).tables.get(table)
    for (const [column, value] of Object.entries(values)) session.workbook.edit(at?.sheet.name as string, { row, column: at?.columns.get(column) as number, value })
  }
  return { session, desk, ready, type }
}

describe('a setting that people change in the sheet', () => {
  it('is told as not yet in effect, takes effect with a button, and can be undone', async () => {
    const { session, desk, ready, type } = await opened()
    expect(hasUnsettled(ready().office)).toBe(false)
    const rehearse = new RehearseDesk(session, desk.base)
    rehearse.open(ready().office, WEEK)
    const weight = rehearse.store.state.lines.find(({ kind }) => kind === 'weight')
    await rehearse.reveal(weight?.key as string)
    type('settings', session.workbook.revealed.at(-1)?.row as number, { value: 60, from: WEEK, by: '周敏' })
    await desk.refresh()
    expect(hasUnsettled(ready().office)).toBe(true)

    rehearse.open(ready().office, WEEK)
    expect(rehearse.store.state.lines.find(({ key }) => key === weight?.key)?.value).toBe(60)
    const before = ready().office.state.entries
    await desk.recompute()
    expect(ready().done).toMatchObject({ kind: 'recomputed' })
    expect(hasUnsettled(ready().office)).toBe(false)
    const scores = (entries: typeof before, week: number) => entries.filter((entry) => entry.week === week).map(({ score }) => score)
    expect(scores(ready().office.state.entries, WEEK)).not.toEqual(scores(before, WEEK))
    expect(scores(ready().office.state.entries, 1)).toEqual(scores(before, 1))
    await desk.undo()
    expect(scores(ready().office.state.entries, WEEK)).toEqual(scores(before, WEEK))
  }, 60_000)
})

describe('a waiver', () => {
  it('shows in the ranking, which can be had without it', async () => {
    const { desk, ready, type } = await opened()
    const { state, campaign } = ready().office
    const measures = campaign.definition.measures
    const short = state.entries.flatMap((entry) => (entry.week === WEEK && entry.kind === 'unit' && entry.outcome === 'valid' ? entry.shortfalls.map(({ measure }) => ({ unit: entry.unit, clause: measures[measure]?.clauses[0] as string })) : []))[0]
    const unit = state.registry.units.find(({ id }) => id === short?.unit)
    type('waivers', locateTables(consolidated).tables.get('waivers')?.firstRow as number, { unit: unit?.name as string, clause: short?.clause as string, reason: '防汛', approver: '王主任', until: serialOf('2005-12-31') })
    await desk.refresh()
    await desk.recompute()
    const place = (ranking: DeskReady['shown']['ranking']) => ranking?.systems.flatMap(({ places }) => places).find((one) => one.unit === unit?.id)
    const shown = ready().shown.ranking
    expect(shown?.hasWaivers).toBe(true)
    expect(place(shown)?.waivers).toMatchObject([{ reason: '防汛', approver: '王主任' }])
    const bare = rankingInPane(ready().office, WEEK, { waivers: false })
    expect(place(bare)?.score).toBe(place(shown)?.without?.score)
    expect(place(bare)?.score).not.toBe(place(shown)?.score)
    expect(place(bare)?.score).toBe(state.entries.find((entry) => entry.week === WEEK && entry.unit === unit?.id)?.score)
  }, 60_000)
})

describe('reminders as files', () => {
  it('come in one zip, a text for each group', async () => {
    const session = sessionOver(sample.book)
    const desk = new OfficeDesk(portsOver(session))
    await desk.open()
    await desk.chooseWeek(1)
    await desk.consolidate()
    const { office } = desk.store.state as DeskReady
    const count = await saveReminders(session, office, { week: 1, today: '2005-03-06' })
    const files = unzipSync(session.saved[0]?.bytes as Uint8Array)
    expect(Object.keys(files).length).toBe(count)
    const all = Object.values(files).map((bytes) => new TextDecoder().decode(bytes)).join()
    for (const { name } of office.state.registry.units) expect(all).toContain(name)
  }, 60_000)

  it('save nothing when nobody is to be reminded', async () => {
    const session = sessionOver(sample.book)
    const desk = new OfficeDesk(portsOver(session))
    await desk.open()
    expect(await saveReminders(session, (desk.store.state as DeskReady).office, { week: 1, today: '2005-03-06' })).toBe(0)
    expect(session.saved).toEqual([])
  })
})
