/** From an indicator down to its measures, and from them to the rows that cost points. */
import { exactSum } from '../campaign/exact-sum'
import { counts, meanAttainment, type Unlisted } from '../evaluation/measure-results'
import type { Campaign } from '../campaign/campaign'
import type { IndicatorDefinition } from '../campaign/schema'
import type { MeasureResult } from '../evaluation/evaluation'

export interface ExplainedMeasure {
  readonly measure: string
  /** Subjects it was measured on; met + lacking + waived + notStarted + undetermined. Who is not on the roster is not among them. */
  readonly subjects: number
  readonly met: number
  /** Below target, whether or not it is due. */
  readonly lacking: number
  readonly waived: number
  readonly notStarted: number
  readonly undetermined: number
  /** Registered members who are not on the roster: they count as having done nothing. */
  readonly unlisted: number
  /** Mean attainment (`by: share`: share that meet it) of those that count, 0 … 1; absent when none does. */
  readonly attainment?: number
  /** Points of 100 lost through it, not rounded; those of an indicator's measures add up to what it loses. */
  readonly lost: number
  /** Points lost through members who are not on the roster. */
  readonly lostUnlisted: number
  /** What is not met, what could not be worked out and what is waived; by points lost, most first, then by place. */
  readonly rows: readonly ExplainedRow[]
}

export interface ExplainedRow extends Pick<MeasureResult, 'subject' | 'value' | 'target' | 'gap' | 'due' | 'status' | 'sheet' | 'row' | 'column' | 'attainment'> {
  /** Points of 100 lost through it, not rounded. */
  readonly lost: number
}

/** Why an indicator does not count (words: `explain/<reason>`). */
export type NotCounted = 'nothing-applies' | 'not-started' | 'waived' | 'undetermined' | 'no-group-return' | 'not-by-group'

export interface MeasureEvidence {
  /** Every result of the unit in that week; where a group's measures feed its score, those of its row, too. */
  readonly measures: readonly MeasureResult[]
  readonly unlisted?: Readonly<Record<string, Unlisted>>
  /** The unit's group has a valid return with a row for it: what it does not say there is not said for want of a return. */
  readonly hasGroupRow?: boolean
}

type Taking = Pick<MeasureResult, 'attainment' | 'status'>

/**
 * The measures of an indicator, with what each and each of their rows costs. `most`: points of 100 that the
 * indicator would give in full. What is lost is shared out as the indicator is made up (see score.ts): under
 * `mean` and `share` measures count the same, and subjects within a measure; under `worst` everything is lost
 * through the subject at the bottom (the first of them).
 */
export function explainMeasures(definition: IndicatorDefinition, most: number, { measures, unlisted = {} }: MeasureEvidence): ExplainedMeasure[] {
  const groups = definition.measures.map((id) => ({ id, results: measures.filter(({ measure }) => measure === id), unlisted: unlisted[id] }))
  const counting = groups.filter((group) => group.results.some(counts) || group.unlisted).length
  const worst = definition.by === 'worst' ? Math.min(1, ...groups.flatMap((group) => [...group.results.filter(counts), ...(group.unlisted ? [group.unlisted] : [])].map(({ attainment }) => attainment))) : undefined
  const takes = ({ attainment, status }: Taking): number => (definition.by === 'share' ? Number(status === 'met') : attainment)
  let found = false
  return groups.map(({ id, results, unlisted: left }) => {
    const taking = results.filter(counts)
    const subjects = taking.length + (left?.count ?? 0)
    const lostBy = (one: Taking, times = 1): number => {
      if (worst === undefined) return counting === 0 || subjects === 0 ? 0 : (most * (1 - takes(one)) * times) / (counting * subjects)
      if (found || one.attainment > worst || worst === 1) return 0
      found = true
      return most * (1 - worst)
    }
    const rows = results.filter(({ status }) => status !== 'met' && status !== 'not-started').map((result): ExplainedRow => rowOf(result, counts(result) ? lostBy(result) : 0))
    const lostUnlisted = left ? lostBy({ attainment: left.attainment, status: left.met ? 'met' : 'shortfall' }, left.count) : 0
    const attainment = meanAttainment(taking, left, takes)
    const count = (...statuses: string[]) => results.filter(({ status }) => statuses.includes(status)).length
    return {
      measure: id,
      subjects: results.length,
      met: count('met'),
      lacking: count('in-progress', 'shortfall'),
      waived: count('waived'),
      notStarted: count('not-started'),
      undetermined: count('undetermined'),
      unlisted: left?.count ?? 0,
      ...(attainment !== undefined && { attainment }),
      lost: exactSum([...rows.map(({ lost }) => lost), lostUnlisted]),
      lostUnlisted,
      rows: rows.sort((a, b) => b.lost - a.lost || (a.row ?? 0) - (b.row ?? 0)),
    }
  })
}

/** Why an indicator without an attainment has none: all the reasons that its measures give, none twice. */
export function notCounted(campaign: Campaign, definition: IndicatorDefinition, { measures, hasGroupRow }: MeasureEvidence): NotCounted[] {
  const reasons = definition.measures.flatMap((id): NotCounted[] => {
    const results = measures.filter(({ measure }) => measure === id)
    if (results.length === 0) return [campaign.measures.find((one) => one.id === id)?.in === 'group' ? (hasGroupRow ? 'not-by-group' : 'no-group-return') : 'nothing-applies']
    return results.map(({ status }) => (status === 'not-started' || status === 'undetermined' ? status : 'waived'))
  })
  return [...new Set(reasons)]
}

function rowOf({ subject, value, target, gap, due, status, sheet, row, column, attainment }: MeasureResult, lost: number): ExplainedRow {
  return { subject, value, target, gap, due, status, sheet, row, column, attainment, lost }
}
