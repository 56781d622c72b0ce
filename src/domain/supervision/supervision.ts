/** What a group's return says of the group and of every unit that it looks after; kept with its ledger entry. */
import type { MeasureResult } from '../evaluation/evaluation'
import type { FieldValue, IsoDate } from '../returns/return'

export interface Supervision {
  /** What is asked of the group, in order of the definition. */
  readonly duties: readonly Duty[]
  /** In the order of the group's roster; empty: the definition has no roster of units. */
  readonly units: readonly SupervisedUnit[]
}

/** One measure, added up over its subjects that count (see `counts`). */
export interface Duty {
  readonly measure: string
  /** Done and owed, in the measure's unit; what is done beyond a subject's target is not added. */
  readonly done: number
  readonly owed: number
  /** Subjects that count, those of them that meet it, and those that are short after their due date. */
  readonly subjects: number
  readonly met: number
  readonly short: number
}

export interface SupervisedUnit {
  /** As the group's workbook names it. */
  readonly label: string
  /** Registry id; absent: it cannot be told which unit is meant. */
  readonly unit?: string
  /** By events form (see `unitTables`): days on which there is a row about the unit, by campaign week (week 1 first), and the last of them. */
  readonly days: Readonly<Record<string, { readonly weeks: readonly number[]; readonly last?: IsoDate }>>
  /** What the roster's companions say of it, by `form.field`; blank left out. */
  readonly facts: Readonly<Record<string, Exclude<FieldValue, null>>>
  /** Of the measures that feed the unit's score. */
  readonly results: readonly MeasureResult[]
}
