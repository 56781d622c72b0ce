/** Why units stand where they stand, from the returns that the workbook keeps; and the slip that tells the unit so. */
import { explainUnit, explainWeek } from '../../../src/app/oversight/explain'
import { slipsZip, unitSlip, unitSlips } from '../../../src/app/oversight/slips'
import { exactSum } from '../../../src/domain/campaign/exact-sum'
import type { WorkbookSpec } from '../../../src/workbook/spec'
import { SHIPPED } from '../../support/shipped-campaigns'
import { format } from '../demo/made-up'
import { sayIn } from '../office-in-hand'
import { opened, realOffice, type RealOffice } from './real-office'

const { compression } = format
const textsOf = ({ sheets }: WorkbookSpec): string[] => sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))))

describe.each(SHIPPED)('a week of %s', (id) => {
  let real: RealOffice
  beforeAll(async () => void (real = await realOffice(id)), 120_000)

  it('explains every unit’s score to the last point, and every loss down to a cell', () => {
    const { state, ...open } = opened(real.office)
    const week = explainWeek({ ...open, state }, { week: 2, compression })
    const valid = state.entries.filter((entry) => entry.week === 2 && entry.kind === 'unit' && entry.outcome === 'valid')
    expect(valid.length).toBeGreaterThan(2)
    for (const entry of valid) {
      const { explanation, kept } = week.of(entry.unit) as NonNullable<ReturnType<typeof week.of>>
      expect(kept).toBe(true)
      const lines = [...explanation.indicators, ...explanation.adjustments].map(({ points }) => points)
      expect(exactSum([...lines, explanation.floor])).toBeCloseTo(entry.score as number, 9)
      for (const indicator of explanation.indicators) {
        expect(exactSum(indicator.measures.map(({ lost }) => lost))).toBeCloseTo(indicator.attainment === undefined ? 0 : indicator.lost, 1)
        for (const { rows } of indicator.measures) for (const row of rows) expect(row).toMatchObject({ sheet: expect.any(String), row: expect.any(Number), column: expect.any(Number) })
      }
    }
    expect(valid.some(({ unit }) => week.of(unit)?.explanation.indicators.some(({ measures }) => measures.some(({ rows }) => rows.length > 0)))).toBe(true)
  })

  it('says of a unit that is not in the ledger, and of a week that is not, that it is not', () => {
    expect(() => explainUnit(opened(real.office), { unit: 'nobody', compression })).toThrow('office/no-such-unit')
    expect(() => explainWeek(opened(real.office), { week: 4, compression })).toThrow('office/nothing-ranked')
  })

  it.each(['zh', 'en'] as const)('gives every unit a slip (%s) with its own members and nobody else’s', (language) => {
    const open = { ...opened(real.office), language, say: sayIn(language) }
    const slips = [...unitSlips(open, { compression })]
    expect(slips.map(({ unit }) => unit)).toEqual(real.registry.units.map(({ id: unit }) => unit))
    const explained = explainWeek(open, { compression })
    const subjects = new Map(slips.map(({ unit }) => [unit, new Set(explained.of(unit)?.explanation.indicators.flatMap(({ measures }) => measures.flatMap(({ rows }) => rows.map(({ subject }) => subject))))]))
    for (const { unit, spec } of slips) {
      const texts = textsOf(spec)
      expect(texts.join('\n')).not.toMatch(/undefined|NaN|\{\w+\}/)
      const others = [...subjects].filter(([other]) => other !== unit).flatMap(([, names]) => [...names]).filter((name) => name.length > 1 && !subjects.get(unit)?.has(name) && !real.registry.units.some((one) => one.name === name))
      const own = JSON.stringify([explained.of(unit)?.findings, texts.slice(0, 3)])
      expect(others.filter((name) => texts.includes(name) && !own.includes(name))).toEqual([])
      expect(format.read(format.write(spec)).sheets).toHaveLength(1)
    }
  })

  it('puts all slips into one zip, a folder for each system', () => {
    const slips = [...unitSlips(opened(real.office), { compression })]
    const zip = slipsZip(slips, format, compression)
    expect(Buffer.from(zip.slice(0, 2)).toString()).toBe('PK')
    expect(Buffer.compare(Buffer.from(zip), Buffer.from(slipsZip([...unitSlips(opened(real.office), { compression })], format, compression)))).toBe(0)
    expect(new Set(slips.map(({ name }) => name)).size).toBe(slips.length)
  })

  it('tells a unit without a valid return that nothing is said of how it performed', () => {
    const open = opened(real.office)
    const first = open.state.entries.find(({ week, kind, outcome }) => week === 2 && kind === 'unit' && outcome === 'valid')
    const without = { ...open, state: { ...open.state, entries: open.state.entries.map((entry) => (entry === first ? { week: 2, kind: 'unit' as const, unit: entry.unit, system: entry.system, headcount: entry.headcount, outcome: 'missing' as const, rules: entry.rules, indicators: [], adjustments: [], shortfalls: [], reason: 'intake/missing' } : entry)) } }
    const texts = textsOf(unitSlip(without, { unit: first?.unit ?? '', compression }).spec)
    expect(texts).toContain(open.say('undetermined/no-valid-return'))
    expect(texts).not.toContain(open.say('slip/score'))
  })
})

it('says so when the return is not kept', async () => {
  const { office } = await realOffice('safety-month', { units: 3, weeks: 1 })
  const open = opened(office)
  const bare = { ...open, state: { ...open.state, returns: new Map() } }
  const unit = open.state.entries.find(({ outcome, kind }) => outcome === 'valid' && kind === 'unit')?.unit ?? ''
  expect(explainUnit(bare, { unit, compression }).kept).toBe(false)
  expect(textsOf(unitSlip(bare, { unit, compression }).spec)).toContain(open.say('slip/not-kept'))
}, 60_000)
