import fc from 'fast-check'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { standings } from '../../../src/domain/ranking/standings'
import { ledger, OPTIONS } from './ledger-table'

/** `unit rank[=][ last][ xN]`, N the streak, in the order of the result. */
const shown = (entries: LedgerEntry[], week: number, options = OPTIONS) =>
  standings(entries, options)
    .filter((s) => s.week === week)
    .map((s) => `${s.unit} ${s.rank}${s.tied ? '=' : ''}${s.last ? ' last' : ''}${s.streak ? ` x${s.streak}` : ''}`)

const streakOf = (entries: LedgerEntry[], unit: string, week: number) => {
  const found = standings(entries, OPTIONS).find((s) => s.unit === unit && s.week === week)
  return `x${found?.streak} ${(found?.doubts ?? []).map((d) => `${d.reason} w${d.week}`).join(', ')}`.trim()
}

describe('places within a system', () => {
  it.each([
    ['1, 2, 2, 4', ['a 90', 'b 80', 'c 80', 'd 70'], ['a 1', 'b 2=', 'c 2=', 'd 4 last x1']],
    ['all units tied at the bottom are last', ['a 90', 'b 70', 'c 70'], ['a 1', 'b 2= last x1', 'c 2= last x1']],
    ['all tied: nobody is last', ['a 70', 'b 70', 'c 70'], ['a 1=', 'b 1=', 'c 1=']],
    ['a single unit is not last', ['a 10'], ['a 1']],
    ['not submitted and rejected share the place after all others and are not last', ['a 90', 'b 5', 'c -', 'd x'], ['a 1', 'b 2 last x1', 'c 3=', 'd 3=']],
    ['nobody is last when only one can be compared', ['a 90', 'b -', 'c -'], ['a 1', 'b 2=', 'c 2=']],
    ['nobody submitted', ['a -', 'b -'], ['a 1=', 'b 1=']],
    ['a score of 0 is a score', ['a 0', 'b 0.1'], ['b 1', 'a 2 last x1']],
    ['scores are compared as rounded', ['a 80.04', 'b 80.01', 'c 79.95'], ['a 1=', 'b 1=', 'c 1=']],
  ])('%s', (_, units, expected) => {
    const rows = units.map((unit) => `| ${unit.split(' ')[0]} | S | ${unit.split(' ')[1]} |`)
    expect(shown(ledger(['| unit | system | w1 |', ...rows].join('\n')), 1)).toEqual(expected)
  })

  it('compares only within a system', () => {
    expect(shown(ledger('| unit | system | w1 |\n| a | S | 90 |\n| b | S | 80 |\n| c | T | 20 |\n| d | T | 10 |'), 1)).toEqual(['a 1', 'b 2 last x1', 'c 1', 'd 2 last x1'])
  })

  it('takes the fewest comparable units from the settings', () => {
    const entries = ledger('| unit | system | w1 |\n| a | S | 90 |\n| b | S | 80 |\n| c | S | - |')
    expect(shown(entries, 1, { comparable: 3, digits: 1 })).toEqual(['a 1', 'b 2', 'c 3'])
  })

  it('moves against the last ranked week in the same system only', () => {
    const entries = ledger('| unit | system | w1 | w2 | w3 | w4 |\n| a | S | 90 | - | 70 | 70@T |\n| b | S | 80 | 80 | 80 | 80 |\n| c | T | 1 | 1 | 1 | 1 |')
    const moves = standings(entries, OPTIONS).filter((s) => s.unit === 'a').map((s) => s.movement)
    expect(moves).toEqual([undefined, undefined, -1, undefined])
  })

  it('refuses two entries of one unit in one week, and a valid one without a score', () => {
    const [entry] = ledger('| unit | system | w1 |\n| a | S | 90 |') as [LedgerEntry]
    expect(() => standings([entry, { ...entry, system: 'T' }], OPTIONS)).toThrow('two ledger entries')
    expect(() => standings([{ ...entry, score: undefined }], OPTIONS)).toThrow('without a score')
  })

  it('leaves supervision groups out', () => {
    const entries = ledger('| unit | system | w1 |\n| a | S | 90 |').map((entry) => ({ ...entry, kind: 'group' as const }))
    expect(standings(entries, OPTIONS)).toEqual([])
  })
})

