/** Rows of a return slip from the top down: cells that span columns, as high as their text needs. */
import type { Area } from '../../workbook/model'
import type { CellSpec, ColumnSpec, RowSpec, Style } from '../../workbook/spec'
import { heightFor } from '../issued/text-measure'
import { SLIP_STYLES } from './slip-look'

/** Together as wide as an upright page likes to be. */
export const COLUMNS: readonly ColumnSpec[] = [12, 15, 12, 12, 12, 11, 12, 11].map((width) => ({ width }))

export interface Span {
  readonly value?: string | number
  /** Columns it takes. */
  readonly span: number
  readonly style: Style
}

export class SlipPage {
  readonly rows: RowSpec[] = []
  readonly merges: Area[] = []
  private row = 0

  /** One row of cells from the left; they fill the page's width. */
  line(spans: readonly Span[], least = 0): void {
    this.row += 1
    const cells: CellSpec[] = []
    const texts: [string, number][] = []
    let column = 1
    for (const { value, span, style } of spans) {
      const width = COLUMNS.slice(column - 1, column - 1 + span).reduce((sum, one) => sum + one.width, 0)
      for (let i = 0; i < span; i += 1) cells.push({ column: column + i, style, ...(i === 0 && value !== undefined && value !== '' && { value }) })
      if (span > 1) this.merges.push({ top: this.row, bottom: this.row, left: column, right: column + span - 1 })
      if (typeof value === 'string') texts.push([value, width])
      column += span
    }
    this.rows.push({ row: this.row, height: Math.max(least, heightFor(texts, 10)), cells })
  }

  text(value: string, style: Style = SLIP_STYLES.text, least = 0): void {
    this.line([{ value, span: COLUMNS.length, style }], least)
  }

  section(title: string): void {
    this.row += 1
    this.rows.push({ row: this.row, height: 9, cells: [] })
    this.line([{ value: title, span: COLUMNS.length, style: SLIP_STYLES.section }], 24)
  }

  get last(): number {
    return this.row
  }
}
