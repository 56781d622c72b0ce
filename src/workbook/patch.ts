/**
 * A change to a workbook that exists, as data: it can be previewed, journalled,
 * undone and tested. Cells not named keep value, style and everything else; so do
 * all parts of the package that are not touched.
 */
import type { CellValue } from './model'
import type { SheetSpec } from './spec'

export interface WorkbookPatch {
  readonly sheets: readonly SheetPatch[]
  /** Sheets to append, when no sheet has that name yet. */
  readonly add?: readonly SheetSpec[]
}

export interface SheetPatch {
  readonly sheet: string
  /** At most one entry for a cell. */
  readonly cells: readonly CellPatch[]
  /**
   * Heights of rows whose text changed, for programs that do not fit rows to their text themselves. A
   * height that a person set stays. On a sheet without changed cells they are left out.
   */
  readonly heights?: readonly RowHeight[]
  /**
   * New results of formulas, from a host that calculated them. Of formulas that stay as they are: only what the file
   * remembers as their last result changes. For a cell that `cells` gives a formula it is that formula's result, before
   * its `value`. A cell that holds no formula is left alone. At most one entry for a cell.
   */
  readonly results?: readonly ResultPatch[]
}

export interface ResultPatch {
  /** 1-based. */
  readonly row: number
  readonly column: number
  /** `null`: not known; whoever reads the file has to calculate. */
  readonly value: CellValue | null
}

export interface RowHeight {
  /** 1-based. */
  readonly row: number
  /** In points. */
  readonly height: number
  /** True: a row that is higher already stays so. */
  readonly atLeast?: boolean
}

export interface CellPatch {
  /** 1-based. */
  readonly row: number
  readonly column: number
  /** `null` empties the cell and keeps its style. Text is written as text, never as a formula. */
  readonly value: string | number | boolean | null
  /**
   * A formula that a person typed, without `=`; `value` is then its result, `null` when that is not known (an error goes
   * into `results`). It fills this one cell. Only a host in which people type produces it: no use case ever does.
   */
  readonly formula?: string
}