describe('a streak of last places', () => {
  const others = '| b | S | 80 | 80 | 80 | 80 |\n| c | S | 90 | 90 | 90 | 90 |'
  it.each([
    ['grows week by week', '| a | S | 1 | 1 | 1 | 1 |', others, 'x4'],
    ['ends with a week that was not last', '| a | S | 1 | 85 | 1 | 1 |', others, 'x2'],
    ['ends when all are tied', '| a | S | 1 | 80 | 1 | 1 |', '| b | S | 80 | 80 | 80 | 80 |', 'x2'],
    ['passes by a week that is not in the ledger', '| a | S | 1 |  | 1 | 1 |', '| b | S | 80 |  | 80 | 80 |', 'x3'],
    ['passes by a week in which too few could be compared', '| a | S | 1 | 1 | 1 | 1 |', '| b | S | 80 | - | 80 | 80 |', 'x3'],
    ['is doubted past a missing return of its own', '| a | S | 1 | - | 1 | 1 |', others, 'x3 no-valid-return w2'],
    ['is doubted past a rejected return of its own', '| a | S | 1 | x | 1 | 1 |', others, 'x3 no-valid-return w2'],
    ['is carried, undoubted, while the return is missing', '| a | S | 1 | 1 | 1 | - |', others, 'x3'],
    ['does not begin with a missing return', '| a | S | - | - | - | 1 |', others, 'x1'],
    ['is doubted when the rules change', '| a | S | 1 | 1 | 1* | 1* |', '| b | S | 80 | 80 | 80* | 80* |', 'x4 rules-changed w3'],
    ['is doubted when a unit joins the system', '| a | S | 1 | 1 | 1 | 1 |', '| b | S | 80 | 80 | 80 | 80 |\n| d | S |  |  |  | - |', 'x4 system-changed w4, returns-missing w4'],
    ['is doubted while returns of others are missing', '| a | S | 1 | 1 | 1 | 1 |', `${others}\n| d | S | 50 | - | x | 50 |`, 'x4 returns-missing w2, returns-missing w3'],
    ['takes no doubt from returns missing in a week that it passes by', '| a | S | 1 | - | 1 | 1 |', `${others}\n| d | S | 50 | - | 50 | 50 |`, 'x3 no-valid-return w2'],
    ['is doubted when a unit leaves the system', '| a | S | 1 | 1 | 1 | 1 |', `${others}\n| d | S | 50 | 50 | 50@T | 50@T |`, 'x4 system-changed w3'],
    ['is doubted when the unit itself moves', '| a | S | 1 | 1 | 1@T | 1@T |', `${others}\n| d | T | 50 | 50 | 50 | 50 |`, 'x4 system-changed w3'],
    ['is not doubted by a change in a week it passes by', '| a | S | 1 | 1 | 1 | 1 |', '| b | S | 80 | - | 80 | 80 |\n| d | S |  | - |  |  |', 'x3'],
    ['is doubted when one week mixes rules', '| a | S | 1 | 1 | 1 | 1 |', '| b | S | 80 | 80* | 80 | 80 |', 'x4 mixed-rules w2'],
    ['forgets doubts of an earlier streak', '| a | S | 1 | 1* | 99 | 1 |', others, 'x1'],
  ])('%s', (_, unit, rest, expected) => {
    expect(streakOf(ledger(`| unit | system | w1 | w2 | w3 | w4 |\n${unit}\n${rest}`), 'a', 4)).toBe(expected)
  })
})

describe('for any ledger', () => {
  const cell = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }).map((n) => String(n / 2)) }, fc.constantFrom('-', 'x', '', '7*', '9@T', '3@S'))
  const anyLedger = fc
    .array(fc.tuple(fc.constantFrom('S', 'T'), fc.array(cell, { minLength: 4, maxLength: 4 })), { minLength: 1, maxLength: 9 })
    .map((rows) => ledger(['| unit | system |', ...rows.map(([system, cells], i) => `| u${i} | ${system} | ${cells.join(' | ')} |`)].join('\n')))
  const shuffled = anyLedger.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length })))

  it('does not depend on the order of the entries', () => {
    fc.assert(fc.property(shuffled, ([entries, other]) => expect(standings(other, OPTIONS)).toEqual(standings(entries, OPTIONS))))
  })

  it('ranks agree with scores, and ties are explicit', () => {
    fc.assert(
      fc.property(anyLedger, (entries) => {
        const all = standings(entries, OPTIONS)
        for (const s of all) {
          const peers = all.filter((p) => p.week === s.week && p.system === s.system && p.unit !== s.unit)
          const better = peers.filter((p) => p.score !== undefined && (s.score === undefined || p.score > s.score))
          expect(s.rank).toBe(better.length + 1)
          expect(s.tied).toBe(peers.some((p) => p.rank === s.rank))
          if (s.last) {
            expect(s.outcome).toBe('valid')
            expect(peers.some((p) => p.score !== undefined && p.score < (s.score as number))).toBe(false)
            expect(peers.some((p) => p.score !== undefined && p.score > (s.score as number))).toBe(true)
          }
        }
        expect(all).toHaveLength(entries.length)
      }),
    )
  })

  it('a missing unit more changes nobody else’s place', () => {
    fc.assert(
      fc.property(anyLedger, fc.constantFrom('S', 'T'), fc.constantFrom('-', 'x'), (entries, system, mark) => {
        const more = ledger(`| unit | system | w1 | w2 | w3 | w4 |\n| zz | ${system} | ${mark} | ${mark} | ${mark} | ${mark} |`)
        const places = (list: LedgerEntry[]) => standings(list, OPTIONS).filter((s) => s.unit !== 'zz' && s.outcome === 'valid').map(({ week, unit, rank, last, streak }) => ({ week, unit, rank, last, streak }))
        expect(places([...entries, ...more])).toEqual(places(entries))
      }),
    )
  })

  it('later weeks do not change earlier ones', () => {
    fc.assert(
      fc.property(anyLedger, fc.integer({ min: 1, max: 4 }), (entries, week) => {
        const upTo = standings(entries.filter((entry) => entry.week <= week), OPTIONS)
        expect(standings(entries, OPTIONS).filter((s) => s.week <= week)).toEqual(upTo)
      }),
    )
  })

  it('a streak consists of last places, the latest of them unbroken', () => {
    fc.assert(
      fc.property(anyLedger, (entries) => {
        const all = standings(entries, OPTIONS)
        for (const s of all) {
          const own = all.filter((p) => p.unit === s.unit && p.week <= s.week)
          expect(s.streakWeeks).toHaveLength(s.streak)
          for (const week of s.streakWeeks) expect(own.find((p) => p.week === week)?.last).toBe(true)
          if (s.last) expect(s.streakWeeks.at(-1)).toBe(s.week)
        }
      }),
    )
  })
})
