import { LAST_COLUMN, LAST_ROW, address, areaAddress, columnNumber } from '../../address'
import type { Area } from '../../model'

/** A cell's row and column, 1-based, from `C4` or `$C$4`; undefined when it is no reference. */
function parseReference(text: string): { row: number; column: number } | undefined {
  const [, letters = '', digits = ''] = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(text) ?? []
  const column = columnNumber(letters)
  const row = Number(digits)
  return column === undefined || row < 1 || row > LAST_ROW ? undefined : { row, column }
}

/** An area from `A4:C9`, `B2`, `A:C` or `4:9`; undefined when it is none. */
export function parseArea(text: string): Area | undefined {
  const [from = '', to = from] = text.split(':')
  const columns = [columnNumber(from), columnNumber(to)]
  if (columns[0] && columns[1]) return { top: 1, left: columns[0], bottom: LAST_ROW, right: columns[1] }
  if (/^\d{1,7}$/.test(from) && /^\d{1,7}$/.test(to)) return { top: Number(from), left: 1, bottom: Number(to), right: LAST_COLUMN }
  const start = parseReference(from)
  const end = parseReference(to)
  return start && end && { top: start.row, left: start.column, bottom: end.row, right: end.column }
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}

/** The smallest area that holds both. */
export function union(a: Area, b: Area): Area {
  return { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) }
}

/** An area as the file writes it: a single cell as `B6`, not `B6:B6`. */
export function shortAddress(area: Area): string {
  return area.top === area.bottom && area.left === area.right ? address(area.top, area.left) : areaAddress(area)
}
