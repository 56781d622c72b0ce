/** Days of a campaign as sample data needs them. Dates are ISO local dates; days are counted in UTC. */
import { daysBetween } from '../../domain/returns/serial'
import type { Definition } from '../../domain/campaign/schema'
import type { IsoDate } from '../../domain/returns/return'

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

/** `start`, `end`, `<period>.start`, `<period>.end`, `week.<n>` (its last day) or an ISO date. Throws for anything else. */
export function anchor(definition: Definition, name: string): IsoDate {
  if (/^\d{4}-\d{2}-\d{2}$/.test(name)) return name
  if (name === 'start') return definition.calendar.start
  if (name === 'end') return weekEnd(definition, definition.calendar.weeks)
  const [period, end] = name.split('.')
  if (period === 'week') return weekEnd(definition, Number(end))
  const found = definition.calendar.periods[period ?? '']
  if (!found || (end !== 'start' && end !== 'end')) throw new Error(`no such day of the campaign: ${name}`)
  return found[end]
}
