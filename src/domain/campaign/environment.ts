/** The CEL environments of a definition: one for each place an expression can stand in. */
import { Environment } from '@marcbachmann/cel-js'
import type { ASTNode } from '@marcbachmann/cel-js'
import { Day } from './day'
import { MAX_DEPTH, MAX_ENTRIES, MAX_NODES } from './limits'
import { registerFunctions, registerOperators } from './functions'
import { CALENDAR, FILLED, LISTS, PROFILE, profileRoster, RecordValue, SETTINGS, SUBJECT, celType, recordTypes } from './record-type'
import { calendarOf } from './calendar'
import type { RecordType, RecordTypes } from './record-type'
import type { Definition, WorkbookKind } from './schema'

/** Where an expression stands, and with it what it can name. */
export interface Scope {
  readonly environment: Environment
  /** Variable → CEL type. */
  readonly variables: ReadonlyMap<string, string>
  readonly types: RecordTypes
}

export interface Scopes {
  readonly types: RecordTypes
  /** Settings, calendar and lists only: what holds for every unit and every day. */
  readonly fixed: Scope
  /** The workbook of a unit or a group as a whole. */
  ofKind(kind: WorkbookKind): Scope
  /** One row of a form; the record of a `record` form. */
  ofRow(form: string): Scope
  /** One repetition in a row. */
  ofRepetition(form: string, repeat: string): Scope
}

/** The variable that hands an evaluation's results so far to `short()` and `attainment()`; no author can write it. */
export const OUTCOMES = '#outcomes'

/** Names no form, record or repetition may take: they mean something in every expression. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  'unit', 'group', 'settings', 'calendar', 'lists', 'profile', 'asOf', 'week', 'cel',
  'as', 'break', 'const', 'continue', 'else', 'for', 'function', 'if', 'import', 'in', 'let', 'loop', 'package', 'namespace', 'return', 'var', 'void', 'while',
  'true', 'false', 'null', 'int', 'uint', 'double', 'bool', 'string', 'bytes', 'list', 'map', 'type', 'optional', 'google', 'date', 'period',
])

/** Of one definition always the same, whatever its settings: records typed by it serve all of its campaigns. */
export function scopesOf(definition: Definition): Scopes {
  const known = SCOPES.get(definition)
  if (known) return known
  const made = makeScopes(definition)
  SCOPES.set(definition, made)
  return made
}

const SCOPES = new WeakMap<Definition, Scopes>()

function makeScopes(definition: Definition): Scopes {
  const types = recordTypes(definition)
  const base = baseEnvironment(definition, types)
  const cache = new Map<string, Scope>()
  const scope = (key: string, variables: () => Map<string, string>): Scope => {
    const known = cache.get(key)
    if (known) return known
    const environment = base.clone()
    const seen = variables()
    for (const [name, type] of seen) if (!environment.hasVariable(name)) environment.registerVariable(name, type)
    const made = { environment, variables: seen, types }
    cache.set(key, made)
    return made
  }
  const typeOf = (key: string): string => (types.get(key) as RecordType).cel

  const fixed = (): Map<string, string> => new Map([['settings', typeOf(SETTINGS)], ['calendar', typeOf(CALENDAR)], ['lists', typeOf(LISTS)]])
  const ofKind = (kind: WorkbookKind): Map<string, string> => {
    const variables = fixed().set('asOf', 'date').set('week', 'int').set(kind, typeOf(SUBJECT))
    for (const [id, form] of Object.entries(definition.forms)) {
      if (form.in !== kind) continue
      if (form.shape === 'record') variables.set(form.record, typeOf(id))
      else variables.set(id, `list<${typeOf(id)}>`)
    }
    return variables
  }
  const ofRow = (id: string): Map<string, string> => {
    const form = definition.forms[id]
    if (!form) throw new Error(`no such form: ${id}`)
    const variables = ofKind(form.in).set(form.record, typeOf(id))
    const roster = form.shape === 'companion' ? form.of : form.shape === 'roster' ? id : undefined
    if (roster !== undefined && roster !== id && definition.forms[roster]) variables.set((definition.forms[roster] as { record: string }).record, typeOf(roster))
    if (roster !== undefined && profileRoster(definition) === roster) variables.set('profile', typeOf(PROFILE))
    return variables
  }
  return {
    types,
    fixed: scope('', fixed),
    ofKind: (kind) => scope(`#${kind}`, () => ofKind(kind)),
    ofRow: (form) => scope(form, () => ofRow(form)),
    ofRepetition: (form, repeat) =>
      scope(`${form}.${repeat}`, () => {
        const field = definition.forms[form]?.fields[repeat]
        if (field?.type !== 'repeat') throw new Error(`no such repetition: ${form}.${repeat}`)
        return ofRow(form).set(field.record, typeOf(`${form}.${repeat}`))
      }),
  }
}

