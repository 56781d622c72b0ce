/** Constraints, required cells and limits of the forms, compiled. */
import { compile, DATE, LIMIT, TRUTH } from './expression'
import { fixedValue } from './workshop'
import type { CompiledConstraint, Limits, RequiredCell } from './campaign'
import type { Expression } from './expression'
import type { Path } from './mistake'
import type { Scope } from './environment'
import type { FormDefinition, PlainField } from './schema'
import type { Workshop } from './workshop'

interface CompiledForms {
  readonly constraints: readonly CompiledConstraint[]
  readonly required: readonly RequiredCell[]
  /** By `form.field` or `form.repeat.field`. */
  readonly limits: ReadonlyMap<string, Limits>
}

export function compileForms(shop: Workshop): CompiledForms {
  const constraints: CompiledConstraint[] = []
  const required: RequiredCell[] = []
  const limits = new Map<string, Limits>()
  for (const [id, form] of Object.entries(shop.definition.forms)) {
    eachCell(form, (field, names, repeat) => {
      const path: Path = ['forms', id, 'fields', ...names]
      const cell = repeat === undefined ? names[0] : `${repeat}.${names.at(-1)}`
      if (field.requiredWhen !== undefined) {
        const scope = repeat === undefined ? shop.scopes.ofRow(id) : shop.scopes.ofRepetition(id, repeat)
        const when = compile(field.requiredWhen, scope, TRUTH, [...path, 'requiredWhen'], shop)
        if (when && cell !== undefined) required.push({ form: id, path: cell, ...(repeat === undefined ? {} : { repeat }), when: quiet(when, [...path, 'requiredWhen'], shop) })
      }
      const found = limitsOf(field, path, shop)
      if (found && cell !== undefined) limits.set(`${id}.${cell}`, found)
    })
    for (const name of Object.keys(form.constraints)) {
      const constraint = compileConstraint(id, form, name, shop)
      if (constraint) constraints.push(constraint)
    }
  }
  return { constraints, required, limits }
}

function compileConstraint(form: string, { fields, constraints, in: kind }: FormDefinition, id: string, shop: Workshop): CompiledConstraint | undefined {
  const definition = constraints[id] as FormDefinition['constraints'][string]
  const path: Path = ['forms', form, 'constraints', id]
  const each: CompiledConstraint['each'] = definition.each === undefined || definition.each === 'row' ? { kind: 'row' } : definition.each === 'sheet' ? { kind: 'sheet' } : { kind: 'repetition', field: definition.each }
  let scope: Scope
  if (each.kind === 'sheet') scope = shop.scopes.ofKind(kind)
  else if (each.kind === 'row') scope = shop.scopes.ofRow(form)
  else if (fields[each.field]?.type === 'repeat') scope = shop.scopes.ofRepetition(form, each.field)
  else return undefined
  const when = definition.when === undefined ? undefined : compile(definition.when, scope, TRUTH, [...path, 'when'], shop)
  const require = compile(definition.require, scope, TRUTH, [...path, 'require'], shop)
  if (!require || (definition.when !== undefined && !when)) return undefined
  return {
    id,
    form,
    definition,
    each,
    ...(when ? { when: quiet(when, [...path, 'when'], shop) } : {}),
    require: quiet(require, [...path, 'require'], shop),
  }
}

/** Constraints run before the measures: they cannot ask what came out of one. */
function quiet<T>(expression: Expression<T>, path: Path, shop: Workshop): Expression<T> {
  for (const { measure, caret } of expression.uses.measures) shop.log.add(path, 'expression/outcome-too-early', { name: measure }, { expression: expression.source, caret })
  return expression
}

function limitsOf(field: PlainField, path: Path, shop: Workshop): Limits | undefined {
  if (field.type !== 'date' && field.type !== 'number' && field.type !== 'integer' && field.type !== 'percent') return undefined
  const limit = (edge: 'min' | 'max'): number | string | undefined => {
    const given = field[edge]
    if (given === undefined) return undefined
    return fixedValue<number | string | undefined>(given, field.type === 'date' ? DATE : LIMIT, [...path, edge], shop)
  }
  const [min, max] = [limit('min'), limit('max')]
  if (min !== undefined && max !== undefined && min > max) shop.log.add([...path, 'min'], 'definition/limits-order', { min, max })
  return min === undefined && max === undefined ? undefined : { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

function eachCell(form: FormDefinition, visit: (field: PlainField, path: readonly string[], repeat?: string) => void): void {
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.type !== 'repeat') visit(field, [name])
    else for (const [inner, innerField] of Object.entries(field.fields)) visit(innerField, [name, 'fields', inner], name)
  }
}
