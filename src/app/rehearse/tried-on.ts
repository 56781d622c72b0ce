/** A change tried on one entry of the ledger. */
import type { Campaign } from '../../domain/campaign/campaign'
import { affectedByWaivers, both, neededFor, withAsked, type Affected } from '../../domain/evaluation/affected'
import { evaluateParts } from '../../domain/evaluation/evaluate'
import type { Evaluation, MeasureResult } from '../../domain/evaluation/evaluation'
import { waiversFor, type Waiver } from '../../domain/evaluation/waiver'
import { weigh } from '../../domain/evaluation/weigh'
import type { LedgerEntry, UnwaivedEntry } from '../../domain/ranking/ledger'
import type { Registered } from '../../domain/ranking/registry'
import type { IsoDate, Return } from '../../domain/returns/return'
import { judge } from '../check'
import { basesOf } from '../intake/basis'
import { factsOf } from '../intake/inspect'

export interface Trial {
  readonly before: Campaign
  readonly after: Campaign
  /** Between the two campaigns. */
  readonly affected: Affected
  /** Day the week was judged by. */
  readonly asOf: IsoDate
  readonly waiversBefore: readonly Waiver[]
  readonly waiversAfter: readonly Waiver[]
  readonly everybody: readonly Registered[]
}

export interface ResultChange {
  readonly unit: string
  readonly measure: string
  /** Record it is measured on, and who or what it is about. */
  readonly of: string
  readonly subject: string
  readonly sheet?: string
  readonly row?: number
  readonly column?: number
  /** Absent: the measure did not apply, or would not. */
  readonly before?: MeasureResult
  readonly after?: MeasureResult
}

export interface Tried {
  readonly entry: LedgerEntry
  readonly results: readonly ResultChange[]
}

type Kept = { readonly ret: Return; readonly sheets: readonly string[] }

/** `name`: as registered now; `open`: the return that is kept, asked for only when something in it has to be looked at. */
export function triedOn(entry: LedgerEntry, name: string | undefined, open: () => Kept | undefined, trial: Trial): Tried | 'unknown' {
  const { before, after, asOf } = trial
  const unit: Registered = { kind: entry.kind, id: entry.unit, name: name ?? '', system: entry.system, headcount: entry.headcount }
  const [wasWaived, isWaived] = [waiversFor(trial.waiversBefore, entry.unit, asOf), waiversFor(trial.waiversAfter, entry.unit, asOf)]
  const affected = ofKind(both(trial.affected, affectedByWaivers(after, wasWaived, isWaived)), after, entry)
  const judgedBy = { rules: after.rules, basis: basesOf(after, asOf, trial.waiversAfter).entry(unit) }
  const isTouched = affected.measures.size > 0 || affected.adjustments.size > 0
  if (!isTouched) return { entry: reweighed({ ...entry, ...judgedBy }, after), results: [] }

  const kept = open()
  if (!kept) return 'unknown'
  const ret: Return = { ...kept.ret, subject: { ...kept.ret.subject, ...factsOf({ ...unit, name: name ?? kept.ret.subject.name }) } }
  const was = { campaign: before, measures: withAsked(before, affected.measures), waivers: trial.waiversBefore }
  // Waived results are told beside those without; what a group says of its units is told with its return. Few entries are either.
  if (entry.kind === 'group' || wasWaived.length > 0 || isWaived.length > 0) {
    const [old] = evaluateParts(ret, asOf, [was])
    const { evaluation, supervision } = judge(kept.ret, kept.sheets, { campaign: after, asOf, registered: factsOf({ ...unit, name: name ?? kept.ret.subject.name }), waivers: trial.waiversAfter, everybody: trial.everybody })
    return { entry: wholly({ ...entry, ...judgedBy, ...(supervision && { supervision }) }, evaluation), results: differences(entry.unit, affected, old?.measures ?? [], evaluation.measures) }
  }
  const [old, now] = evaluateParts(ret, asOf, [was, { campaign: after, measures: neededFor(after, affected), indicators: affected.indicators, adjustments: affected.adjustments }]) as [Part, Part]
  return { entry: partly({ ...entry, ...judgedBy }, now, affected, after), results: differences(entry.unit, affected, old.measures, now.measures) }
}

type Part = ReturnType<typeof evaluateParts>[number]

/** What there is in this kind of workbook. */
function ofKind({ measures, indicators, adjustments }: Affected, campaign: Campaign, { kind }: LedgerEntry): Affected {
  const here = new Set(campaign.measures.filter((measure) => measure.in === kind).map(({ id }) => id))
  return {
    measures: new Set([...measures].filter((id) => here.has(id))),
    indicators: new Set(campaign.indicators.filter((indicator) => indicator.in === kind && indicators.has(indicator.id)).map(({ id }) => id)),
    adjustments: kind === 'unit' ? adjustments : new Set(),
  }
}

