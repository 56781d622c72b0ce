/** A `record` sheet as its one record. It is accepted whatever is in it: what cannot be read is blank. */
import { draftRecords } from './build-records'
import type { GridCell } from './grid'
import { contentPaths, isBlank, type RawRow } from './raw-row'
import type { ReadRows } from './read-table'
import type { FormRecord } from './return'
import type { Reading, Table } from './table-context'

/** The one row of a record sheet; its place is that of the first field found. */
export function recordRow({ form, index, located }: Pick<Table, 'form' | 'index' | 'located'>): RawRow {
  const cells = new Map<string, GridCell>()
  const fieldRows = Object.entries(located.fieldRows ?? {})
  for (const [path, row] of fieldRows) {
    const cell = index.cell(row, located.columns[path] as number)
    if (cell && !isBlank(cell)) cells.set(path, cell)
  }
  const content = contentPaths(form, cells.keys())
  const row = Math.min(...fieldRows.map(([, at]) => at))
  return { row, hidden: false, label: '', cells, blank: content.size === 0, summary: false }
}

/** The one record of a `record` form. It is always accepted: its cells answer for themselves. */
export function readRecord(table: Table, reading: Reading): ReadRows {
  const raw = table.rows[0] as RawRow
  reportHidden(table, reading)
  const [draft] = draftRecords(table, [{ raw, accepted: true, label: '' }], reading)
  const blank = raw.blank ? 1 : 0
  return { records: draft ? [{ ...draft.record, accepted: true }] : [], rows: { read: 1, accepted: 1 - blank, rejected: 0, blank } }
}

function reportHidden({ id, index, located, rows }: Table, { report }: Reading): void {
  for (const [path, row] of Object.entries(located.fieldRows ?? {})) {
    if (index.row(row)?.hidden && rows[0]?.cells.has(path)) report.add('structure/hidden-row', { sheet: located.sheet, form: id, row })
  }
}

/** The record of a sheet that is missing: all blank. */
export function blankRecord({ id, layout }: Pick<Table, 'id' | 'layout'>): FormRecord {
  const values: FormRecord['values'] = Object.fromEntries(layout.columns.filter(({ repetition }) => !repetition).map(({ path }) => [path, null]))
  const repeats: Record<string, { n: number; key: string; values: Record<string, null> }[]> = {}
  for (const { path, repetition } of layout.columns) {
    if (!repetition) continue
    const list = (repeats[repetition.field] ??= [])
    const one = (list[repetition.n - 1] ??= { n: repetition.n, key: repetition.key, values: {} })
    one.values[path.slice(path.indexOf('.') + 1)] = null
  }
  return { form: id, row: layout.firstRow, label: '', values, repeats, accepted: true }
}
