/** Amounts as people read them. */
import type { Definition } from './schema'
import type { Language } from '../text'

/** The one unit of measurement a program has to know: in it 1 is 100 %. */
export const PERCENT = 'percent'

/** A number by itself, no binary noise: 0.95 in percent → `95` (at most two decimal places there, six elsewhere). */
export function plainAmount(value: number, unit?: string): string {
  return String(Number(unit === PERCENT ? (value * 100).toFixed(2) : value.toFixed(6)))
}

/** An amount with its unit: `95%`, `10,000字`, `40 hours`. At most two decimal places, thousands apart. */
export function amountText(definition: Pick<Definition, 'units'>, value: number, unit: string | undefined, language: Language): string {
  const number = grouped(unit === PERCENT ? value * 100 : value)
  if (unit === undefined) return number
  if (unit === PERCENT) return `${number}%`
  return language === 'zh' ? `${number}${unitName(definition, unit, language)}` : `${number} ${unitName(definition, unit, language, value)}`
}

/** A unit's name as it stands beside an amount; without one, as it stands for many. English has two: `card|cards`. */
export function unitName(definition: Pick<Definition, 'units'>, unit: string, language: Language, amount?: number): string {
  const [one, many = one] = (definition.units[unit]?.[language] ?? unit).split('|') as [string, string?]
  return (amount === 1 ? one : many) as string
}

/** All names of a unit, in both languages and numbers: what people write behind a number. */
export function unitNames(definition: Pick<Definition, 'units'>, unit: string): string[] {
  const name = definition.units[unit]
  return name ? [name.zh, ...name.en.split('|')] : []
}

function grouped(value: number): string {
  const [whole = '0', decimals] = String(Math.round(value * 100) / 100).split('.')
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals ? `${apart}.${decimals}` : apart
}
