/** Powers of ten that a double holds exactly. */
const POWERS = Array.from({ length: 23 }, (_, n) => Number(`1e${n}`))
/** With this many digits a whole number is below 2^53, and one division rounds correctly (Clinger 1990). */
const EXACT_DIGITS = 15

const MINUS = 0x2d
const POINT = 0x2e
const ZERO = 0x30

const NUMBER = /^[ \t\r\n]*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[ \t\r\n]*$/

/** The double that decimal digits stand for, correctly rounded; NaN when the bytes are not a number. */
export function parseNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start
  const negative = bytes[at] === MINUS
  if (negative) at++
  let whole = 0
  let digits = 0
  let decimals = -1
  for (; at < end; at++) {
    const byte = bytes[at]!
    const digit = byte - ZERO
    if (digit >= 0 && digit <= 9) {
      if (++digits > EXACT_DIGITS) return parseSlowly(bytes, start, end)
      whole = whole * 10 + digit
      if (decimals >= 0) decimals++
    } else if (byte === POINT && decimals < 0) decimals = 0
    else return parseSlowly(bytes, start, end)
  }
  if (digits === 0) return NaN
  const value = decimals > 0 ? whole / POWERS[decimals]! : whole
  return negative && value !== 0 ? -value : value
}

/** Exponents, many digits, space around: and everything that is no number. */
function parseSlowly(bytes: Uint8Array, start: number, end: number): number {
  if (end - start > 400) return NaN
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!)
  const value = NUMBER.test(text) ? Number(text) : NaN
  // Adding zero makes minus zero zero.
  return Number.isFinite(value) ? value + 0 : NaN
}

/** A whole number of digits alone; -1 when the bytes are anything else, or more than nine digits. */
export function parseIndex(bytes: Uint8Array, start: number, end: number): number {
  if (start === end || end - start > 9) return -1
  let index = 0
  for (let at = start; at < end; at++) {
    const digit = bytes[at]! - ZERO
    if (!(digit >= 0 && digit <= 9)) return -1
    index = index * 10 + digit
  }
  return index
}
