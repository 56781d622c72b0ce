/** Expressions of a definition: parsed and type-checked once, run for every row. */
import { EvaluationError } from '@marcbachmann/cel-js'
import type { ParseResult } from '@marcbachmann/cel-js'
import { checkRules } from './expression-rules'
import { explainFailure } from './expression-failure'
import type { Day } from './day'
import type { IsoDate } from '../returns/return'
import type { Scope } from './environment'
import type { ListItems, Uses } from './expression-rules'
import type { MistakeLog, Path } from './mistake'

/** Variables by name, as the scope says; a prototype chain is fine. */
export type Variables = Readonly<Record<string, unknown>>

export interface Expression<T> {
  readonly source: string
  /** Throws {@link ExpressionFailure} when it cannot be worked out for these rows. */
  evaluate(variables: Variables): T
  readonly uses: Uses
}

/** An expression that has no result for the data at hand: a division by zero, a list index beyond its end, a number too large. */
export class ExpressionFailure extends Error {
  override readonly name = 'ExpressionFailure'
}

/** What an expression has to give, and how its result is handed on. */
export interface Result<T> {
  /** CEL types that will do, and what to call them in a mistake. */
  readonly types: readonly string[]
  readonly convert: (value: unknown) => T
}

/** A finite number; true counts as 1 and false as 0. */
export const NUMBER: Result<number> = {
  types: ['double', 'int', 'bool'],
  convert: (value) => {
    const number = Number(value)
    if (!Number.isFinite(number)) throw new ExpressionFailure('not a finite number')
    return number
  },
}
export const TRUTH: Result<boolean> = { types: ['bool'], convert: (value) => value === true }
/** ISO date; undefined for the blank day. */
export const DATE: Result<IsoDate | undefined> = { types: ['date'], convert: (value) => (value as Day).iso || undefined }
/** A limit of a cell: a number or an ISO date. */
export const LIMIT: Result<number> = { types: ['double', 'int'], convert: NUMBER.convert }
/** A profile property. */
export const PROPERTY: Result<number | boolean> = { types: ['double', 'int', 'bool'], convert: (value) => (typeof value === 'boolean' ? value : NUMBER.convert(value)) }

export interface Compiling {
  readonly log: MistakeLog
  readonly lists: ListItems
}

/**
 * Parses and checks one expression. Undefined when it is wrong; the log then says why.
 * Codes: `expression/…` (all of them).
 */
export function compile<T>(source: string, scope: Scope, result: Result<T>, path: Path, { log, lists }: Compiling): Expression<T> | undefined {
  const mistake = (code: string, params: Record<string, string | number>, caret = 0): void => log.add(path, code, params, { expression: source, caret })
  let parsed: ParseResult
  try {
    parsed = scope.environment.parse(source)
  } catch (error) {
    explainFailure(error, scope, mistake)
    return undefined
  }
  const checked = parsed.check()
  // Some of the rules explain better what the type check only notices the consequence of.
  const uses = checkRules(parsed.ast, { scope, lists, mistake, typed: checked.valid })
  if (!uses) return undefined
  if (!checked.valid) {
    explainFailure(checked.error, scope, mistake)
    return undefined
  }
  if (!result.types.includes(checked.type ?? '')) {
    mistake('expression/result', { expected: result.types.join(' | '), got: plainType(checked.type ?? '?') })
    return undefined
  }
  return { source, uses, evaluate: (variables) => result.convert(run(parsed, variables)) }
}

function run(parsed: ParseResult, variables: Variables): unknown {
  try {
    return parsed(variables)
  } catch (error) {
    if (error instanceof EvaluationError) throw new ExpressionFailure(error.summary)
    throw error
  }
}

/** A value that is no expression, as one. */
export function constant<T>(value: T): Expression<T> {
  return { source: String(value), evaluate: () => value, uses: NOTHING }
}

const NOTHING: Uses = { settings: new Set(), measures: [], fields: new Map() }

/** CEL's name of a type as the author knows it: the form's id for its record. */
function plainType(type: string): string {
  return type.replaceAll(/\b(?:row|part)\./g, '')
}
