/** The change that brings a table of the office workbook up to date without touching what people added. */
import type { Cell, CellValue, Row } from '../../workbook/model'
import type { CellPatch, RowHeight } from '../../workbook/patch'
import { cellValue, type Table, type TableValue } from './keyed-table'
import { cellIn, tableRows, type LocatedTable } from './locate-tables'
import { heightOfRow } from './office-look'

/**
 * Our rows are laid out anew from the top, in the order given; each takes along what people wrote in
 * the columns that are theirs (`person`, and any further column that has a heading).
 *
 * | a row that stands there                        | becomes of it |
 * | its key is still in use                        | moves to its new place with all that people wrote on it |
 * | its key is gone, nobody wrote on it            | emptied |
 * | its key is gone, somebody wrote on it          | kept after the others, marked as the columns' `whenStale` says |
 * | it has no key, or one that stands further up   | a person's own row: stays where it is, the table flows around it |
 *
 * A person's column with a formula or an error value in any row stays where it is altogether:
 * formulas speak of their own row and cannot be moved as values; on whatever row comes to
 * stand there they go on computing. Columns without a heading are not part of the table.
 * Applying the result and patching again gives nothing.
 */
export function patchTable(table: Table, located: LocatedTable): TablePatch {
  const existing = tableRows(located)
  const keyed = new Map<string, Row>()
  const foreign = new Set<number>()
  for (const { row, key } of existing) {
    if (key !== '' && !keyed.has(key)) keyed.set(key, row)
    else foreign.add(row.row)
  }
  const columns = columnsOf(table, located, [...keyed.values()])
  const wanted = [...table.rows.map((row) => wantedRow(row, keyed.get(row.key), table, columns)), ...staleRows(table, keyed, columns)]
  const slots = slotsFor(wanted.length, located, foreign)
  const cells: CellPatch[] = []
  const heights: RowHeight[] = []
  const change = (row: number, now: Row | undefined, content: RowContent) => {
    const changed = differences(row, now, content, columns)
    if (changed.length === 0) return
    cells.push(...changed)
    heights.push({ row, height: heightOfRow(table.design.columns, Object.fromEntries(table.design.columns.map(({ id }) => [id, content.get(located.columns.get(id) ?? 0) ?? null]))) })
  }
  const rowsNow = new Map(existing.map(({ row }) => [row.row, row]))
  const used = new Set(slots)
  slots.forEach((row, i) => change(row, rowsNow.get(row), wanted[i] as RowContent))
  for (const { row } of existing) if (!foreign.has(row.row) && !used.has(row.row)) change(row.row, row, new Map())
  return { cells, heights }
}

export interface TablePatch {
  readonly cells: readonly CellPatch[]
  /** Of rows with changed cells. */
  readonly heights: readonly RowHeight[]
}

/** Values by 1-based column; absent: blank. */
type RowContent = ReadonlyMap<number, TableValue>

interface TableColumns {
  readonly key: number
  /** By column id, those of our columns that are still there. */
  readonly ours: ReadonlyMap<string, number>
  /** People's columns whose values move with their row. */
  readonly theirs: readonly number[]
}

function columnsOf(table: Table, located: LocatedTable, rows: readonly Row[]): TableColumns {
  const ours = new Map(table.design.columns.flatMap(({ id, person }) => (!person && located.columns.has(id) ? [[id, located.columns.get(id) as number] as const] : [])))
  // A merged cell's other columns belong to it.
  const covered = new Set(table.design.columns.flatMap(({ id, span = 1 }) => Array.from({ length: span - 1 }, (_, i) => (located.columns.get(id) ?? -99) + i + 1)))
  const taken = new Set([located.keyColumn, ...ours.values(), ...covered])
  const headings = located.sheet.rows.find(({ row }) => row === located.headingRow)?.cells ?? []
  const named = [...table.design.columns.flatMap(({ id, person }) => (person && located.columns.has(id) ? [located.columns.get(id) as number] : [])), ...headings.filter(({ value }) => value !== undefined && value !== '').map(({ column }) => column)]
  const theirs = [...new Set(named)].filter((column) => !taken.has(column))
  return { key: located.keyColumn, ours, theirs: theirs.filter((column) => rows.every((row) => movable(cellIn(row, column)))) }
}

function movable(cell: Cell | undefined): boolean {
  return cell === undefined || (cell.formula === undefined && typeof cell.value !== 'object')
}

function wantedRow(row: Table['rows'][number], known: Row | undefined, table: Table, columns: TableColumns): RowContent {
  const content = new Map<number, TableValue>([[columns.key, row.key]])
  for (const { id } of table.design.columns) {
    const column = columns.ours.get(id)
    if (column !== undefined) content.set(column, cellValue(row.values[id]))
  }
  return withTheirs(content, known, columns)
}

function staleRows(table: Table, keyed: ReadonlyMap<string, Row>, columns: TableColumns): RowContent[] {
  const current = new Set(table.rows.map(({ key }) => key))
  return [...keyed].flatMap(([key, row]) => {
    if (current.has(key) || !columns.theirs.some((column) => plain(cellIn(row, column)?.value) !== null)) return []
    const content = new Map<number, TableValue>([[columns.key, key]])
    for (const { id, whenStale } of table.design.columns) {
      const column = columns.ours.get(id)
      if (column === undefined || whenStale === undefined) continue
      content.set(column, whenStale === 'keep' ? plain(cellIn(row, column)?.value) : cellValue(whenStale.value))
    }
    return [withTheirs(content, row, columns)]
  })
}

function withTheirs(content: Map<number, TableValue>, known: Row | undefined, columns: TableColumns): RowContent {
  for (const column of columns.theirs) content.set(column, plain(known && cellIn(known, column)?.value))
  return content
}

function slotsFor(count: number, located: LocatedTable, foreign: ReadonlySet<number>): number[] {
  const slots: number[] = []
  for (let row = located.firstRow; slots.length < count && row <= (located.limit ?? Infinity); row += 1) {
    if (!foreign.has(row)) slots.push(row)
  }
  return slots
}

function differences(row: number, now: Row | undefined, content: RowContent, columns: TableColumns): CellPatch[] {
  return [columns.key, ...columns.ours.values(), ...columns.theirs].flatMap((column) => {
    const cell = now && cellIn(now, column)
    const value = content.get(column) ?? null
    return plain(cell?.value) === value && cell?.formula === undefined ? [] : [{ row, column, value }]
  })
}

function plain(value: CellValue | undefined): TableValue {
  return value === undefined || value === '' || typeof value === 'object' ? null : value
}
