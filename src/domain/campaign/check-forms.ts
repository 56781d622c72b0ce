/** What has to agree within the forms of a definition: names, references between forms, titles and headings. */
import { fieldAt } from './field-at'
import { MAX_COLUMNS, MAX_SHEET_NAME } from './limits'
import { nearest } from './near'
import { RESERVED_NAMES } from './environment'
import { LANGUAGES } from '../text'
import type { Language } from '../text'
import type { MistakeLog, Path } from './mistake'
import type { Definition, FieldDefinition, FormDefinition, PlainField } from './schema'

/** Looks at every form by itself: names, titles, shapes, fields, limits, totals, constraints. */
export function checkForms(definition: Definition, log: MistakeLog): void {
  checkNames(definition, log)
  checkSheetTitles(definition, log)
  for (const [id, form] of Object.entries(definition.forms)) {
    const path: Path = ['forms', id]
    checkShape(definition, id, form, log)
    checkHeadings(definition, form, path, log)
    for (const [name, field] of Object.entries(form.fields)) checkField(definition, form, name, field, [...path, 'fields', name], log)
    checkBacklinks(form, path, log)
    for (const [index, names] of (form.unique ?? []).entries()) {
      for (const [at, name] of names.entries()) {
        if (!Object.hasOwn(form.fields, name) || form.fields[name]?.type === 'repeat') log.add([...path, 'unique', index, at], 'definition/unknown-field', suggestion(name, plainFields(form)))
      }
    }
    for (const [constraint, { at, each }] of Object.entries(form.constraints)) {
      const where = [...path, 'constraints', constraint]
      if (!fieldAt(form, at)) log.add([...where, 'at'], 'definition/unknown-field', suggestion(at, cellPaths(form)))
      if (each !== undefined && each !== 'row' && each !== 'sheet' && form.fields[each]?.type !== 'repeat') {
        log.add([...where, 'each'], 'definition/unknown-repeat', suggestion(each, ['row', 'sheet', ...repeats(form)]))
      }
    }
  }
}

/** Form ids and record names share one name space with the variables of expressions. */
function checkNames(definition: Definition, log: MistakeLog): void {
  const taken = new Map<string, string>()
  const claim = (name: string, by: string, path: Path, key: boolean): void => {
    if (RESERVED_NAMES.has(name)) return log.add(path, 'definition/reserved-name', { name }, { key })
    const owner = taken.get(name)
    if (owner !== undefined && owner !== by) return log.add(path, 'definition/name-taken', { name, by: owner }, { key })
    taken.set(name, by)
  }
  for (const id of Object.keys(definition.forms)) claim(id, id, ['forms', id], true)
  const records = new Map<string, string>()
  for (const [id, form] of Object.entries(definition.forms)) {
    const other = records.get(form.record)
    if (other !== undefined) log.add(['forms', id, 'record'], 'definition/name-taken', { name: form.record, by: other })
    else claim(form.record, id, ['forms', id, 'record'], false)
    records.set(form.record, id)
    for (const [name, field] of Object.entries(form.fields)) {
      if (field.type === 'repeat') claim(field.record, `${id}.${name}`, ['forms', id, 'fields', name, 'record'], false)
    }
  }
  for (const id of Object.keys(definition.calendar.periods)) {
    if (['start', 'end', 'weeks'].includes(id)) log.add(['calendar', 'periods', id], 'definition/reserved-name', { name: id }, { key: true })
  }
}

/** Excel's rules for sheet names, in both languages: length, characters, apostrophes at the ends, uniqueness without regard to case. */
function checkSheetTitles(definition: Definition, log: MistakeLog): void {
  const taken = new Map<string, string>()
  for (const [id, form] of Object.entries(definition.forms)) {
    for (const language of LANGUAGES) {
      const title = form.title[language]
      const path = ['forms', id, 'title', language]
      if (title.length > MAX_SHEET_NAME) log.add(path, 'definition/sheet-title-long', { title, length: title.length, most: MAX_SHEET_NAME })
      if (/[[\]:*?/\\]|^'|'$/.test(title) || title.trim() !== title || /^(?:history|_muster)$/i.test(title)) log.add(path, 'definition/sheet-title', { title })
      const key = `${form.in} ${language} ${title.toLowerCase()}`
      const other = taken.get(key)
      if (other !== undefined) log.add(path, 'definition/title-taken', { title, by: other })
      else taken.set(key, id)
    }
  }
}

