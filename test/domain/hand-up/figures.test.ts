/** Figures of a ledger that looks like this; the rest of them over ten cities in test/app/hand-up. */
import { figureRows } from '../../../src/domain/hand-up/figure-rows'
import { figuresOf, isKnown, type FigureSource } from '../../../src/domain/hand-up/figures'
import { figureNamed, figureNames } from '../../../src/domain/hand-up/vocabulary'
import { rankingRules } from '../../../src/domain/ranking/history'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { serialOf } from '../../../src/domain/returns/serial'
import { shipped } from '../../support/shipped-campaigns'

const campaign = shipped('learning-mobilization')

const entry = (week: number, unit: string, system: string, score: number | undefined, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  week, kind: 'unit', unit, system, headcount: 10, rules: 'r', indicators: [], adjustments: [], shortfalls: [],
  ...(score === undefined ? { outcome: 'missing' as const, reason: 'intake/missing' } : { outcome: 'valid' as const, score }), ...more,
})

//            week 1   week 2   week 3
//  north  a    90       80       99
//         b    70       60       99
//         c    80       –        99
//  south  d    50       40       99
const LEDGER = [
  entry(1, 'a', 'north', 90), entry(1, 'b', 'north', 70), entry(1, 'c', 'north', 80), entry(1, 'd', 'south', 50),
  entry(2, 'a', 'north', 80, { indicators: [{ indicator: 'hours', weight: 14, attainment: 0.9, points: 1 }] }), entry(2, 'b', 'north', 60, { indicators: [{ indicator: 'hours', weight: 14, points: 0 }] }), entry(2, 'c', 'north', undefined), entry(2, 'd', 'south', 40),
  entry(2, 'g1', '', 90, { kind: 'group', headcount: 0 }), entry(2, 'g2', '', undefined, { kind: 'group', headcount: 0 }),
  entry(3, 'a', 'north', 99), entry(3, 'b', 'north', 99), entry(3, 'c', 'north', 99), entry(3, 'd', 'south', 99),
]

const figures = (more: Partial<FigureSource> = {}) => figuresOf({ campaign, rules: rankingRules(campaign), week: 2, asOf: '2005-03-06', entries: LEDGER, verdicts: [], answers: new Map(), totals: new Map(), ...more })

it.each([
  ['week', 2],
  ['asOf', '2005-03-06'],
  ['units', 4],
  ['members', 40],
  ['groups', 2],
  ['returns.expected', 4],
  ['returns.valid', 3],
  ['returns.missing', 1],
  ['returns.rejected', 0],
  ['returns.share', 0.75],
  ['groupReturns.valid', 1],
  ['groupReturns.missing', 1],
  ['score.mean', 60],
  ['score.median', 60],
  ['score.lowest', 40],
  ['score.highest', 80],
  // A return in which nothing was to be measured does not count in the mean.
  ['indicator.hours', 0.9],
  ['indicator.tasks', undefined],
  ['weeks.ranked', 2],
  ['consequence.report-back.proposed', 2],
  ['total.money', undefined],
])('%s of week 2 is %s, whatever came later', (name, value) => expect(figures().value(name)).toBe(value))

it('a row for each system; nobody is last where there are too few to compare', () => {
  expect(figures().systems).toEqual([
    { name: 'north', units: 3, members: 30, valid: 2, missing: 1, rejected: 0, share: 0.6667, mean: 70, lowest: 60, last: 1 },
    { name: 'south', units: 1, members: 10, valid: 1, missing: 0, rejected: 0, share: 1, mean: 40, lowest: 40, last: 0 },
  ])
})

it('answers count where they were given', () => {
  const key = 'report-back|b||w2'
  const answered = figures({ answers: new Map([[key, 'confirmed']]) })
  expect(['proposed', 'undecided', 'confirmed', 'units'].map((part) => answered.value(`consequence.report-back.${part}`))).toEqual([2, 1, 1, 1])
  expect(answered.value('consequence.key-management.confirmed')).toBe(0)
})

it('without a valid return, scores and shares of work stay blank', () => {
  const none = figures({ entries: [entry(2, 'a', 'north', undefined)] })
  expect(['score.mean', 'score.median', 'score.lowest', 'indicator.hours', 'returns.share'].map((name) => none.value(name))).toEqual([undefined, undefined, undefined, undefined, 0])
  expect(none.systems).toEqual([{ name: 'north', units: 1, members: 10, valid: 0, missing: 1, rejected: 0, share: 0, last: 0 }])
})

it('an even number of scores has its median between the two in the middle', () => {
  expect(figures({ entries: [10, 20, 30, 40.5].map((score, i) => entry(2, `u${i}`, 'north', score)) }).value('score.median')).toBe(25)
})

it('every name in the vocabulary is a figure, and no other', () => {
  const names = figureNames('indicator.hours')
  expect(names.filter((name) => !figureNamed(name))).toEqual([])
  for (const name of ['', 'toString', 'returns', 'returns.valid.more', 'systems', 'systems.name.x', 'indicator', 'indicator.', 'measure.a', 'measure.a.b', 'consequence.a.toString']) expect([name, figureNamed(name)]).toEqual([name, undefined])
})

it('what the definition below does not have is unknown', () => {
  const known = (name: string) => isKnown(figureNamed(name)!, campaign.definition)
  expect([known('units'), known('indicator.hours'), known('indicator.hour'), known('measure.study-hours.short'), known('total.money'), known('total.toString')]).toEqual([true, true, false, true, true, false])
})

it('forms get a record, or a row for each system, dates as serials', () => {
  const rows = figureRows(shipped('province-overview').definition, figures())
  expect(Object.keys(rows)).toEqual(['situation', 'work', 'followUp', 'systems'])
  expect(rows['situation']).toEqual([expect.objectContaining({ judgedOn: serialOf('2005-03-06'), valid: 3 })])
  expect(rows['systems']!.map(({ name, last }) => [name, last])).toEqual([['north', 1], ['south', 0]])
  expect(Object.keys(rows['work']![0]!)).not.toContain('tasks')
})
