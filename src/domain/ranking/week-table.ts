/** One system in one week: the units that are compared with each other. */
import type { Campaign } from '../campaign/campaign'
import { competitionRanks, roundScore } from './competition'
import type { LedgerEntry, Undetermined } from './ledger'

export interface RankingOptions {
  /** Fewest valid returns for which a system has a last place (R1; *ours*: 2). */
  readonly comparable: number
  /** Where another number holds from a week on; ascending. */
  readonly comparableFrom?: readonly { readonly week: number; readonly comparable: number }[]
  /** Most units of a system without a valid return at which its last place is asserted (*ours*; absent: 0). */
  readonly mostMissing?: number
  /** Where another number holds from a week on; ascending. */
  readonly mostMissingFrom?: readonly { readonly week: number; readonly mostMissing: number }[]
  /** Decimal places scores are rounded to before they are compared. */
  readonly digits: number
}

/** As the campaign has them, in every week. */
export function rankingOptions({ comparable, mostMissing, definition }: Pick<Campaign, 'comparable' | 'mostMissing' | 'definition'>): RankingOptions {
  return { comparable, mostMissing, digits: definition.ranking.digits }
}

export interface SystemWeek {
  readonly week: number
  readonly system: string
  /** Every registered unit of the system in that week, by id: the make-up. */
  readonly members: readonly string[]
  readonly places: ReadonlyMap<string, Place>
  /** Valid returns. */
  readonly comparable: number
  /** False: too few valid returns to compare; for streaks such a week was not ranked. */
  readonly decided: boolean
  /** More than one set of rules among the valid returns. */
  readonly mixedRules: boolean
  /** Units without a valid return, where they are too many for last place to be asserted; else 0. */
  readonly awaited: number
  /** Why nothing can be asserted about its last place. */
  readonly undetermined?: Undetermined
}

export interface Place {
  readonly entry: LedgerEntry
  /** Rounded; absent unless valid. */
  readonly score?: number
  readonly rank: number
  readonly tied: boolean
  readonly last: boolean
}

/**
 * Places within a system. Units without a valid return share the place after all that have one;
 * they are never last. Last are all units tied at the lowest score, provided that at least
 * `comparable` units can be compared and not all of them are tied:
 *
 * | valid returns | scores     | last                        |
 * | < comparable  | any        | nobody: the week is not decided |
 * | ≥ comparable  | all equal  | nobody                      |
 * | ≥ comparable  | different  | every unit at the lowest    |
 *
 * While more than `mostMissing` others have no valid return, last place is one to be confirmed: a return that comes in late
 * may lie lower.
 */
export function systemWeek(entries: readonly LedgerEntry[], options: RankingOptions): SystemWeek {
  const [{ week, system }] = entries as [LedgerEntry]
  const valid = entries.filter((entry) => entry.outcome === 'valid')
  const scores = valid.map((entry) => roundScore(scoreOf(entry), options.digits))
  const ranks = competitionRanks(scores)
  const lowest = Math.min(...scores)
  const needed = options.comparableFrom?.findLast((from) => from.week <= week)?.comparable ?? options.comparable
  const decided = valid.length >= needed
  const someoneIsLast = decided && scores.some((score) => score !== lowest)
  const others = entries.length - valid.length
  const places = new Map<string, Place>()
  valid.forEach((entry, i) => {
    const score = scores[i] as number
    const rank = ranks[i] as number
    places.set(entry.unit, { entry, score, rank, tied: ranks.indexOf(rank) !== ranks.lastIndexOf(rank), last: someoneIsLast && score === lowest })
  })
  for (const entry of entries) {
    if (entry.outcome !== 'valid') places.set(entry.unit, { entry, rank: valid.length + 1, tied: others > 1, last: false })
  }
  const rules = new Set(valid.map((entry) => entry.rules)).size
  const borne = options.mostMissingFrom?.findLast((from) => from.week <= week)?.mostMissing ?? options.mostMissing ?? 0
  const awaited = others > borne ? others : 0
  const undetermined = undeterminedBy({ valid: valid.length, needed, rules, awaited, tiedAt: someoneIsLast ? undefined : lowest })
  return {
    week,
    system,
    members: entries.map((entry) => entry.unit).sort(),
    places,
    comparable: valid.length,
    decided,
    mixedRules: rules > 1,
    awaited,
    ...(undetermined && { undetermined }),
  }
}

function undeterminedBy({ valid, needed, rules, awaited, tiedAt }: { valid: number; needed: number; rules: number; awaited: number; tiedAt: number | undefined }): Undetermined | undefined {
  if (valid < needed) return { reason: 'too-few', params: { valid, needed } }
  if (tiedAt !== undefined) return { reason: 'all-tied', params: { valid, score: tiedAt } }
  if (rules > 1) return { reason: 'mixed-rules', params: { rules } }
  return awaited > 0 ? { reason: 'returns-missing', params: { missing: awaited } } : undefined
}

/** All systems of all weeks, ascending by week, then by system. Groups are left out. Throws when a unit has two entries in a week. */
export function systemWeeks(entries: readonly LedgerEntry[], options: RankingOptions): SystemWeek[] {
  const grouped = new Map<string, LedgerEntry[]>()
  const seen = new Set<string>()
  for (const entry of entries) {
    if (entry.kind !== 'unit') continue
    const key = JSON.stringify([entry.week, entry.unit])
    if (seen.has(key)) throw new Error(`two ledger entries for unit ${entry.unit} in week ${entry.week}`)
    seen.add(key)
    const group = JSON.stringify([entry.week, entry.system])
    const members = grouped.get(group)
    if (members) members.push(entry)
    else grouped.set(group, [entry])
  }
  return [...grouped.values()].map((group) => systemWeek(group, options)).sort((a, b) => a.week - b.week || compareText(a.system, b.system))
}

/** Order that depends on no locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function scoreOf(entry: LedgerEntry): number {
  if (entry.score === undefined || !Number.isFinite(entry.score)) throw new Error(`valid ledger entry without a score: ${entry.unit}, week ${entry.week}`)
  return entry.score
}
