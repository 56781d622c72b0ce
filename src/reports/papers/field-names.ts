/** What placeholders are called: words of the language that the template is written in, and the campaign's own for its actors. */
import type { Definition } from '../../domain/campaign/schema'
import type { Language, Say } from '../../domain/text'
import { FIELDS, REQUIRED, type Fields, type PaperKind } from './fields'

/** Name of a field by its id. One id has one name, whatever paper or list it is in. */
export type NameOf = (id: string) => string

export function fieldNames(terms: Definition['terms'], language: Language, say: Say): NameOf {
  const words = Object.fromEntries(Object.entries(terms).map(([term, text]) => [term, text[language]]))
  return (id) => say(`papers/field-${id}`, words)
}

/** Fields by name. `undefined`: a text. */
export interface Known {
  readonly [name: string]: Known | undefined
}

export function knownFields(kind: PaperKind, nameOf: NameOf): Known {
  return named(FIELDS[kind], nameOf)
}

/** Names of which at least one each has to occur. */
export function requiredFields(kind: PaperKind, nameOf: NameOf): readonly (readonly string[])[] {
  return REQUIRED[kind].map((alternatives) => alternatives.map(nameOf))
}

function named(fields: Fields, nameOf: NameOf): Known {
  return Object.fromEntries(Object.entries(fields).map(([id, field]) => [nameOf(id), typeof field === 'string' ? undefined : named(field, nameOf)]))
}
