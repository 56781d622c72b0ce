/**
 * Where everything stands in a workbook as it is issued. Used to build the workbook
 * and to know what to look for when it comes back (reading itself goes by header text,
 * so that a moved column still reads).
 *
 * A table sheet, top to bottom:
 *
 *     1          title (merged)
 *     2          what to fill in (merged)
 *     3          sums, only when a field has `sum` or is a total          (sumRow)
 *     3|4        headings of repetitions, merged, only with repeats       (groupRow)
 *     next       column headings                                          (headerRow)
 *     next …     prepared rows                                            (firstRow, rowCount)
 *
 * Columns, left to right: running number (constant, locked) · for a companion the roster
 * label (formula by that number, locked) · the fields · check result · marks (hidden) ·
 * for a roster the label other sheets pick from (hidden formula: the name, with the
 * running number behind it where a name occurs twice).
 *
 * A `record` sheet has columns label · value · what is asked · check result · marks and one
 * field a row from `firstRow` on.
 */
import type { PlainField } from '../campaign/schema'

export interface FormLayout {
  readonly form: string
  /** Sheet name in the workbook's language. */
  readonly sheet: string
  readonly sumRow?: number
  readonly groupRow?: number
  readonly headerRow: number
  readonly firstRow: number
  readonly rowCount: number
  readonly numberColumn?: number
  /** Companion: the roster label by formula. Roster: the hidden label column. */
  readonly labelColumn?: number
  readonly columns: readonly ColumnLayout[]
  readonly resultColumn: number
  readonly marksColumn: number
}

export interface ColumnLayout {
  /** `hours`; inside a repetition `days[2].hours` (1-based). */
  readonly path: string
  readonly field: PlainField
  /** 1-based column; for a `record` form the value column. */
  readonly column: number
  /** `record` forms only: 1-based row. */
  readonly row?: number
  /** Heading text; unique within the form together with `group`. */
  readonly heading: string
  /** Heading of the repetition it belongs to. */
  readonly group?: string
  readonly repetition?: { readonly field: string; readonly n: number; readonly key: string }
}
