import { cook } from '../../../src/app/demo/recipe'
import { randomFrom } from '../../../src/domain/random'
import { shipped } from './made-up'
import type { Kitchen } from '../../../src/app/demo/recipe'
import type { Recipe } from '../../../src/app/demo/tuning'
import type { DraftValue } from '../../../src/app/demo/draft'

const { definition } = shipped('safety-month').campaign

function kitchen(values: Readonly<Record<string, DraftValue>> = {}, more: Partial<Kitchen> = {}): Kitchen {
  return {
    definition, language: 'en', random: randomFrom(5), shared: randomFrom(6), quality: 0.5, names: 'x', asOf: '2026-06-14', day: '2026-06-09', number: 7, self: 2,
    roster: [{ values: { role: 'office' } }, { values: { role: 'operator' } }],
    value: (path) => values[path] ?? null,
    every: () => ['sick', 'present', 'sick', null],
    ...more,
  }
}

describe('recipes', () => {
  it.each<[string, Recipe, DraftValue]>([
    ['a value is itself', 12, 12],
    ['blank is blank', null, null],
    ['weights that are numbers give numbers', { one: { 6: 1 } }, 6],
    ['a part of another number', { of: 'all', share: [0.5, 0.5] }, 10],
    ['more than another number', { of: 'all', plus: [3, 3] }, 23],
    ['nothing of a blank', { of: 'none', plus: [3, 3] }, null],
    ['a day after another', { of: 'on', days: [2, 2] }, '2026-06-03'],
    ['the same', { same: 'all' }, 20],
    ['its own day', { day: true }, '2026-06-09'],
    ['running number in digits', { digits: '1@@@' }, '1007'],
    ['the roster row it is about', { self: true }, 2],
    ['somebody who fits', { member: { role: 'operator' } }, 1],
    ['nobody', { member: { role: 'contractor' } }, null],
    ['so many repetitions', { tally: 'days.mark', in: ['sick'], times: 8 }, 16],
    ['none of them is blank', { tally: 'days.mark', in: ['late'], times: 8 }, null],
    ['with something', { with: 'all', use: true }, true],
    ['without it', { with: 'none', use: true }, null],
    ['after its time has come', { since: ['2026-06-01', '2026-06-02'], use: 5 }, 5],
    ['before', { since: ['2026-06-20', '2026-06-21'], use: 5 }, null],
    ['grown up', { grow: ['2026-06-01', '2026-06-14'], use: 100 }, 100],
    ['not begun', { grow: ['2026-06-20', '2026-06-21'], use: 100 }, null],
    ['a day relative to the return', { date: ['today-3', 'today-3'] }, '2026-06-11'],
    ['the first case that holds', { cases: [{ when: { all: [1, 2] }, use: 'a' }, { when: { all: 20 }, use: 'b' }, { use: 'c' }] }, 'b'],
    ['no case', { cases: [{ when: { all: 1 }, use: 'a' }] }, null],
  ])('%s', (_, recipe, expected) => {
    expect(cook(recipe, kitchen({ all: 20, on: '2026-06-01' }))).toBe(expected)
  })

  it('good units grow faster', () => {
    const halfway = (quality: number) => cook({ grow: ['2026-06-01', '2026-06-28'], use: 1000 }, kitchen({}, { quality })) as number
    expect(halfway(0.1)).toBeLessThan(halfway(0.9))
  })

  it('refuses a day that the campaign does not have', () => expect(() => cook({ date: ['harvest.end', 'end'] }, kitchen())).toThrow('harvest.end'))
})
