/** `settings`, `calendar` and `lists` as values: the same for every return and every day. */
import { Day } from './day'
import { calendarOf } from './calendar'
import { CALENDAR, FILLED, LISTS, PERIOD, PROFILE, SETTINGS, settingKind } from './record-type'
import type { RecordType, RecordTypes, RecordValue } from './record-type'
import type { Definition } from './schema'
import type { Variables } from './expression'

export type SettingValues = Readonly<Record<string, number | boolean | string>>

/** `settings`, `calendar` and `lists` as expressions see them: the same for everybody. */
export function fixedVariables(definition: Definition, settings: SettingValues, types: RecordTypes): Variables {
  const calendar = calendarOf(definition.calendar)
  const periods = Object.entries(definition.calendar.periods).map(([id, period]) => [id, make(types, PERIOD, { start: Day.of(period.start), end: Day.of(period.end) })])
  return {
    settings: make(types, SETTINGS, Object.fromEntries(Object.entries(settings).map(([id, value]) => [id, settingKind(value) === 'date' ? Day.of(String(value)) : value]))),
    calendar: make(types, CALENDAR, { start: Day.of(calendar.start), end: Day.of(calendar.end), weeks: BigInt(calendar.weeks), ...Object.fromEntries(periods) }),
    lists: make(types, LISTS, Object.fromEntries(Object.entries(definition.lists).map(([id, list]) => [id, Object.keys(list.items)]))),
  }
}

/** A profile as expressions see it. */
export function profileValue(types: RecordTypes, properties: Readonly<Record<string, number | boolean>>): RecordValue {
  return make(types, PROFILE, properties)
}

/** A value of one of the fixed types. */
export function make(types: RecordTypes, type: string, values: Readonly<Record<string, unknown>>): RecordValue {
  const { make: Made } = types.get(type) as RecordType
  return Object.assign(new Made(), values, { [FILLED]: {} })
}
