/** One sheet → what the grid makes a sheet of: its values from the workbook, its looks from the description. */
import { BooleanNumber, type ICellData, type IColumnData, type IObjectMatrixPrimitiveType, type IRowData, type IWorksheetData } from '@univerjs/core'
import type { Row, Sheet } from '../../workbook/model'
import type { ColumnSpec, WorkbookSpec } from '../../workbook/spec'
import { cellData } from './cell-data'
import { rangeOf } from './conditions'
import type { SheetLook } from './sheet-look'
import { columnPixels, digitWidth, lineHeight, rowPixels } from './sizes'
import type { StyleTable } from './style-table'

/** Rows and columns beyond the last one that holds something: room to add. */
const SPARE = { rows: 50, columns: 6 }
const LEAST = { rows: 60, columns: 20 }
/** Excel's own width of a column, in characters. */
const USUAL_WIDTH = 8.43

export interface SheetToShow {
  readonly id: string
  readonly sheet: Sheet
  readonly look: SheetLook
}

export function sheetData({ id, sheet, look }: SheetToShow, styles: StyleTable, font: WorkbookSpec['font']): Partial<IWorksheetData> {
  const { spec } = look
  const digit = digitWidth(font)
  const last = lastCell(sheet, look)
  const columnCount = Math.max(LEAST.columns, last.column + SPARE.columns)
  return {
    id,
    name: sheet.name,
    tabColor: spec?.tabColor === undefined ? '' : `#${spec.tabColor}`,
    hidden: sheet.visibility === 'visible' ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(LEAST.rows, last.row + SPARE.rows),
    columnCount,
    defaultColumnWidth: columnPixels(spec?.rest?.width ?? USUAL_WIDTH, digit),
    defaultRowHeight: rowPixels(spec?.rowHeight ?? lineHeight(font.size)),
    defaultStyle: styles.plain,
    mergeData: sheet.merges.map(rangeOf),
    cellData: cells(sheet.rows, look, styles),
    rowData: rows(sheet.rows, look, styles),
    columnData: columns(look, styles, digit, columnCount),
    showGridlines: spec?.showGridLines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    zoomRatio: (spec?.zoom ?? 100) / 100,
    ...(spec?.freeze && { freeze: { xSplit: spec.freeze.columns, ySplit: spec.freeze.rows, startRow: spec.freeze.rows || -1, startColumn: spec.freeze.columns || -1 } }),
  }
}

function lastCell(sheet: Sheet, { spec }: SheetLook): { row: number; column: number } {
  let row = sheet.rows.at(-1)?.row ?? 0
  let column = spec?.columns.length ?? 0
  const reach = (toRow: number, toColumn: number) => {
    row = Math.max(row, toRow)
    column = Math.max(column, toColumn)
  }
  for (const { cells } of sheet.rows) reach(0, cells.at(-1)?.column ?? 0)
  for (const one of spec?.rows ?? []) reach(one.row, one.cells.at(-1)?.column ?? 0)
  for (const { bottom, right } of sheet.merges) reach(bottom, right)
  return { row, column }
}

function cells(rowsOf: readonly Row[], look: SheetLook, styles: StyleTable): IObjectMatrixPrimitiveType<ICellData> {
  const matrix: Record<number, Record<number, ICellData>> = {}
  for (const row of look.spec?.rows ?? []) {
    const line: Record<number, ICellData> = (matrix[row.row - 1] = {})
    for (const { column, style } of row.cells) {
      const s = styles.id(style, style?.format, look.styleUnder(row.row, column))
      if (s !== undefined) line[column - 1] = { s }
    }
  }
  for (const { row, cells: held } of rowsOf) {
    const line = (matrix[row - 1] ??= {})
    for (const cell of held) {
      // The file's format counts: a look may be one that somebody else described.
      const under = look.styleUnder(row, cell.column)
      const style = look.style(row, cell.column)
      const s = style === under ? styles.id(style, cell.format) : styles.id(style, cell.format, under)
      line[cell.column - 1] = { ...cellData(cell), ...(s !== undefined && { s }) }
    }
  }
  return matrix
}

function rows(rowsOf: readonly Row[], look: SheetLook, styles: StyleTable): Record<number, Partial<IRowData>> {
  const data: Record<number, Partial<IRowData>> = {}
  for (const { row, height, grows, hidden, style } of look.spec?.rows ?? []) {
    const s = styles.id(style)
    data[row - 1] = {
      ...(height !== undefined && { h: rowPixels(height) }),
      // `ah` counts where the row follows its text; until it was measured it begins with the height that the file has.
      ...(height === undefined || grows ? { ia: BooleanNumber.TRUE, ...(height !== undefined && { ah: rowPixels(height) }) } : { ia: BooleanNumber.FALSE }),
      ...(hidden && { hd: BooleanNumber.TRUE }),
      ...(s !== undefined && { s }),
    }
  }
  for (const { row, hidden } of rowsOf) if (hidden) data[row - 1] = { ...data[row - 1], hd: BooleanNumber.TRUE }
  return data
}

function columns({ spec }: SheetLook, styles: StyleTable, digit: number, count: number): Record<number, Partial<IColumnData>> {
  const data: Record<number, Partial<IColumnData>> = {}
  const put = (at: number, { width, hidden, style }: ColumnSpec) => {
    const s = styles.id(style)
    data[at] = { w: columnPixels(width, digit), ...((hidden || width === 0) && { hd: BooleanNumber.TRUE }), ...(s !== undefined && { s }) }
  }
  spec?.columns.forEach((column, at) => put(at, column))
  const rest = spec?.rest
  if (rest && (rest.style || rest.hidden)) for (let at = spec.columns.length; at < count; at++) put(at, rest)
  return data
}
