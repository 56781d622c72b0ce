/** Judges a return on a day: constraints, measures, shortfalls, score. */
import { checkConstraints } from './constraints'
import { measure } from './measure-results'
import { recordsOf } from './records'
import { scoreOf } from './score'
import type { Campaign } from '../campaign/campaign'
import type { IsoDate, Return } from '../returns/return'
import type { Evaluation } from './evaluation'

/**
 * What a return amounts to as of a day. Pure: the same return, campaign and day give the same result, whatever
 * the order of its rows (findings and results keep that order; the score does not depend on it).
 * Never throws for bad data. Codes: `row/<form>.<constraint>`, `row/required`, `row/undetermined`,
 * `requirement/<measure>`, `requirement/undetermined`. The return's own findings are not repeated.
 */
export function evaluate(campaign: Campaign, ret: Return, asOf: IsoDate): Evaluation {
  const records = recordsOf(campaign, ret, asOf)
  const rowFindings = checkConstraints(campaign, ret, records)
  const { results, findings, unlisted, variables } = measure(campaign, ret, records, asOf)
  const { score, findings: scoreFindings } = scoreOf(campaign, ret.kind, results, unlisted, variables)
  return { asOf, week: campaign.calendar.weekOf(asOf), measures: results, unlisted: Object.fromEntries(unlisted), score, findings: [...rowFindings, ...findings, ...scoreFindings] }
}

/** The measures of {@link evaluate} alone, for what asks for nothing else: constraints are most of its cost. */
export function evaluateMeasures(campaign: Campaign, ret: Return, asOf: IsoDate): Required<Pick<Evaluation, 'measures' | 'unlisted'>> {
  const { results, unlisted } = measure(campaign, ret, recordsOf(campaign, ret, asOf), asOf)
  return { measures: results, unlisted: Object.fromEntries(unlisted) }
}
