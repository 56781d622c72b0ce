/** A requirement that is not met, as a letter says it. */
import { measureSubject } from '../../../domain/campaign/subject'
import type { MeasureResult } from '../../../domain/evaluation/evaluation'
import type { FIELDS} from '../fields';
import { type Values } from '../fields'
import type { PaperSource } from './source'
import { amount, dateText, numbered, textIn } from './words'

type Item = Values<(typeof FIELDS)['consequence']['items']>

/** In the order of the definition, then of the results. @param member label of the person they are about: need not be said again */
export function itemsOf(results: readonly MeasureResult[], source: PaperSource, member?: string): Item[] {
  const order = Object.keys(source.campaign.definition.measures)
  const place = new Map(order.map((id, i) => [id, i]))
  return numbered([...results].sort((a, b) => (place.get(a.measure) ?? order.length) - (place.get(b.measure) ?? order.length)).map((result) => itemOf(result, source, member)))
}

function itemOf(result: MeasureResult, source: PaperSource, member: string | undefined): Omit<Item, 'n'> {
  const { definition } = source.campaign
  const measure = definition.measures[result.measure]
  const how = measure?.compare ?? 'at-least'
  const shown = (value: number) => amount(value, measure?.unit, source)
  const isRow = measure !== undefined && measureSubject(definition, measure.of)?.form !== undefined
  const subject = isRow && result.subject !== member ? result.subject : ''
  const title = measure ? textIn(source, measure.title) : result.measure
  const params = { requirement: subject === '' ? title : source.say('papers/of-subject', { title, subject }), target: shown(result.target), value: shown(result.value), gap: shown(result.gap) }
  return { ...params, subject, due: dateText(result.due, source), clause: measure?.clauses[0] ?? '', line: source.say(`papers/line-${how}`, params) }
}

/** The clauses behind results, each once, in the definition's order: what the directive asks, in its own words. */
export function clausesOf(results: readonly MeasureResult[], own: readonly string[], { campaign, language }: PaperSource): Values<(typeof FIELDS)['consequence']['clauses']>[] {
  const { clauses, measures } = campaign.definition
  const found = new Set(results.flatMap(({ measure }) => measures[measure]?.clauses.slice(0, 1) ?? []))
  const wanted = found.size > 0 ? found : new Set(own)
  return numbered(Object.entries(clauses).filter(([id]) => wanted.has(id)).map(([clause, { quote, says }]) => ({ clause, quote, says: says[language] })))
}
