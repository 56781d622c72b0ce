/**
 * The types that expressions see, derived from a definition: one record type for each form and each
 * repetition, and the fixed ones (subject, settings, calendar, period, lists, profile).
 *
 * | field                 | type in expressions    | blank cell            |
 * | text, code            | string                 | ""                    |
 * | number, integer, percent, total | double       | 0                     |
 * | date                  | date                   | the blank day         |
 * | yesNo                 | bool                   | false                 |
 * | choice                | string (list item id)  | ""                    |
 * | reference             | the roster's record    | a record all of blanks |
 * | repeat                | list of repetitions    | (always all of them)  |
 */
import type { Definition, FieldDefinition, FormDefinition } from './schema'
import type { FieldValue } from '../returns/return'

/** Which cells of a record were filled in; `given()` looks here. */
export const FILLED = Symbol('filled')

/** A record as expressions see it. Fields are own properties. */
export class RecordValue {
  declare readonly [FILLED]: Readonly<Record<string, FieldValue>>
  readonly [field: string]: unknown
}

export type FieldShape =
  | { readonly kind: 'text' | 'number' | 'integer' | 'flag' | 'date' | 'period' }
  /** A choice of a list, or a list's item id. */
  | { readonly kind: 'choice'; readonly list: string }
  /** All items of a list, or all filled-in choices. */
  | { readonly kind: 'choices'; readonly list: string }
  /** Another record, or a list of records; `type` is a key of {@link RecordTypes}. */
  | { readonly kind: 'record' | 'records'; readonly type: string }

export interface RecordType {
  /** Name that CEL knows it by. */
  readonly cel: string
  readonly fields: ReadonlyMap<string, FieldShape>
  /** Its own class: CEL tells types by constructor. */
  readonly make: new () => RecordValue
  /** The fields that are cells (not back references); `given()` takes only these. */
  readonly cells: ReadonlySet<string>
}

/** By form id, `form.repeat`, and the fixed names below. */
export type RecordTypes = ReadonlyMap<string, RecordType>

export const SUBJECT = '#subject'
export const SETTINGS = '#settings'
export const CALENDAR = '#calendar'
export const PERIOD = '#period'
export const LISTS = '#lists'
export const PROFILE = '#profile'

/** A field that stands in a row of a form but is computed: where it came from. */
export interface BackReference {
  /** Form whose rows refer to the roster. */
  readonly form: string
  /** Its reference field; absent for a companion, whose rows stand beside the roster's. */
  readonly field?: string
}

/** Forms that refer to a roster, by the name under which its record has them (their form id). */
export function backReferences(definition: Definition, roster: string): readonly BackReference[] {
  const known = BACK_REFERENCES.get(definition) ?? new Map<string, readonly BackReference[]>()
  BACK_REFERENCES.set(definition, known)
  const made = known.get(roster) ?? backReferencesIn(definition, roster)
  known.set(roster, made)
  return made
}

/** Asked for with every return and every measure; a definition does not change. */
const BACK_REFERENCES = new WeakMap<Definition, Map<string, readonly BackReference[]>>()

function backReferencesIn(definition: Definition, roster: string): readonly BackReference[] {
  return Object.entries(definition.forms).flatMap(([id, form]): BackReference[] => {
    if (form.shape === 'companion') return form.of === roster ? [{ form: id }] : []
    const field = Object.entries(form.fields).find(([, candidate]) => candidate.type === 'reference' && candidate.to === roster && candidate.backlink !== false)
    return field ? [{ form: id, field: field[0] }] : []
  })
}

/** The roster whose choice field decides on the profile, or undefined when there are no profiles. */
export function profileRoster(definition: Definition): string | undefined {
  return definition.profiles?.of.split('.')[0]
}

