/** What groups say of units, as part of the units' scores: from the ledger alone. */
import { randomFrom } from '../../../src/domain/random'
import { fed, fedUnits } from '../../../src/domain/supervision/feed'
import { weigh } from '../../../src/domain/evaluation/weigh'
import type { MeasureResult, MeasureStatus } from '../../../src/domain/evaluation/evaluation'
import type { CompiledIndicator } from '../../../src/domain/campaign/campaign'
import type { Definition } from '../../../src/domain/campaign/schema'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'

const title = { zh: '督导评估', en: 'Assessment' }
const FEEDING: CompiledIndicator = { id: 'assessed', in: 'unit', weight: 20, definition: { title, weight: 20, measures: ['points'], feeds: 'unit' } }
const CAMPAIGN = { indicators: [FEEDING], definition: { ranking: { digits: 2 }, measures: { points: { clauses: ['G4'] } } } as unknown as Definition }
const inForce = () => CAMPAIGN

const result = (attainment: number, status: MeasureStatus = 'in-progress'): MeasureResult => ({ measure: 'points', of: 'supervised', subject: '', value: 100 * attainment, target: 100, gap: 0, attainment, due: '2005-04-03', status })
const unit = (id: string, attainment: number, more: Partial<LedgerEntry> = {}): LedgerEntry => {
  const { total, indicators, adjustments } = weigh([{ indicator: 'own', weight: 80, attainment }, { indicator: 'assessed', weight: 20 }], [{ adjustment: 'bonus', value: 1, points: 1 }], 2)
  return { week: 6, kind: 'unit', unit: id, system: '教育', headcount: 10, outcome: 'valid', score: total, rules: 'r', indicators, adjustments, shortfalls: [], ...more }
}
const group = (id: string, says: Readonly<Record<string, readonly MeasureResult[]>>, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  week: 6, kind: 'group', unit: id, system: '', headcount: 0, outcome: 'valid', score: 0, rules: 'r', indicators: [], adjustments: [], shortfalls: [],
  supervision: { duties: [], units: Object.entries(says).map(([named, results]) => ({ label: named, ...(named !== '?' && { unit: named }), days: {}, facts: {}, results })) },
  ...more,
})
const nobody = () => undefined
const scores = (entries: readonly LedgerEntry[], groupOf: (unit: string) => string | undefined = nobody) => Object.fromEntries(fed(entries, inForce, { groupOf }).filter(({ kind }) => kind === 'unit').map((entry) => [entry.unit, entry.score]))

it.each([
  ['assessed at 90 %', [group('g1', { u1: [result(0.9)] })], 99],
  ['assessed at 0', [group('g1', { u1: [result(0)] })], 81],
  ['no group', [], 101],
  ['the group sent nothing', [group('g1', { u1: [result(0.5)] }, { outcome: 'missing' })], 101],
  ['the group’s return was rejected', [group('g1', { u1: [result(0.5)] }, { outcome: 'rejected' })], 101],
  ['said in another week', [group('g1', { u1: [result(0.5)] }, { week: 5 })], 101],
  ['not started', [group('g1', { u1: [result(0.5, 'not-started')] })], 101],
  ['could not be worked out', [group('g1', { u1: [result(0, 'undetermined')] })], 101],
  ['the group has not assessed it yet', [group('g1', { u1: [] })], 101],
  ['the row names another', [group('g1', { u2: [result(0.5)] })], 101],
  ['nobody knows whom the row names', [group('g1', { '?': [result(0.5)] })], 101],
])('a unit with 100 %% of its own: %s', (_, groups, score) => expect(scores([unit('u1', 1), ...groups])).toEqual({ u1: score }))

it('two groups that speak for a unit: the one the registry names; else neither', () => {
  const entries = [unit('u1', 1), group('g1', { u1: [result(0)] }), group('g2', { u1: [result(0.5)] })]
  expect([scores(entries), scores(entries, () => 'g2'), scores(entries, () => 'g3')]).toEqual([{ u1: 101 }, { u1: 91 }, { u1: 101 }])
  expect(fedUnits(entries, 6, () => 'g1').get('u1')?.group).toBe('g1')
})

