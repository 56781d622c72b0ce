/**
 * Numbers, whole numbers and shares (`percent`: 1 is 100 %).
 *
 * | the cell shows                     | is read as                  | and said                        |
 * | 8 · 8.5 (a number)                 | 8 · 8.5                     | nothing                         |
 * | ８ · '8 · 1,234 · 1 234 (text)     | 8 · 8 · 1234 · 1234         | `cell/text-number`              |
 * | 8小时 · 8 h · 1万字 · 3个          | 8 · 8 · 10000 · 3           | `cell/number-with-unit`         |
 * | 十二 · 一百零五                    | 12 · 105                    | `cell/number-in-words`          |
 * | 3天 where hours are asked          | nothing                     | `cell/other-unit`               |
 * | 8,5 · 1.234,5 · 8-10 · 约8 · 8+4   | nothing                     | `cell/ambiguous-number`         |
 * | a number shown as a date           | nothing                     | `cell/date-in-number`           |
 * | 0.4 · 40 % (a number)              | 0.4 (percent)               | nothing                         |
 * | 40 without a percent format        | 0.4 (percent)               | `cell/percent-without-sign`     |
 */
import { plainNumber } from '../plain-number'
import { halfWidth } from '../normalise'
import { multiplierOf, numeralOf, NUMERAL_WORDS } from './numeral'
import { read, unreadable, type Codec, type Decoded, type FilledCell, type Issue } from './decoded'

export interface NumberKind {
  readonly type: 'number' | 'integer' | 'percent'
  /** The field's own unit, in every language and spelling: `小时`, `学时`, `h`. */
  readonly unit: readonly string[]
  /** All units the campaign knows, the field's own included: what tells `3天` from a typing slip. */
  readonly units: readonly string[]
}

/** Counters that say nothing a count does not say. */
const COUNTERS = ['个', '次', '人', '篇', '份', '条', '项', '件', '场', '户', '名', '位', '元', '期', '本', '堂', '遍']
const NUMERAL_ONLY = new RegExp(`^[${NUMERAL_WORDS}]+$`, 'u')

export function numberCodec(kind: NumberKind): Codec<number> {
  const own = unitWords([...kind.unit, ...(kind.unit.length === 0 ? COUNTERS : ['个'])])
  const all = wordsOf.get(kind.units) ?? unitWords(kind.units)
  wordsOf.set(kind.units, all)
  return {
    encode: (value) => value,
    decode: (cell) => {
      const decoded = decodeNumber(cell, own, all, kind.type)
      if (decoded.value === null || kind.type !== 'integer') return decoded
      const whole = Math.round(decoded.value)
      return Math.abs(whole - decoded.value) < 1e-9 ? { ...decoded, value: whole } : unreadable('cell/not-whole')
    },
  }
}

/** Made once for a campaign's units, which every number column shares. */
const wordsOf = new WeakMap<readonly string[], ReadonlySet<string>>()

/** Folded spellings of units; a Latin one also by its singular and its first letter (`hours`, `hour`, `h`). */
function unitWords(units: readonly string[]): ReadonlySet<string> {
  return new Set(
    units.flatMap((unit) => {
      const word = halfWidth(unit).toLowerCase()
      return /^[a-z]+$/.test(word) ? [word, word.replace(/s$/, ''), `${word}s`, word.charAt(0)] : [word]
    }),
  )
}

function decodeNumber(cell: FilledCell, own: ReadonlySet<string>, all: ReadonlySet<string>, type: NumberKind['type']): Decoded<number> {
  const { value } = cell
  if (typeof value === 'boolean') return unreadable('cell/not-a-number')
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return unreadable('cell/not-a-number')
    if (cell.date) return unreadable('cell/date-in-number')
    const shownAsShare = cell.format?.includes('%') === true
    return type === 'percent' && !shownAsShare ? share(value) : read(value)
  }
  return decodeText(halfWidth(value).toLowerCase(), own, all, type)
}

