import fc from 'fast-check'
import { apportion, toSteps } from '../../../src/domain/ranking/apportion'
import { nextPlace } from '../../../src/domain/ranking/next-place'
import { pointLines } from '../../../src/domain/ranking/points'
import { scoreChange } from '../../../src/domain/ranking/score-change'
import { standings } from '../../../src/domain/ranking/standings'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { scored, TWO_DIGITS } from './scored-ledger'

describe('parts that add up to their total', () => {
  it.each([
    ['thirds', [100 / 3, 100 / 3, 100 / 3], 100, 2, [33.34, 33.33, 33.33]],
    ['what is a whole number of steps stays as it is', [12.5, 0, 1.005, 1.004], 14.51, 2, [12.5, 0, 1.01, 1]],
    ['penalties', [50.006, -1.234, 0], 48.77, 2, [50.01, -1.24, 0]],
    ['whole points', [1.4, 1.4, 1.2], 4, 0, [2, 1, 1]],
    ['nothing', [], 0, 2, []],
  ])('%s', (_, parts, total, digits, expected) => {
    expect(apportion(parts, total, digits)).toEqual(expected)
  })

  it('always add up, each less than a step off', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -20, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 }), fc.nat(4), (parts, digits) => {
        const total = Math.round(parts.reduce((a, b) => a + b, 0) * 10 ** digits) / 10 ** digits
        const shown = apportion(parts, total, digits)
        expect(shown.reduce((all, one) => all + toSteps(one, digits), 0)).toBe(toSteps(total, digits))
        shown.forEach((one, i) => expect(Math.abs(one - (parts[i] as number))).toBeLessThan(1.001 * 10 ** -digits))
      }),
    )
  })
})

const LEDGER = scored(`
  | unit | system | week | hours 60 | tasks 30 | posts 10 | -late |
  | a    | S      | 1    | 1        | 0.9      |          | 0     |
  | b    | S      | 1    | 0.8      | 0.9      | 0.5      | -2    |
  | c    | S      | 1    | 0.5      | 0.1      | 0.2      | 0     |
  | d    | S      | 1    | -        |          |          |       |
  | a    | S      | 2    | 1        | 1        | 1        | 0     |
  | b    | S      | 2    | 0.9      | 0.9      | 0.6      | -5    |
  | c    | S      | 2    | 0.1      | 0        | 0        | -30   |
  | d    | S      | 2    | 0.9      | 0.9      | 0.6      | -5    |`)
const at = (unit: string, week: number) => LEDGER.find((entry) => entry.unit === unit && entry.week === week) as LedgerEntry
const lines = (unit: string, week: number) => pointLines(at(unit, week), 2).map(({ kind, id, points }) => `${id || kind} ${points}`)
const next = (unit: string, week: number) => nextPlace(at(unit, week), standings(LEDGER, TWO_DIGITS).filter((one) => one.week === week), 2)
const change = (unit: string, week: number) => scoreChange(at(unit, week), LEDGER, 2)

it('points of a score, line by line', () => {
  expect(lines('a', 1)).toEqual(['hours 66.67', 'tasks 30', 'posts 0', 'late 0'])
  expect(lines('b', 1)).toEqual(['hours 48', 'tasks 27', 'posts 5', 'late -2'])
  expect(lines('c', 2)).toEqual(['hours 6', 'tasks 0', 'posts 0', 'late -30', 'floor 24'])
  expect(lines('d', 1)).toEqual([])
})

it('the next place above: whose it is, how far, and what would do', () => {
  expect(next('c', 1)).toEqual({
    rank: 2, units: ['b'], score: 78, gap: 43,
    steps: [{ indicator: 'hours', lost: 30, score: 65 }, { indicator: 'tasks', lost: 27, score: 92 }],
    enough: true,
  })
  expect(next('a', 1)).toBeUndefined()
  expect(next('d', 1)).toBeUndefined()
  // Two share the place; the points that the floor hides have to be earned as well.
  expect(next('c', 2)).toMatchObject({ rank: 2, units: ['b', 'd'], score: 82, gap: 82, enough: false })
  expect(next('c', 2)?.steps.map(({ score }) => score)).toEqual([30, 60, 70])
})

it('what became of a score since the last ranked week', () => {
  expect(change('b', 2)).toEqual({
    week: 1, before: 78, by: 4, rulesChanged: false, systemChanged: false,
    lines: [
      { kind: 'indicator', id: 'hours', before: 48, after: 54, by: 6 },
      { kind: 'indicator', id: 'tasks', before: 27, after: 27, by: 0 },
      { kind: 'indicator', id: 'posts', before: 5, after: 6, by: 1 },
      { kind: 'adjustment', id: 'late', before: -2, after: -5, by: -3 },
    ],
  })
  expect(change('c', 2)?.lines.at(-1)).toEqual({ kind: 'floor', id: '', after: 24, by: 24 })
  expect(change('d', 2)).toBeUndefined()
  expect(change('a', 1)).toBeUndefined()
  const moved = scoreChange({ ...at('a', 2), system: 'T', rules: 'v2' }, LEDGER, 2)
  expect([moved?.systemChanged, moved?.rulesChanged]).toEqual([true, true])
})