it('points and weights stay as anybody would add them up; nothing else of the entry changes', () => {
  const before = unit('u1', 0.8)
  const [after] = fed([before, group('g1', { u1: [result(0.5)] })], inForce, { groupOf: nobody }) as [LedgerEntry]
  expect(after).toEqual({ ...before, score: 75, indicators: [{ indicator: 'own', weight: 80, attainment: 0.8, points: 64 }, { indicator: 'assessed', weight: 20, attainment: 0.5, points: 10 }] })
})

it('with waivers and without: both', () => {
  const own = unit('u1', 0.5)
  const [after] = fed([unit('u1', 1, { unwaived: { score: own.score as number, indicators: own.indicators, adjustments: own.adjustments, shortfalls: [] } }), group('g1', { u1: [result(0.5)] })], inForce, { groupOf: nobody }) as [LedgerEntry]
  expect([after.score, after.unwaived?.score]).toEqual([91, 51])
})

describe('an assessment that is waived', () => {
  const waived = (week: number, id: string) => (week === 6 && id === 'u1' ? [{ clause: 'G4' }] : [])
  const entries = [unit('u1', 0.8), unit('u2', 0.8), group('g1', { u1: [result(0.5)], u2: [result(0.5)] })]
  const relieved = fed(entries, inForce, { groupOf: nobody, waived })

  it('counts neither for nor against; what it would be is said beside', () => {
    expect(relieved.slice(0, 2).map(({ score, unwaived }) => [score, unwaived?.score])).toEqual([[81, 75], [75, undefined]])
    expect(relieved[0]?.indicators.find(({ indicator }) => indicator === 'assessed')).toEqual({ indicator: 'assessed', weight: 20, points: 0 })
  })

  it('again: the same; a member’s waiver and another clause’s waive nothing', () => {
    expect(fed(relieved, inForce, { groupOf: nobody, waived })).toBe(relieved)
    expect(fed(entries, inForce, { groupOf: nobody, waived: () => [{ clause: 'G4', member: '王芳' }, { clause: 'S2' }] })).toEqual(fed(entries, inForce, { groupOf: nobody }))
  })
})

it('a unit without a valid return, and one scored without the indicator, are left as they are', () => {
  const entries = [unit('u1', 1, { outcome: 'missing' }), unit('u2', 1, { indicators: [{ indicator: 'own', weight: 100, attainment: 1, points: 100 }] }), group('g1', { u1: [result(0)], u2: [result(0)] })]
  expect(fed(entries, inForce, { groupOf: nobody })).toBe(entries)
})

it.each([1, 2, 3, 4, 5])('again, in another order, after any other state: the same (seed %i)', (seed) => {
  const random = randomFrom(seed)
  const units = Array.from({ length: 12 }, (_, i) => unit(`u${i}`, random.next()))
  const groupsSaying = () => Array.from({ length: 4 }, (_, g) => group(`g${g}`, Object.fromEntries(units.slice(3 * g, 3 * g + 3).filter(() => random.chance(0.8)).map((one) => [one.unit, random.chance(0.8) ? [result(random.next())] : []])), random.chance(0.2) ? { outcome: 'missing' } : {}))
  const [earlier, now] = [groupsSaying(), groupsSaying()]
  const whole = fed([...units, ...now], inForce, { groupOf: nobody })
  expect(fed(whole, inForce, { groupOf: nobody })).toBe(whole)
  const after = fed([...fed([...units, ...earlier], inForce, { groupOf: nobody }).filter(({ kind }) => kind === 'unit'), ...now], inForce, { groupOf: nobody })
  expect(after).toEqual(whole)
  const byUnit = (entries: readonly LedgerEntry[]) => [...entries].sort((a, b) => (a.unit < b.unit ? -1 : 1))
  expect(byUnit(fed(random.sample([...units, ...now], units.length + now.length), inForce, { groupOf: nobody }))).toEqual(byUnit(whole))
  expect(new Set(whole.map(({ score }) => score)).size).toBeGreaterThan(6)
})
