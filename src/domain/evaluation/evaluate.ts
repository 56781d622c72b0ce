/** Judges a return on a day: constraints, measures, shortfalls, score. */
import { checkConstraints } from './constraints'
import { measure } from './measure-results'
import { recordsOf } from './records'
import { scoreOf } from './score'
import { waiversFor } from './waiver'
import type { Campaign } from '../campaign/campaign'
import type { IsoDate, Return } from '../returns/return'
import type { Evaluation, MeasureResult, Unwaived } from './evaluation'
import type { Records } from './records'
import type { Waived, Waiver } from './waiver'

export interface EvaluateOptions {
  /** Of the whole office: those of this return's unit that hold on the day are applied. */
  readonly waivers?: readonly Waiver[]
}

/**
 * What a return amounts to as of a day. Pure: the same return, campaign, day and waivers give the same result, whatever
 * the order of its rows (findings and results keep that order; the score does not depend on it).
 * Never throws for bad data. Codes: `row/<form>.<constraint>`, `row/required`, `row/undetermined`,
 * `requirement/<measure>`, `requirement/undetermined`. The return's own findings are not repeated. What is waived has none.
 */
export function evaluate(campaign: Campaign, ret: Return, asOf: IsoDate, { waivers = [] }: EvaluateOptions = {}): Evaluation {
  const records = recordsOf(campaign, ret, asOf)
  const rowFindings = checkConstraints(campaign, ret, records)
  const { results, findings, unlisted, score, scoreFindings, unwaived } = measured(campaign, ret, records, asOf, waivers)
  return {
    asOf,
    week: campaign.calendar.weekOf(asOf),
    measures: results,
    unlisted: Object.fromEntries(unlisted),
    score,
    ...(unwaived && { unwaived }),
    findings: [...rowFindings, ...findings(), ...scoreFindings],
  }
}

/** Measures and score; with waivers that make a difference, also without them. */
function measured(campaign: Campaign, ret: Return, records: Records, asOf: IsoDate, waivers: readonly Waiver[]) {
  const waived = waiversFor(waivers, ret.subject.id, asOf)
  const once = (by: readonly Waived[]) => {
    const { results, findings, unlisted, variables } = measure(campaign, ret, records, asOf, by)
    const { score, findings: scoreFindings } = scoreOf(campaign, ret.kind, results, unlisted, variables)
    return { results, findings, unlisted, score, scoreFindings }
  }
  const now = once(waived)
  if (waived.length === 0) return { ...now, unwaived: undefined }
  const { score, results } = once([])
  const unwaived: Unwaived = { score, shortfalls: results.filter(isShortfall) }
  const isSame = JSON.stringify(score) === JSON.stringify(now.score) && unwaived.shortfalls.length === now.results.filter(isShortfall).length
  return { ...now, unwaived: isSame ? undefined : unwaived }
}

const isShortfall = ({ status }: MeasureResult): boolean => status === 'shortfall'

/** The measures of {@link evaluate} alone, for what asks for nothing else: constraints are most of its cost. */
export function evaluateMeasures(campaign: Campaign, ret: Return, asOf: IsoDate, waivers: readonly Waiver[] = []): Required<Pick<Evaluation, 'measures' | 'unlisted'>> {
  const { results, unlisted } = measure(campaign, ret, recordsOf(campaign, ret, asOf), asOf, waiversFor(waivers, ret.subject.id, asOf))
  return { measures: results, unlisted: Object.fromEntries(unlisted) }
}

export interface PartOptions {
  readonly campaign: Campaign
  /** Measures to work out, with all that they ask for; see `withAsked`. */
  readonly measures: ReadonlySet<string>
  /** To weigh among themselves; their measures are among those. */
  readonly indicators?: ReadonlySet<string>
  readonly adjustments?: ReadonlySet<string>
  /** Of the whole office. */
  readonly waivers?: readonly Waiver[]
}

/**
 * Parts of {@link evaluate}, without constraints: results of some measures, attainments of some indicators, some
 * adjustments; each as in the whole. Several of one return by campaigns of one definition share its typed records.
 */
export function evaluateParts(ret: Return, asOf: IsoDate, parts: readonly PartOptions[]): Pick<Evaluation, 'measures' | 'score' | 'unwaived'>[] {
  let records: Records | undefined
  return parts.map(({ campaign, measures, indicators = NONE, adjustments = NONE, waivers = [] }) => {
    const part: Campaign = {
      ...campaign,
      measures: campaign.measures.filter(({ id }) => measures.has(id)),
      indicators: campaign.indicators.filter(({ id }) => indicators.has(id)),
      adjustments: campaign.adjustments.filter(({ id }) => adjustments.has(id)),
    }
    records = recordsOf(campaign, ret, asOf, records)
    const { results, score, unwaived } = measured(part, ret, records, asOf, waivers)
    return { measures: results, score, ...(unwaived && { unwaived }) }
  })
}

const NONE: ReadonlySet<string> = new Set()
