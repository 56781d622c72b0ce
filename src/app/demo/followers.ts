/** What may come of a fault in a form: constraints and measures that read it. */
import type { Definition } from '../../domain/campaign/schema'

/** Codes that a blank or rejected cell of the form can bring about elsewhere. */
export function followersOf(definition: Definition, form: string): string[] {
  const record = definition.forms[form]?.record ?? form
  const mentions = (source: unknown): boolean => new RegExp(`\\b(${form}|${record})\\b`).test(JSON.stringify(source))
  const rules = Object.entries(definition.forms).flatMap(([id, other]) =>
    Object.entries(other.constraints).filter(([, { when, require }]) => id === form || mentions([when, require])).map(([constraint]) => `row/${id}.${constraint}`),
  )
  const measures = new Set(Object.entries(definition.measures).filter(([, { of, value, target, applies, at }]) => mentions([of, value, target, applies, at])).map(([id]) => id))
  // Measures of measures: `short("study-hours")`.
  for (const [id, { value }] of Object.entries(definition.measures)) {
    if ([...measures].some((one) => value.includes(`"${one}"`))) measures.add(id)
  }
  return [...rules, ...[...measures].map((id) => `requirement/${id}`), 'row/required', 'row/duplicate', 'cell/required', 'cell/duplicate']
}
