/** Why a unit stands where it stands in a week: from the score to the indicator, the measure and the row. */
import { mostPoints } from '../evaluation/weigh'
import { explainMeasures, notCounted, type ExplainedMeasure, type MeasureEvidence, type NotCounted } from './explained-measures'
import { nextPlace, type NextPlace } from './next-place'
import { pointLines } from './points'
import { robustness, type Robustness } from './robustness'
import { scoreChange, type ScoreChange } from './score-change'
import { standings } from './standings'
import { roundScore } from './competition'
import { rankingOptions, type RankingOptions } from './week-table'
import type { Campaign } from '../campaign/campaign'
import type { IndicatorDefinition } from '../campaign/schema'
import type { IndicatorScore } from '../evaluation/evaluation'
import type { LedgerEntry, Standing } from './ledger'

export interface Explanation {
  readonly week: number
  readonly unit: string
  readonly system: string
  /** Place, ties, streak and doubts. */
  readonly standing: Standing
  /** Absent without a valid return; then there is nothing else to explain. */
  readonly score?: number
  /** In order of the definition. Points of indicators, adjustments and `floor` add up to the score, exactly. */
  readonly indicators: readonly ExplainedIndicator[]
  readonly adjustments: readonly ExplainedAdjustment[]
  /** Points added because a score does not fall below 0; mostly 0. */
  readonly floor: number
  readonly next?: NextPlace
  readonly change?: ScoreChange
  /** Only when the unit is last. */
  readonly robustness?: Robustness
}

export interface ExplainedIndicator {
  readonly indicator: string
  readonly weight: number
  /** 0 … 1; absent: it does not count, see `because`, and its weight went to the others. */
  readonly attainment?: number
  /** Points it gives, and points it would give besides if it were attained in full; rounded as scores are. */
  readonly points: number
  readonly lost: number
  /** Why it does not count; empty when it does. */
  readonly because: readonly NotCounted[]
  readonly measures: readonly ExplainedMeasure[]
}

export interface ExplainedAdjustment {
  readonly adjustment: string
  /** In the adjustment's own measure (so many cases). */
  readonly value: number
  /** Signed; rounded as scores are. */
  readonly points: number
  /** True when it gives or takes the most it can. */
  readonly capped: boolean
}

export interface ExplainerOptions {
  /** The campaign in force in that week. */
  readonly campaign: Campaign
  /** The ledger: this week and those before it. */
  readonly entries: readonly LedgerEntry[]
  readonly week: number
  /** Of the perturbed weights; recorded with the result. */
  readonly seed: number
  /** How the weeks are ranked; absent: as the campaign says, in every week. */
  readonly ranking?: RankingOptions
}

/** Explains one unit; undefined when the ledger has no entry of it in that week. `evidence`: from judging its stored return as of that week. */
export type Explain = (unit: string, evidence: MeasureEvidence) => Explanation | undefined

/**
 * What explaining any unit of a week has in common is worked out once: ask it for as many units as you like.
 * Pure. Throws for two entries of one unit in one week.
 */
export function explainer({ campaign, entries, week, seed, ranking }: ExplainerOptions): Explain {
  const { digits } = campaign.definition.ranking
  const options = ranking ?? rankingOptions(campaign)
  const known = entries.filter((entry) => entry.week <= week)
  const ofWeek = new Map(known.filter((entry) => entry.kind === 'unit' && entry.week === week).map((entry) => [entry.unit, entry]))
  const places = standings(known, options).filter((standing) => standing.week === week)
  const robust = new Map(robustness(known, week, options, seed).map((one) => [one.unit, one]))
  const ofSystem = groupedBy(places, ({ system }) => system)

  return (unit, evidence) => {
    const entry = ofWeek.get(unit)
    if (!entry) return undefined
    const inSystem = ofSystem.get(entry.system) ?? []
    const standing = inSystem.find((one) => one.unit === unit) as Standing
    const points = new Map(pointLines(entry, digits).map((line) => [`${line.kind} ${line.id}`, line.points]))
    const next = nextPlace(entry, inSystem, digits)
    const change = scoreChange(entry, known, digits)
    return {
      week,
      unit,
      system: entry.system,
      standing,
      ...(entry.score !== undefined && { score: entry.score }),
      indicators: explainIndicators(campaign, entry, points, evidence),
      adjustments: entry.adjustments.map(({ adjustment, value, points: exact }) => ({
        adjustment,
        value,
        points: points.get(`adjustment ${adjustment}`) ?? 0,
        capped: campaign.adjustments.some((one) => one.id === adjustment && one.cap > 0 && Math.abs(exact) >= one.cap),
      })),
      floor: points.get('floor ') ?? 0,
      ...(next && { next }),
      ...(change && { change }),
      ...(robust.has(unit) && { robustness: robust.get(unit) }),
    }
  }
}

function explainIndicators(campaign: Campaign, entry: LedgerEntry, points: ReadonlyMap<string, number>, evidence: MeasureEvidence): ExplainedIndicator[] {
  const { digits } = campaign.definition.ranking
  const most = mostPoints(entry.indicators)
  const byMeasure = groupedBy(evidence.measures, ({ measure }) => measure)
  return entry.indicators.map((one: IndicatorScore, i): ExplainedIndicator => {
    // An indicator that a later definition no longer has is shown by what the ledger keeps of it.
    const definition = Object.hasOwn(campaign.definition.indicators, one.indicator) ? (campaign.definition.indicators[one.indicator] as IndicatorDefinition) : undefined
    const own = { ...evidence, measures: (definition?.measures ?? []).flatMap((id) => byMeasure.get(id) ?? []) }
    const full = most[i] as number
    return {
      indicator: one.indicator,
      weight: one.weight,
      ...(one.attainment !== undefined && { attainment: one.attainment }),
      points: points.get(`indicator ${one.indicator}`) ?? 0,
      lost: roundScore(Math.max(full - one.points, 0), digits),
      because: one.attainment === undefined && definition ? notCounted(campaign, definition, own) : [],
      measures: definition ? explainMeasures(definition, full, own) : [],
    }
  })
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
