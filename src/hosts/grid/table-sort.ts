/** Sorting in the grid: which cells move, and what may not be sorted. */
import type { Refusal } from '../../app/edited-workbook'
import type { Selected } from '../../app/open-workbook'
import type { Area } from '../../workbook/model'
import type { CellWrite, OpenedBook, OpenedSheet } from './opened-book'
import type { PersonActions } from './person-actions'
import type { PersonWrites } from './person-writes'
import { contentAt } from './snapshot'
import { sortedOrder, tableAround, type Direction } from './sort'

export class TableSort {
  constructor(
    private readonly book: OpenedBook,
    private readonly writes: PersonWrites,
    private readonly actions: PersonActions,
  ) {}

  /**
   * Whole rows of the table move. Columns with a locked cell stay as they are: running numbers and totals of the template,
   * which calculate anew. A formula that moves is adjusted to its new row.
   */
  sort(at: Selected, direction: Direction): Refusal | undefined {
    const sheet = this.book.sheet(at.sheet)
    if (!sheet) return undefined
    const { look, name } = sheet
    if (!look.allows('sort')) return { code: 'grid/no-sort', params: { sheet: name } }
    const table = tableAround(at, look.spec?.autoFilter, (row, column) => contentAt(this.book, sheet, row, column)?.value)
    if (!table) return { code: 'grid/nothing-to-sort', params: { sheet: name } }
    if (this.merged(sheet, table)) return { code: 'grid/no-sort', params: { sheet: name } }
    const rows = numbers(table.top, table.bottom)
    const order = sortedOrder(rows.map((row) => contentAt(this.book, sheet, row, at.column)?.value), direction)
    const columns = numbers(table.left, this.rightOf(sheet, table)).filter((column) => !rows.some((row) => look.locked(row, column)))
    this.writes.write(sheet, columns.flatMap((column) => this.columnInOrder(sheet, column, rows, order)), 'filled')
    return undefined
  }

  private columnInOrder(sheet: OpenedSheet, column: number, rows: readonly number[], order: readonly number[]): CellWrite[] {
    return rows.map((row, n): CellWrite => {
      const from = rows[order[n]!]!
      const content = contentAt(this.book, sheet, from, column)
      const formula = content?.formula ? this.actions.moved(content.formula, row - from, 0) : undefined
      return { row, column, content: formula === undefined ? content : { formula } }
    })
  }

  /** What a check fills stands right of the table, and its marks belong to the row. */
  private rightOf({ look }: OpenedSheet, { right, top }: Area): number {
    const columns = look.spec?.columns.length ?? 0
    let last = right
    while (last < columns && look.isProtected && !look.locked(top, last + 1)) last++
    return last
  }

  private merged(sheet: OpenedSheet, { top, bottom, left, right }: Area): boolean {
    return this.book.worksheet(sheet).getMergeData().some((one) => one.startRow < bottom && one.endRow + 1 >= top && one.startColumn < right && one.endColumn + 1 >= left)
  }
}

function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}
