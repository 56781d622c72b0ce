/**
 * The structure check: what the schema says about a definition, as mistakes. An entry that is not
 * well-formed is left out, and the rest is handed on, so that one check finds as much as possible.
 */
import * as v from 'valibot'
import { definitionSchema } from './schema'
import { MAX_ENTRIES } from './limits'
import { nearest } from './near'
import type { Definition } from './schema'
import type { MistakeLog, Path } from './mistake'

type Schema = v.GenericSchema
type Issue = v.BaseIssue<unknown>

export interface Structure {
  /** Absent when what remains is no definition (a part that everything rests on is missing). */
  readonly definition?: Definition
  /** Names of the entries that were left out: what refers to them is not another mistake. */
  readonly leftOut: ReadonlySet<string>
}

/** Mappings whose entries stand alone: one bad entry does not spoil the others. The deepest match is left out. */
const ENTRIES: readonly (readonly string[])[] = [
  ['clauses', '*'], ['units', '*'], ['settings', '*'], ['lists', '*'], ['measures', '*'], ['indicators', '*'], ['adjustments', '*'], ['consequences', '*'], ['papers', '*'], ['transfer', 'requirements', '*'], ['bulletin', 'totals', '*'],
  ['forms', '*'], ['forms', '*', 'fields', '*'], ['forms', '*', 'fields', '*', 'fields', '*'], ['forms', '*', 'constraints', '*'],
  ['calendar', 'periods', '*'],
]

export function checkStructure(source: unknown, log: MistakeLog): Structure {
  if (typeof source !== 'object' || source === null || Array.isArray(source)) {
    log.add([], 'definition/wrong-type', { expected: 'Object', received: Array.isArray(source) ? 'Array' : String(source) })
    return { leftOut: new Set() }
  }
  if (!isWalkable(source, [], log)) return { leftOut: new Set() }
  const result = v.safeParse(definitionSchema, source)
  if (result.success) return { definition: result.output, leftOut: new Set() }

  for (const issue of result.issues) report(issue, source, log)
  const leftOut = new Set<string>()
  const rest = structuredClone(source)
  for (const issue of result.issues) {
    const unknown = unknownKeys(issue, source)
    if (unknown.length > 0) dropKeys(valueAt(rest, pathOf(issue).slice(0, -1)), unknown)
    else leaveOut(rest, pathOf(issue), leftOut)
  }
  const again = v.safeParse(definitionSchema, rest)
  return again.success ? { definition: again.output, leftOut } : { leftOut }
}

function report(issue: Issue, source: unknown, log: MistakeLog): void {
  const path = pathOf(issue)
  const name = String(path.at(-1) ?? '')
  const last = issue.path?.at(-1) as { origin?: string; input?: unknown } | undefined
  if (issue.type === 'strict_object' && last?.origin === 'key') {
    if (issue.expected !== 'never') return log.add(path, 'definition/missing', { name })
    const parent = path.slice(0, -1)
    const known = Object.keys(entriesAt(definitionSchema, parent, source) ?? {})
    for (const key of unknownKeys(issue, source)) {
      const near = nearest(key, known)
      log.add([...parent, key], 'definition/unknown-key', { name: key, ...(near ? { near } : {}) }, { key: true })
    }
    return
  }
  const isKey = last?.origin === 'key'
  const shown = show(issue.input)
  if (issue.type === 'regex') {
    // The schema's own patterns carry their kind as message: identifier, slug, clause, over, figure, paper-file.
    return log.add(path, `definition/${issue.message}`, { value: shown }, { key: isKey })
  }
  if (issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'variant') {
    const choices = [...String(issue.expected).matchAll(/"([^"]*)"/g)].map((match) => match[1] as string)
    const near = typeof issue.input === 'string' ? nearest(issue.input, choices) : undefined
    const listed = choices.length > 0 ? choices.join(' | ') : String(issue.expected)
    return issue.input === undefined ? log.add(path, 'definition/missing', { name }) : log.add(path, 'definition/not-one-of', { value: shown, choices: listed, ...(near ? { near } : {}) })
  }
  if (issue.type === 'iso_date') return log.add(path, 'definition/date', { value: shown })
  if (issue.kind === 'validation') return log.add(path, 'definition/out-of-range', { value: shown, expected: issue.expected ?? issue.type })
  return log.add(path, 'definition/wrong-type', { expected: String(issue.expected), received: String(issue.received) })
}

