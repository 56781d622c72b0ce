/**
 * What the domain needs of a sheet. The neutral workbook model satisfies these shapes
 * as it is; the domain itself depends on no file format and no host.
 * Rows and columns are 1-based Excel rows and columns; dates are 1900-system serials.
 */
export type GridValue = string | number | boolean | { readonly error: string }

export interface GridCell {
  readonly column: number
  /** Absent: a formula without a cached result. */
  readonly value?: GridValue
  readonly formula?: string
  readonly date?: boolean
  readonly format?: string
}

export interface GridRow {
  readonly row: number
  readonly hidden?: boolean
  readonly cells: readonly GridCell[]
}

export interface GridArea {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Grid {
  readonly name: string
  readonly visibility: 'visible' | 'hidden' | 'veryHidden'
  readonly merges: readonly GridArea[]
  readonly rows: readonly GridRow[]
}

export interface GridBook {
  readonly sheets: readonly Grid[]
  readonly names: readonly { readonly name: string; readonly refersTo: string }[]
}
