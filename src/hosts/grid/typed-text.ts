/**
 * What a cell makes of text that is typed or pasted into it. As Excel does, except that nothing changes a cell's number
 * format here, because saving would not keep it:
 *
 * | format of the cell | text | becomes |
 * |---|---|---|
 * | Text (`@`) | anything | that text |
 * | any | `'007` | the text without the apostrophe |
 * | any | `=A1+1` | a formula |
 * | a date | `2005-3-11` `2005/3/11` `2005.3.11` `2005年3月11日` | a date |
 * | a date | `3-11` `3/11` `3月11日` | that day of the year in which the cell's limits have it, or of this one; month before day, as in a whole date |
 * | a time | `9:30` `9:30:15` | a part of a day |
 * | a percentage | `40` · `0.4` · `40%` | 0.4 |
 * | other | `2005-3-11`, `9:30` | text: as a number it would show as 38422 |
 * | other | `40%` | 0.4 |
 * | any but Text | `1,234` `-2.5` `1e3` | a number |
 * | any but Text | 16 digits and more | text: a number would lose the last ones |
 * | any but Text | `TRUE` `false` | true, false |
 */
import { formatKind } from '../../workbook/number-format'
import type { Content } from './cell-data'

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:e[+-]?\d+)?$/i
/** Digits that a number keeps. */
const KEPT_DIGITS = 15
const DATE = /^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?)(?:[ T](\d{1,2}:\d{2}(?::\d{2})?))?$/
const DAY_OF_YEAR = /^(?:(\d{1,2})[-/](\d{1,2})|(\d{1,2})月(\d{1,2})日?)$/
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/
const DAY = 86_400_000

/** Which year a date without one is of. */
export interface Years {
  /** The present one. */
  readonly now: number
  /** The cell's own limits, as days since 1899-12-30: a campaign's dates lie in its time, not in that of who fills in. */
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** Undefined: the cell becomes blank. `years` absent: a date without a year stays text. */
export function typedContent(text: string, format: string | undefined, years?: Years): Content | undefined {
  if (text === '') return undefined
  if (format === '@') return { value: text }
  if (text.startsWith("'")) return { value: text.slice(1) }
  if (/^=./.test(text)) return { formula: text.slice(1) }
  const bare = text.trim()
  if (/^(true|false)$/i.test(bare)) return { value: /^true$/i.test(bare) }
  const kind = format === undefined ? 'number' : formatKind(format)
  if (kind !== 'number') {
    const serial = dateSerial(bare) ?? timeOfDay(bare) ?? (kind === 'date' ? dayOfYear(bare, years) : undefined)
    if (serial !== undefined) return { value: serial }
  }
  const number = numberOf(bare, Boolean(format?.includes('%')))
  return { value: number ?? text }
}

/** A number given to a cell of format Text is text, as it would be in Excel. */
export function typedNumber(value: number, format: string | undefined): Content {
  return { value: format === '@' ? String(value) : value }
}

function numberOf(text: string, percentage: boolean): number | undefined {
  const marked = /[%％]$/.test(text)
  const digits = marked ? text.slice(0, -1).trim() : text
  if (!/\d/.test(digits) || !NUMBER.test(digits) || tooLong(digits)) return undefined
  const value = Number(digits.replaceAll(',', ''))
  if (!Number.isFinite(value)) return undefined
  // Excel takes 40 for 40 % in a cell of percentages, and 0.4 too.
  const hundredths = marked || (percentage && Math.abs(value) >= 1)
  return hundredths ? Number((value / 100).toPrecision(KEPT_DIGITS)) : value
}

function tooLong(digits: string): boolean {
  const significant = digits.replace(/e.*$/i, '').replace(/[^\d]/g, '').replace(/^0+/, '')
  return significant.length > KEPT_DIGITS && !/\./.test(digits)
}

/** Days since 1899-12-30; undefined when there is no such day. */
function dateSerial(text: string): number | undefined {
  const [, y, , m1, d1, m2, d2, time] = DATE.exec(text) ?? []
  const [year, month, day] = [Number(y), Number(m1 ?? m2), Number(d1 ?? d2)]
  if (!y || year < 1900) return undefined
  const at = Date.UTC(year, month - 1, day)
  const date = new Date(at)
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const part = time === undefined ? 0 : timeOfDay(time)
  if (part === undefined) return undefined
  return Math.round((at - Date.UTC(1899, 11, 30)) / DAY) + part
}

function dayOfYear(text: string, years: Years | undefined): number | undefined {
  const [, m1, d1, m2, d2] = DAY_OF_YEAR.exec(text) ?? []
  if (!years || (m1 ?? m2) === undefined) return undefined
  const { now, min = -Infinity, max = Infinity } = years
  const inYear = (year: number) => dateSerial(`${year}-${m1 ?? m2}-${d1 ?? d2}`)
  const ofLimits = [max, min].filter(Number.isFinite).map((serial) => new Date(Date.UTC(1899, 11, 30) + serial * DAY).getUTCFullYear())
  const days = [now, ...ofLimits].flatMap((year) => inYear(year) ?? [])
  return days.find((day) => day >= min && day <= max) ?? days[0]
}

function timeOfDay(text: string): number | undefined {
  const [, hours, minutes, seconds = '0'] = TIME.exec(text) ?? []
  if (!hours || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400
}
