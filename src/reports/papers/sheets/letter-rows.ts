/** Rows of a letter's sheet from the top down, each as high as its text needs, and where its pages end. Heights in points. */
import type { Area } from '../../../workbook/model'
import type { CellSpec, RowSpec, Style } from '../../../workbook/spec'
import { LIMIT } from './limits'

export interface Placed {
  readonly left: number
  readonly right: number
  readonly value?: string
  readonly style?: Style
  /** False: whoever places it merges it, with rows below. */
  readonly merges?: false
}

/** Rows that are repeated at the head of every page after one. */
export interface Headed {
  readonly after: number
  readonly height: number
}

export class LetterRows {
  readonly rows: RowSpec[] = []
  readonly merges: Area[] = []
  readonly breaks: number[] = []
  /** Page of each row, from 1. */
  readonly pages: number[] = []
  private gapToCome = 0
  private page = 1
  private used = 0
  /** Nothing stands on the page yet. */
  private isFresh = true

  /** @param pageHeight between the margins @param above rows that are there already, on no page */
  constructor(
    private readonly pageHeight: number,
    private readonly above = 0,
    private readonly headed?: Headed,
  ) {}

  get last(): number {
    return this.above + this.rows.length
  }

  get pageCount(): number {
    return this.page
  }

  /** Room before whatever comes next. */
  gap(height: number): void {
    this.gapToCome += Math.max(0, height)
  }

  /** Whether so much would still stand on this page. */
  fits(height: number): boolean {
    return this.used + this.gapToCome + height <= this.pageHeight
  }

  newPage(): void {
    this.gapToCome = 0
    if (!this.isFresh) this.turn()
  }

  private turn(): void {
    this.breaks.push(this.last + 1)
    this.page += 1
    this.isFresh = true
    this.used = this.headed && this.page > this.headed.after ? this.headed.height : 0
  }

  /** 1-based number of the row. */
  add(height: number, cells: readonly Placed[]): number {
    if (this.gapToCome >= LIMIT.leastGap && !this.isFresh) {
      const gap = this.gapToCome
      this.gapToCome = 0
      for (let rest = gap; rest > 0; rest -= LIMIT.rowHeight) this.push(Math.min(rest, LIMIT.rowHeight), [])
    }
    this.gapToCome = 0
    return this.push(height, cells)
  }

  private push(height: number, placed: readonly Placed[]): number {
    const quarter = Math.ceil(Math.min(height, LIMIT.rowHeight) * 4) / 4
    // Pages end where it was reckoned, in every program: headings are repeated, and pages numbered, by that.
    if (this.used + quarter > this.pageHeight && !this.isFresh) this.turn()
    this.used += quarter
    this.isFresh = false
    const row = this.last + 1
    const cells = placed.flatMap(({ left, right, value, style }): CellSpec[] => Array.from({ length: right - left + 1 }, (_, i) => ({ column: left + i, ...(style && { style }), ...(i === 0 && value !== undefined && value !== '' && { value }) })))
    for (const { left, right, value, merges } of placed) if (right > left && value !== undefined && merges !== false) this.merges.push({ top: row, bottom: row, left, right })
    this.rows.push({ row, height: quarter, cells })
    this.pages.push(this.page)
    return row
  }
}
