/** Amounts as people read them. */
import type { Definition } from './schema'
import type { Language } from '../text'

/** The one unit of measurement a program has to know: in it 1 is 100 %. */
export const PERCENT = 'percent'

/** A number for a sentence that names the unit itself: 0.95 in percent → `95`; at most six decimal places, no binary noise. */
export function plainAmount(value: number, unit?: string): string {
  return String(Number((unit === PERCENT ? value * 100 : value).toFixed(6)))
}

/** An amount with its unit: `95%`, `10,000字`, `40 hours`. At most two decimal places, thousands apart. */
export function amountText(definition: Pick<Definition, 'units'>, value: number, unit: string | undefined, language: Language): string {
  const number = grouped(unit === PERCENT ? value * 100 : value)
  if (unit === undefined) return number
  if (unit === PERCENT) return `${number}%`
  const name = definition.units[unit]?.[language] ?? unit
  return language === 'zh' ? `${number}${name}` : `${number} ${name}`
}

function grouped(value: number): string {
  const [whole = '0', decimals] = String(Math.round(value * 100) / 100).split('.')
  const apart = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals ? `${apart}.${decimals}` : apart
}
