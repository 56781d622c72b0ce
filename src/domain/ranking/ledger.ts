/** The ledger: what counted for each unit in each week. Ranks and consequences derive from it alone. */
import type { IndicatorScore, AdjustmentScore, MeasureResult } from '../evaluation/evaluation'

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
  readonly unit: string
  /** The unit's system in that week. */
  readonly system: string
  readonly outcome: Outcome
  /** 0 … 100; absent unless valid. */
  readonly score?: number
  /** What the score was computed with: definition version and a hash of weights, targets and settings. */
  readonly rules: string
  readonly indicators: readonly IndicatorScore[]
  readonly adjustments: readonly AdjustmentScore[]
  /** Results that are short after their due date: the evidence of remedies. */
  readonly shortfalls: readonly MeasureResult[]
  /** The file that counted, and its content hash. */
  readonly file?: string
  readonly content?: string
}

export interface Standing {
  readonly week: number
  readonly unit: string
  readonly system: string
  readonly outcome: Outcome
  readonly score?: number
  /** 1, 2, 2, 4; units without a valid return share the place after the last ranked unit. */
  readonly rank: number
  /** Units with a valid return in the system this week. */
  readonly comparable: number
  readonly last: boolean
  /** Consecutive ranked weeks in last place up to and including this one. */
  readonly streak: number
  /** Why a streak cannot be asserted: rules changed, system's units changed. Empty: it can. */
  readonly doubts: readonly Doubt[]
}

export type Doubt =
  | { readonly reason: 'rules-changed'; readonly week: number }
  | { readonly reason: 'system-changed'; readonly week: number }

/** A consequence that a person has to confirm before it is one. */
export interface Proposal {
  /** Stable over recomputation: consequence, unit, member, week of occurrence. */
  readonly key: string
  readonly consequence: string
  readonly week: number
  readonly unit: string
  readonly system: string
  /** Label of the member it concerns; absent: the unit. */
  readonly member?: string
  readonly state: 'proposed' | 'to-be-confirmed'
  readonly doubts: readonly Doubt[]
  /** Down to sheet and cell of the return. */
  readonly evidence: readonly Evidence[]
}

export type Evidence =
  | { readonly kind: 'standing'; readonly week: number; readonly rank: number; readonly of: number; readonly score: number }
  | { readonly kind: 'shortfall'; readonly result: MeasureResult; readonly file?: string }