function checkShape(definition: Definition, id: string, form: FormDefinition, log: MistakeLog): void {
  const path: Path = ['forms', id]
  if (form.shape !== 'companion') {
    if (form.of !== undefined) log.add([...path, 'of'], 'definition/of-without-companion', { name: id }, { key: true })
  } else if (form.of === undefined) {
    log.add(path, 'definition/companion-without-of', { name: id }, { key: true })
  } else {
    checkRoster(definition, form, form.of, [...path, 'of'], log)
    const roster = definition.forms[form.of]
    if (roster && Object.hasOwn(form.fields, roster.record)) log.add([...path, 'fields', roster.record], 'definition/name-taken', { name: roster.record, by: form.of }, { key: true })
  }
  if (form.shape === 'roster') {
    for (const [other, candidate] of Object.entries(definition.forms)) {
      const refers = candidate.of === id || Object.values(candidate.fields).some((field) => field.type === 'reference' && field.to === id)
      if (refers && Object.hasOwn(form.fields, other)) log.add([...path, 'fields', other], 'definition/name-taken', { name: other, by: other }, { key: true })
    }
    if (definition.profiles?.of.startsWith(`${id}.`) && Object.hasOwn(form.fields, 'profile')) log.add([...path, 'fields', 'profile'], 'definition/reserved-name', { name: 'profile' }, { key: true })
  }
  if (form.shape === 'record' && Object.values(form.fields).some((field) => field.type === 'repeat')) {
    const [name] = Object.entries(form.fields).find(([, field]) => field.type === 'repeat') as [string, FieldDefinition]
    log.add([...path, 'fields', name], 'definition/repeat-in-record', { name }, { key: true })
  }
}

function checkField(definition: Definition, form: FormDefinition, name: string, field: FieldDefinition, path: Path, log: MistakeLog): void {
  if (field.type === 'repeat') {
    const [source, over = ''] = field.over.split('.')
    const known = source === 'calendar' ? Object.keys(definition.calendar.periods) : Object.keys(definition.lists)
    if (!known.includes(over)) log.add([...path, 'over'], source === 'calendar' ? 'definition/unknown-period' : 'definition/unknown-list', suggestion(over, known))
    const own = source === 'calendar' ? ['n', 'on'] : ['n', 'item']
    for (const [inner, innerField] of Object.entries(field.fields)) {
      const innerPath = [...path, 'fields', inner]
      if (own.includes(inner)) log.add(innerPath, 'definition/reserved-name', { name: inner }, { key: true })
      checkField(definition, form, inner, innerField, innerPath, log)
    }
    return
  }
  if (field.type === 'choice' && !Object.hasOwn(definition.lists, field.list)) log.add([...path, 'list'], 'definition/unknown-list', suggestion(field.list, Object.keys(definition.lists)))
  if ('unit' in field && field.unit !== undefined && !Object.hasOwn(definition.units, field.unit)) log.add([...path, 'unit'], 'definition/unknown-unit', suggestion(field.unit, Object.keys(definition.units)))
  if (field.type === 'reference') checkRoster(definition, form, field.to, [...path, 'to'], log)
  if (field.type === 'code' && field.pattern !== undefined) checkPattern(field.pattern, [...path, 'pattern'], log)
  if (field.type === 'total') {
    for (const [index, part] of field.of.entries()) {
      const source = fieldAt(form, part)
      const summable = ['number', 'integer', 'percent', 'total']
      if (!source || part === name || !summable.includes(source.type)) log.add([...path, 'of', index], 'definition/total-of', suggestion(part, cellPaths(form, (cell) => summable.includes(cell.type) && cell !== field)))
    }
  }
}

