/** A patch worked into the workbook as it was read: what the next snapshot will show. */
import type { Cell, Row, Sheet, Workbook } from '../../workbook/model'
import type { CellPatch, SheetPatch, WorkbookPatch } from '../../workbook/patch'

/** Cells only: sheets that a patch adds are not shown. Throws for a sheet that is not there. */
export function patchedBook(book: Workbook, patch: WorkbookPatch): Workbook {
  const changes = new Map(patch.sheets.map((one) => [one.sheet, one]))
  for (const { sheet } of patch.sheets) if (!book.sheets.some(({ name }) => name === sheet)) throw new RangeError(`no such sheet: ${sheet}`)
  return { ...book, sheets: book.sheets.map((sheet) => patchedSheet(sheet, changes.get(sheet.name))) }
}

function patchedSheet(sheet: Sheet, patch: SheetPatch | undefined): Sheet {
  if (!patch || patch.cells.length === 0) return sheet
  const byRow = new Map<number, CellPatch[]>()
  for (const cell of patch.cells) {
    const row = byRow.get(cell.row)
    if (row) row.push(cell)
    else byRow.set(cell.row, [cell])
  }
  const known = new Set(sheet.rows.map(({ row }) => row))
  const added = [...byRow.keys()].filter((row) => !known.has(row)).map((row): Row => ({ row, cells: [] }))
  const rows = [...sheet.rows, ...added].map((row) => patchedRow(row, byRow.get(row.row))).sort((a, b) => a.row - b.row)
  return { ...sheet, rows }
}

/** A cell keeps its format; a formula gives way to the value that is written over it. */
function patchedRow(row: Row, changes: readonly CellPatch[] | undefined): Row {
  if (!changes) return row
  const cells = new Map<number, Cell>(row.cells.map((cell) => [cell.column, cell]))
  for (const { column, value } of changes) {
    const { date, format } = cells.get(column) ?? {}
    if (value === null || value === '') cells.delete(column)
    else cells.set(column, { column, value, ...(date && { date }), ...(format !== undefined && { format }) })
  }
  return { ...row, cells: [...cells.values()].sort((a, b) => a.column - b.column) }
}
