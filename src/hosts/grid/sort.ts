/** Sorting rows of a table by one column, as Excel does it. */
import type { Area, CellValue } from '../../workbook/model'

export type Direction = 'ascending' | 'descending'

/** Chinese by pinyin, and numbers inside texts by their size. */
const collator = new Intl.Collator('zh-CN-u-co-pinyin', { numeric: true, sensitivity: 'base' })

/**
 * Order of the rows: numbers, texts, false and true, errors; the other way round when descending; blanks last in both.
 * Rows that are equal stay as they were. Gives the index of the row that comes to each place.
 */
export function sortedOrder(keys: readonly (CellValue | undefined)[], direction: Direction): number[] {
  const sign = direction === 'ascending' ? 1 : -1
  const blank = (key: CellValue | undefined) => key === undefined || key === ''
  return keys.map((_, at) => at).sort((a, b) => {
    const [left, right] = [keys[a], keys[b]]
    if (blank(left) || blank(right)) return Number(blank(left)) - Number(blank(right)) || a - b
    return sign * compare(left as CellValue, right as CellValue) || a - b
  })
}

function compare(a: CellValue, b: CellValue): number {
  const kinds = kindOf(a) - kindOf(b)
  if (kinds !== 0) return kinds
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b)
  return typeof a === 'object' || typeof b === 'object' ? 0 : Number(a) - Number(b)
}

function kindOf(value: CellValue): number {
  if (typeof value === 'number') return 0
  if (typeof value === 'string') return 1
  return typeof value === 'boolean' ? 2 : 3
}

/**
 * The rows to sort: of the described table without its heading when the place lies in it, else of the block of cells
 * around the place that hold something, without its first row when that is a heading (texts above numbers).
 * Undefined: nothing to sort there. 1-based.
 */
export function tableAround(place: { readonly row: number; readonly column: number }, described: Area | undefined, holds: (row: number, column: number) => CellValue | undefined): Area | undefined {
  if (described && place.row >= described.top && place.row <= described.bottom && place.column >= described.left && place.column <= described.right) {
    const rows = { ...described, top: described.top + 1 }
    return rows.bottom > rows.top ? rows : undefined
  }
  const block = blockAround(place, holds)
  if (!block) return undefined
  const rows = hasHeading(block, holds) ? { ...block, top: block.top + 1 } : block
  return rows.bottom > rows.top ? rows : undefined
}

function blockAround({ row, column }: { readonly row: number; readonly column: number }, holds: (row: number, column: number) => CellValue | undefined): Area | undefined {
  const something = ({ top, bottom, left, right }: Area) => top > 0 && left > 0 && range(top, bottom).some((r) => range(left, right).some((c) => holds(r, c) !== undefined))
  let area: Area = { top: row, bottom: row, left: column, right: column }
  for (;;) {
    const { top, bottom, left, right } = area
    const beside: Area = {
      top: something({ ...area, top: top - 1, bottom: top - 1 }) ? top - 1 : top,
      bottom: something({ ...area, top: bottom + 1, bottom: bottom + 1 }) ? bottom + 1 : bottom,
      left: something({ ...area, left: left - 1, right: left - 1 }) ? left - 1 : left,
      right: something({ ...area, left: right + 1, right: right + 1 }) ? right + 1 : right,
    }
    if (beside.top === top && beside.bottom === bottom && beside.left === left && beside.right === right) return something(area) ? area : undefined
    area = beside
  }
}

/** Texts, with a number or a date below at least one of them. */
function hasHeading({ top, left, right }: Area, holds: (row: number, column: number) => CellValue | undefined): boolean {
  const columns = range(left, right)
  const isText = (value: CellValue | undefined) => typeof value === 'string'
  return columns.every((c) => holds(top, c) === undefined || isText(holds(top, c))) && columns.some((c) => isText(holds(top, c)) && typeof holds(top + 1, c) === 'number')
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, n) => from + n)
}