/** The types of everything that expressions name, by the definition's forms, profiles, settings, calendar and lists. */
export function recordTypes(definition: Definition): RecordTypes {
  const types = new Map<string, RecordType>()
  const add = (key: string, cel: string, fields: Map<string, FieldShape>, cells: Iterable<string> = []): void => {
    types.set(key, { cel, fields, cells: new Set(cells), make: class extends RecordValue {} })
  }
  const number: FieldShape = { kind: 'number' }
  const text: FieldShape = { kind: 'text' }
  const date: FieldShape = { kind: 'date' }

  add(SUBJECT, 'subject', new Map([['id', text], ['name', text], ['system', text], ['headcount', number], ['group', text]]))
  add(PERIOD, 'period', new Map([['start', date], ['end', date]]))
  add(SETTINGS, 'settings', new Map(Object.entries(definition.settings).map(([id, setting]) => [id, { kind: settingKind(setting.value) }])))
  add(LISTS, 'lists', new Map(Object.keys(definition.lists).map((id) => [id, { kind: 'choices', list: id }])))
  add(CALENDAR, 'calendar', new Map<string, FieldShape>([
    ['start', date], ['end', date], ['weeks', { kind: 'integer' }],
    ...Object.keys(definition.calendar.periods).map((id): [string, FieldShape] => [id, { kind: 'period' }]),
  ]))
  add(PROFILE, 'profile', profileFields(definition))

  for (const [id, form] of Object.entries(definition.forms)) addForm(definition, id, form, add)
  return types
}

function addForm(definition: Definition, id: string, form: FormDefinition, add: (key: string, cel: string, fields: Map<string, FieldShape>, cells: Iterable<string>) => void): void {
  const fields = new Map<string, FieldShape>()
  for (const [name, field] of Object.entries(form.fields)) {
    fields.set(name, shapeOf(field, `${id}.${name}`))
    if (field.type !== 'repeat') continue
    const own = new Map<string, FieldShape>([['n', { kind: 'integer' }]])
    const [source, over] = field.over.split('.') as [string, string]
    if (source === 'calendar') own.set('on', { kind: 'date' })
    else own.set('item', { kind: 'choice', list: over })
    for (const [inner, innerField] of Object.entries(field.fields)) own.set(inner, shapeOf(innerField, ''))
    add(`${id}.${name}`, `part.${id}.${name}`, own, Object.keys(field.fields))
  }
  if (form.shape === 'companion' && form.of !== undefined) {
    const roster = definition.forms[form.of]
    if (roster) fields.set(roster.record, { kind: 'record', type: form.of })
  }
  if (form.shape === 'roster') {
    for (const back of backReferences(definition, id)) fields.set(back.form, { kind: back.field === undefined ? 'record' : 'records', type: back.form })
    if (profileRoster(definition) === id) fields.set('profile', { kind: 'record', type: PROFILE })
  }
  add(id, `row.${id}`, fields, Object.keys(form.fields))
}

function shapeOf(field: FieldDefinition, repetition: string): FieldShape {
  switch (field.type) {
    case 'text':
    case 'code':
      return { kind: 'text' }
    case 'number':
    case 'integer':
    case 'percent':
    case 'total':
      return { kind: 'number' }
    case 'date':
      return { kind: 'date' }
    case 'yesNo':
      return { kind: 'flag' }
    case 'choice':
      return { kind: 'choice', list: field.list }
    case 'reference':
      return { kind: 'record', type: field.to }
    case 'repeat':
      return { kind: 'records', type: repetition }
  }
}

/** Kind of a setting's value: a text that is an ISO date is a date. */
export function settingKind(value: number | boolean | string): 'number' | 'flag' | 'date' | 'text' {
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'flag'
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'date' : 'text'
}

/** Profile properties are numbers unless written as true or false. (Expressions in them give numbers.) */
function profileFields(definition: Definition): Map<string, FieldShape> {
  const fields = new Map<string, FieldShape>()
  for (const item of Object.values(definition.profiles?.values ?? {})) {
    for (const [name, value] of Object.entries(item)) fields.set(name, { kind: typeof value === 'boolean' ? 'flag' : 'number' })
  }
  return fields
}

/** CEL type of a field's shape; `dyn` where the definition refers to a form that it does not have (a mistake reported elsewhere). */
export function celType(shape: FieldShape, types: RecordTypes): string {
  switch (shape.kind) {
    case 'text':
    case 'choice':
      return 'string'
    case 'number':
      return 'double'
    case 'integer':
      return 'int'
    case 'flag':
      return 'bool'
    case 'date':
      return 'date'
    case 'period':
      return 'period'
    case 'choices':
      return 'list<string>'
    case 'record':
      return types.get(shape.type)?.cel ?? 'dyn'
    case 'records':
      return `list<${types.get(shape.type)?.cel ?? 'dyn'}>`
  }
}
