/** The half-monthly bulletin in figures (R4): the situation, the exemplary first, then those that lag. */
import { exactMean } from '../evaluation/mean'
import { roundScore } from '../ranking/competition'
import { standings } from '../ranking/standings'
import { systemStandings, type SystemStanding } from '../ranking/system-standings'
import { compareText, rankingOptions, type RankingOptions } from '../ranking/week-table'
import { isoOfSerial, serialOf } from '../returns/serial'
import type { Campaign } from '../campaign/campaign'
import type { LedgerEntry, Standing, Undetermined } from '../ranking/ledger'
import type { IsoDate } from '../returns/return'

export interface BulletinPeriod {
  /** First and last day. */
  readonly from: IsoDate
  readonly to: IsoDate
  /** Campaign weeks that end within it, ascending; may be none. */
  readonly weeks: readonly number[]
}

/** The days that a bulletin of a day looks back on: as many as the definition says, that day included. Undefined when it has no bulletin. */
export function bulletinPeriod(campaign: Campaign, to: IsoDate): BulletinPeriod | undefined {
  const { bulletin, calendar } = campaign
  if (!bulletin) return undefined
  const from = isoOfSerial(serialOf(to) - Math.max(bulletin.days, 1) + 1) ?? to
  const weeks = Array.from({ length: calendar.weeks }, (_, i) => i + 1).filter((week) => calendar.weekEnd(week) >= from && calendar.weekEnd(week) <= to)
  return { from, to, weeks }
}

export interface ReturnCounts {
  readonly week: number
  readonly expected: number
  readonly valid: number
  readonly missing: number
  readonly rejected: number
  /** Of the valid: came after the week's deadline. */
  readonly late: number
}

export interface BulletinFacts {
  /** Units whose return of a week came after its deadline, by week. */
  readonly late?: ReadonlyMap<number, ReadonlySet<string>>
  /** How the weeks are ranked; absent: as the campaign says, in every week. */
  readonly ranking?: RankingOptions
}

/** A unit named in the bulletin. */
export interface Named {
  readonly unit: string
  readonly system: string
  readonly score: number
  /** Points gained (+) or lost (-) since before the period; absent: no such score, or one by other rules. */
  readonly improved?: number
}

export interface Lagging extends Named {
  readonly last: boolean
  readonly streak: number
  /** Requirements that are short after their due date: results, and the measures they belong to. */
  readonly short: number
  readonly measures: readonly string[]
  /** Why last place cannot be asserted; then the unit is not named as last. */
  readonly undetermined?: Undetermined
}

export interface SystemFigures extends SystemStanding {
  /** Units in first and in last place; several when tied. Empty when it cannot be told. */
  readonly first: readonly string[]
  readonly last: readonly string[]
}

export interface Bulletin {
  readonly period: BulletinPeriod
  /** The week whose scores it shows: the latest of the period in the ledger. */
  readonly week: number
  /** Registered in that week. */
  readonly units: number
  readonly members: number
  /** Of every week of the period in the ledger, ascending. */
  readonly returns: readonly ReturnCounts[]
  /** Mean of the valid scores, and its change since the latest week before the period; absent without one. */
  readonly mean?: number
  readonly meanChange?: number
  /** By their mean. */
  readonly systems: readonly SystemFigures[]
  /** The best by score, and those that improved most; ties with the last of them are named as well. */
  readonly exemplary: { readonly byScore: readonly Named[]; readonly byImprovement: readonly Named[] }
  /** Last in their system, then by how much is short. A unit without a return is not among them. */
  readonly lagging: readonly Lagging[]
  /** Units whose valid return of a week of the period came after its deadline, with those weeks; by system, then id. */
  readonly late: readonly { readonly unit: string; readonly system: string; readonly weeks: readonly number[] }[]
  readonly withoutReturn: readonly { readonly unit: string; readonly system: string; readonly outcome: 'missing' | 'rejected' }[]
}

/**
 * Undefined when the definition has no bulletin, or the ledger no week of the period. Of several exemplary units the order is score (or improvement), then id.
 */
