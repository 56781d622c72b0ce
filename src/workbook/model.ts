/**
 * The neutral workbook: what every reader produces and every writer takes.
 *
 * Rows and columns are 1-based, as Excel shows them (row 1, column 1 = A1).
 * Dates are numbers: days since 1899-12-30 (the 1900 system; a 1904 workbook is
 * converted when it is read). Whether a number is meant as a date is said by `date`.
 */

/** A spreadsheet error as a value, never an exception: `#N/A`, `#REF!` ... */
export interface CellError {
  readonly error: string
}

/** What a cell holds. `null` never appears in a read grid: a blank cell is absent. */
export type CellValue = string | number | boolean | CellError

export interface Cell {
  /** 1-based column. */
  readonly column: number
  /** The value, or the cached result when there is a formula. Absent: a formula without a cached result. */
  readonly value?: CellValue
  /**
   * Formula text without the leading `=`. Shared and array formulas carry it where the file writes it out;
   * empty where the file says only that the cell shares another's formula.
   */
  readonly formula?: string
  /** True when the number format shows a date or a time. */
  readonly date?: boolean
  /** Number format code; absent: General. */
  readonly format?: string
}

export interface Row {
  /** 1-based Excel row. */
  readonly row: number
  readonly hidden?: boolean
  /** Ascending by column, no duplicates, blanks left out. */
  readonly cells: readonly Cell[]
}

/** 1-based, both ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type Visibility = 'visible' | 'hidden' | 'veryHidden'

export interface Sheet {
  readonly name: string
  readonly visibility: Visibility
  readonly protected: boolean
  readonly merges: readonly Area[]
  /** Ascending by row; rows without a non-blank cell may be left out. */
  readonly rows: readonly Row[]
}

export interface DefinedName {
  readonly name: string
  /** As written, e.g. `'党员名册'!$A$4:$H$120`. */
  readonly refersTo: string
  readonly hidden: boolean
  /** Name of the sheet the name is local to; absent: the whole workbook. */
  readonly sheet?: string
}

/** Content that is kept but never run or followed. */
export type ForeignContent = 'macros' | 'external-links' | 'embedded-objects' | 'connections' | 'encrypted-parts'

export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly names: readonly DefinedName[]
  /** Custom document properties, as text. */
  readonly properties: Readonly<Record<string, string>>
  readonly foreign: readonly ForeignContent[]
}

/** The cell at a 1-based position; undefined when blank. O(log n). */
export function cellAt(sheet: Pick<Sheet, 'rows'>, row: number, column: number): Cell | undefined {
  const found = search(sheet.rows, row, (r) => r.row)
  return found && search(found.cells, column, (c) => c.column)
}

function search<T>(sorted: readonly T[], wanted: number, keyOf: (item: T) => number): T | undefined {
  let low = 0
  let high = sorted.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const item = sorted[middle] as T
    const key = keyOf(item)
    if (key === wanted) return item
    if (key < wanted) low = middle + 1
    else high = middle - 1
  }
  return undefined
}
