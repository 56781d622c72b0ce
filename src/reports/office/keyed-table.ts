/**
 * The tables of the office workbook. Every row has a key in the hidden first column and every
 * column an id in a hidden row above the headings, so that a table is found again wherever a
 * person has moved, renamed, inserted or sorted things, and what a person wrote beside a row
 * goes with that row's key.
 */
import type { Area } from '../../workbook/model'
import type { ConditionSpec, LinkSpec } from '../../workbook/spec'

export type TableValue = string | number | boolean | null

/** How a column shows its values. */
export type ColumnLook = 'text' | 'long' | 'center' | 'name' | 'count' | 'score' | 'mark' | 'percent' | 'movement' | 'date' | 'code' | 'machine'

export interface TableColumn {
  readonly id: string
  readonly heading: string
  /** In characters. */
  readonly width: number
  readonly look: ColumnLook
  /** Filled in by people: never written by us, and kept with its row. */
  readonly person?: boolean
  /** A person's column that offers these answers. */
  readonly choices?: readonly string[]
  /** A person's column that offers what stands in these cells; other answers can be given, too. */
  readonly choicesFrom?: string
  /** Columns to the right that a cell is merged with (fixed tables only). */
  readonly span?: number
  /** What becomes of it in a row that is kept only because a person wrote on it. Default: emptied. */
  readonly whenStale?: 'keep' | { readonly value: string }
}

export interface TableRow {
  /** Unique within the table, never empty. */
  readonly key: string
  /** By column id; absent: blank. */
  readonly values: Readonly<Record<string, TableValue>>
  /** Cells that are shown otherwise than their column, by column id; only where the row is made, not where it is patched. */
  readonly looks?: Readonly<Record<string, ColumnLook>>
}

/** Where a table's columns stand, for conditions and links. */
export interface TablePlace {
  /** Cells of a column, or of columns side by side, in all rows. */
  readonly area: (first: string, last?: string) => Area
  /** A column's cell in the first row, for a formula that is meant for all rows: `$C5`. */
  readonly cell: (id: string) => string
  /** Letters of a column. */
  readonly letters: (id: string) => string
  readonly column: (id: string) => number
  readonly firstRow: number
  readonly lastRow: number
}

export interface TableDesign {
  readonly id: string
  /** Heading over the table, for sheets with more than one. */
  readonly section?: string
  readonly columns: readonly TableColumn[]
  /** Rows that get styles beforehand. */
  readonly prepared: number
  /** A table that people extend by rows of their own: it is read, never rewritten. */
  readonly owned?: boolean
  conditions?(place: TablePlace): readonly ConditionSpec[]
  links?(place: TablePlace): readonly LinkSpec[]
}

export interface Table {
  readonly design: TableDesign
  readonly rows: readonly TableRow[]
}

export interface OfficeSheet {
  readonly id: string
  readonly name: string
  readonly title: string
  /** One line under the title: what is shown, as of when. */
  readonly about: string
  readonly tabColor?: string
  /** Columns that stay in view, the hidden one included. */
  readonly freezeColumns?: number
  /** Decimals of scores. */
  readonly digits: number
  readonly tables: readonly Table[]
}

/** Marks in hidden cells: `#muster:table:<id>`, `#muster:about:<sheet id>`; a column id stands as `#<id>`. */
export const MARKS = { table: '#muster:table:', about: '#muster:about:', column: '#' } as const

/** The hidden first column. */
export const KEY_COLUMN = 1

/** Rows of a sheet before its first table's section or marks. */
export const HEAD_ROWS = 2

/** A cell's text holds at most this much (Excel's limit). */
const LONGEST_TEXT = 32_767

/** A value as a workbook can keep it: no control characters, no more than a cell holds, blank as null. */
export function cellValue(value: TableValue | undefined): TableValue {
  if (value === undefined || value === '') return null
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return value
  // eslint-disable-next-line no-control-regex -- these characters are what XML 1.0 cannot hold
  const clean = value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/\r\n?/g, '\n')
  return clean === '' ? null : clean.slice(0, LONGEST_TEXT)
}
