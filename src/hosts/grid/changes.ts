/** What differs from the file as it was opened, as a patch of that file. */
import type { ICellData, IObjectArrayPrimitiveType, Nullable } from '@univerjs/core'
import type { CellValue } from '../../workbook/model'
import type { CellPatch, ResultPatch, SheetPatch, WorkbookPatch } from '../../workbook/patch'
import type { CellSpec, RowSpec, SheetSpec } from '../../workbook/spec'
import { contentOf, sameValue, type Content } from './cell-data'
import type { OpenedBook, OpenedSheet } from './opened-book'
import { sameFormula } from './snapshot'

/**
 * New results alone are no change: formulas of a file that was never calculated get them as soon as it is opened, and
 * `TODAY()` every day. They are told along with what a person or a check wrote.
 */
export function changesOf(book: OpenedBook): WorkbookPatch {
  const sheets = book.sheets.flatMap((sheet) => (sheet.added ? [] : [sheetChanges(book, sheet)]))
  const add = book.sheets.flatMap((sheet) => (sheet.added ? [presentSpec(book, sheet, sheet.added)] : []))
  if (add.length === 0 && sheets.every(({ cells }) => cells.length === 0)) return { sheets: [] }
  const changed = sheets.filter(({ cells, results }) => cells.length > 0 || results)
  return add.length > 0 ? { sheets: changed, add } : { sheets: changed }
}

function sheetChanges(book: OpenedBook, sheet: OpenedSheet): SheetPatch {
  const cells: CellPatch[] = []
  const results: ResultPatch[] = []
  const matrix = book.worksheet(sheet).getCellMatrix().getMatrix()
  const rows = new Set([...sheet.original.keys(), ...Object.keys(matrix).map((row) => Number(row) + 1)])
  for (const row of [...rows].sort((a, b) => a - b)) {
    const line = matrix[row - 1]
    const original = sheet.original.get(row)
    const columns = new Set([...(original?.keys() ?? []), ...Object.keys(line ?? {}).map((column) => Number(column) + 1)])
    for (const column of [...columns].sort((a, b) => a - b)) {
      const was = original?.get(column)
      const data = line?.[column - 1]
      const now = contentOf(data)
      // Of a formula that the file does not write out only the result is known, and so only that can differ.
      if (sameValue(was?.value, now?.value) && (was?.formula ? sameFormula(was, data) : now?.formula === undefined)) continue
      if (was?.formula && sameFormula(was, data)) results.push({ row, column, value: now?.value ?? null })
      else {
        cells.push({ row, column, ...written(now) })
        if (now?.formula !== undefined && typeof now.value === 'object') results.push({ row, column, value: now.value })
      }
    }
  }
  return { sheet: sheet.name, cells, ...(results.length > 0 && { results }) }
}

function written(now: Content | undefined): Pick<CellPatch, 'value' | 'formula'> {
  const plain = (value: CellValue | undefined, error: (text: string) => string | null) => (typeof value === 'object' ? error(value.error) : (value ?? null))
  if (now?.formula !== undefined) return { value: plain(now.value, () => null), formula: now.formula }
  // An error as a constant cannot be typed; one that was sorted elsewhere is kept as its text.
  return { value: plain(now?.value, (text) => text) }
}

/** A sheet that was added, with what it holds now. */
function presentSpec(book: OpenedBook, sheet: OpenedSheet, spec: SheetSpec): SheetSpec {
  const matrix = book.worksheet(sheet).getCellMatrix().getMatrix()
  const described = new Map(spec.rows.map((row) => [row.row, row]))
  const rows = new Set([...described.keys(), ...Object.keys(matrix).map((row) => Number(row) + 1)])
  return {
    ...spec,
    rows: [...rows].sort((a, b) => a - b).flatMap((row): RowSpec[] => {
      const was = described.get(row)
      const cells = presentCells(was, matrix[row - 1] ?? {})
      return was || cells.length > 0 ? [{ ...(was ?? { row }), cells }] : []
    }),
  }
}

function presentCells(was: RowSpec | undefined, line: IObjectArrayPrimitiveType<Nullable<ICellData>>): CellSpec[] {
  const described = new Map((was?.cells ?? []).map((cell) => [cell.column, cell]))
  const columns = new Set([...described.keys(), ...Object.keys(line).map((column) => Number(column) + 1)])
  return [...columns].sort((a, b) => a - b).flatMap((column): CellSpec[] => {
    const spec = described.get(column)
    const now = contentOf(line[column - 1])
    if (!spec && !now) return []
    const value = typeof now?.value === 'object' ? undefined : now?.value
    return [{ column, ...(spec?.style && { style: spec.style }), ...(value !== undefined && { value }), ...(now?.formula !== undefined && { formula: now.formula }) }]
  })
}
