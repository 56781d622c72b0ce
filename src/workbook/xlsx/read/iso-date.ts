/** Days from 1899-12-30 to 1970-01-01. */
const UNIX_EPOCH = 25_569
const DAY = 86_400_000

/**
 * The serial (days since 1899-12-30) of an ISO 8601 date, date with time, or time alone, as cells of type `d` hold them
 * (ECMA-376 part 1, 18.17.4.1); undefined when the text is none. A zone says nothing: a cell is a wall clock.
 */
export function serialOfIso(text: string): number | undefined {
  const [, date, time] = /^(?:(\d{4}-\d{2}-\d{2}))?(?:(?:^|T|(?<=\d) )(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?(?:Z|[+-]\d{2}:\d{2})?$/.exec(text.trim()) ?? []
  if (date === undefined && time === undefined) return undefined
  const day = date === undefined ? 0 : Date.parse(`${date}T00:00:00Z`) / DAY + UNIX_EPOCH
  // The engine turns 2005-02-30 into March.
  if (Number.isNaN(day) || (date !== undefined && new Date((day - UNIX_EPOCH) * DAY).toISOString().slice(0, 10) !== date)) return undefined
  const [hours = 0, minutes = 0, seconds = 0] = (time ?? '').split(':').map(Number)
  if (hours > 24 || minutes > 59 || seconds >= 61) return undefined
  return day + (hours * 3600 + minutes * 60 + seconds) / 86_400
}
