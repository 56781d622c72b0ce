/** What CEL says is wrong with an expression, as mistakes with a remedy an author can use. */
import type { ASTNode } from '@marcbachmann/cel-js'
import { FUNCTIONS } from './functions'
import { nearest } from './near'
import { typeOfNode } from './expression-rules'
import type { Scope } from './environment'

type Say = (code: string, params: Record<string, string | number>, caret?: number) => void

/** The errors of the library have these; `code` is stable there (`no_such_key`, `unknown_variable` …). */
interface Failure {
  readonly code?: string
  readonly summary?: string
  readonly range?: { readonly start: number; readonly end: number }
  readonly node?: { readonly op?: string; readonly args?: unknown }
}

export function explainFailure(error: unknown, scope: Scope, mistake: Say): void {
  if (!(error instanceof Error)) throw error
  const failure = error as Error & Failure
  const caret = failure.range?.start ?? 0
  const summary = plain(failure.summary ?? failure.message)
  const node = failure.node
  switch (failure.code) {
    case 'limit_exceeded':
      return mistake('expression/too-complex', { summary }, caret)
    case 'unknown_variable': {
      const name = String(node?.args ?? '')
      return mistake('expression/unknown-name', named(name, scope.variables.keys(), [...scope.variables.keys()].sort().join(', ')), caret)
    }
    case 'no_such_key': {
      const [owner, key] = (node?.args ?? []) as [ASTNode | undefined, string | undefined]
      const name = String(key ?? '')
      const type = [...scope.types.values()].find((one) => one.cel === (owner && typeOfNode(owner)))
      const fields = [...(type?.fields.keys() ?? [])]
      return mistake('expression/unknown-field', { ...named(name, fields, fields.join(', ')), of: plain(type?.cel ?? '') }, caret)
    }
    case 'no_matching_overload': {
      const call = node as { readonly op?: string; readonly args?: readonly unknown[] } | undefined
      const name = String(call?.args?.[0] ?? '')
      if (FUNCTIONS.has(name)) return mistake('expression/arguments', { name, summary }, caret)
      return mistake('expression/unknown-function', named(name, FUNCTIONS, ''), caret)
    }
    case 'no_such_overload':
      return mistake('expression/operands', { summary: summary.replace(/^no such overload: /, '') }, caret)
    case 'incompatible_ternary_branches':
      return mistake('expression/branches', { summary }, caret)
    case 'given':
      return mistake('expression/given', {}, caret)
    case 'measure_name':
      return mistake('expression/measure-name', {}, caret)
    default:
      if (failure.name === 'ParseError') return mistake('expression/syntax', { summary }, caret)
      return mistake('expression/wrong', { summary }, caret)
  }
}

function named(name: string, candidates: Iterable<string>, known: string): Record<string, string> {
  const near = nearest(name, candidates)
  return { name, known, ...(near ? { near } : {}) }
}

const plain = (text: string): string => text.replaceAll(/\b(?:row|part)\./g, '')
