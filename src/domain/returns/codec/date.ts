/**
 * Dates: ISO local dates without a time of day.
 *
 * | the cell holds                                         | is read as             | and said                    |
 * | a number shown as a date (a time of day is left off)   | that day               | nothing                     |
 * | 38404, a plain number                                  | 2005-02-21             | `cell/number-as-date`       |
 * | 20050221                                               | 2005-02-21             | `cell/text-date`            |
 * | 2005.2.21 · 2005-2-21 · 2005/2/21 · 2005年2月21日      | 2005-02-21             | `cell/text-date`            |
 * | 21 Feb 2005 · 2/21/2005 · 21.2.2005                    | 2005-02-21             | `cell/text-date`            |
 * | 2月21日 · 2.21 · 21 Feb                                | of the campaign's year | `cell/date-without-year`    |
 * | 3/4/2005 · 05.2.21 · 2.2 as a number (2.20?)           | nothing                | `cell/ambiguous-date`       |
 * | 2005-02-21 周二 (it was a Monday)                      | nothing                | `cell/ambiguous-date`       |
 * | 2005-02-30 · 二月下旬 · 待定                           | nothing                | `cell/not-a-date`           |
 *
 * ISO text (`2005-02-21`, as a cell of type date is written by some producers) is a date as it stands.
 */
import type { IsoDate } from '../return'
import { halfWidth } from '../normalise'
import { isoOf, isoOfSerial, serialOf } from '../serial'
import { parseDateText } from './date-text'
import { read, unreadable, type Codec, type Decoded, type FilledCell } from './decoded'

/** First and last day of the campaign: where a date without a year is looked for. */
export interface CampaignDays {
  readonly start: IsoDate
  readonly end: IsoDate
}

/** A date without a year belongs to the campaign or to so many days around it. */
const AROUND = 100
/** A serial typed without a date format is believed from 1950 on; smaller numbers are amounts. */
const EARLIEST_BARE = serialOf('1950-01-01')
const LATEST_BARE = serialOf('2099-12-31')
/** Serials of 1900: what 2.21 becomes in a cell formatted as a date. */
const IN_1900 = 366

export function dateCodec(campaign: CampaignDays): Codec<IsoDate> {
  return {
    encode: serialOf,
    decode: (cell) => {
      if (typeof cell.value === 'boolean') return unreadable('cell/not-a-date')
      return typeof cell.value === 'number' ? fromNumber(cell.value, cell, campaign) : fromText(cell.value, campaign)
    },
  }
}

function fromNumber(value: number, cell: FilledCell, campaign: CampaignDays): Decoded<IsoDate> {
  if (cell.date && value > IN_1900) {
    // A thousandth of a second below midnight is midnight: producers compute times in binary.
    const day = isoOfSerial(value + 1e-8)
    return day ? read(day) : unreadable('cell/not-a-date')
  }
  if (Number.isInteger(value)) {
    const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(String(value))
    const day = digits ? isoOf(Number(digits[1]), Number(digits[2]), Number(digits[3])) : undefined
    if (day) return read(day, { code: 'cell/text-date', expected: day })
    if (value >= EARLIEST_BARE && value <= LATEST_BARE) {
      const bare = isoOfSerial(value) as IsoDate
      return read(bare, { code: 'cell/number-as-date', expected: bare })
    }
    return unreadable('cell/not-a-date')
  }
  // 2.21 is the 21st of February; 2.2 may have been the 20th.
  const monthDay = /^(\d{1,2})\.(\d{2})$/.exec(String(value))
  if (monthDay) return withoutYear(Number(monthDay[1]), Number(monthDay[2]), campaign)
  return unreadable(/^\d{1,2}\.\d$/.test(String(value)) ? 'cell/ambiguous-date' : 'cell/not-a-date')
}

function fromText(text: string, campaign: CampaignDays): Decoded<IsoDate> {
  const parsed = parseDateText(halfWidth(text))
  if (parsed === undefined) return unreadable('cell/not-a-date')
  if (parsed === 'ambiguous') return unreadable('cell/ambiguous-date')
  if (parsed.year === undefined) return withoutYear(parsed.month, parsed.day, campaign, parsed.weekday)
  const day = isoOf(parsed.year, parsed.month, parsed.day)
  if (!day) return unreadable('cell/not-a-date')
  if (isOtherWeekday(day, parsed.weekday)) return unreadable('cell/ambiguous-date')
  return text.trim() === day ? read(day) : read(day, { code: 'cell/text-date', expected: day })
}

/** The one year that puts the day in or near the campaign. */
function withoutYear(month: number, day: number, campaign: CampaignDays, weekday?: number): Decoded<IsoDate> {
  if (!isoOf(2000, month, day)) return unreadable('cell/not-a-date')
  const from = serialOf(campaign.start) - AROUND
  const to = serialOf(campaign.end) + AROUND
  const first = Number(campaign.start.slice(0, 4)) - 1
  const last = Number(campaign.end.slice(0, 4)) + 1
  const near: IsoDate[] = []
  for (let year = first; year <= last; year++) {
    const date = isoOf(year, month, day)
    if (date && serialOf(date) >= from && serialOf(date) <= to) near.push(date)
  }
  const [only] = near
  if (only === undefined || near.length > 1 || isOtherWeekday(only, weekday)) return unreadable('cell/ambiguous-date')
  return read(only, { code: 'cell/date-without-year', expected: only })
}

function isOtherWeekday(date: IsoDate, weekday: number | undefined): boolean {
  return weekday !== undefined && (serialOf(date) - 1) % 7 !== weekday
}
