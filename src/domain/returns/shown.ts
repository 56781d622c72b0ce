/** How a value is shown in a message: as the person sees it in the cell, in bounded length. */
import type { GridCell } from './grid'
import { plainNumber } from './plain-number'
import { isoOfSerial } from './serial'

const LONGEST = 40

/** What the cell shows, without its number format: dates as ISO, numbers in digits, texts cut off after 40 characters. */
export function shown(cell: Pick<GridCell, 'value' | 'date' | 'format'>): string {
  const { value } = cell
  if (value === undefined) return ''
  if (typeof value === 'object') return value.error
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number') return (cell.date && isoOfSerial(value)) || (cell.format?.includes('%') ? `${plainNumber(value * 100)}%` : plainNumber(value))
  const line = value.replace(/\s+/g, ' ').trim()
  return [...line].length > LONGEST ? `${[...line].slice(0, LONGEST).join('')}…` : line
}
