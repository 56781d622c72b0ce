/** The score of a return: indicators by weight, and points outside the weights. */
import { ExpressionFailure } from '../campaign/expression'
import { counts, meanAttainment } from './measure-results'
import { exactMean } from './mean'
import { weigh } from './weigh'
import type { Campaign, CompiledAdjustment, CompiledIndicator } from '../campaign/campaign'
import type { Variables } from '../campaign/expression'
import type { Finding } from '../returns/finding'
import type { WorkbookKind } from '../campaign/schema'
import type { Unlisted } from './measure-results'
import type { AdjustmentScore, MeasureResult, Score } from './evaluation'

export interface Scored {
  readonly score: Score
  /** `requirement/undetermined` for an adjustment that could not be worked out (it gives no points). */
  readonly findings: readonly Finding[]
}

/** What the indicators attain, weighed by {@link weigh}: one to which nothing applies, or whose measures have not started, does not count; nor does one that its group feeds, which is added where the group's return is known (see `supervision/feed`). Adjustments are those of the unit only. */
export function scoreOf(campaign: Campaign, kind: WorkbookKind, results: readonly MeasureResult[], unlisted: ReadonlyMap<string, Unlisted>, variables: Variables): Scored {
  const byMeasure = groupedByMeasure(results)
  const made = campaign.indicators
    .filter((indicator) => indicator.in === kind)
    .map((indicator) => ({ indicator: indicator.id, weight: indicator.weight, attainment: attainmentOf(indicator, byMeasure, unlisted) }))
  const findings: Finding[] = []
  const adjustments = kind === 'unit' ? campaign.adjustments.map((adjustment) => adjust(adjustment, variables, findings)) : []
  return { score: weigh(made, adjustments, campaign.definition.ranking.digits), findings }
}

/** What an indicator attains by these results alone; undefined when none of them counts. */
export function attained(indicator: CompiledIndicator, results: readonly MeasureResult[]): number | undefined {
  return attainmentOf(indicator, groupedByMeasure(results), new Map())
}

function groupedByMeasure(results: readonly MeasureResult[]): ReadonlyMap<string, MeasureResult[]> {
  const byMeasure = new Map<string, MeasureResult[]>()
  for (const result of results) {
    const group = byMeasure.get(result.measure)
    if (group) group.push(result)
    else byMeasure.set(result.measure, [result])
  }
  return byMeasure
}

/**
 * | by      | of one measure                             | of several measures          |
 * | `mean`  | mean attainment over its subjects          | their mean, each counting the same |
 * | `share` | share of its subjects that meet the target | their mean, each counting the same |
 * | `worst` | lowest attainment of a subject             | the lowest of all            |
 *
 * Members who are not listed count with the others. Measures without a subject that counts are left out; undefined
 * when that leaves none.
 */
function attainmentOf({ definition }: CompiledIndicator, byMeasure: ReadonlyMap<string, readonly MeasureResult[]>, unlisted: ReadonlyMap<string, Unlisted>): number | undefined {
  const groups = definition.measures
    .map((id) => ({ results: (byMeasure.get(id) ?? []).filter(counts), unlisted: unlisted.get(id) }))
    .filter((group) => group.results.length > 0 || group.unlisted)
  if (groups.length === 0) return undefined
  if (definition.by === 'worst') {
    const all = groups.flatMap((group) => [...group.results, ...(group.unlisted ? [group.unlisted] : [])])
    return all.reduce((worst, { attainment }) => Math.min(worst, attainment), 1)
  }
  const share = definition.by === 'share'
  return exactMean(groups.map((group) => meanAttainment(group.results, group.unlisted, ({ status, attainment }) => (share ? Number(status === 'met') : attainment)) ?? 0))
}

function adjust({ id, definition, value, points, cap }: CompiledAdjustment, variables: Variables, findings: Finding[]): AdjustmentScore {
  try {
    const amount = Math.max(value.evaluate(variables), 0)
    const given = Math.min(amount * points, cap)
    return { adjustment: id, value: amount, points: definition.kind === 'penalty' && given > 0 ? -given : given }
  } catch (error) {
    if (!(error instanceof ExpressionFailure)) throw error
    const [form = '', ...path] = definition.at.split('.')
    findings.push({ code: 'requirement/undetermined', kind: 'requirement', severity: 'warning', form, field: path.join('.').replace('.', '[1].'), params: { measure: id }, texts: { title: definition.title } })
    return { adjustment: id, value: 0, points: 0 }
  }
}
