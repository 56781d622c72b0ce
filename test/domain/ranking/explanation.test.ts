import fc from 'fast-check'
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import type { MeasureResult } from '../../../src/domain/evaluation/evaluation'
import { toSteps } from '../../../src/domain/ranking/apportion'
import { explainMeasures, notCounted } from '../../../src/domain/ranking/explained-measures'
import { explainer, type Explanation } from '../../../src/domain/ranking/explanation'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { madeReturn } from '../../support/made-return'
import { shipped, SHIPPED } from '../../support/shipped-campaigns'

const campaign = shipped('safety-month')

/** `measure subject value/target status [attainment]` a line. */
const results = (lines: string): MeasureResult[] =>
  lines.trim().split('\n').map((line, i): MeasureResult => {
    const [measure = '', subject = '', amount = '', status = 'met', attainment] = line.trim().split(/\s+/)
    const [value = 0, target = 0] = amount.split('/').map(Number)
    return { measure, of: 'unit', subject, value, target, gap: Math.max(target - value, 0), attainment: attainment === undefined ? Math.min(value / target, 1) : Number(attainment), due: '2026-06-14', status: status as MeasureResult['status'], sheet: 'Training', row: i + 4, column: 3 }
  })

const rowsOf = (measures: ReturnType<typeof explainMeasures>) => measures.map(({ measure, lost, rows }) => `${measure} -${lost.toFixed(2)}: ${rows.map((row) => `${row.subject}@${row.row} -${row.lost.toFixed(2)}`).join(', ')}`)

describe('from an indicator to its rows', () => {
  const two = { title: { zh: '培训', en: 'Training' }, weight: 30, measures: ['hours', 'modules'] }
  const evidence = results(`
    hours   Ann 8/8 met
    hours   Bob 4/8 shortfall
    hours   Cy  6/8 in-progress
    modules Ann 4/4 met
    modules Bob 0/4 shortfall`)

  it('shares what is lost out over measures, and within a measure over subjects', () => {
    expect(rowsOf(explainMeasures(two, 30, { measures: evidence }))).toEqual(['hours -3.75: Bob@5 -2.50, Cy@6 -1.25', 'modules -7.50: Bob@8 -7.50'])
  })

  it('by share: whoever does not meet the target costs a whole share', () => {
    expect(rowsOf(explainMeasures({ ...two, by: 'share' }, 30, { measures: evidence }))).toEqual(['hours -10.00: Bob@5 -5.00, Cy@6 -5.00', 'modules -7.50: Bob@8 -7.50'])
  })

  it('by worst: everything is lost through the one at the bottom', () => {
    expect(rowsOf(explainMeasures({ ...two, by: 'worst' }, 30, { measures: evidence }))).toEqual(['hours -0.00: Bob@5 -0.00, Cy@6 -0.00', 'modules -30.00: Bob@8 -30.00'])
  })

  it('counts who is met, lacking, waived, not started and not on the roster', () => {
    const [hours] = explainMeasures({ ...two, measures: ['hours'] }, 20, {
      measures: results('hours Ann 8/8 met\nhours Bob 4/8 shortfall\nhours Cy 0/8 not-started\nhours Di 0/0 undetermined 0\nhours Ed 1/8 waived'),
      unlisted: { hours: { count: 2, attainment: 0, met: false } },
    })
    expect(hours).toMatchObject({ subjects: 5, met: 1, lacking: 1, notStarted: 1, undetermined: 1, waived: 1, unlisted: 2 })
    expect(hours?.rows.map(({ subject, status }) => `${subject} ${status}`).sort()).toEqual(['Bob shortfall', 'Di undetermined', 'Ed waived'])
  })

  it('a definition says why an indicator does not count', () => {
    const training = campaign.definition.indicators.training as typeof two
    const lines = (text: string) => notCounted(campaign, training, { measures: text === '' ? [] : results(text) })
    expect(lines('')).toEqual(['nothing-applies'])
    expect(lines('training-hours Ann 0/8 not-started\nmodules-passed Ann 0/4 not-started')).toEqual(['not-started'])
    expect(lines('training-hours Ann 0/8 waived\nmodules-passed Ann 0/4 undetermined')).toEqual(['waived', 'undetermined'])
    const feeding = shipped('learning-mobilization')
    expect(notCounted(feeding, { ...training, measures: ['assessment-passed'] }, { measures: [] })).toEqual(['no-group-return'])
  })
})

