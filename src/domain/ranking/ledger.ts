/** The ledger: what counted for each unit in each week. Ranks and consequences derive from it alone. */
import type { WorkbookKind } from '../campaign/schema'
import type { Supervision } from '../supervision/supervision'
import type { AdjustmentScore, IndicatorScore, MeasureResult } from '../evaluation/evaluation'

/** `valid`: a return counts. `missing`: none came. `rejected`: some came, none could be counted. */
export type Outcome = 'valid' | 'missing' | 'rejected'

export interface RegisteredUnit {
  readonly id: string
  readonly name: string
  readonly system: string
  readonly headcount: number
  readonly liaison: string
  readonly phone: string
  /** Supervision group id. */
  readonly group: string
}

export interface LedgerEntry {
  /** Campaign week, 1-based. */
  readonly week: number
  /** Units are ranked; supervision groups are only kept, with what they owe. */
  readonly kind: WorkbookKind
  /** Registry id of the unit or group. */
  readonly unit: string
  /** The unit's system in that week; empty for a group. */
  readonly system: string
  /** Members the office had registered in that week. */
  readonly headcount: number
  readonly outcome: Outcome
  /** 0 … 100; absent unless valid. */
  readonly score?: number
  /** What the score was computed with: definition version and a hash of weights, targets and settings. */
  readonly rules: string
  /** Hash of everything that it was judged by: rules, settings, day, what the office knows of the unit, waivers. Absent: not noted. */
  readonly basis?: string
  readonly indicators: readonly IndicatorScore[]
  readonly adjustments: readonly AdjustmentScore[]
  /** Results that are short after their due date: the evidence of remedies. */
  readonly shortfalls: readonly MeasureResult[]
  /** The same without waivers, where it differs. */
  readonly unwaived?: UnwaivedEntry
  /** The file that counted; its content hash; when that content was settled (ISO local date and time); rows accepted. */
  readonly file?: string
  readonly content?: string
  readonly stamp?: string
  readonly rows?: number
  /** Of a group: what its return says of it and its units. */
  readonly supervision?: Supervision
  /** Findings of the return that counted. */
  readonly counts?: FindingCounts
  /** Unless valid: why nothing counts, as an intake code. */
  readonly reason?: string
}

export interface UnwaivedEntry {
  readonly score: number
  readonly indicators: readonly IndicatorScore[]
  readonly adjustments: readonly AdjustmentScore[]
  readonly shortfalls: readonly MeasureResult[]
}

export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly queries: number
}

/**
 * Why nothing can be asserted about last place in a week (words: `undetermined/<reason>`, with `params`).
 * | reason            | of            | params          | what it means                                                |
 * | `too-few`         | system        | valid, needed   | fewer valid returns than can be compared: nobody is last      |
 * | `all-tied`        | system        | valid, score    | all that can be compared have the same score: nobody is last  |
 * | `mixed-rules`     | system        | rules           | scored by so many sets of rules: last, but to be confirmed    |
 * | `returns-missing` | system, unit that is last | missing | so many others have no valid return: last, but to be confirmed, for theirs may turn out lower |
 * | `no-valid-return` | unit          | –               | the unit has no valid return: not submitted is not performed badly |
 */
export interface Undetermined {
  readonly reason: 'too-few' | 'all-tied' | 'mixed-rules' | 'returns-missing' | 'no-valid-return'
  readonly params: Readonly<Record<string, number>>
}

export interface Standing {
  readonly week: number
  readonly unit: string
  readonly system: string
  readonly outcome: Outcome
  readonly score?: number
  /** 1, 2, 2, 4; units without a valid return share the place after the last ranked unit. */
  readonly rank: number
  /** True when another unit of the system has the same rank. */
  readonly tied: boolean
  /** Places gained (+) or lost (-) since the unit's last ranked week in the same system; absent: no such week. */
  readonly movement?: number
  /** Units with a valid return in the system this week. */
  readonly comparable: number
  readonly last: boolean
  /** Why last place cannot be asserted, of the unit or else of its system; absent: it can. */
  readonly undetermined?: Undetermined
  /** Consecutive ranked weeks in last place up to and including this one; carried through a week that does not count. */
  readonly streak: number
  /** The weeks of the streak, ascending. */
  readonly streakWeeks: readonly number[]
  /** Why the streak cannot be asserted. Empty: it can. */
  readonly doubts: readonly Doubt[]
}

/**
 * - `rules-changed`: scored by other rules than the streak's week before (`week`: the first under the new ones)
 * - `mixed-rules`: the returns of that week were not all scored by the same rules
 * - `returns-missing`: others of the system had no valid return in that week, so that last place may yet go to one of them
 * - `system-changed`: the unit, or another one, joined or left the system since the streak's week before
 * - `no-valid-return`: the streak continues past a ranked week in which the unit itself had no valid return
 */
export interface Doubt {
  readonly reason: 'rules-changed' | 'mixed-rules' | 'returns-missing' | 'system-changed' | 'no-valid-return'
  readonly week: number
}

/** A consequence that a person has to confirm before it is one. */
export interface Proposal {
  /** Stable over recomputation: consequence, unit, member, week of occurrence. */
  readonly key: string
  readonly consequence: string
  /** Week in which it was first found. */
  readonly week: number
  readonly unit: string
  readonly system: string
  /** Label of the member it concerns; absent: the unit or group as a whole. */
  readonly member?: string
  readonly state: 'proposed' | 'to-be-confirmed'
  /** False: the shortfall has been made good in the unit's latest valid return. */
  readonly open: boolean
  readonly doubts: readonly Doubt[]
  /** Down to sheet and cell of the return. */
  readonly evidence: readonly Evidence[]
}

export type Evidence =
  | { readonly kind: 'standing'; readonly week: number; readonly rank: number; readonly of: number; readonly score: number }
  | { readonly kind: 'shortfall'; readonly week: number; readonly result: MeasureResult; readonly file?: string }
