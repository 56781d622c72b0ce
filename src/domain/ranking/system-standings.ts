import { competitionRanks, roundScore } from './competition'
import type { LedgerEntry, Undetermined } from './ledger'
import { compareText, systemWeeks, type RankingOptions, type SystemWeek } from './week-table'

/** One system beside the others. */
export interface SystemStanding {
  readonly week: number
  readonly system: string
  readonly units: number
  readonly valid: number
  readonly missing: number
  readonly rejected: number
  /** Valid returns among the registered units, 0 … 1. */
  readonly submitted: number
  readonly headcount: number
  /** Mean of the valid scores, rounded; absent without a valid return. */
  readonly mean?: number
  /** The same, each unit counting by its registered members; absent when those with a valid return have none. */
  readonly weightedMean?: number
  /** By mean: 1, 2, 2, 4; systems without a valid return share the place after the others. */
  readonly rank: number
  /** Why nothing can be asserted about last place within the system; absent: it can. */
  readonly undetermined?: Undetermined
  /** Places gained (+) or lost (-) since the system's last ranked week. */
  readonly movement?: number
}

/**
 * The systems against each other, week by week. Beside the ranking that the directive asks for
 * (R1 ranks within systems), so no consequence hangs on it. Sorted by week, rank and name.
 */
export function systemStandings(entries: readonly LedgerEntry[], options: RankingOptions): SystemStanding[] {
  const previous = new Map<string, number>()
  const tables = systemWeeks(entries, options)
  const weeks = [...new Set(tables.map((table) => table.week))]
  return weeks.flatMap((week) => {
    const rows = tables.filter((table) => table.week === week).map((table) => rowOf(table, options.digits))
    const ranked = rows.filter((row) => row.mean !== undefined)
    const ranks = competitionRanks(ranked.map((row) => row.mean as number))
    const places = new Map(ranked.map((row, i) => [row.system, ranks[i] as number]))
    return rows
      .map((row): SystemStanding => {
        const rank = places.get(row.system)
        const before = previous.get(row.system)
        if (rank === undefined) return { ...row, rank: ranked.length + 1 }
        previous.set(row.system, rank)
        return { ...row, rank, ...(before !== undefined && { movement: before - rank }) }
      })
      .sort((a, b) => a.rank - b.rank || compareText(a.system, b.system))
  })
}

function rowOf(table: SystemWeek, digits: number): Omit<SystemStanding, 'rank' | 'movement'> {
  // Sums of fractions depend on their order: sum in the order of the unit ids, not of the input.
  const places = table.members.map((unit) => table.places.get(unit)).filter((place) => place !== undefined)
  const valid = places.filter((place) => place.score !== undefined)
  const weight = sum(valid.map((place) => place.entry.headcount))
  const count = (outcome: string) => places.filter((place) => place.entry.outcome === outcome).length
  return {
    week: table.week,
    system: table.system,
    units: places.length,
    valid: valid.length,
    missing: count('missing'),
    rejected: count('rejected'),
    submitted: valid.length / places.length,
    ...(table.undetermined && { undetermined: table.undetermined }),
    headcount: sum(places.map((place) => place.entry.headcount)),
    ...(valid.length > 0 && { mean: roundScore(sum(valid.map((place) => place.score as number)) / valid.length, digits) }),
    ...(weight > 0 && { weightedMean: roundScore(sum(valid.map((place) => (place.score as number) * place.entry.headcount)) / weight, digits) }),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
