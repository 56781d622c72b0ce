import type { Workbook } from '../../src/workbook/model'

/** Values of all cells by sheet, row and column, to compare workbooks by; text and number are told apart, blank cells left out. */
export function valuesOf(book: Workbook): Record<string, unknown> {
  return Object.fromEntries(book.sheets.flatMap(({ name, rows }) => rows.flatMap(({ row, cells }) => cells.flatMap(({ column, value }) => (value === undefined || value === '' ? [] : [[`${name} ${row} ${column}`, value]])))))
}