function decodeText(text: string, own: ReadonlySet<string>, all: ReadonlySet<string>, type: NumberKind['type']): Decoded<number> {
  const match = /^([¥$€]?)([+-]?)([\d.,' ]*\d[.]?)\s*(.*)$/u.exec(text.replace(/[−－–]/g, '-'))
  if (!match) return inWords(text, own, all)
  const [, currency, sign, digits, behind] = match as unknown as [string, string, string, string, string]
  const magnitude = plainDigits(digits)
  if (magnitude === undefined) return unreadable('cell/ambiguous-number')
  if (currency && own.size > 0 && !own.has('元') && !own.has(currency)) return unreadable('cell/other-unit')
  const number = sign === '-' ? -magnitude : magnitude
  if (behind === '') return type === 'percent' ? share(number, repaired('cell/text-number', number)) : read(number, repaired('cell/text-number', number))
  if (behind === '%') {
    if (type === 'percent') return read(scaled(number, 0.01), repaired('cell/text-number', number, '%'))
    return own.has('%') ? read(number, repaired('cell/number-with-unit', number)) : unreadable('cell/other-unit')
  }
  return withUnit(number, behind, own, all)
}

/** `万字` behind 1: a multiplier, then the unit. */
function withUnit(number: number, behind: string, own: ReadonlySet<string>, all: ReadonlySet<string>): Decoded<number> {
  const multiplier = own.has(behind) ? undefined : multiplierOf(behind.charAt(0))
  const unit = (multiplier === undefined ? behind : behind.slice(1)).trim().replace(/[.。]$/, '')
  const amount = multiplier === undefined ? number : scaled(number, multiplier)
  if (unit === '' || own.has(unit)) return read(amount, repaired('cell/number-with-unit', amount))
  if (all.has(unit)) return unreadable('cell/other-unit')
  return unreadable(/\d/.test(behind) || /[左右约余多几]/.test(behind) ? 'cell/ambiguous-number' : 'cell/not-a-number')
}

function inWords(text: string, own: ReadonlySet<string>, all: ReadonlySet<string>): Decoded<number> {
  const compact = text.replaceAll(' ', '')
  const words = [...compact].findIndex((character) => !NUMERAL_ONLY.test(character))
  const numeral = words < 0 ? compact : compact.slice(0, words)
  const behind = words < 0 ? '' : compact.slice(words)
  const number = numeral === '' ? undefined : numeralOf(numeral)
  if (number === undefined) return unreadable(/\d/.test(text) || numeral !== '' ? 'cell/ambiguous-number' : 'cell/not-a-number')
  if (behind === '' || own.has(behind)) return read(number, repaired('cell/number-in-words', number))
  return unreadable(all.has(behind) ? 'cell/other-unit' : 'cell/ambiguous-number')
}

/** Digits with thousands separated by `,`, `'` or a space, and a decimal point; undefined when read two ways (`8,5`). */
function plainDigits(digits: string): number | undefined {
  const text = digits.trim().replace(/\.$/, '')
  if (/^\d+(\.\d+)?$|^\.\d+$/.test(text)) return Number(text)
  if (/^\d{1,3}([,' ])\d{3}(\1\d{3})*(\.\d+)?$/.test(text)) return Number(text.replace(/[,' ]/g, ''))
  return undefined
}

/** A share typed without a percent sign: up to 1 as it stands, above that in hundredths. */
function share(number: number, ...issues: readonly Issue[]): Decoded<number> {
  if (Math.abs(number) <= 1) return read(number, ...issues)
  const hundredths = scaled(number, 0.01)
  return read(hundredths, { code: 'cell/percent-without-sign', expected: `${plainNumber(number)}%` })
}

function repaired(code: 'cell/text-number' | 'cell/number-with-unit' | 'cell/number-in-words', number: number, sign = ''): Issue {
  return { code, expected: plainNumber(number) + sign }
}

/** A product without binary noise: 1.1 × 10,000 is 11,000. */
function scaled(number: number, factor: number): number {
  return Number((number * factor).toPrecision(15))
}
