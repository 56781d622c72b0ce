/**
 * Rules that types cannot express, checked on an expression's syntax tree: choices compared with
 * items of their list, no `has`, no `null`, no truncating division, only our functions, loops not nested
 * too deep. Also what an expression uses: settings, measures, cells.
 */
import type { ASTNode } from '@marcbachmann/cel-js'
import { FUNCTIONS } from './functions'
import { MAX_LOOPS } from './limits'
import { nearest } from './near'
import type { Scope } from './environment'

/** Items of each list. */
export type ListItems = ReadonlyMap<string, ReadonlySet<string>>

/** What an expression depends on. */
export interface Uses {
  readonly settings: ReadonlySet<string>
  /** Measures asked for by `short()` and `attainment()`, with the offset at which they are. */
  readonly measures: readonly { readonly measure: string; readonly caret: number }[]
  /** Fields read off each record type (by CEL name), for leaving out checks of cells that could not be read. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>
}

interface Rules {
  readonly scope: Scope
  readonly lists: ListItems
  readonly mistake: (code: string, params: Record<string, string | number>, caret?: number) => void
  /** False when the type check failed: then only what needs no types is checked. */
  readonly typed: boolean
}

const LOOPS = new Set(['all', 'exists', 'exists_one', 'filter', 'map'])

/** What the expression uses, or undefined when it breaks a rule (the mistakes are reported). */
export function checkRules(root: ASTNode, rules: Rules): Uses | undefined {
  let broken = false
  const report: Rules['mistake'] = (code, params, caret) => {
    broken = true
    rules.mistake(code, params, caret)
  }
  const settings = new Set<string>()
  const measures: { measure: string; caret: number }[] = []
  const fields = new Map<string, Set<string>>()

  const visit = (node: ASTNode, bound: Bound, loops: number): void => {
    const call = callOf(node)
    if (call) {
      if (call.name === 'has') report('expression/has', {}, node.start)
      else if (!FUNCTIONS.has(call.name)) report('expression/unknown-function', suggestion(call.name, FUNCTIONS), node.start)
      if (call.name === 'date') checkDate(call.args[0], report)
      if ((call.name === 'short' || call.name === 'attainment') && call.args[0]?.op === 'value') measures.push({ measure: String(call.args[0].args), caret: call.args[0].start })
    }
    if (node.op === 'value' && node.args === null) report('expression/null', {}, node.start)
    if (node.op === '/' && rules.typed && node.args.every((side) => typeOfNode(side) === 'int')) report('expression/whole-division', {}, node.start)
    if (rules.typed) checkChoices(node, { ...rules, mistake: report }, bound)
    if (node.op === '.') {
      const owner = typeOfNode(node.args[0])
      if (owner === 'settings') settings.add(node.args[1])
      if (owner) fields.set(owner, (fields.get(owner) ?? new Set()).add(node.args[1]))
    }

    const loop = call?.receiver && LOOPS.has(call.name) && call.args[0]?.op === 'id' ? call : undefined
    const depth = loop ? loops + 1 : loops
    if (depth > MAX_LOOPS && loop) report('expression/nesting', { most: MAX_LOOPS }, node.start)
    if (!loop?.receiver) {
      for (const child of childrenOf(node)) visit(child, bound, loops)
      return
    }
    visit(loop.receiver, bound, loops)
    const inner: Bound = new Map(bound).set(String(loop.args[0]?.args), listOfElements(loop.receiver, rules.scope, bound))
    for (const child of loop.args.slice(1)) visit(child, inner, depth)
  }
  visit(root, new Map(), 0)
  return broken ? undefined : { settings, measures, fields }
}

/** Loop variables, with the list whose items they run over (undefined: no choice). */
type Bound = ReadonlyMap<string, string | undefined>

/** Texts that are compared with a choice have to be items of its list: a slip there would never be true, silently. */
function checkChoices(node: ASTNode, { scope, lists, mistake }: Rules, bound: Bound): void {
  const check = (literal: ASTNode, list: string | undefined): void => {
    if (list === undefined || literal.op !== 'value' || typeof literal.args !== 'string' || literal.args === '') return
    const items = lists.get(list)
    if (items && !items.has(literal.args)) mistake('expression/not-a-choice', { ...suggestion(literal.args, items), list, known: [...items].join(', ') }, literal.start)
  }
  if (node.op === '==' || node.op === '!=') {
    const [left, right] = node.args
    check(left, listOf(right, scope, bound))
    check(right, listOf(left, scope, bound))
  } else if (node.op === 'in') {
    const [left, right] = node.args
    check(left, listOfElements(right, scope, bound))
    const list = listOf(left, scope, bound)
    if (right.op === 'list') for (const item of right.args) check(item, list)
  }
}

/** The list that a text comes from when it is a choice. */
function listOf(node: ASTNode, scope: Scope, bound: Bound): string | undefined {
  if (node.op === 'id') return bound.get(node.args)
  if (node.op === '?:') return listOf(node.args[1], scope, bound) ?? listOf(node.args[2], scope, bound)
  if (node.op === '[]') return listOfElements(node.args[0], scope, bound)
  const shape = shapeOf(node, scope)
  return shape?.kind === 'choice' ? shape.list : undefined
}

/** The list that the elements of a list come from. */
function listOfElements(node: ASTNode, scope: Scope, bound: Bound): string | undefined {
  const shape = shapeOf(node, scope)
  if (shape?.kind === 'choices') return shape.list
  const call = callOf(node)
  if (!call?.receiver) return undefined
  if (call.name === 'filter' || call.name === 'distinct') return listOfElements(call.receiver, scope, bound)
  if (call.name !== 'map') return undefined
  const inner = new Map(bound).set(String(call.args[0]?.args), listOfElements(call.receiver, scope, bound))
  return listOf(call.args.at(-1) as ASTNode, scope, inner)
}

function shapeOf(node: ASTNode, scope: Scope) {
  if (node.op !== '.') return undefined
  const owner = typeOfNode(node.args[0])
  for (const type of scope.types.values()) if (type.cel === owner) return type.fields.get(node.args[1])
  return undefined
}

function checkDate(argument: ASTNode | undefined, report: Rules['mistake']): void {
  if (argument?.op !== 'value' || typeof argument.args !== 'string') return report('expression/date', { value: '' }, argument?.start)
  const text = argument.args
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== text || text < '1900-03-01') report('expression/date', { value: text }, argument.start)
}

interface Call {
  readonly name: string
  readonly receiver?: ASTNode
  readonly args: readonly ASTNode[]
}

function callOf(node: ASTNode): Call | undefined {
  if (node.op === 'call') return { name: node.args[0], args: node.args[1] }
  if (node.op === 'rcall') return { name: node.args[0], receiver: node.args[1], args: node.args[2] }
  return undefined
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return []
    case '.':
    case '.?':
      return [node.args[0]]
    case 'call':
      return node.args[1]
    case 'rcall':
      return [node.args[1], ...node.args[2]]
    case 'list':
      return node.args
    case 'map':
      return node.args.flat()
    case '!_':
    case '-_':
      return [node.args]
    default:
      return node.args
  }
}

/** CEL type of a node after the type check. The library leaves it on the node, undeclared; tests watch over it. */
export function typeOfNode(node: ASTNode): string | undefined {
  return (node as { readonly checkedType?: { readonly name: string } }).checkedType?.name
}

function suggestion(name: string, candidates: Iterable<string>): Record<string, string> {
  const near = nearest(name, candidates)
  return { name, ...(near ? { near } : {}) }
}
