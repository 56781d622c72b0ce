/** Changes to a workbook's description, as a person makes them on the sheet: cells, rows, columns, sheets. */
import { quoteSheetName } from '../../workbook/address'
import type { CellSpec, RowSpec, SheetSpec, WorkbookSpec } from '../../workbook/spec'
import type { TypedCell, TypedValue } from './typed-cells'

/** What a cell is given; `formula` without `=`. An empty object empties the cell and keeps its style. */
export interface CellContent {
  readonly value?: string | number | boolean
  readonly formula?: string
  readonly format?: string
}

/** The workbook with these cells typed in. */
export function withTyped(spec: WorkbookSpec, cells: readonly TypedCell[]): WorkbookSpec {
  const bySheet = groupedBy(cells, ({ sheet }) => sheet)
  return { ...spec, sheets: spec.sheets.map((sheet) => withCells(sheet, (bySheet.get(sheet.name) ?? []).map((cell) => ({ ...cell, content: contentOf(cell) })))) }
}

function contentOf({ value, format, error }: TypedValue): CellContent {
  // The writer knows no error values: a formula with its result stands in (see error-cells.ts).
  if (error) return { formula: ERROR_FORMULA, value: String(value) }
  return { ...(value !== null && { value }), ...(format !== undefined && { format }) }
}

export const ERROR_FORMULA = 'NA()'

export function withSheet(spec: WorkbookSpec, name: string, change: (sheet: SheetSpec) => SheetSpec): WorkbookSpec {
  return { ...spec, sheets: spec.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) }
}

/** At most one entry for a cell. */
export function withCells(sheet: SheetSpec, cells: readonly { readonly row: number; readonly column: number; readonly content: CellContent }[]): SheetSpec {
  if (cells.length === 0) return sheet
  const byRow = groupedBy(cells, ({ row }) => row)
  const rows = sheet.rows.map((row): RowSpec => {
    const changes = byRow.get(row.row)
    byRow.delete(row.row)
    return changes ? { ...row, cells: merged(row.cells, changes) } : row
  })
  const further = [...byRow].map(([row, changes]): RowSpec => ({ row, cells: merged([], changes) }))
  return { ...sheet, rows: [...rows, ...further].sort((a, b) => a.row - b.row) }
}

function merged(cells: readonly CellSpec[], changes: readonly { readonly column: number; readonly content: CellContent }[]): CellSpec[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
  for (const { column, content } of changes) {
    const { format, ...held } = content
    const style = format === undefined ? byColumn.get(column)?.style : { ...byColumn.get(column)?.style, format }
    byColumn.set(column, { column, ...held, ...(style && { style }) })
  }
  return [...byColumn.values()].sort((a, b) => a.column - b.column)
}

/** A column taken out: what stood to the right of it moves one to the left. */
export function withoutColumn(sheet: SheetSpec, column: number): SheetSpec {
  return {
    ...sheet,
    columns: sheet.columns.filter((_, index) => index + 1 !== column),
    rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.flatMap((cell) => (cell.column === column ? [] : [{ ...cell, column: cell.column > column ? cell.column - 1 : cell.column }])) })),
    merges: sheet.merges?.map((area) => ({ ...area, left: area.left > column ? area.left - 1 : area.left, right: area.right >= column ? area.right - 1 : area.right })),
    // Validations and colours would move along; none of them matters to who reads the file.
    validations: [],
    conditions: [],
    print: undefined,
    autoFilter: undefined,
  }
}

/** Two columns in each other's place, headings and all. */
export function withColumnsSwapped(sheet: SheetSpec, one: number, other: number, from: number): SheetSpec {
  const place = (column: number): number => (column === one ? other : column === other ? one : column)
  return {
    ...sheet,
    rows: sheet.rows.map((row) => (row.row < from ? row : { ...row, cells: row.cells.map((cell) => ({ ...cell, column: place(cell.column) })).sort((a, b) => a.column - b.column) })),
    validations: [],
  }
}

/** The sheet under another name; defined names follow, as they do in Excel. */
export function withSheetRenamed(spec: WorkbookSpec, from: string, to: string): WorkbookSpec {
  const renamed = withSheet(spec, from, (sheet) => ({ ...sheet, name: to }))
  return { ...renamed, names: spec.names.map((name) => ({ ...name, refersTo: name.refersTo.replaceAll(quoteSheetName(from), quoteSheetName(to)) })) }
}

function groupedBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
