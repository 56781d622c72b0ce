/** Days of a campaign as sample data needs them. Dates are ISO local dates; days are counted in UTC. */
import { daysBetween } from '../../domain/returns/serial'
import type { Definition } from '../../domain/campaign/schema'
import type { IsoDate } from '../../domain/returns/return'
import type { Random } from '../../domain/random'

const DAY = 86_400_000

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10)
}

/** Whole days from one date to another; negative when it lies before. */
export function dayCount(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY)
}

/** Last day of a 1-based campaign week. */
export function weekEnd(definition: Definition, week: number): IsoDate {
  return addDays(definition.calendar.start, week * 7 - 1)
}

/** Monday to Friday of a 1-based campaign week; all seven days when it has no such day. */
export function workingDays(definition: Definition, week: number): IsoDate[] {
  const days = daysBetween(addDays(definition.calendar.start, week * 7 - 7), weekEnd(definition, week))
  const working = days.filter((day) => ![0, 6].includes(new Date(Date.parse(day)).getUTCDay()))
  return working.length > 0 ? working : days
}

/** The day itself, or the Friday before when it falls on a weekend. */
export function lastWorkingDay(day: IsoDate): IsoDate {
  const weekday = new Date(Date.parse(day)).getUTCDay()
  return weekday === 0 ? addDays(day, -2) : weekday === 6 ? addDays(day, -1) : day
}

/** `start`, `end`, `<period>.start`, `<period>.end`, `today`, `today+3`, `today-3` or an ISO date. Throws for anything else. */
export function anchor(definition: Definition, name: string, today: IsoDate): IsoDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) return name
  const relative = /^today([+-]\d+)?$/.exec(name)
  if (relative) return addDays(today, Number(relative[1] ?? 0))
  if (name === 'start') return definition.calendar.start
  if (name === 'end') return weekEnd(definition, definition.calendar.weeks)
  const [period, end] = name.split('.')
  const found = definition.calendar.periods[period ?? '']
  if (!found || (end !== 'start' && end !== 'end')) throw new Error(`no such day of the campaign: ${name}`)
  return found[end]
}

/** A day in a span, both ends included: good units (quality 1) tend to its beginning, weak ones (0) to its end. */
export function dayBetween(first: IsoDate, last: IsoDate, random: Random, quality: number): IsoDate {
  const days = dayCount(first, last)
  return addDays(first, Math.min(days, Math.floor(random.next() ** (0.4 + 1.6 * quality) * (days + 1))))
}
