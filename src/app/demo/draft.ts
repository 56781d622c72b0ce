/** A return as its author means it, before it is typed into a workbook. */

/** Dates are ISO, choices list item ids, references 0-based rows of the roster, yes/no boolean. `null`: left blank. */
export type DraftValue = string | number | boolean | null

export interface DraftRow {
  /** By path of the layout: `hours`, `days[2].hours`. */
  readonly values: Readonly<Record<string, DraftValue>>
}

/** Rows by form id, in sheet order. A `record` form has one row; a companion has one for each roster row. */
export type Draft = Readonly<Record<string, readonly DraftRow[]>>
