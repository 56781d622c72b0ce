/** What a change of settings, weights or waivers can touch, told from what expressions use: nothing else need be worked out again. */
import type { Campaign, CompiledAdjustment, CompiledMeasure } from '../campaign/campaign'
import type { Expression } from '../campaign/expression'
import type { Waived } from './waiver'

/** Ids. */
export interface Affected {
  /** Whose results may differ. */
  readonly measures: ReadonlySet<string>
  /** Whose attainment may differ. */
  readonly indicators: ReadonlySet<string>
  readonly adjustments: ReadonlySet<string>
}

/**
 * Between two campaigns of one definition; of two definitions everything is affected. A measure is affected by
 * a setting that one of its expressions reads, by a property of profiles that it reads and whose value hangs on one, and by
 * a measure that it asks for. Weights affect no attainment.
 */
export function affectedBy(before: Campaign, after: Campaign): Affected {
  if (before.definition !== after.definition) return closed(after, () => true, () => true)
  const settings = new Set(Object.keys(after.settings).filter((id) => before.settings[id] !== after.settings[id]))
  const properties = changedProperties(before, after)
  const reads = (expression: Expression<unknown> | undefined): boolean =>
    expression !== undefined && ([...expression.uses.settings].some((id) => settings.has(id)) || [...(expression.uses.fields.get('profile') ?? [])].some((name) => properties.has(name)))
  const amounts = new Map(before.adjustments.map(({ id, points, cap }) => [id, `${points} ${cap}`]))
  return closed(after, (measure) => partsOf(measure).some(reads), ({ id, value, points, cap }) => reads(value) || amounts.get(id) !== `${points} ${cap}`)
}

/** Between two sets of waivers of one unit. */
export function affectedByWaivers(campaign: Campaign, before: readonly Waived[], after: readonly Waived[]): Affected {
  const keys = (waived: readonly Waived[]) => new Set(waived.map((one) => JSON.stringify(one)))
  const [old, now] = [keys(before), keys(after)]
  const clauses = new Set([...before.filter((one) => !now.has(JSON.stringify(one))), ...after.filter((one) => !old.has(JSON.stringify(one)))].map(({ clause }) => clause))
  return closed(campaign, ({ definition }) => definition.clauses.some((clause) => clauses.has(clause)), () => false)
}

/** What either of two changes can touch. */
export function both(one: Affected, other: Affected): Affected {
  return { measures: union(one.measures, other.measures), indicators: union(one.indicators, other.indicators), adjustments: union(one.adjustments, other.adjustments) }
}

/** These measures with all that they ask for: what has to be worked out to work them out. */
export function withAsked(campaign: Campaign, measures: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set(measures)
  // Those asked for stand before those that ask.
  for (const measure of campaign.measures.toReversed()) if (all.has(measure.id)) for (const id of askedBy(measure)) all.add(id)
  return all
}

/** What the attainments and adjustments that are affected are worked out from. */
export function neededFor(campaign: Campaign, { measures, indicators, adjustments }: Affected): ReadonlySet<string> {
  const parts = campaign.indicators.filter(({ id }) => indicators.has(id)).flatMap(({ definition }) => definition.measures)
  const asked = campaign.adjustments.filter(({ id }) => adjustments.has(id)).flatMap(({ value }) => value.uses.measures.map(({ measure }) => measure))
  return withAsked(campaign, new Set([...measures, ...parts, ...asked]))
}

function closed(campaign: Campaign, measureIs: (measure: CompiledMeasure) => boolean, adjustmentIs: (adjustment: CompiledAdjustment) => boolean): Affected {
  const measures = new Set<string>()
  for (const measure of campaign.measures) if (measureIs(measure) || askedBy(measure).some((id) => measures.has(id))) measures.add(measure.id)
  return {
    measures,
    indicators: new Set(campaign.indicators.filter(({ definition }) => definition.measures.some((id) => measures.has(id))).map(({ id }) => id)),
    adjustments: new Set(campaign.adjustments.filter((adjustment) => adjustmentIs(adjustment) || adjustment.value.uses.measures.some(({ measure }) => measures.has(measure))).map(({ id }) => id)),
  }
}

function changedProperties(before: Campaign, after: Campaign): ReadonlySet<string> {
  const changed = new Set<string>()
  for (const [item, properties] of after.profiles?.values ?? []) {
    const old = before.profiles?.values.get(item)
    for (const [name, value] of Object.entries(properties)) if (old?.[name] !== value) changed.add(name)
  }
  return changed
}

function partsOf({ applies, value, target, zeroAt, start, due }: CompiledMeasure): readonly (Expression<unknown> | undefined)[] {
  return [applies, value, target, zeroAt, start, due]
}

function askedBy(measure: CompiledMeasure): string[] {
  return partsOf(measure).flatMap((part) => part?.uses.measures.map(({ measure: id }) => id) ?? [])
}

function union(one: ReadonlySet<string>, other: ReadonlySet<string>): ReadonlySet<string> {
  return other.size === 0 ? one : new Set([...one, ...other])
}
