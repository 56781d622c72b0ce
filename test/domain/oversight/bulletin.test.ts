import fc from 'fast-check'
import { bulletin, bulletinPeriod } from '../../../src/domain/oversight/bulletin'
import { addTotals, totalsOf } from '../../../src/domain/oversight/bulletin-totals'
import { groupCompliance } from '../../../src/domain/oversight/compliance'
import type { MeasureResult, MeasureStatus } from '../../../src/domain/evaluation/evaluation'
import { madeReturn } from '../../support/made-return'
import { shipped, SHIPPED } from '../../support/shipped-campaigns'
import { sheets } from '../evaluation/sheet-return'
import { ledger } from '../ranking/ledger-table'
import { campaignOf } from '../../support/campaign-of'

const campaign = shipped('learning-mobilization')
const short = (measure: string): MeasureResult => ({ measure, of: 'member', subject: '陈某', value: 1, target: 2, gap: 1, attainment: 0.5, due: '2005-03-06', status: 'shortfall' })

it.each([
  // 15 days, that day included; a week counts when it ends within them. Weeks end on Sundays: 27 February, 6 March …
  ['2005-03-06', '2005-02-20', [1, 2]],
  ['2005-03-13', '2005-02-27', [1, 2, 3]],
  ['2005-03-14', '2005-02-28', [2, 3]],
  ['2005-02-26', '2005-02-12', []],
  ['2005-06-01', '2005-05-18', []],
])('the bulletin of %s looks back to %s: weeks %j', (to, from, weeks) => {
  expect(bulletinPeriod(campaign, to)).toEqual({ from, to, weeks })
})

it('follows the office\'s interval', () => {
  expect(bulletinPeriod(campaignOf(campaign.definition, { settings: { bulletinDays: 7 } }), '2005-03-13')).toEqual({ from: '2005-03-07', to: '2005-03-13', weeks: [3] })
})

const LEDGER = ledger(`
  | unit | system | w1 | w2 | w3 | w4 |
  | a    | S      | 60 | 70 | 80 | 10 |
  | b    | S      | 80 | 80 | 85 | 10 |
  | c    | S      | 90 | -  | 70 | 10 |
  | d    | T      | 50 | 50 | 50*| 10 |
  | e    | T      | 40 | 90 | x  | 10 |
  | f    | U      | 30 | 30 | 85 | 10 |`).map((entry) => (entry.week === 3 && (entry.unit === 'a' || entry.unit === 'd') ? { ...entry, shortfalls: [short('essays'), short('essays'), short('study-notes')] } : entry))
/** Weeks 2 and 3 end in the half month before 14 March. */
const half = bulletin(campaign, LEDGER, '2005-03-14', { late: new Map([[2, new Set(['a', 'c'])], [3, new Set(['f'])]]) })

it('the situation: returns, mean, systems', () => {
  expect(half).toMatchObject({ week: 3, units: 6, members: 60, mean: 74, meanChange: 15.67 })
  expect(half?.returns).toEqual([
    { week: 2, expected: 6, valid: 5, missing: 1, rejected: 0, late: 1 },
    { week: 3, expected: 6, valid: 5, missing: 0, rejected: 1, late: 1 },
  ])
  expect(half?.systems.map(({ system, rank, mean, first, last, undetermined }) => [system, rank, mean, first, last, undetermined?.reason])).toEqual([
    ['U', 1, 85, [], [], 'too-few'],
    ['S', 2, 78.33, ['b'], ['c'], undefined],
    ['T', 3, 50, [], [], 'too-few'],
  ])
})

it('names who was late in the period, with the weeks', () => {
  expect(half?.late).toEqual([{ unit: 'a', system: 'S', weeks: [2] }, { unit: 'f', system: 'U', weeks: [3] }])
  // c is late in week 2 as well, but nothing of it counts in that week; week 1 lies before the period.
  expect(bulletin(campaign, LEDGER, '2005-03-14', { late: new Map([[1, new Set(['b'])], [2, new Set(['b', 'c'])], [3, new Set(['b'])]]) })?.late).toEqual([{ unit: 'b', system: 'S', weeks: [2, 3] }])
  expect(bulletin(campaign, LEDGER, '2005-03-14')?.late).toEqual([])
})

