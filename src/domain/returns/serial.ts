/**
 * ISO local dates and Excel's serial day numbers (1900 system). Everything is counted in
 * UTC so that no time zone can move a day.
 */
import type { IsoDate } from './return'

const DAY = 86_400_000
/** Serial 0 of the 1900 system as everybody but Excel counts it: 1899-12-30. */
const EPOCH = Date.UTC(1899, 11, 30)
/** 9999-12-31, the last day Excel knows. */
const LAST_SERIAL = 2_958_465

/** `2005-02-21` → 38404. Throws for what is no ISO date: the caller has decoded it already. */
export function serialOf(date: IsoDate): number {
  const [year, month, day] = date.split('-').map(Number)
  const serial = (Date.UTC(year as number, (month as number) - 1, day as number) - EPOCH) / DAY
  if (!Number.isInteger(serial)) throw new Error(`not an ISO date: ${date}`)
  // Excel believes in 29 February 1900; its serials before 1 March 1900 are one lower.
  return serial < 61 ? serial - 1 : serial
}

/**
 * 38404 → `2005-02-21`; a time of day (the fraction) is dropped. Serial 60, Excel's
 * 29 February 1900, never existed: it reads as the 28th. Undefined outside 1 … {@link LAST_SERIAL}.
 */
export function isoOfSerial(serial: number): IsoDate | undefined {
  const day = Math.floor(serial)
  if (!(day >= 1 && day <= LAST_SERIAL)) return undefined
  const true1900 = day < 60 ? day + 1 : day
  return new Date(EPOCH + true1900 * DAY).toISOString().slice(0, 10)
}

/** ISO date of a year, month (1-based) and day; undefined when there is no such day. */
export function isoOf(year: number, month: number, day: number): IsoDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined
}

/** Every day from start to end, both included; none when end lies before start. */
export function daysBetween(start: IsoDate, end: IsoDate): IsoDate[] {
  const days: IsoDate[] = []
  for (let at = Date.parse(start); at <= Date.parse(end); at += DAY) days.push(new Date(at).toISOString().slice(0, 10))
  return days
}
