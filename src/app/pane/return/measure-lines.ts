/** How far a return is from the standard, measure by measure in the definition's order: that of the directive. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { MeasureDefinition } from '../../../domain/campaign/schema'
import type { Evaluation, MeasureResult, MeasureStatus } from '../../../domain/evaluation/evaluation'
import type { IsoDate } from '../../../domain/returns/return'
import { groupBy } from '../group-by'

export interface MeasureLine {
  readonly id: string
  readonly definition: MeasureDefinition
  /** The worst there is: `shortfall` before `in-progress` before `undetermined`; `not-started` only when all are. */
  readonly status: MeasureStatus
  /** One result for the unit as a whole, rather than one a row. */
  readonly whole: boolean
  /** How many it was measured on. */
  readonly subjects: number
  /** Those short of the target, in the order of the sheet. */
  readonly short: readonly MeasureResult[]
  readonly results: readonly MeasureResult[]
  /** Sum of the gaps, in the measure's unit. */
  readonly gap: number
  /** Mean attainment of those that count, 0 … 1. */
  readonly attainment: number
  /** Earliest due date among those short, or among all when none is. */
  readonly due: IsoDate
}

const isShort = ({ status }: MeasureResult): boolean => status === 'shortfall' || status === 'in-progress'

/** Measures without a single result (nothing applies) are left out. */
export function measureLines({ measures }: Evaluation, campaign: Campaign): MeasureLine[] {
  const byMeasure = groupBy(measures, ({ measure }) => measure)
  return Object.entries(campaign.definition.measures).flatMap(([id, definition]) => {
    const results = byMeasure.get(id)
    if (!results || results.length === 0) return []
    const short = results.filter(isShort)
    const counted = results.filter(({ status }) => status !== 'not-started' && status !== 'undetermined')
    return [
      {
        id,
        definition,
        status: statusOf(results),
        whole: definition.of === 'unit' || definition.of === 'group',
        subjects: results.length,
        short,
        results,
        gap: short.reduce((sum, { gap }) => sum + gap, 0),
        attainment: counted.length === 0 ? 0 : counted.reduce((sum, { attainment }) => sum + attainment, 0) / counted.length,
        due: (short.length > 0 ? short : results).map(({ due }) => due).sort()[0] as IsoDate,
      },
    ]
  })
}

function statusOf(results: readonly MeasureResult[]): MeasureStatus {
  const all = new Set(results.map(({ status }) => status))
  return (['shortfall', 'in-progress', 'undetermined', 'met'] as const).find((status) => all.has(status)) ?? 'not-started'
}

export interface SubjectLine {
  /** As the sheet names it: a member, a supervised unit. */
  readonly subject: string
  readonly short: readonly MeasureResult[]
  readonly met: number
}

/**
 * The same by who it is about: members of a unit, units of a supervision group. Only measures on a
 * roster's rows; in the order of the roster. Everybody measured is there, also those who lack nothing.
 */
export function subjectLines({ measures }: Evaluation, campaign: Campaign): SubjectLine[] {
  const rosters = new Set(campaign.measures.flatMap(({ id, subject }) => (subject.kind === 'rows' && campaign.form(subject.form).shape === 'roster' ? [id] : [])))
  const bySubject = groupBy(measures.filter(({ measure }) => rosters.has(measure)), ({ subject }) => subject)
  return [...bySubject].map(([subject, results]) => ({ subject, short: results.filter(isShort), met: results.filter(({ status }) => status === 'met').length }))
}

/** Whether something is overdue, or falls due by the end of a week. */
export const isDueBy = ({ status, due }: MeasureResult, day: IsoDate): boolean => status === 'shortfall' || (status === 'in-progress' && due <= day)
