import { ExplainDesk, type ExplainedPlace } from '../../../../src/app/pane/office/explain'
import { HostTrouble } from '../../../../src/app/open-workbook'
import { weekOfReturnsSheet } from '../../../../src/domain/returns/identity'
import { consolidatedForFile } from './session'

const WEEK = 2
const office = consolidatedForFile()
const { ready } = office
const places = () => ready().shown.ranking?.systems.flatMap((system) => system.places) ?? []

async function explained(unit: string): Promise<ExplainedPlace> {
  const explain = new ExplainDesk(office.session, office.desk.base)
  await explain.explain(ready().office, WEEK, unit)
  const { view, trouble } = explain.store.state
  if (!view) throw new Error(JSON.stringify(trouble))
  return view
}

describe('a place explained in the pane', () => {
  it('adds up to the score, line by line', async () => {
    for (const { unit, score, submitted } of places()) {
      if (!submitted) continue
      const { indicators, adjustments, explanation } = await explained(unit)
      const sum = [...indicators, ...adjustments].reduce((total, { points }) => total + points, explanation.floor)
      expect(sum).toBeCloseTo(score as number, 6)
    }
  })

  it('puts what cost most first, what does not count last, and gives rows their cell', async () => {
    const { unit } = places().findLast(({ submitted }) => submitted) as { unit: string }
    const { indicators, kept } = await explained(unit)
    expect(kept).toBe(true)
    const counted = indicators.filter(({ attainment }) => attainment !== undefined)
    expect(indicators.slice(0, counted.length)).toEqual(counted)
    expect(counted.map(({ lost }) => lost)).toEqual(counted.map(({ lost }) => lost).toSorted((a, b) => b - a))
    const rows = indicators.flatMap(({ measures }) => measures.flatMap((measure) => measure.rows))
    expect(rows.length).toBeGreaterThan(0)
    for (const { place, sheet, row } of rows) if (sheet !== undefined && row !== undefined) expect(place).toMatch(new RegExp(`^${sheet}![A-Z]+${row}$`))
  })

  it('says how far it is to the place above, and who holds it', async () => {
    const second = places().find(({ rank, submitted }) => submitted && rank === 2) as { unit: string; score: number }
    const { explanation, above } = await explained(second.unit)
    const first = places().filter(({ rank, system }) => rank === 1 && system === explanation.system)
    expect(above).toEqual(first.map(({ name }) => name))
    expect(explanation.next?.gap).toBeCloseTo((first[0]?.score as number) - second.score, 6)
  })

  it('reads the returns of that week alone, and once for all of its units', async () => {
    const explain = new ExplainDesk(office.session, office.desk.base)
    const [a, b] = places().filter(({ submitted }) => submitted)
    const read: number[] = []
    jest.spyOn(office.session.workbook, 'snapshot').mockImplementationOnce(async ({ leaveOut = () => false } = {}) => {
      read.push(...office.session.workbook.book.sheets.flatMap(({ name }) => (leaveOut(name) ? [] : (weekOfReturnsSheet(name) ?? []))))
      return office.session.workbook.book
    })
    await explain.explain(ready().office, WEEK, a?.unit as string)
    await explain.explain(ready().office, WEEK, b?.unit as string)
    expect(read).toEqual([WEEK])
    expect(explain.store.state).toMatchObject({ unit: b?.unit, isReading: false, view: { name: b?.name } })
  })

  it('says what is wrong, where it was asked for', async () => {
    const explain = new ExplainDesk(office.session, office.desk.base)
    office.session.workbook.trouble = new HostTrouble('host/editing')
    await explain.explain(ready().office, WEEK, 'U001')
    expect(explain.store.state).toMatchObject({ unit: 'U001', isReading: false, trouble: { code: 'host/editing' } })
    await explain.explain(ready().office, WEEK, 'nobody')
    expect(explain.store.state).toMatchObject({ trouble: { code: 'office/no-such-unit' } })
    explain.close()
    expect(explain.store.state).toEqual({ isReading: false })
  })
})