function checkRoster(definition: Definition, form: FormDefinition, to: string, path: Path, log: MistakeLog): void {
  const rosters = Object.entries(definition.forms).filter(([, candidate]) => candidate.shape === 'roster' && candidate.in === form.in)
  if (!rosters.some(([id]) => id === to)) log.add(path, 'definition/unknown-roster', { ...suggestion(to, rosters.map(([id]) => id)), known: rosters.map(([id]) => id).join(', ') })
}

/** A roster's record lists the rows that refer to it under the form's id: it has to be clear through which field. */
function checkBacklinks(form: FormDefinition, path: Path, log: MistakeLog): void {
  const seen = new Map<string, string>()
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.type !== 'reference' || field.backlink === false) continue
    const first = seen.get(field.to)
    if (first !== undefined) log.add([...path, 'fields', name], 'definition/two-references', { name, first, to: field.to }, { key: true })
    seen.set(field.to, name)
  }
}

/** A pattern has to compile, and must not be able to run for ever: no repeated groups, no back references. */
function checkPattern(pattern: string, path: Path, log: MistakeLog): void {
  try {
    new RegExp(pattern, 'u')
  } catch {
    return log.add(path, 'definition/pattern', { pattern })
  }
  if (pattern.length > 200 || /\)[*+{]|\\[1-9k]|\(\?[=!<]|[*+}][*+]/.test(pattern)) log.add(path, 'definition/pattern-slow', { pattern })
}

function checkHeadings(definition: Definition, form: FormDefinition, path: Path, log: MistakeLog): void {
  for (const language of LANGUAGES) {
    headingsOnce(form.fields, [...path, 'fields'], language, log)
    for (const [name, field] of Object.entries(form.fields)) if (field.type === 'repeat') headingsOnce(field.fields, [...path, 'fields', name, 'fields'], language, log)
  }
  const columns = Object.values(form.fields).reduce((sum, field) => sum + (field.type === 'repeat' ? repetitions(definition, field.over) * Object.keys(field.fields).length : 1), 0)
  if (columns > MAX_COLUMNS) log.add(path, 'definition/too-wide', { columns, most: MAX_COLUMNS }, { key: true })
}

function headingsOnce(fields: Readonly<Record<string, FieldDefinition>>, path: Path, language: Language, log: MistakeLog): void {
  const taken = new Map<string, string>()
  for (const [name, field] of Object.entries(fields)) {
    if (field.type === 'repeat') continue
    // As the reader compares headings: without regard to width, case and space.
    const heading = field.title[language].normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
    const other = taken.get(heading)
    if (other !== undefined) log.add([...path, name, 'title', language], 'definition/title-taken', { title: field.title[language], by: other })
    else taken.set(heading, name)
  }
}

function repetitions(definition: Definition, over: string): number {
  const [source, name = ''] = over.split('.')
  if (source === 'lists') return Object.keys(definition.lists[name]?.items ?? {}).length
  const period = definition.calendar.periods[name]
  return period ? Math.max(0, (Date.parse(period.end) - Date.parse(period.start)) / 86_400_000 + 1) : 0
}

const repeats = (form: FormDefinition): string[] => Object.keys(form.fields).filter((name) => form.fields[name]?.type === 'repeat')
const plainFields = (form: FormDefinition): string[] => Object.keys(form.fields).filter((name) => form.fields[name]?.type !== 'repeat')

/** Every cell of a form: `field`, `repeat.field`. */
function cellPaths(form: FormDefinition, wanted: (field: PlainField) => boolean = () => true): string[] {
  return Object.entries(form.fields).flatMap(([name, field]) =>
    field.type === 'repeat' ? Object.entries(field.fields).filter(([, inner]) => wanted(inner)).map(([inner]) => `${name}.${inner}`) : wanted(field) ? [name] : [],
  )
}

/** Parameters of a mistake about a name: the name, and one that may be meant if any is close. */
export function suggestion(name: string, candidates: Iterable<string>): { name: string; near?: string } {
  const near = nearest(name, candidates)
  return { name, ...(near ? { near } : {}) }
}
