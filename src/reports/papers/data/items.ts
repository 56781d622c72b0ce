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
  return { ...params, subject, due: dateText(result.due, source), clause: measure?.clauses[0] ?? '', line: source.say(how === 'at-most' && result.target === 0 ? 'papers/line-none' : `papers/line-${how}`, params) }
}

/**
 * The clauses that a paper rests on, each once, in the definition's order: of each measure those that the consequence names,
 * too, or else its first; without results the consequence's own.
 *
 * @param own clauses of the consequence
 */
export function clausesOf(results: readonly MeasureResult[], own: readonly string[], { campaign, language }: PaperSource): Values<(typeof FIELDS)['consequence']['clauses']>[] {
  const { clauses, measures } = campaign.definition
  const wanted = new Set(results.length > 0 ? results.flatMap(({ measure }) => bothName(measures[measure]?.clauses ?? [], own)) : own)
  // Where no directive asks it, the office's own words stand for one.
  return numbered(Object.entries(clauses).filter(([id]) => wanted.has(id)).map(([clause, { quote, says }]) => ({ clause, quote: quote ?? says[language], says: says[language] })))
}

function bothName(measure: readonly string[], consequence: readonly string[]): readonly string[] {
  const both = measure.filter((id) => consequence.includes(id))
  return both.length > 0 ? both : measure.slice(0, 1)
}