function reweighed(entry: LedgerEntry, campaign: Campaign): LedgerEntry {
  const anew = <T extends Pick<LedgerEntry, 'indicators' | 'adjustments'>>(of: T) => {
    const { total, indicators, adjustments } = weigh(campaign.indicators.filter((indicator) => indicator.in === entry.kind).map(({ id, weight }) => attainedBefore(of, id, weight)), of.adjustments, campaign.definition.ranking.digits)
    return { score: total, indicators, adjustments }
  }
  const { unwaived } = entry
  return { ...entry, ...anew(entry), ...(unwaived && { unwaived: { ...unwaived, ...anew(unwaived) } }) }
}

function partly(entry: LedgerEntry, { measures, score }: Pick<Evaluation, 'measures' | 'score'>, affected: Affected, campaign: Campaign): LedgerEntry {
  const attained = new Map(score.indicators.map((one) => [one.indicator, one]))
  const given = new Map(score.adjustments.map((one) => [one.adjustment, one]))
  const indicators = campaign.indicators
    .filter((indicator) => indicator.in === entry.kind)
    .map(({ id, weight }) => (affected.indicators.has(id) ? { indicator: id, weight, ...('attainment' in (attained.get(id) ?? {}) && { attainment: attained.get(id)?.attainment }) } : attainedBefore(entry, id, weight)))
  const adjustments = entry.kind === 'unit' ? campaign.adjustments.flatMap(({ id }) => given.get(id) ?? entry.adjustments.find((one) => one.adjustment === id) ?? []) : []
  const anew = weigh(indicators, adjustments, campaign.definition.ranking.digits)
  const short = measures.filter(({ measure, status }) => status === 'shortfall' && affected.measures.has(measure))
  const order = new Map(Object.keys(campaign.definition.measures).map((id, i) => [id, i]))
  const shortfalls = [...entry.shortfalls.filter(({ measure }) => !affected.measures.has(measure) && order.has(measure)), ...short].sort((a, b) => (order.get(a.measure) as number) - (order.get(b.measure) as number))
  return { ...entry, score: anew.total, indicators: anew.indicators, adjustments: anew.adjustments, shortfalls }
}

/** What its group feeds into a unit's score is not in the return: it is added where the group's is known. */
function wholly({ unwaived: _, ...entry }: LedgerEntry, { score, measures, unwaived }: Evaluation): LedgerEntry {
  const plain: UnwaivedEntry | undefined = unwaived && { score: unwaived.score.total, indicators: unwaived.score.indicators, adjustments: unwaived.score.adjustments, shortfalls: unwaived.shortfalls }
  return { ...entry, score: score.total, indicators: score.indicators, adjustments: score.adjustments, shortfalls: measures.filter(({ status }) => status === 'shortfall'), ...(plain && { unwaived: plain }) }
}

function attainedBefore({ indicators }: Pick<LedgerEntry, 'indicators'>, id: string, weight: number) {
  const attainment = indicators.find(({ indicator }) => indicator === id)?.attainment
  return { indicator: id, weight, ...(attainment !== undefined && { attainment }) }
}

/** Of each affected measure, results that are others now, or there no more, or new; by their row. */
function differences(unit: string, { measures }: Affected, before: readonly MeasureResult[], after: readonly MeasureResult[]): ResultChange[] {
  // Only what is affected, and no text made of it that need not be: there are tens of thousands of results, nearly all of them the same.
  const byKey = (results: readonly MeasureResult[]) => new Map(results.flatMap((result) => (measures.has(result.measure) ? [[`${result.measure}|${result.row ?? ''}|${result.sheet ?? ''}|${result.subject}`, result] as const] : [])))
  const [old, now] = [byKey(before), byKey(after)]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((each): ResultChange[] => {
    const [was, is] = [old.get(each), now.get(each)]
    const { measure, of, subject, sheet, row, column } = (is ?? was) as MeasureResult
    if (was && is && isSame(was, is)) return []
    return [{ unit, measure, of, subject, ...(sheet !== undefined && { sheet }), ...(row !== undefined && { row }), ...(column !== undefined && { column }), ...(was && { before: was }), ...(is && { after: is }) }]
  })
}

function isSame(a: MeasureResult, b: MeasureResult): boolean {
  return a.value === b.value && a.target === b.target && a.attainment === b.attainment && a.status === b.status && a.due === b.due
}