it('the exemplary first, ties with the last of them as well; then who lags', () => {
  const said = (list: readonly { unit: string; score: number; improved?: number }[] = []) => list.map(({ unit, score, improved }) => `${unit} ${score}${improved === undefined ? '' : ` ${improved > 0 ? '+' : ''}${improved}`}`)
  expect(said(half?.exemplary.byScore)).toEqual(['b 85 +5', 'f 85 +55', 'a 80 +20'])
  // d is scored by other rules than before: neither better nor worse.
  expect(said(half?.exemplary.byImprovement)).toEqual(['f 85 +55', 'a 80 +20', 'b 85 +5'])
  expect(half?.lagging.map(({ unit, last, short: count, measures, undetermined }) => [unit, last, count, measures, undetermined?.reason])).toEqual([
    ['c', true, 0, [], undefined],
    ['d', false, 3, ['essays', 'study-notes'], 'too-few'],
    ['a', false, 3, ['essays', 'study-notes'], undefined],
  ])
  expect(half?.withoutReturn).toEqual([{ unit: 'e', system: 'T', outcome: 'rejected' }])
  const one = bulletin(campaignOf({ ...campaign.definition, bulletin: { clauses: [], days: 15, exemplary: 1, totals: {} } }), LEDGER, '2005-03-14')
  expect(said(one?.exemplary.byScore)).toEqual(['b 85 +5', 'f 85 +55'])
})

it('without a week of the half month there is nothing to say', () => {
  expect(bulletin(campaign, LEDGER, '2005-02-26')).toBeUndefined()
})

it('totals of rural service: postings that have begun, money unrounded', () => {
  const rural = sheets(campaign, {
    members: '| name | category |\n| 陈某 | in-post |\n| 李某 | in-post |',
    rural: `| member | batch | from | households | money | projects | area | disputes |
      | 陈某 | second | 2005-02-22 | 3 | 100.25 | 1 | 2.5 | |
      | 李某 | second | 2005-02-23 | 4 | 200.5 | | 1.25 | 2 |
      | 李某 | third | 2005-03-12 | 9 | 900 | 9 | 9 | 9 |`,
  })
  const totals = totalsOf(campaign, rural, '2005-03-06')
  expect(Object.fromEntries(totals)).toEqual({ posted: 2, households: 7, money: 300.75, projects: 1, area: 3.75, disputes: 2 })
  const tenths = new Map(Array.from({ length: 10 }, (_, i) => [`u${i}`, new Map([['money', 0.1]])]))
  expect(addTotals(campaign, tenths).find(({ total }) => total === 'money')).toEqual({ total: 'money', value: 1, units: 10, without: [] })
  expect(addTotals(campaign, tenths).find(({ total }) => total === 'area')).toMatchObject({ value: 0, units: 0, without: [...tenths.keys()] })
})

it.each(SHIPPED)('totals of %s are the same in whatever order units come, and each unit adds its own', (id) => {
  const of = shipped(id)
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 }), (seeds) => {
      const units = seeds.map((seed, i): [string, ReturnType<typeof totalsOf>] => [`u${i}`, totalsOf(of, madeReturn(of, seed), of.calendar.end)])
      const sums = addTotals(of, new Map(units))
      expect(addTotals(of, new Map([...units].reverse()))).toEqual(sums)
      expect(sums.map(({ total }) => total)).toEqual(Object.keys(of.definition.bulletin?.totals ?? {}))
      for (const { total, value, units: count } of sums) {
        expect(count).toBe(seeds.length)
        expect(value).toBeCloseTo(units.reduce((all, [, totals]) => all + (totals.get(total) ?? 0), 0), 6)
      }
    }),
    { numRuns: 15 },
  )
})

it('what groups do of what is asked of them', () => {
  const result = (measure: string, status: MeasureStatus): MeasureResult => ({ ...short(measure), status })
  const found = groupCompliance(campaign, new Map([
    ['g2', [result('weekly-visits', 'shortfall'), result('weekly-visits', 'met'), result('diaries', 'met')]],
    ['g1', [result('weekly-visits', 'met'), result('weekly-visits', 'in-progress'), result('assessment-passed', 'not-started')]],
  ]))
  expect(found.filter(({ subjects }) => subjects > 0)).toEqual([
    { measure: 'weekly-visits', subjects: 4, met: 2, share: 0.5, short: ['g2'] },
    { measure: 'diaries', subjects: 1, met: 1, share: 1, short: [] },
  ])
  expect(found.find(({ measure }) => measure === 'assessment-passed')).toEqual({ measure: 'assessment-passed', subjects: 0, met: 0, short: [] })
  expect(found.every(({ measure }) => campaign.measures.find(({ id }) => id === measure)?.in === 'group')).toBe(true)
})
