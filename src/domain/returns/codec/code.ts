/**
 * Digits that are a name: phone and card numbers. Never a quantity, so leading zeros stay and
 * nothing gets an exponent. Excel keeps 15 digits of a number; what is longer has lost the
 * rest before we see it and is refused (`cell/digits-lost`).
 */
import { halfWidth, hasHiddenCharacters } from '../normalise'
import { plainNumber } from '../plain-number'
import { read, unreadable, type Codec } from './decoded'

const EXACT = 1e15

export function codeCodec(): Codec<string> {
  return {
    encode: (value) => value,
    decode: ({ value, date }) => {
      if (typeof value === 'boolean') return unreadable('cell/pattern')
      if (typeof value === 'number') {
        if (date) return unreadable('cell/digits-lost')
        return Math.abs(value) < EXACT ? read(plainNumber(value)) : unreadable('cell/digits-lost')
      }
      const text = halfWidth(value)
      if (/^\d(\.\d+)?e\+?\d{2,}$/i.test(text)) return unreadable('cell/digits-lost')
      return hasHiddenCharacters(value) ? read(text, { code: 'cell/hidden-characters', expected: text }) : read(text)
    },
  }
}
