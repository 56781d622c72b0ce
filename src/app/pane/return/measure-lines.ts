/** How far a return is from the standard, measure by measure in the definition's order: that of the directive. */
import { evaluate } from '../../../domain/evaluation/evaluate'
import type { Campaign } from '../../../domain/campaign/campaign'
import type { MeasureDefinition } from '../../../domain/campaign/schema'
import type { Evaluation, MeasureResult, MeasureStatus } from '../../../domain/evaluation/evaluation'
import type { IsoDate } from '../../../domain/returns/return'
import { givingMeasures } from '../../../domain/campaign/feeding'
import type { CheckResult } from '../../check'
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

/** Measures without a single result (nothing applies) are left out, and those that ask nothing of whoever fills in the return. */
export function measureLines({ measures }: Evaluation, campaign: Campaign): MeasureLine[] {
  const byMeasure = groupBy(measures, ({ measure }) => measure)
  const giving = givingMeasures(campaign)
  return Object.entries(campaign.definition.measures).flatMap(([id, definition]) => {
    const results = byMeasure.get(id)
    if (!results || results.length === 0 || giving.has(id)) return []
    const short = results.filter(isShort)
    const counted = results.filter(({ status }) => status !== 'not-started' && status !== 'undetermined' && status !== 'waived')
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
  return (['shortfall', 'in-progress', 'undetermined', 'met', 'waived'] as const).find((status) => all.has(status)) ?? 'not-started'
}

export interface SubjectLine {
  /** As the sheet names it: a member, a supervised unit. */
  readonly subject: string
  readonly results: readonly MeasureResult[]
  readonly short: readonly MeasureResult[]
}

/** Measures on the rows of a roster: those of single members, or of single units of a supervision group. */
export function measuresBySubject(campaign: Campaign): ReadonlySet<string> {
  const giving = givingMeasures(campaign)
  return new Set(campaign.measures.flatMap(({ id, subject }) => (!giving.has(id) && subject.kind === 'rows' && campaign.form(subject.form).shape === 'roster' ? [id] : [])))
}

/** What is measured by subject, subject by subject in the order of the roster; also those who lack nothing. */
export function subjectLines({ measures }: Evaluation, campaign: Campaign): SubjectLine[] {
  const wanted = measuresBySubject(campaign)
  const bySubject = groupBy(
    measures.filter(({ measure }) => wanted.has(measure)),
    ({ subject }) => subject,
  )
  return [...bySubject].map(([subject, results]) => ({ subject, results, short: results.filter(isShort) }))
}

/** Whether something is overdue, or falls due by a day. */
export const isDueBy = ({ status, due }: MeasureResult, day: IsoDate): boolean => status === 'shortfall' || (status === 'in-progress' && due <= day)

/** The return as it would be judged at the end of its week if nothing more happened: what is still to be done this week. */
export function atWeekEnd({ ret, evaluation }: CheckResult, campaign: Campaign): Evaluation {
  const end = campaign.calendar.weekEnd(Math.min(ret.identity.week ?? evaluation.week, campaign.calendar.weeks))
  return evaluation.asOf >= end ? evaluation : evaluate(campaign, ret, end)
}
