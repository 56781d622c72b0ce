/** When the events of a form happened, over the whole campaign. */
import { anchor, dayBetween, weekEnd, workingDays } from './days'
import { holds } from './recipe'
import { daysBetween } from '../../domain/returns/serial'
import type { Filling } from './fill-form'
import type { Happenings, Recipe } from './tuning'
import type { IsoDate } from '../../domain/returns/return'
import type { Random } from '../../domain/random'

export interface Happening {
  readonly day: IsoDate
  /** 0-based roster row it is about. */
  readonly member?: number
  readonly set: Readonly<Record<string, Recipe>>
}

/** In order of their days. The same for every week's return of a subject: only more of them have come. */
export function happeningsOf(kinds: readonly Happenings[], filling: Filling, random: Random): Happening[] {
  return kinds.flatMap((kind, index) => daysOf(kind, filling, random.fork(index))).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

function daysOf(kind: Happenings, filling: Filling, random: Random): Happening[] {
  const { definition, quality, roster } = filling
  const { set } = kind
  const weeks = Array.from({ length: definition.calendar.weeks }, (_, index) => index + 1)
  const inWeek = (week: number, stream: Random): IsoDate[] => stream.sample(workingDays(definition, week), stream.whole(...kind.count))
  const within = (span: readonly [string, string], count: number): IsoDate[] => {
    const [first, last] = span.map((name) => anchor(definition, name, filling.asOf)) as [IsoDate, IsoDate]
    return Array.from({ length: count }, () => dayBetween(first, last, random, quality))
  }
  switch (kind.kind) {
    case 'weekly':
      return weeks.flatMap((week) => inWeek(week, random.fork(week)).map((day) => ({ day, set })))
    case 'daily':
      return daysBetween(definition.calendar.start, weekEnd(definition, definition.calendar.weeks)).flatMap((day) => Array.from({ length: random.whole(...kind.count) }, () => ({ day, set })))
    case 'during':
      return within(kind.span, random.whole(...kind.count)).map((day) => ({ day, set }))
    case 'perMember':
      return within(kind.span, Math.ceil((kind.count[0] + random.next() * (kind.count[1] - kind.count[0])) * roster.length)).map((day) => ({ day, set }))
    case 'each': {
      const { span, where } = kind
      return roster.flatMap((row, member) => {
        if (!holds(where, (path) => row.values[path] ?? null)) return []
        const days = span ? within(span, random.whole(...kind.count)) : weeks.flatMap((week) => inWeek(week, random.fork(member).fork(week)))
        return days.map((day) => ({ day, member, set }))
      })
    }
  }
}

