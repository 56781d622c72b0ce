/** What a person would have written into the columns of a table that are theirs, written for them. */
import { cellIn, locateTables, tableRows } from '../../reports/office/locate-tables'
import type { Workbook } from '../../workbook/model'
import type { SheetPatch } from '../../workbook/patch'
import type { LogRow, OfficeState } from '../../reports/office/state'

/** By column id; null empties the cell. */
export type Answer = Readonly<Record<string, string | number | null>>

/** The change of the row with that key, wherever it has been moved to; undefined: there is no such row. A column that people removed is left out. */
export function answerPatch(book: Workbook, table: string, key: string, answer: Answer): SheetPatch | undefined {
  const located = locateTables(book).tables.get(table)
  const row = located && tableRows(located).find((one) => one.key === key)?.row
  if (!located || !row) return undefined
  const cells = Object.entries(answer).flatMap(([id, value]) => {
    const column = located.columns.get(id)
    return column === undefined || (cellIn(row, column)?.value ?? null) === value ? [] : [{ row: row.row, column, value }]
  })
  return { sheet: located.sheet.name, cells }
}

/** The log with a line more. `now`: ISO local date and time. */
export function logged({ log, shown }: Pick<OfficeState, 'log' | 'shown'>, now: string, line: Pick<LogRow, 'kind' | 'unit' | 'detail'> & { readonly week?: number }): LogRow[] {
  const n = Math.max(0, ...log.map((one) => one.n)) + 1
  return [{ n, at: now.slice(0, 19).replace('T', ' '), week: line.week ?? shown ?? 0, kind: line.kind, unit: line.unit, detail: line.detail.trim() }, ...log]
}

/** Patches of several tables as one, a sheet at most once. */
export function joined(patches: readonly SheetPatch[]): SheetPatch[] {
  const sheets = new Map<string, SheetPatch>()
  for (const { sheet, cells, heights = [] } of patches) {
    const known = sheets.get(sheet)
    if (cells.length > 0) sheets.set(sheet, { sheet, cells: [...(known?.cells ?? []), ...cells], heights: [...(known?.heights ?? []), ...heights] })
  }
  return [...sheets.values()]
}