const entryOf = (id: string, ret: ReturnType<typeof madeReturn>, asOf: string, week: number, of = campaign): { entry: LedgerEntry; evidence: ReturnType<typeof evaluate> } => {
  const evidence = evaluate(of, ret, asOf)
  const { total, indicators, adjustments } = evidence.score
  return { entry: { week, kind: 'unit', unit: id, system: 'S', headcount: ret.subject.headcount, outcome: 'valid', score: total, rules: 'v1', indicators, adjustments, shortfalls: [] }, evidence }
}

const sum = (numbers: readonly number[], digits: number) => numbers.reduce((all, one) => all + toSteps(one, digits), 0)

describe.each(SHIPPED)('explanations of %s', (id) => {
  const of = shipped(id)
  const { digits } = of.definition.ranking
  const seeds = fc.array(fc.nat(1_000_000), { minLength: 3, maxLength: 6 })
  const asOf = (week: number) => of.calendar.weekEnd(week)

  it('add up: points to the score, changes to its change, rows to measures, measures to indicators', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: of.calendar.weeks }), (made, week) => {
        const judged = made.map((seed, i) => [entryOf(`u${i}`, madeReturn(of, seed), asOf(week), week, of), entryOf(`u${i}`, madeReturn(of, seed + 1), asOf(week - 1), week - 1, of)] as const)
        const explain = explainer({ campaign: of, entries: judged.flat().map(({ entry }) => entry), week, seed: 1 })
        for (const [{ entry, evidence }] of judged) {
          const found = explain(entry.unit, evidence) as Explanation
          const steps = sum([...found.indicators.map(({ points }) => points), ...found.adjustments.map(({ points }) => points), found.floor], digits)
          expect(steps).toBe(toSteps(found.score as number, digits))
          expect(sum((found.change?.lines ?? []).map(({ by }) => by), digits)).toBe(toSteps(found.change?.by as number, digits))
          for (const [i, { points, lost, measures, attainment, because }] of found.indicators.entries()) {
            // On the grid, each is off its own value by less than one step.
            expect(Math.abs(points - (entry.indicators[i]?.points ?? 0))).toBeLessThan(10 ** -digits)
            expect(Math.abs(measures.reduce((all, one) => all + one.lost, 0) - lost)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9)
            for (const one of measures) expect(one.rows.reduce((all, row) => all + row.lost, one.lostUnlisted)).toBeCloseTo(one.lost, 9)
            expect(because.length > 0).toBe(attainment === undefined)
          }
        }
      }),
      { numRuns: 5 },
    )
  })

  it('reach the place above by putting right what they say', () => {
    fc.assert(
      fc.property(seeds, (made) => {
        const week = of.calendar.weeks
        const judged = made.map((seed, i) => entryOf(`u${i}`, madeReturn(of, seed), asOf(week), week, of))
        const explain = explainer({ campaign: of, entries: judged.map(({ entry }) => entry), week, seed: 1 })
        for (const { entry, evidence } of judged) {
          const { next, standing } = explain(entry.unit, evidence) as Explanation
          expect(next === undefined).toBe(standing.rank === 1)
          if (!next) continue
          expect(next.rank).toBeLessThan(standing.rank)
          expect(next.gap).toBeGreaterThan(0)
          const lost = next.steps.map((step) => step.lost)
          expect(lost).toEqual([...lost].sort((a, b) => b - a))
          expect(next.steps.slice(0, -1).every(({ score }) => score < next.score)).toBe(true)
          expect(next.enough).toBe((next.steps.at(-1)?.score ?? 0) >= next.score)
        }
      }),
      { numRuns: 4 },
    )
  })
})

it('a unit without a valid return has a place and nothing to explain; one that is not in the ledger has none', () => {
  const missing: LedgerEntry = { week: 1, kind: 'unit', unit: 'a', system: 'S', headcount: 3, outcome: 'missing', rules: 'v1', indicators: [], adjustments: [], shortfalls: [] }
  const explain = explainer({ campaign, entries: [missing], week: 1, seed: 1 })
  const found = explain('a', { measures: [] }) as Explanation
  expect([found.standing.rank, found.score, found.next, found.change, found.indicators]).toEqual([1, undefined, undefined, undefined, []])
  expect(explain('b', { measures: [] })).toBeUndefined()
})
