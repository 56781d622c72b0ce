/**
 * Constraints and conditionally required cells of a return, as findings.
 *
 * They run on every row, also one that does not count in measures: its owner wants to know everything that
 * is wrong with it at once. A constraint is left out for a row in which a cell that it reads already has
 * an error (the cell's own finding comes first; what follows from it would only confuse), and for rows of sums.
 */
import { ExpressionFailure } from '../campaign/expression'
import { placeOf } from './locate'
import type { Campaign, CompiledConstraint, RequiredCell } from '../campaign/campaign'
import type { Expression, Variables } from '../campaign/expression'
import type { Finding } from '../returns/finding'
import type { FieldValue, Return } from '../returns/return'
import type { Place } from './locate'
import type { Records, TypedRow } from './records'

/** Codes: `row/<form>.<constraint>`, `row/required`, `row/undetermined`. */
export function checkConstraints(campaign: Campaign, ret: Return, records: Records): Finding[] {
  const unreadable = unreadableCells(campaign, ret)
  const findings: Finding[] = []
  for (const cell of campaign.required) if (campaign.form(cell.form).in === ret.kind) findings.push(...checkRequired(campaign, ret, records, cell, unreadable))
  for (const constraint of campaign.constraints) if (campaign.form(constraint.form).in === ret.kind) findings.push(...checkConstraint(campaign, ret, records, constraint, unreadable))
  return findings
}

function checkRequired(campaign: Campaign, ret: Return, records: Records, { form, path, repeat, when }: RequiredCell, unreadable: Unreadable): Finding[] {
  const findings: Finding[] = []
  const check = (row: TypedRow, variables: Variables, at: string, value: FieldValue | undefined): void => {
    if ((value !== null && value !== undefined && value !== '') || unreadable.has(form, row, at)) return
    const required = attempt(when, variables)
    if (required !== true) return
    const place = placeOf(campaign, ret, form, at, row)
    if (place.column === undefined) return
    findings.push({ code: 'row/required', kind: 'row', severity: 'error', ...cellOf(place), form, field: at, subject: row.record.label, texts: { heading: headingOf(campaign, form, path) }, ...clauseOf(campaign, form, path) })
  }
  for (const row of records.rows(form)) {
    if (unreadable.isSummary(form, row)) continue
    if (repeat === undefined) {
      check(row, records.ofRow(form, row), path, row.record.values[path])
      continue
    }
    const inner = path.slice(repeat.length + 1)
    for (const [index, inRepetition] of records.ofRepetitions(form, row, repeat).entries()) {
      check(row, inRepetition, `${repeat}[${index + 1}].${inner}`, row.record.repeats[repeat]?.[index]?.values[inner])
    }
  }
  return findings
}

function checkConstraint(campaign: Campaign, ret: Return, records: Records, constraint: CompiledConstraint, unreadable: Unreadable): Finding[] {
  const { form, each, when, require, definition } = constraint
  const findings: Finding[] = []
  const check = (variables: Variables, path: string, row?: TypedRow): void => {
    if (when && attempt(when, variables) === false) return
    const holds = attempt(require, variables)
    if (holds === true) return
    const undetermined = holds === undefined
    findings.push({
      code: undetermined ? 'row/undetermined' : `row/${form}.${constraint.id}`,
      kind: readsOtherForms(campaign, constraint) ? 'consistency' : 'row',
      severity: undetermined ? 'warning' : (definition.severity ?? 'error'),
      ...cellOf(placeOf(campaign, ret, form, path, row)),
      form,
      field: path,
      ...(row ? { subject: row.record.label } : {}),
      ...(undetermined ? { params: { constraint: `${form}.${constraint.id}` } } : { message: definition.message, fix: definition.fix }),
      ...(definition.clause === undefined ? {} : { clause: definition.clause }),
    })
  }
  if (each.kind === 'sheet') {
    check(records.variables, firstOf(definition.at))
    return findings
  }
  for (const row of records.rows(form)) {
    if (unreadable.isSummary(form, row)) continue
    if (each.kind === 'row') {
      if (!unreadable.reads(constraint, row)) check(records.ofRow(form, row), firstOf(definition.at), row)
      continue
    }
    for (const [index, inRepetition] of records.ofRepetitions(form, row, each.field).entries()) {
      if (unreadable.reads(constraint, row, index + 1)) continue
      const path = definition.at.startsWith(`${each.field}.`) ? `${each.field}[${index + 1}].${definition.at.slice(each.field.length + 1)}` : firstOf(definition.at)
      check(inRepetition, path, row)
    }
  }
  return findings
}

