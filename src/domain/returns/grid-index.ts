/** A sheet by position: cells, and headings that reach over merged areas. Built once for each sheet read. */
import type { Grid, GridArea, GridCell, GridRow } from './grid'
import { fold } from './normalise'

/** Rows, merged areas and headings of a sheet, found without going through all of it. Rows are 1-based. */
export class GridIndex {
  readonly #rows = new Map<number, GridRow>()
  /** Areas by the rows they touch: a heading lookup meets the few areas of its row only. */
  readonly #merges = new Map<number, GridArea[]>()
  readonly #headings = new Map<number, readonly string[]>()

  constructor(readonly grid: Grid) {
    for (const row of grid.rows) this.#rows.set(row.row, row)
    // An area over whole columns would touch a million rows; only rows that hold something matter.
    for (const area of grid.merges) {
      if (area.bottom - area.top > grid.rows.length + 64) {
        for (const row of this.#rows.keys()) if (row >= area.top && row <= area.bottom) this.#addMerge(row, area)
      } else for (let row = area.top; row <= area.bottom; row++) this.#addMerge(row, area)
    }
  }

  #addMerge(row: number, area: GridArea): void {
    const areas = this.#merges.get(row)
    if (areas) areas.push(area)
    else this.#merges.set(row, [area])
  }

  row(row: number): GridRow | undefined {
    return this.#rows.get(row)
  }

  /** The cell at a 1-based position itself; undefined when blank. */
  cell(row: number, column: number): GridCell | undefined {
    return this.#rows.get(row)?.cells.find((cell) => cell.column === column)
  }

  /** The merged area that covers a position. */
  merge(row: number, column: number): GridArea | undefined {
    return this.#merges.get(row)?.find((area) => area.left <= column && column <= area.right)
  }

  /** Text shown at a position, through the merged area that covers it; empty for blank and for errors. */
  textAt(row: number, column: number): string {
    const area = this.merge(row, column)
    return textOf((area ? this.cell(area.top, area.left) : this.cell(row, column))?.value)
  }

  /**
   * Heading of one column. One merged downwards belongs to each of its rows; one merged sideways
   * only to its first column: it is a title, or covers columns that have lost their own.
   */
  headingAt(row: number, column: number): string {
    const merged = this.merge(row, column)
    return merged && merged.left !== column ? '' : this.textAt(row, column).replace(/\s+/g, ' ').trim()
  }

  /** All headings of a row, folded; kept, because every form is looked for in every sheet that is not claimed. */
  foldedHeadings(row: number): readonly string[] {
    const known = this.#headings.get(row)
    if (known) return known
    const headings = this.columnsIn(row).flatMap((column) => fold(this.headingAt(row, column)) || [])
    this.#headings.set(row, headings)
    return headings
  }

  /** Columns of a row that hold something or are covered by a merged area that does. */
  columnsIn(row: number): number[] {
    const columns = new Set((this.#rows.get(row)?.cells ?? []).map((cell) => cell.column))
    for (const area of this.#merges.get(row) ?? []) {
      if (area.right - area.left > 1000) continue
      for (let column = area.left; column <= area.right; column++) columns.add(column)
    }
    return [...columns].sort((a, b) => a - b)
  }
}

/** A cell's value as text; empty for blank and for errors. */
export function textOf(value: GridCell['value']): string {
  if (value === undefined || typeof value === 'object') return ''
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value)
}
