/** Dates as people type them, already half-width and on one line. */

export interface TypedDate {
  /** Absent: not typed. */
  readonly year?: number
  readonly month: number
  readonly day: number
  /** 0 Sunday … 6 Saturday, when one was typed beside it. */
  readonly weekday?: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WEEKDAYS_ZH = '日一二三四五六'
const MONTH_NAME = '(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\\.?'

/** `undefined`: no date. `ambiguous`: read two ways by two people. Whether the day exists is left to the caller. */
export function parseDateText(text: string): TypedDate | 'ambiguous' | undefined {
  const { rest, weekday } = withoutWeekday(withoutTime(text.toLowerCase()))
  const parsed = parseDay(rest)
  if (parsed === undefined || parsed === 'ambiguous' || weekday === undefined) return parsed
  return { ...parsed, weekday }
}

/** A time of day behind the date is left off; nobody is asked for one. */
function withoutTime(text: string): string {
  return text
    .replace(/[t\s]\s*(上午|下午|am|pm)?\s*\d{1,2}(:\d{2}){1,2}(\.\d+)?\s*(am|pm|z)?$/, '')
    .replace(/\s*(上午|下午|晚上?)?\s*\d{1,2}[时点]((\d{1,2}分?)|半|整)?$/, '')
    .replace(/(上午|下午|晚上?)$/, '')
    .trim()
}

function withoutWeekday(text: string): { rest: string; weekday?: number } {
  const zh = /[\s,(]*(?:星期|周|礼拜)([一二三四五六日天])\)?$/.exec(text)
  if (zh) return { rest: text.slice(0, zh.index), weekday: WEEKDAYS_ZH.indexOf((zh[1] as string).replace('天', '日')) }
  const en = /^(sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?,?\s+(.*)$/.exec(text) ?? /^(.*\d)[\s,(]+(sun|mon|tue|wed|thu|fri|sat)[a-z]*\)?$/.exec(text)
  if (!en) return { rest: text }
  const [first, second] = [en[1] as string, en[2] as string]
  const isLeading = WEEKDAYS.includes(first)
  return { rest: isLeading ? second : first, weekday: WEEKDAYS.indexOf(isLeading ? first : second) }
}

function parseDay(text: string): TypedDate | 'ambiguous' | undefined {
  const numbers = (match: RegExpExecArray) => match.slice(1).map(Number) as [number, number, number]
  const full = /^(\d{4})\s?[.\-/年、,]\s?(\d{1,2})\s?[.\-/月、,]\s?(\d{1,2})\s?[日号]?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (full) {
    const [year, month, day] = numbers(full)
    return { year, month, day }
  }
  const monthDay = /^(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]?$/.exec(text) ?? /^(\d{1,2})\.(\d{1,2})$/.exec(text)
  if (monthDay) {
    const [month, day] = numbers(monthDay)
    return { month, day }
  }
  const named = parseNamedMonth(text)
  if (named) return named
  const yearLast = /^(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})$/.exec(text)
  if (yearLast) {
    const [first, second, year] = numbers(yearLast)
    if (first > 12 && second <= 12) return { year, month: second, day: first }
    if (second > 12 && first <= 12) return { year, month: first, day: second }
    return first === second ? { year, month: first, day: second } : 'ambiguous'
  }
  const twoDigitYear = /^\d{1,2}[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?$/.test(text)
  const monthOrFraction = /^\d{1,2}[-/]\d{1,2}$/.test(text)
  return twoDigitYear || monthOrFraction ? 'ambiguous' : undefined
}

/** `21 Feb 2005`, `Feb 21, 2005`, `21 Feb`, `February 21`. */
function parseNamedMonth(text: string): TypedDate | undefined {
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*${MONTH_NAME}(?:[\\s,-]*(\\d{4}))?$`).exec(text)
  const monthFirst = new RegExp(`^${MONTH_NAME}\\s*(\\d{1,2})(?:st|nd|rd|th)?(?:[\\s,]+(\\d{4}))?$`).exec(text)
  const [day, month, year] = dayFirst ? dayFirst.slice(1) : monthFirst ? [monthFirst[2], monthFirst[1], monthFirst[3]] : []
  if (!day || !month) return undefined
  return { ...(year && { year: Number(year) }), month: MONTHS.indexOf(month.slice(0, 3)) + 1, day: Number(day) }
}
