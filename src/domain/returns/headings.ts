/**
 * Headings that belong to the software rather than to a definition. They are part of the
 * protocol between the workbook as issued and as read, so both languages are recognised
 * whatever language the reader speaks; hence here and not in the message catalogue.
 */
import type { Language, Text } from '../text'
import { daysBetween, serialOf } from './serial'
import type { IsoDate } from './return'
import type { Definition, RepeatField } from '../campaign/schema'

export const OWN_HEADINGS = {
  /** Running number, column 1 of a table sheet. */
  number: { zh: '序号', en: 'No.' },
  /** Visible column with what is wrong in the row, in words. */
  result: { zh: '校验结果', en: 'Check result' },
  /** Hidden column with the marks that colour the row's cells. */
  marks: { zh: '校验标记', en: 'Check marks' },
  /** Hidden column of a roster: the label that other sheets pick from. */
  label: { zh: '选项名称', en: 'Label' },
  /** The three columns a person reads on a `record` sheet. */
  item: { zh: '项目', en: 'Item' },
  value: { zh: '填写', en: 'Entry' },
  asks: { zh: '填写要求', en: 'What is asked' },
} as const satisfies Record<string, Text>

const WEEKDAYS: Record<Language, readonly string[]> = {
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
}
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `2月21日`, `21 Feb`. */
export function shortDate(date: IsoDate, language: Language): string {
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  return language === 'zh' ? `${month}月${day}日` : `${day} ${MONTHS[month - 1]}`
}

/** `周一`, `Mon`. */
export function weekdayName(date: IsoDate, language: Language): string {
  return WEEKDAYS[language][(serialOf(date) - 1) % 7] as string
}

/** The keys a repeat field runs over: ISO dates of a period, or item ids of a list. Throws for an unknown period or list. */
export function repetitionKeys(definition: Definition, repeat: RepeatField): readonly string[] {
  const [source, name] = repeat.over.split('.') as [string, string]
  if (source === 'calendar') {
    const period = definition.calendar.periods[name]
    if (!period) throw new Error(`no such period: ${repeat.over}`)
    return daysBetween(period.start, period.end)
  }
  const list = definition.lists[name]
  if (!list) throw new Error(`no such list: ${repeat.over}`)
  return Object.keys(list.items)
}

/**
 * Headings of all repetitions, in order: `{n}`, `{date}`, `{weekday}` and `{item}` of the
 * title filled in. Where a title tells repetitions not apart, their number is put behind it.
 */
export function repetitionHeadings(definition: Definition, repeat: RepeatField, language: Language): readonly string[] {
  const keys = repetitionKeys(definition, repeat)
  const isDates = repeat.over.startsWith('calendar.')
  const items = isDates ? {} : definition.lists[repeat.over.slice('lists.'.length)]?.items ?? {}
  const filled = keys.map((key, index) =>
    repeat.title[language].replace(/\{(n|date|weekday|item)\}/g, (_, name: string) => {
      if (name === 'n') return String(index + 1)
      if (!isDates) return items[key]?.[language] ?? key
      return name === 'weekday' ? weekdayName(key, language) : shortDate(key, language)
    }),
  )
  return new Set(filled).size === filled.length ? filled : filled.map((heading, index) => `${heading} ${index + 1}`)
}
