/** The ranking as the pane shows it: places, and why they are what they are. */
import { historyOf, rankingRules } from '../../domain/ranking/history'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { OpenOffice } from '../consolidate/open-office'
import { rankingIn, type RankedSystem, type RankedUnit, type Ranking } from '../rank'

/** An indicator of a unit beside its system. Points are of the score of 100. */
export interface IndicatorReason {
  readonly indicator: string
  /** Most points it can give in that week: weights are scaled to those that count. */
  readonly most: number
  readonly points: number
  /** Median of the system's valid returns. */
  readonly median: number
  /** Points gained (+) or lost (-) since the unit's last valid return; absent: there was none. */
  readonly change?: number
}

export interface WeekPlace {
  readonly week: number
  /** Absent: no valid return in that week. */
  readonly rank?: number
  readonly score?: number
  /** Units with a valid return in the system. */
  readonly of: number
  readonly last: boolean
}

export interface UnitPlace extends RankedUnit {
  /** Those that cost most against the system's median first. Empty without a valid return. */
  readonly reasons: readonly IndicatorReason[]
  /** Every consolidated week up to this one. */
  readonly history: readonly WeekPlace[]
}

export interface SystemPlaces extends Omit<RankedSystem, 'unitsByRank'> {
  readonly units: number
  readonly places: readonly UnitPlace[]
  /** Of the valid scores, ascending; empty when there are none. */
  readonly scores: readonly number[]
  /** Median of the valid scores. */
  readonly medianScore?: number
}

export interface RankingInPane extends Omit<Ranking, 'systems'> {
  readonly systems: readonly SystemPlaces[]
}

/** Undefined while that week has not been consolidated. */
export function rankingInPane(open: OpenOffice, week: number): RankingInPane | undefined {
  const { campaign, state } = open
  if (!state.weeks.some((record) => record.week === week)) return undefined
  const ranking = rankingIn(open, week)
  const past = historyOf(state.entries.filter((entry) => entry.week <= week), state.ranking ?? rankingRules(campaign), campaign.calendar.weekOf).standings
  const entriesOf = new Map<string, LedgerEntry[]>()
  for (const entry of state.entries) if (entry.week < week && entry.outcome === 'valid') entriesOf.set(entry.unit, [...(entriesOf.get(entry.unit) ?? []), entry])
  return {
    ...ranking,
    systems: ranking.systems.map(({ unitsByRank, ...system }) => {
      const valid = unitsByRank.filter(({ submitted }) => submitted)
      const scores = valid.flatMap(({ score }) => score ?? []).toSorted((a, b) => a - b)
      const medians = new Map(valid.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator)).map((id) => [id, median(valid.flatMap(({ indicators }) => indicators.find(({ indicator }) => indicator === id)?.points ?? []))]))
      return {
        ...system,
        scores,
        ...(scores.length > 0 && { medianScore: median(scores) }),
        places: unitsByRank.map((unit) => ({
          ...unit,
          reasons: reasonsOf(unit, medians, entriesOf.get(unit.unit)?.toSorted((a, b) => a.week - b.week).at(-1)),
          history: past
            .filter((standing) => standing.unit === unit.unit)
            .map((standing): WeekPlace => ({ week: standing.week, of: standing.comparable, last: standing.last, ...(standing.outcome === 'valid' && { rank: standing.rank, score: standing.score }) })),
        })),
      }
    }),
  }
}

function reasonsOf({ submitted, indicators }: RankedUnit, medians: ReadonlyMap<string, number>, before: LedgerEntry | undefined): IndicatorReason[] {
  if (!submitted) return []
  const weights = indicators.reduce((sum, { weight, attainment }) => sum + (attainment === undefined ? 0 : weight), 0)
  return indicators
    .filter(({ attainment }) => attainment !== undefined)
    .map(({ indicator, weight, points }): IndicatorReason => {
      const earlier = before?.indicators.find((one) => one.indicator === indicator)?.points
      return { indicator, most: weights === 0 ? 0 : (weight / weights) * 100, points, median: medians.get(indicator) ?? points, ...(earlier !== undefined && { change: points - earlier }) }
    })
    .toSorted((a, b) => a.points - a.median - (b.points - b.median))
}

/** The middle value; of an even number the mean of the two in the middle. 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
