/** Rows of a table → records: every cell decoded, totals computed, what is required asked for. */
import type { Code } from './codes'
import { severityOf } from './codes'
import { fieldReader, type FieldReader } from './field-reader'
import type { GridCell } from './grid'
import type { ColumnLayout } from './layout'
import type { FieldValue, FormRecord } from './return'
import type { Identified } from './row-order'
import { shown } from './shown'
import { at, headingOf, type Reading, type Table } from './table-context'
import { compareTotal, totalOf } from './totals'

/** A record being made. Codes of its cells decide whether an event counts. */
export interface Draft {
  readonly record: Omit<FormRecord, 'accepted'>
  /** False: nobody's row, or a row of sums. */
  readonly identified: boolean
  readonly codes: readonly Code[]
  readonly cells: ReadonlyMap<string, GridCell>
}

type MutableRepetition = { n: number; key: string; values: Record<string, FieldValue> }

/** Path as limits and totals know it: `days[2].hours` → `days.hours`. */
const genericPath = (path: string): string => path.replace(/\[\d+\]/, '')

export function draftRecords(table: Table, identified: readonly Identified[], reading: Reading): Draft[] {
  const readers = new Map<string, FieldReader>()
  for (const { path, field } of table.layout.columns) {
    const generic = genericPath(path)
    if (field.type !== 'total' && !readers.has(generic)) readers.set(generic, fieldReader(table.id, generic, field, table.form.shape, reading))
  }
  return identified.map((one) => draftRecord(table, one, readers, reading))
}

function draftRecord(table: Table, one: Identified, readers: ReadonlyMap<string, FieldReader>, reading: Reading): Draft {
  const { raw } = one
  const { report } = reading
  const values: Record<string, FieldValue> = {}
  const repeats: Record<string, MutableRepetition[]> = {}
  const codes: Code[] = []
  const pending: { path: string; clause?: string; code: Code; cell?: GridCell; expected?: string; params?: Readonly<Record<string, string | number>> }[] = []

  for (const { path, field, repetition } of table.layout.columns) {
    if (field.type === 'total') continue
    const cell = raw.cells.get(path)
    const { value, issues } = cell ? (readers.get(genericPath(path)) as FieldReader)(cell) : { value: null, issues: [] }
    if (!raw.summary) for (const issue of issues) pending.push({ path, clause: field.clause, cell, ...issue })
    if (!repetition) values[path] = value
    else repetitionAt(repeats, repetition).values[path.slice(path.indexOf('.') + 1)] = value
  }
  for (const { path, field } of table.layout.columns) {
    if (field.type === 'total') values[path] = totalOf(field.of, values, repeats)
  }
  if (!raw.summary) for (const column of table.layout.columns) if (isMissing(column, table, raw.cells)) pending.push({ path: column.path, clause: column.field.clause, code: 'cell/required' })

  const label = one.label || eventLabel(table, values, raw.cells, reading)
  for (const { path, clause, code, cell, expected, params } of pending) {
    codes.push(code)
    const place = { ...at(table, raw.row, path), subject: label, ...(cell && { value: shown(cell) }), ...(expected !== undefined && { expected }), ...(clause !== undefined && { clause }) }
    report.add(code, place, { heading: headingOf(table, path), ...params })
  }
  if (!raw.summary) {
    for (const { path, field } of table.layout.columns) {
      if (field.type === 'total') compareTotal(raw.cells.get(path), values[path] as number | null, { ...at(table, raw.row, path), subject: label }, headingOf(table, path), report)
    }
  }
  const record = {
    form: table.id,
    row: raw.row,
    ...(raw.number !== undefined && { number: raw.number }),
    ...(one.rosterRow !== undefined && { rosterRow: one.rosterRow }),
    label,
    values,
    repeats,
  }
  return { record, identified: one.accepted, codes, cells: raw.cells }
}

function repetitionAt(repeats: Record<string, MutableRepetition[]>, { field, n, key }: NonNullable<ColumnLayout['repetition']>): MutableRepetition {
  const list = (repeats[field] ??= [])
  return (list[n - 1] ??= { n, key, values: {} })
}

/**
 * Required and blank. Inside a repetition only when the repetition has something in it: a day
 * that is still to come is not filled in. Not where the column is gone: that has its own finding.
 */
function isMissing({ path, field, repetition }: ColumnLayout, table: Table, cells: ReadonlyMap<string, GridCell>): boolean {
  if (!field.required || cells.has(path) || table.located.columns[path] === undefined) return false
  if (!repetition) return true
  const prefix = path.slice(0, path.indexOf('.') + 1)
  return [...cells.keys()].some((other) => other.startsWith(prefix))
}

/** The first reference or text of the row; else the first thing in it. */
function eventLabel(table: Table, values: FormRecord['values'], cells: ReadonlyMap<string, GridCell>, { rosters }: Reading): string {
  for (const { path, field, repetition } of table.layout.columns) {
    const value = repetition ? null : (values[path] ?? null)
    if (value === null) continue
    if (field.type === 'text') return shown({ value: value as string })
    if (field.type === 'reference') return rosters.get(field.to)?.labels.get(value as number) ?? ''
  }
  const [first] = cells.values()
  return first ? shown(first) : ''
}

/** An error in one of its cells, as opposed to a total that was typed over. */
export function hasCellError({ codes }: Draft): boolean {
  return codes.some((code) => severityOf(code) === 'error')
}

