/** The grid → the neutral model, as the file reader would give it. What nobody touched comes back as the file had it. */
import { BooleanNumber, type ICellData, type Nullable } from '@univerjs/core'
import type { Cell, Row, Sheet, Workbook } from '../../workbook/model'
import { formatKind } from '../../workbook/number-format'
import { contentOf, writtenContent, type Content } from './cell-data'
import type { OpenedBook, OpenedSheet } from './opened-book'

export function snapshotOf(book: OpenedBook): Workbook {
  const sheets = book.sheets
  return {
    sheets: sheets.map((sheet) => sheetNow(book, sheet)),
    names: book.names.filter(({ sheet }) => sheet === undefined || sheets.some(({ name }) => name === sheet)),
    properties: {},
    foreign: [],
  }
}

function sheetNow(book: OpenedBook, sheet: OpenedSheet): Sheet {
  const worksheet = book.worksheet(sheet)
  const rowData = worksheet.getRowManager().getRowData()
  const rows: Row[] = []
  forCells(book, sheet, (row, cells) => {
    const hidden = rowData[row - 1]?.hd === BooleanNumber.TRUE
    rows.push(hidden ? { row, hidden, cells } : { row, cells })
  })
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    protected: sheet.look.isProtected,
    merges: worksheet.getMergeData().map(({ startRow, startColumn, endRow, endColumn }) => ({ top: startRow + 1, left: startColumn + 1, bottom: endRow + 1, right: endColumn + 1 })),
    rows,
  }
}

/** Rows with a cell that is not blank, in order; 1-based. */
function forCells(book: OpenedBook, sheet: OpenedSheet, visit: (row: number, cells: Cell[]) => void): void {
  const matrix = book.worksheet(sheet).getCellMatrix().getMatrix()
  for (const key of Object.keys(matrix)) {
    const line = matrix[Number(key)]
    const row = Number(key) + 1
    const original = sheet.original.get(row)
    const cells: Cell[] = []
    for (const at of Object.keys(line ?? {})) {
      const column = Number(at) + 1
      const cell = cellNow(sheet, row, column, line?.[Number(at)], original?.get(column))
      if (cell) cells.push(cell)
    }
    if (cells.length > 0) visit(row, cells)
  }
}

/** What one cell holds; undefined when it is blank. 1-based. */
export function contentAt(book: OpenedBook, sheet: OpenedSheet, row: number, column: number): Content | undefined {
  const data = book.worksheet(sheet).getCellMatrix().getValue(row - 1, column - 1)
  const original = sheet.original.get(row)?.get(column)
  if (original && untouched(original, data)) return { value: original.value, formula: original.formula }
  return contentOf(data)
}

function cellNow(sheet: OpenedSheet, row: number, column: number, data: Nullable<ICellData>, original: Cell | undefined): Cell | undefined {
  if (original && untouched(original, data)) return original
  const content = contentOf(data)
  if (!content) return undefined
  const { value } = content
  // A formula that did not change keeps the file's wording.
  const formula = original?.formula && sameFormula(original, data) ? original.formula : content.formula
  const format = original ? original.format : sheet.look.format(row, column)
  return {
    column,
    ...(value !== undefined && { value }),
    ...(formula !== undefined && { formula }),
    ...(typeof value === 'number' && format !== undefined && dated(format) && { date: true }),
    ...(format !== undefined && { format }),
  }
}

function untouched(original: Cell, data: Nullable<ICellData>): boolean {
  const { v, t, f } = writtenContent(original)
  return (data?.v ?? null) === v && (v === null || (data?.t ?? null) === t) && (data?.f ?? null) === f
}

export function sameFormula(original: Cell, data: Nullable<ICellData>): boolean {
  return (data?.f ?? null) === writtenContent(original).f
}

const kinds = new Map<string, boolean>()

function dated(format: string): boolean {
  const known = kinds.get(format) ?? formatKind(format) !== 'number'
  kinds.set(format, known)
  return known
}
