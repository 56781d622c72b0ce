/** The placeholders of a template against those that can be filled in. */
import { nearest } from '../../domain/campaign/near'
import type { Known } from './field-names'
import type { PaperErrorCode } from './paper-error'

/** A placeholder as it stands in the template. */
export interface Placeholder {
  readonly name: string
  /** `text`: `{x}` · `list`: `{#x}…{/x}` · `unless`: `{^x}…{/x}` · `other`: anything else, `{@x}` say, which is not offered. */
  readonly kind: 'text' | 'list' | 'unless' | 'other'
  /** What stands between its ends. */
  readonly inside: readonly Placeholder[]
}

export interface PlaceholderTrouble {
  readonly code: Extract<PaperErrorCode, 'paper/unknown-placeholder' | 'paper/misspelt-placeholder' | 'paper/missing-placeholder'>
  /** With their braces, each once. */
  readonly names: readonly string[]
  /** Of `paper/misspelt-placeholder`, with its braces. */
  readonly near?: string
}

/**
 * | placeholder | known when                                              | gives              |
 * | `{x}`       | x is a text here or around here                         | the text           |
 * | `{#x}`      | x is a list (its rows' fields are known inside) or text | each row; once unless the text is empty |
 * | `{^x}`      | x is a list or a text                                   | once when there is nothing |
 */
export function placeholderTroubles(found: readonly Placeholder[], known: Known, required: readonly (readonly string[])[]): PlaceholderTrouble[] {
  const unknown = new Map<string, string | undefined>()
  const seen = new Set<string>()
  const walk = (placeholders: readonly Placeholder[], scopes: readonly Known[]): void => {
    for (const { name, kind, inside } of placeholders) {
      if (kind !== 'other') seen.add(name)
      const scope = scopes.findLast((one) => Object.hasOwn(one, name))
      const rows = scope?.[name]
      if (!scope || kind === 'other' || (kind === 'text' && rows)) unknown.set(`{${kind === 'list' ? '#' : kind === 'unless' ? '^' : kind === 'other' ? '@' : ''}${name}}`, scope ? undefined : nearest(name, scopes.flatMap(Object.keys)))
      walk(inside, kind === 'list' && rows ? [...scopes, rows] : scopes)
    }
  }
  walk(found, [known])
  const missing = required.filter((alternatives) => !alternatives.some((name) => seen.has(name))).map((alternatives) => alternatives.map((name) => `{${name}}`).join(' / '))
  const names = [...unknown.keys()]
  const near = unknown.size === 1 ? [...unknown.values()][0] : undefined
  return [
    ...(near !== undefined ? [{ code: 'paper/misspelt-placeholder' as const, names, near: `{${near}}` }] : unknown.size > 0 ? [{ code: 'paper/unknown-placeholder' as const, names }] : []),
    ...(missing.length > 0 ? [{ code: 'paper/missing-placeholder' as const, names: missing }] : []),
  ]
}
