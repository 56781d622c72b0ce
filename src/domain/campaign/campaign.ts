/**
 * A definition ready for use: checked, every expression compiled, settings and weights as the
 * office has them. Made once; evaluating a return only reads it.
 */
import type { CampaignCalendar } from './calendar'
import type { Expression, Variables } from './expression'
import type { RecordTypes } from './record-type'
import type { AdjustmentDefinition, ConstraintDefinition, Definition, FormDefinition, IndicatorDefinition, MeasureDefinition, TotalDefinition, WorkbookKind } from './schema'
import type { IsoDate } from '../returns/return'

/** What the campaign office changed without touching the definition. */
export interface Overrides {
  readonly settings?: Readonly<Record<string, number | boolean | string>>
  /** By indicator. */
  readonly weights?: Readonly<Record<string, number>>
}

/** Limits of a cell. Numbers for numbers, ISO dates for dates. */
export interface Limits {
  readonly min?: number | IsoDate
  readonly max?: number | IsoDate
}

export interface CompiledConstraint {
  readonly id: string
  readonly form: string
  readonly definition: ConstraintDefinition
  /** The repeat field it runs over, or how often it runs. */
  readonly each: { readonly kind: 'row' } | { readonly kind: 'sheet' } | { readonly kind: 'repetition'; readonly field: string }
  readonly when?: Expression<boolean>
  readonly require: Expression<boolean>
}

export interface RequiredCell {
  readonly form: string
  /** `field`; `repeat.field` inside a repetition. */
  readonly path: string
  readonly repeat?: string
  readonly when: Expression<boolean>
}

/** What a measure is measured on: every row of a form, or the unit or group as a whole. */
export type MeasureSubject = { readonly kind: 'rows'; readonly form: string } | { readonly kind: 'whole' }

export interface CompiledMeasure {
  readonly id: string
  readonly definition: MeasureDefinition
  /** Workbook whose data it is measured on. */
  readonly in: WorkbookKind
  readonly subject: MeasureSubject
  readonly applies?: Expression<boolean>
  readonly value: Expression<number>
  readonly target: Expression<number>
  readonly zeroAt?: Expression<number>
  readonly start?: Expression<IsoDate | undefined>
  readonly due?: Expression<IsoDate | undefined>
}

export interface CompiledIndicator {
  readonly id: string
  readonly definition: IndicatorDefinition
  /** Whose score it is part of. */
  readonly in: WorkbookKind
  /** With overrides. */
  readonly weight: number
}

export interface CompiledAdjustment {
  readonly id: string
  readonly definition: AdjustmentDefinition
  readonly value: Expression<number>
  readonly points: number
  readonly cap: number
}

export interface CompiledBulletin {
  /** From one bulletin to the next. */
  readonly days: number
  /** Units named as exemplary. */
  readonly exemplary: number
  readonly totals: readonly CompiledTotal[]
}

/** Worked out for each unit, then added up. */
export interface CompiledTotal {
  readonly id: string
  readonly definition: TotalDefinition
  readonly value: Expression<number>
}

export interface CompiledProfiles {
  readonly roster: string
  /** Choice field of the roster. */
  readonly field: string
  /** Properties by list item. */
  readonly values: ReadonlyMap<string, Readonly<Record<string, number | boolean>>>
  readonly default: string
}

export interface Campaign {
  readonly definition: Definition
  readonly calendar: CampaignCalendar
  /** Values with overrides; dates as ISO text. */
  readonly settings: Readonly<Record<string, number | boolean | string>>
  /** What a score is computed with: version of the definition and a hash of everything that can change a score. Equal rules, comparable scores. */
  readonly rules: string
  /** Form ids in order of the definition. */
  readonly forms: Readonly<Record<WorkbookKind, readonly string[]>>
  /** Throws for an unknown form: that is a broken program. */
  form(id: string): FormDefinition
  /** Limits of a cell by path, `hours` or `days.hours`; settings are worked in. Empty when there are none. */
  limits(form: string, path: string): Limits
  /** Fewest comparable units for which a last place is given. */
  readonly comparable: number
  /** Most units of a system without a valid return at which its last place is asserted. */
  readonly mostMissing: number
  /** Weeks running in last place that entail a consequence, by consequence; only those that hang on last place. */
  readonly lastWeeks: ReadonlyMap<string, number>
  /** Days that a paper gives for an answer, by paper; only those that set a date. */
  readonly paperDays: ReadonlyMap<string, number>
  /** Units of each system that are drawn for spot checks. */
  readonly spotChecks?: { readonly fewest: number; readonly most: number }
  readonly bulletin?: CompiledBulletin
  readonly constraints: readonly CompiledConstraint[]
  readonly required: readonly RequiredCell[]
  /** In an order in which each stands after those it asks for. */
  readonly measures: readonly CompiledMeasure[]
  readonly indicators: readonly CompiledIndicator[]
  readonly adjustments: readonly CompiledAdjustment[]
  readonly profiles?: CompiledProfiles
  readonly types: RecordTypes
  /** `settings`, `calendar` and `lists` as expressions see them. */
  readonly fixed: Variables
}

export { fieldAt } from './field-at'
