/** Dates, lists and amounts as a letter writes them. */
import { amountText } from '../../../domain/campaign/amount'
import type { IsoDate } from '../../../domain/returns/return'
import { isoOfSerial, serialOf } from '../../../domain/returns/serial'
import type { Text } from '../../../domain/text'
import type { PaperSource } from './source'

type Words = Pick<PaperSource, 'campaign' | 'language' | 'say'>

/** `2005-03-14` → `2005年3月14日`, `14 March 2005`. Blank for no date. */
export function dateText(date: IsoDate | undefined, { say }: Pick<Words, 'say'>): string {
  if (date === undefined || date === '') return ''
  const [year = '', month = '', day = ''] = date.split('-')
  return say('papers/date', { year, month: say(`papers/month-${Number(month)}`), day: Number(day) })
}

/** The day so many days later. */
export function later(date: IsoDate, days: number): IsoDate {
  return isoOfSerial(serialOf(date) + Math.round(days)) ?? date
}

/** `甲、乙、丙`; `A, B and C`. */
export function listed(names: readonly string[], { say }: Pick<Words, 'say'>): string {
  if (names.length < 2) return names[0] ?? ''
  return say('papers/list-end', { start: names.slice(0, -1).join(say('office/comma')), last: names[names.length - 1] as string })
}

/** `第1、2、3周`; `weeks 1, 2 and 3`. Blank for none. */
export function weeksText(weeks: readonly number[], words: Pick<Words, 'say'>): string {
  return weeks.length === 0 ? '' : words.say(weeks.length === 1 ? 'papers/one-week' : 'papers/weeks', { weeks: listed(weeks.map(String), words) })
}

/** A number with its unit of measurement, in words of the definition. */
export function amount(value: number, unit: string | undefined, { campaign, language }: Pick<Words, 'campaign' | 'language'>): string {
  return amountText(campaign.definition, value, unit, language)
}

/** A score with as many decimal places as the campaign ranks by, without zeros at the end. Blank for none. */
export function scoreText(score: number | undefined): string {
  return score === undefined ? '' : String(score)
}

export function textIn({ language }: Pick<Words, 'language'>, text: Text | undefined): string {
  return text?.[language] ?? ''
}

/** `85.7%`: at most one decimal place; all but all is not 100 %. */
export function shareText(share: number): string {
  const tenths = Math.round(share * 1000)
  return `${(share < 1 ? Math.min(tenths, 999) : tenths) / 10}%`
}

/** Rows with their running number, from 1. */
export function numbered<T extends object>(rows: readonly T[]): (T & { readonly n: string })[] {
  return rows.map((row, i) => ({ ...row, n: String(i + 1) }))
}