export function bulletin(campaign: Campaign, entries: readonly LedgerEntry[], to: IsoDate, { late = new Map(), ranking }: BulletinFacts = {}): Bulletin | undefined {
  const period = bulletinPeriod(campaign, to)
  if (!period) return undefined
  const ofUnits = entries.filter(({ kind }) => kind === 'unit')
  const known = [...new Set(ofUnits.map((entry) => entry.week))].sort((a, b) => a - b)
  const weeks = known.filter((week) => period.weeks.includes(week))
  const week = weeks.at(-1)
  if (week === undefined) return undefined
  const { digits } = campaign.definition.ranking
  const options = ranking ?? rankingOptions(campaign)
  const before = known.filter((one) => one < (weeks[0] as number)).at(-1)
  const seen = ofUnits.filter((entry) => entry.week <= week)
  const now = seen.filter((entry) => entry.week === week)
  const places = standings(seen, options).filter((one) => one.week === week)
  const earlier = new Map(ofUnits.filter((entry) => entry.week === before && entry.outcome === 'valid').map((entry) => [entry.unit, entry]))
  const [mean, meanBefore] = [meanOf(now, digits), meanOf([...earlier.values()], digits)]
  const named = places.flatMap((place) => nameOf(place, now, earlier, digits))
  const exemplary = campaign.bulletin?.exemplary ?? 0
  return {
    period,
    week,
    units: now.length,
    members: now.reduce((sum, { headcount }) => sum + headcount, 0),
    returns: weeks.map((each) => countsOf(ofUnits, each, late.get(each))),
    ...(mean !== undefined && { mean }),
    ...(mean !== undefined && meanBefore !== undefined && { meanChange: roundScore(mean - meanBefore, digits) }),
    systems: systemStandings(seen, options).filter((one) => one.week === week).map((one) => ({ ...one, ...endsOf(places.filter(({ system }) => system === one.system)) })),
    exemplary: { byScore: best(named, exemplary, ({ score }) => score), byImprovement: best(named.filter(({ improved = 0 }) => improved > 0), exemplary, ({ improved }) => improved as number) },
    lagging: laggingOf(places, named, now),
    late: lateOf(ofUnits.filter((entry) => weeks.includes(entry.week)), late),
    withoutReturn: places.flatMap(({ unit, system, outcome }) => (outcome === 'valid' ? [] : [{ unit, system, outcome }])).sort((a, b) => compareText(a.system, b.system) || compareText(a.unit, b.unit)),
  }
}

function countsOf(entries: readonly LedgerEntry[], week: number, late: ReadonlySet<string> | undefined): ReturnCounts {
  const own = entries.filter((entry) => entry.week === week)
  const count = (outcome: LedgerEntry['outcome']) => own.filter((entry) => entry.outcome === outcome).length
  return { week, expected: own.length, valid: count('valid'), missing: count('missing'), rejected: count('rejected'), late: own.filter(({ unit, outcome }) => outcome === 'valid' && late?.has(unit)).length }
}

function lateOf(entries: readonly LedgerEntry[], late: ReadonlyMap<number, ReadonlySet<string>>): Bulletin['late'] {
  const found = new Map<string, { unit: string; system: string; weeks: number[] }>()
  for (const { unit, system, week, outcome } of [...entries].sort((a, b) => a.week - b.week)) {
    if (outcome !== 'valid' || !late.get(week)?.has(unit)) continue
    // The system is that of its latest week.
    found.set(unit, { unit, system, weeks: [...(found.get(unit)?.weeks ?? []), week] })
  }
  return [...found.values()].sort((a, b) => compareText(a.system, b.system) || compareText(a.unit, b.unit))
}

function meanOf(entries: readonly LedgerEntry[], digits: number): number | undefined {
  const mean = exactMean(entries.flatMap(({ outcome, score }) => (outcome === 'valid' ? (score ?? []) : [])))
  return mean === undefined ? undefined : roundScore(mean, digits)
}

function nameOf({ unit, system, score }: Standing, now: readonly LedgerEntry[], earlier: ReadonlyMap<string, LedgerEntry>, digits: number): Named[] {
  if (score === undefined) return []
  const then = earlier.get(unit)
  // Scores by other rules are not compared, for better or worse.
  const comparable = then?.score !== undefined && then.rules === now.find((entry) => entry.unit === unit)?.rules
  return [{ unit, system, score, ...(comparable && { improved: roundScore(score - (then.score as number), digits) }) }]
}

function endsOf(places: readonly Standing[]): { readonly first: readonly string[]; readonly last: readonly string[] } {
  const asserted = places.filter((one) => one.score !== undefined && !one.undetermined)
  return { first: asserted.filter(({ rank }) => rank === 1).map(({ unit }) => unit), last: asserted.filter(({ last }) => last).map(({ unit }) => unit) }
}

function best(named: readonly Named[], count: number, by: (one: Named) => number): Named[] {
  const sorted = [...named].sort((a, b) => by(b) - by(a) || compareText(a.unit, b.unit))
  const bar = sorted[count - 1]
  return count < 1 ? [] : sorted.filter((one) => !bar || by(one) >= by(bar))
}

function laggingOf(places: readonly Standing[], named: readonly Named[], now: readonly LedgerEntry[]): Lagging[] {
  const standing = new Map(places.map((place) => [place.unit, place]))
  const shortfalls = new Map(now.map((entry) => [entry.unit, entry.shortfalls]))
  return named
    .map((one): Lagging => {
      const { last, streak, undetermined } = standing.get(one.unit) as Standing
      const short = shortfalls.get(one.unit) ?? []
      return { ...one, last: last && !undetermined, streak, short: short.length, measures: [...new Set(short.map(({ measure }) => measure))], ...(undetermined && { undetermined }) }
    })
    .filter(({ last, short }) => last || short > 0)
    .sort((a, b) => Number(b.last) - Number(a.last) || b.streak - a.streak || b.short - a.short || a.score - b.score || compareText(a.unit, b.unit))
}
