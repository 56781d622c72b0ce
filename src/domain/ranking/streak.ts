import type { Doubt } from './ledger'
import type { SystemWeek } from './week-table'

export interface Streak {
  readonly weeks: readonly number[]
  readonly doubts: readonly Doubt[]
}

const NONE: Streak = { weeks: [], doubts: [] }

/**
 * The streak of last places of one unit after each of its weeks (R3).
 * `weeks`: the systems the unit belonged to, ascending by week.
 *
 * "Three in a row means three consecutive campaign weeks that were ranked. A week that was never
 * ranked breaks nothing and counts for nothing." For one unit:
 *
 * | the week                                              | the streak |
 * | not in the ledger                                     | passes it by |
 * | its system had too few valid returns to be compared   | passes it by |
 * | compared, but the unit itself had no valid return     | passes it by; if it goes on later: doubt `no-valid-return` |
 * | compared, the unit was not last (or all were tied)    | ends |
 * | compared, the unit was last                           | grows by one |
 *
 * Why a missing return neither ends nor adds: ending it would let a unit escape key management by
 * not submitting; adding would call "not submitted" badly performed. Whether such weeks are
 * "consecutive" is not for a program to decide, hence the doubt: the streak is shown as to be confirmed.
 *
 * Doubts arise between the weeks of the streak (rules or make-up of the system changed) and within
 * a week (its returns were scored by different rules, or others' are missing). A passed-by week is not compared.
 */
export function streaks(unit: string, weeks: readonly SystemWeek[]): Streak[] {
  let streak = NONE
  let before: SystemWeek | undefined
  let passed: Doubt[] = []
  return weeks.map((table) => {
    const place = table.places.get(unit)
    if (!place || !table.decided) return streak
    if (place.entry.outcome !== 'valid') {
      passed.push({ reason: 'no-valid-return', week: table.week })
      return streak
    }
    if (!place.last) {
      streak = NONE
      before = undefined
    } else {
      const between = before ? [...passed, ...changesBetween(before, table, unit)] : []
      const within: Doubt[] = [...(table.mixedRules ? [{ reason: 'mixed-rules', week: table.week } as const] : []), ...(table.awaited > 0 ? [{ reason: 'returns-missing', week: table.week } as const] : [])]
      streak = { weeks: [...streak.weeks, table.week], doubts: [...streak.doubts, ...between, ...within] }
      before = table
    }
    passed = []
    return streak
  })
}

/** What keeps two weeks of a streak from being compared; `week` is the later one. */
function changesBetween(before: SystemWeek, after: SystemWeek, unit: string): Doubt[] {
  const doubts: Doubt[] = []
  if (before.places.get(unit)?.entry.rules !== after.places.get(unit)?.entry.rules) doubts.push({ reason: 'rules-changed', week: after.week })
  const sameMakeUp = before.system === after.system && before.members.join('\n') === after.members.join('\n')
  if (!sameMakeUp) doubts.push({ reason: 'system-changed', week: after.week })
  return doubts
}

/** The doubts that bear on the weeks `first` … `last` of a streak alone. */
export function doubtsWithin(doubts: readonly Doubt[], first: number, last: number): Doubt[] {
  return doubts.filter(({ reason, week }) => (reason === 'mixed-rules' || reason === 'returns-missing' ? week >= first : week > first) && week <= last)
}