/** Undefined when the expression has no result for this row. */
function attempt(expression: Expression<boolean>, variables: Variables): boolean | undefined {
  try {
    return expression.evaluate(variables)
  } catch (error) {
    if (error instanceof ExpressionFailure) return undefined
    throw error
  }
}

/** Cells that have an error of their own, and rows that are no records. */
interface Unreadable {
  has(form: string, row: TypedRow, path: string): boolean
  isSummary(form: string, row: TypedRow): boolean
  /** Whether a constraint reads such a cell in this row (or in the roster's, for a companion). */
  reads(constraint: CompiledConstraint, row: TypedRow, n?: number): boolean
}

function unreadableCells(campaign: Campaign, ret: Return): Unreadable {
  const paths = new Map<string, Set<string>>()
  const summaries = new Set<string>()
  // A record form is one record, whatever row its cell stands in.
  const keyOf = (form: string, row: number): string => (campaign.form(form).shape === 'record' ? form : `${form} ${row}`)
  for (const { code, severity, form, row, field } of ret.findings) {
    if (form === undefined || row === undefined) continue
    if (code === 'structure/summary-row') summaries.add(keyOf(form, row))
    if (severity !== 'error' || field === undefined) continue
    const key = keyOf(form, row)
    paths.set(key, (paths.get(key) ?? new Set()).add(field))
  }
  const readsIn = (form: string, row: TypedRow, constraint: CompiledConstraint, n?: number): boolean => {
    const bad = paths.get(keyOf(form, row.record.row))
    if (!bad) return false
    for (const path of bad) {
      const [, outer = path, at, inner] = /^([^[.]+)(?:\[(\d+)\]\.(.+))?$/.exec(path) ?? []
      if (at === undefined ? fieldsRead(constraint, `row.${form}`).has(outer) : (n === undefined || Number(at) === n) && fieldsRead(constraint, `part.${form}.${outer}`).has(inner ?? '')) return true
    }
    return false
  }
  return {
    has: (form, row, path) => paths.get(keyOf(form, row.record.row))?.has(path) ?? false,
    isSummary: (form, row) => summaries.has(keyOf(form, row.record.row)),
    reads: (constraint, row, n) => {
      if (paths.size === 0) return false
      const roster = campaign.form(constraint.form).of
      return readsIn(constraint.form, row, constraint, n) || (row.roster !== undefined && roster !== undefined && readsIn(roster, row.roster, constraint))
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

function fieldsRead({ when, require }: CompiledConstraint, type: string): ReadonlySet<string> {
  const [a, b] = [when?.uses.fields.get(type) ?? NONE, require.uses.fields.get(type) ?? NONE]
  return a.size === 0 ? b : b.size === 0 ? a : new Set([...a, ...b])
}

/** A constraint that looks at rows of another form is one between sheets. */
function readsOtherForms(campaign: Campaign, { form, when, require }: CompiledConstraint): boolean {
  return [...(when?.uses.fields.keys() ?? []), ...require.uses.fields.keys()].some((type) => type.startsWith('row.') && type !== `row.${form}` && Object.hasOwn(campaign.definition.forms, type.slice(4)))
}

const cellOf = ({ sheet, row, column, heading }: Place) => ({ ...(sheet === undefined ? {} : { sheet }), ...(heading || row === undefined || column === undefined ? {} : { row, column }) })

/** `days.hours` outside its repetition is shown at the first. */
const firstOf = (path: string): string => path.replace('.', '[1].')

function headingOf(campaign: Campaign, form: string, path: string) {
  const [outer = '', inner] = path.split('.')
  const field = campaign.form(form).fields[outer]
  if (field?.type === 'repeat' && inner !== undefined) return field.fields[inner]?.title ?? field.title
  return field?.title ?? { zh: path, en: path }
}

function clauseOf(campaign: Campaign, form: string, path: string): { clause?: string } {
  const field = campaign.form(form).fields[path]
  return field && field.type !== 'repeat' && field.clause !== undefined ? { clause: field.clause } : {}
}
