/** Small wordings that several of the office's pages share. */
import { amountText } from '../../domain/campaign/amount'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Evidence } from '../../domain/ranking/ledger'
import type { IntakeReason } from '../../domain/ranking/verdict'
import { address } from '../../domain/returns/address'
import type { Language, Say } from '../../domain/text'

/** The file's own name; the folders before it are in its title. */
export function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) as string
}

/** Why, in a sentence. In the ledger an unreadable file is known only by its code: then in a few words. */
export function reasonText({ code, params }: Pick<IntakeReason, 'code' | 'params'>, say: Say): string {
  if (params) return say(code, Object.fromEntries(Object.entries(params).map(([name, value]) => [name, timeText(value)])))
  if (code.startsWith('file/')) return say('intake/unreadable.short')
  return say(SHORT.has(code) ? `${code}.short` : code)
}

/** An ISO date and time as people write it, to the minute; anything else as it is. */
function timeText(value: string | number): string | number {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value) ? value.slice(0, 16).replace('T', ' ') : value
}

/** Refusals whose sentence needs what only the file's verdict knows. */
const SHORT: ReadonlySet<string> = new Set(['intake/unknown-unit', 'intake/wrong-unit', 'intake/no-week', 'intake/wrong-week', 'intake/broken', 'intake/old-broken'])

/** What to do about it; empty where there is nothing to do. */
export function reasonFix({ code, params }: Pick<IntakeReason, 'code' | 'params'>, say: Say): string {
  return NOTHING_TO_DO.has(code) || (params === undefined && code !== 'intake/missing') ? '' : say(`${code}.fix`, params)
}

const NOTHING_TO_DO: ReadonlySet<string> = new Set(['intake/counted', 'intake/duplicate', 'intake/superseded', 'intake/of-another-week'])

/** Points, to one place; a minus that reads as one. */
export function points(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1).replace('-', '−')
}

/** With its sign, to so many places: `+1.20`, `−0.30`. */
export function signed(value: number, digits: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`
}

/** A piece of evidence: what fell short of what, or the place. */
export function evidenceText(item: Evidence, { definition }: Campaign, say: Say, language: Language): string {
  if (item.kind === 'standing') return say('office/evidence-last', { week: item.week, of: item.of, score: item.score })
  const measure = definition.measures[item.result.measure]
  const amount = (value: number) => amountText(definition, value, measure?.unit, language)
  return say(measure?.compare === 'at-most' ? 'office/evidence-over' : 'office/evidence-short', { measure: measure?.title[language] ?? item.result.measure, value: amount(item.result.value), target: amount(item.result.target), due: item.result.due })
}

/** `U014 统计调查队.xlsx  学习考勤!N9`: the return and the cell in it; empty for a place in the ranking. */
export function evidencePlace(item: Evidence, say: Say): string {
  if (item.kind === 'standing') return ''
  const { sheet, row, column } = item.result
  const place = sheet === undefined ? '' : row === undefined || column === undefined ? sheet : `${sheet}!${address(row, column)}`
  return say('office-pane/evidence-where', { file: baseName(item.file ?? ''), place }).trim()
}
