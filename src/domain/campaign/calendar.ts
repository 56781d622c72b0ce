/** The campaign's own calendar: weeks of seven days counted from its first day, and named periods. */
import { isoOfSerial, serialOf } from '../returns/serial'
import type { IsoDate } from '../returns/return'
import type { Definition } from './schema'

export interface CampaignCalendar {
  readonly start: IsoDate
  /** Last day of the last week. */
  readonly end: IsoDate
  readonly weeks: number
  /** Campaign week of a day, 1-based; a day before the campaign is in week 1, a day after it in the last. */
  weekOf(date: IsoDate): number
  /** The same without clamping: 0 for every day before the campaign, `weeks + 1` for every day after it. */
  weekIndex(date: IsoDate): number
  /** First and last day of a week; weeks outside the campaign are reckoned on. */
  weekStart(week: number): IsoDate
  weekEnd(week: number): IsoDate
}

export function calendarOf(calendar: Definition['calendar']): CampaignCalendar {
  const first = serialOf(calendar.start)
  const isoDay = (serial: number): IsoDate => isoOfSerial(serial) ?? calendar.start
  const weekIndex = (date: IsoDate): number => {
    const week = Math.floor((serialOf(date) - first) / 7) + 1
    return Math.min(Math.max(week, 0), calendar.weeks + 1)
  }
  const weekStart = (week: number): IsoDate => isoDay(first + (week - 1) * 7)
  const weekEnd = (week: number): IsoDate => isoDay(first + week * 7 - 1)
  return {
    start: calendar.start,
    end: weekEnd(calendar.weeks),
    weeks: calendar.weeks,
    weekOf: (date) => Math.min(Math.max(weekIndex(date), 1), calendar.weeks),
    weekIndex,
    weekStart,
    weekEnd,
  }
}
