/** Finds the office's tables in a workbook that people have worked on. */
import type { Cell, Row, Sheet, Workbook } from '../../workbook/model'
import { KEY_COLUMN, MARKS } from './keyed-table'

export interface LocatedTable {
  readonly id: string
  readonly sheet: Sheet
  /** 1-based column of the keys. */
  readonly keyColumn: number
  /** 1-based column of each column id that is still there. */
  readonly columns: ReadonlyMap<string, number>
  readonly headingRow: number
  readonly firstRow: number
  /** Last row the table may use: another table follows below it; absent: down to the end of the sheet. */
  readonly limit?: number
}

export interface LocatedText {
  readonly sheet: Sheet
  readonly row: number
  readonly column: number
}

export interface LocatedOffice {
  readonly tables: ReadonlyMap<string, LocatedTable>
  /** Lines under the titles, by sheet id. */
  readonly abouts: ReadonlyMap<string, LocatedText>
}

/** A table that occurs twice (a copied sheet) is taken where it stands first. */
export function locateTables(book: Workbook): LocatedOffice {
  const tables = new Map<string, LocatedTable>()
  const abouts = new Map<string, LocatedText>()
  for (const sheet of book.sheets) {
    const marks = sheet.rows.flatMap((row) => row.cells.filter((cell) => markOf(cell, MARKS.table) !== undefined).map((cell) => ({ row, cell })))
    marks.forEach(({ row, cell }, i) => {
      const id = markOf(cell, MARKS.table) as string
      const next = marks[i + 1]?.row.row
      // Above the next table's marks stand its section heading and a blank line.
      if (!tables.has(id)) tables.set(id, { id, sheet, keyColumn: cell.column, columns: columnIds(row, cell.column), headingRow: row.row + 1, firstRow: row.row + 2, ...(next !== undefined && { limit: next - 3 }) })
    })
    for (const row of sheet.rows) {
      for (const cell of row.cells) {
        const id = markOf(cell, MARKS.about)
        if (id !== undefined && !abouts.has(id)) abouts.set(id, { sheet, row: row.row, column: cell.column + 1 })
      }
    }
  }
  return { tables, abouts }
}

/** Rows of a table that hold anything, with their key as text (empty: a row of a person's own). */
export function tableRows(table: LocatedTable): { readonly row: Row; readonly key: string }[] {
  return table.sheet.rows
    .filter(({ row, cells }) => row >= table.firstRow && row <= (table.limit ?? Infinity) && cells.length > 0)
    .map((row) => ({ row, key: textOf(row.cells.find(({ column }) => column === table.keyColumn)) }))
}

export function cellIn(row: Row, column: number | undefined): Cell | undefined {
  return column === undefined ? undefined : row.cells.find((cell) => cell.column === column)
}

/** A cell's value as trimmed text; empty for blank, errors and formulas without a result. */
export function textOf(cell: Cell | undefined): string {
  const value = cell?.value
  return value === undefined || typeof value === 'object' ? '' : String(value).trim()
}

function columnIds(row: Row, keyColumn: number): Map<string, number> {
  const ids = new Map<string, number>()
  for (const cell of row.cells) {
    const text = textOf(cell)
    if (cell.column !== keyColumn && text.startsWith(MARKS.column) && !ids.has(text.slice(MARKS.column.length))) ids.set(text.slice(MARKS.column.length), cell.column)
  }
  return ids
}

function markOf(cell: Cell, mark: string): string | undefined {
  // A person who moves our columns moves the marks too; they are looked for where they are cheap to find.
  if (typeof cell.value !== 'string' || cell.column > KEY_COLUMN + 8 || !cell.value.startsWith(mark)) return undefined
  return cell.value.slice(mark.length)
}
