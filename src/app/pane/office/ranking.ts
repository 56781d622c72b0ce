/** The ranking as the pane shows it: places, and why they are what they are. */
import type { Waiver } from '../../../domain/evaluation/waiver'
import { historyOf } from '../../../domain/ranking/history'
import type { LedgerEntry } from '../../../domain/ranking/ledger'
import { withoutWaivers } from '../../../domain/ranking/unwaived'
import type { OpenOffice } from '../../consolidate/open-office'
import { rankingIn, type RankedSystem, type RankedUnit, type Ranking, type RankingView } from '../../rank'
import { rankingOf } from '../../../reports/office/state'

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
  /** What the unit or members of it are relieved of in that week. */
  readonly waivers: readonly Waiver[]
  /** Its place if nothing had been waived to anybody, where score or rank would be another. Absent also in a ranking without waivers. */
  readonly without?: { readonly score?: number; readonly rank: number }
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
  /** Some score of the week is another for a waiver: the ranking can be shown without. */
  readonly hasWaivers: boolean
}

/** Undefined while that week has not been consolidated. */
export function rankingInPane(open: OpenOffice, week: number, view: RankingView = {}): RankingInPane | undefined {
  const { campaign, state } = open
  if (!state.weeks.some((record) => record.week === week)) return undefined
  const ranking = rankingIn(open, week, view)
  const upTo = state.entries.filter((entry) => entry.week <= week)
  const entries = view.waivers === false ? withoutWaivers(upTo) : upTo
  const hasWaivers = upTo.some((entry) => entry.week === week && entry.unwaived)
  const plain = hasWaivers && view.waivers !== false ? rankingIn(open, week, { waivers: false }) : undefined
  const without = new Map(plain?.systems.flatMap(({ unitsByRank }) => unitsByRank.map((unit) => [unit.unit, unit] as const)))
  const waivers = state.recordedWaivers.filter(({ until }) => ranking.asOf <= until)
  const past = historyOf(entries, rankingOf(state, campaign), campaign.calendar.weekOf).standings
  const entriesOf = new Map<string, LedgerEntry[]>()
  for (const entry of entries) if (entry.week < week && entry.outcome === 'valid') entriesOf.set(entry.unit, [...(entriesOf.get(entry.unit) ?? []), entry])
  return {
    ...ranking,
    hasWaivers,
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
          waivers: waivers.filter((waiver) => waiver.unit === unit.unit),
          ...placeWithout(unit, without.get(unit.unit)),
          reasons: reasonsOf(unit, medians, entriesOf.get(unit.unit)?.toSorted((a, b) => a.week - b.week).at(-1)),
          history: past
            .filter((standing) => standing.unit === unit.unit)
            .map((standing): WeekPlace => ({ week: standing.week, of: standing.comparable, last: standing.last, ...(standing.outcome === 'valid' && { rank: standing.rank, score: standing.score }) })),
        })),
      }
    }),
  }
}

function placeWithout({ score, rank }: RankedUnit, plain: RankedUnit | undefined): Pick<UnitPlace, 'without'> {
  if (!plain || (plain.score === score && plain.rank === rank)) return {}
  return { without: { rank: plain.rank, ...(plain.score !== undefined && { score: plain.score }) } }
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
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
