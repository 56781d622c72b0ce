/** How a value is shown in a message: as the person sees it in the cell, in bounded length. */
import type { GridCell } from './grid'
import { plainNumber } from './plain-number'
import { isoOfSerial } from './serial'
import type { Language, Text } from '../text'

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

/** An amount with its unit: `8小时`, `8 hours`, `40%`. */
export function amount(value: number, unit: Text | undefined, isShare: boolean, language: Language): string {
  if (isShare) return `${plainNumber(value * 100)}%`
  const digits = plainNumber(value)
  if (!unit) return digits
  return language === 'zh' || unit[language] === '%' ? digits + unit[language] : `${digits} ${unit[language]}`
}
