/**
 * Text: kept as typed, but for spaces at either end or in a row, and characters nobody sees.
 * Removing those is said (`cell/hidden-characters`), because they come with a paste that may
 * have brought more; trimming spaces is not. A number in a text cell is its digits, with a
 * query when it was shown as a date: Excel may have made one of `3-1`.
 */
import { isoOfSerial } from '../serial'
import { cleanText, hasHiddenCharacters } from '../normalise'
import { plainNumber } from '../plain-number'
import { read, type Codec } from './decoded'

/** `lines`: line breaks are kept. */
export function textCodec(lines: boolean): Codec<string> {
  return {
    encode: (value) => value,
    decode: ({ value, date }) => {
      if (typeof value === 'boolean') return read(value ? 'TRUE' : 'FALSE')
      if (typeof value === 'number') {
        const day = date ? isoOfSerial(value) : undefined
        return day ? read(day, { code: 'cell/number-in-text', expected: day }) : read(plainNumber(value))
      }
      const text = cleanText(value, lines)
      return hasHiddenCharacters(value) ? read(text, { code: 'cell/hidden-characters', expected: text }) : read(text)
    },
  }
}