function baseEnvironment(definition: Definition, types: RecordTypes): Environment {
  const environment = new Environment({ limits: { maxAstNodes: MAX_NODES, maxDepth: MAX_DEPTH, maxListElements: MAX_ENTRIES, maxMapEntries: MAX_ENTRIES } })
  environment.registerType('date', Day)
  // Twice over all types: fields may refer to types that come later.
  for (const type of types.values()) {
    const fields = Object.fromEntries([...type.fields].map(([name, shape]) => [name, celType(shape, types)]))
    environment.registerType(type.cel, { ctor: type.make, fields })
  }
  for (const type of types.values()) environment.registerOperator(`${type.cel} == ${type.cel}`, (a: unknown, b: unknown) => a === b)
  registerOperators(environment)
  registerFunctions(environment, calendarOf(definition.calendar))
  registerMacros(environment, types)
  return environment
}

/** What a macro's hooks are handed; the library types them loosely. */
interface Checker {
  check(node: ASTNode, context: unknown): { readonly name: string }
  getType(name: string): unknown
  createError(code: string, message: string, node: ASTNode): Error
}
interface Evaluator {
  run(node: ASTNode, context: unknown): unknown
}
interface Lookup {
  getValue(name: string): unknown
}
/** What has come out of the measures that were evaluated before. */
export interface Outcomes {
  short(measure: string): number
  attainment(measure: string): number
}

function registerMacros(environment: Environment, types: RecordTypes): void {
  const byCel = new Map([...types.values()].map((type) => [type.cel, type]))
  environment.registerFunction('given(ast): bool', ({ args }: { args: readonly ASTNode[] }) => {
    const cell = args[0] as ASTNode
    return {
      typeCheck(checker: Checker, _macro: unknown, context: unknown) {
        checker.check(cell, context)
        const owner = cell.op === '.' ? byCel.get(checker.check(cell.args[0], context).name) : undefined
        if (cell.op !== '.' || !owner?.cells.has(cell.args[1])) throw checker.createError('given', 'given() takes a cell', cell)
        return checker.getType('bool')
      },
      evaluate(evaluator: Evaluator, _macro: unknown, context: unknown) {
        if (cell.op !== '.') return false
        const owner = evaluator.run(cell.args[0], context)
        const value = owner instanceof RecordValue ? owner[FILLED]?.[cell.args[1]] : undefined
        return value !== undefined && value !== null && value !== ''
      },
      async: false,
    }
  })
  for (const name of ['short', 'attainment'] as const) {
    environment.registerFunction(`${name}(ast): ${name === 'short' ? 'int' : 'double'}`, ({ args }: { args: readonly ASTNode[] }) => {
      const measure = args[0] as ASTNode
      return {
        typeCheck(checker: Checker) {
          if (measure.op !== 'value' || typeof measure.args !== 'string') throw checker.createError('measure_name', `${name}() takes a measure's name in quotes`, measure)
          return checker.getType(name === 'short' ? 'int' : 'double')
        },
        evaluate(_evaluator: Evaluator, _macro: unknown, context: Lookup) {
          const outcomes = context.getValue(OUTCOMES) as Outcomes
          const id = String(measure.args)
          return name === 'short' ? BigInt(outcomes.short(id)) : outcomes.attainment(id)
        },
        async: false,
      }
    })
  }
}