/** Keys that an unknown-key issue is about. Valibot names the first of an object only; all of them are wanted. */
function unknownKeys(issue: Issue, source: unknown): readonly string[] {
  if (issue.type !== 'strict_object' || issue.expected !== 'never') return []
  const parent = pathOf(issue).slice(0, -1)
  const known = entriesAt(definitionSchema, parent, source)
  const given = valueAt(source, parent)
  if (!known || typeof given !== 'object' || given === null) return [String(pathOf(issue).at(-1))]
  return Object.keys(given).filter((key) => !Object.hasOwn(known, key))
}

function dropKeys(target: unknown, keys: readonly string[]): void {
  if (typeof target !== 'object' || target === null) return
  for (const key of keys) delete (target as Record<string, unknown>)[key]
}

/** Keys that the schema knows at a path, following the discriminators of the source. */
function entriesAt(schema: Schema, path: Path, source: unknown): Readonly<Record<string, Schema>> | undefined {
  const step = schema as Schema & { type: string; wrapped?: Schema; value?: Schema; item?: Schema; key?: string; options?: readonly Schema[]; entries?: Record<string, Schema> }
  if (step.type === 'optional') return entriesAt(step.wrapped as Schema, path, source)
  if (step.type === 'variant' && step.key !== undefined) {
    const kind = valueAt(source, [step.key])
    for (const option of step.options ?? []) {
      const discriminator = (option as { entries?: Record<string, Schema> }).entries?.[step.key]
      if (discriminator ? v.is(discriminator, kind) : true) {
        const found = entriesAt(option, path, source)
        if (found) return found
      }
    }
    return undefined
  }
  const [key, ...rest] = path
  if (step.type === 'strict_object') {
    if (key === undefined) return step.entries
    const entry = step.entries?.[String(key)]
    return entry && entriesAt(entry, rest, valueAt(source, [key]))
  }
  if (key === undefined) return undefined
  if (step.type === 'record') return entriesAt(step.value as Schema, rest, valueAt(source, [key]))
  if (step.type === 'array') return entriesAt(step.item as Schema, rest, valueAt(source, [key]))
  return undefined
}

function leaveOut(definition: unknown, path: Path, leftOut: Set<string>): void {
  const matches = ENTRIES.filter((pattern) => pattern.length <= path.length && pattern.every((part, index) => part === '*' || part === path[index]))
  const deepest = matches.sort((a, b) => b.length - a.length)[0]
  if (!deepest) return
  const parent = valueAt(definition, path.slice(0, deepest.length - 1))
  const name = String(path[deepest.length - 1])
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, name)) return
  const entry = (parent as Record<string, unknown>)[name]
  const record = valueAt(entry, ['record'])
  leftOut.add(name)
  if (typeof record === 'string') leftOut.add(record)
  delete (parent as Record<string, unknown>)[name]
}

/** Refuses, before anything else looks at it, what no campaign needs: endless mappings, and keys that mean something to JavaScript. */
function isWalkable(value: unknown, path: Path, log: MistakeLog): boolean {
  if (typeof value !== 'object' || value === null) return true
  const keys = Object.keys(value)
  if (keys.length > MAX_ENTRIES || path.length > 12) {
    log.add(path, 'definition/too-large', { most: MAX_ENTRIES })
    return false
  }
  const odd = keys.find((key) => key === '__proto__' || key === 'constructor' || key === 'prototype')
  if (odd !== undefined) {
    log.add([...path, odd], 'definition/reserved-name', { name: odd }, { key: true })
    return false
  }
  return keys.every((key) => isWalkable((value as Record<string, unknown>)[key], [...path, key], log))
}

const pathOf = (issue: Issue): Path => (issue.path ?? []).map((item) => item.key as string | number)

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null && Object.hasOwn(at, key) ? (at as Record<string | number, unknown>)[key] : undefined), value)
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
