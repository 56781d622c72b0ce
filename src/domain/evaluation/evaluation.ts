/** What a return amounts to on a given day: measures, shortfalls, score. */
import type { Finding } from '../returns/finding'
import type { IsoDate } from '../returns/return'
import type { Unlisted } from './measure-results'

/**
 * | value against target | today ≤ due | status        |
 * | met                  | any         | `met`         |
 * | not met              | yes         | `in-progress` |
 * | not met              | no          | `shortfall`   |
 * `not-started`: its start lies ahead. An expression that fails gives `undetermined` with a finding. `waived`: the
 * office relieved the subject of it, whatever the value.
 */
export type MeasureStatus = 'met' | 'in-progress' | 'shortfall' | 'not-started' | 'undetermined' | 'waived'

export interface MeasureResult {
  readonly measure: string
  /** Record it was measured on: label and row for a row, the unit's or group's name otherwise. */
  readonly of: string
  readonly subject: string
  /** In the measure's own unit. */
  readonly value: number
  readonly target: number
  /** How far value is from target, ≥ 0, in the measure's unit; 0 when met. */
  readonly gap: number
  /** 0 … 1. */
  readonly attainment: number
  readonly due: IsoDate
  readonly status: MeasureStatus
  /** The cell to show; absent when the form is missing. */
  readonly sheet?: string
  readonly row?: number
  readonly column?: number
}

export interface IndicatorScore {
  readonly indicator: string
  readonly weight: number
  /** 0 … 1; absent when nothing to measure applies or has started: then its weight is left out. */
  readonly attainment?: number
  /** Points it contributes to the score of 100. */
  readonly points: number
}

export interface AdjustmentScore {
  readonly adjustment: string
  readonly value: number
  /** Signed: a penalty is negative. */
  readonly points: number
}

export interface Score {
  /** 0 … 100 from the weights, scaled to those that count, plus adjustments (a bonus can carry it past 100); never below 0; rounded to `ranking.digits`. */
  readonly total: number
  readonly indicators: readonly IndicatorScore[]
  readonly adjustments: readonly AdjustmentScore[]
}

export interface Unwaived {
  readonly score: Score
  /** Results that would be short after their due date. */
  readonly shortfalls: readonly MeasureResult[]
}

export interface Evaluation {
  readonly asOf: IsoDate
  /** Campaign week of `asOf`, 1-based, clamped to the campaign. */
  readonly week: number
  readonly measures: readonly MeasureResult[]
  /** By measure: registered members who are not on the roster and take part in the indicators all the same. */
  readonly unlisted?: Readonly<Record<string, Unlisted>>
  readonly score: Score
  /** What it would be without waivers; absent: the same. */
  readonly unwaived?: Unwaived
  /** Row, consistency and requirement findings. */
  readonly findings: readonly Finding[]
}
