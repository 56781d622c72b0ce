/** Bytes of character data to text (XML 1.0: 2.2, 2.11, 3.3.3, 4.1, 4.6). */

/** 1: may not stand in XML; 2: `&`; 4: carriage return; 8: not ASCII; 16: `_`, which may begin an `_xHHHH_` escape. */
export const TEXT_FLAGS = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x26) return 2
  if (byte === 0x0d) return 4
  if (byte >= 0x80) return 8
  if (byte === 0x5f) return 16
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a ? 1 : 0
})

/** `leaf` saw an underscore: the text may hold `_xHHHH_`. */
export const MAY_BE_ESCAPED = 16

export function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Below this many bytes, a loop is faster than a call of the decoder. */
const SHORT = 96
const units = new Array<number>(SHORT)

/** Text of UTF-8 bytes; undefined when they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start <= SHORT) {
    const text = decodeShort(bytes, start, end)
    if (text !== undefined) return text
  }
  try {
    return strict.decode(bytes.subarray(start, end))
  } catch {
    return undefined
  }
}

/** One to three-byte characters, which is nearly every text; undefined for anything else, also for malformed bytes. */
function decodeShort(bytes: Uint8Array, start: number, end: number): string | undefined {
  let length = 0
  for (let at = start; at < end; ) {
    const byte = bytes[at++]!
    if (byte < 0x80) {
      units[length++] = byte
      continue
    }
    const second = at < end ? bytes[at++]! ^ 0x80 : 0xff
    if (byte >= 0xe0) {
      const third = at < end ? bytes[at++]! ^ 0x80 : 0xff
      const unit = ((byte & 0x0f) << 12) | (second << 6) | third
      if (byte >= 0xf0 || (second | third) > 0x3f || unit < 0x800 || (unit & 0xf800) === 0xd800) return undefined
      units[length++] = unit
    } else {
      if (byte < 0xc2 || second > 0x3f) return undefined
      units[length++] = ((byte & 0x1f) << 6) | second
    }
  }
  return String.fromCharCode.apply(null, length === units.length ? units : units.slice(0, length))
}

/** Character data with entities resolved and line ends made `\n`; undefined when it is not well-formed. */
export function decodeText(bytes: Uint8Array, start: number, end: number, flags: number): string | undefined {
  let text = decodeUtf8(bytes, start, end)
  if (text === undefined) return undefined
  // U+FFFE and U+FFFF are UTF-8, and may not stand in XML; they are let through: nothing is lost by them.
  if (flags & 4) text = text.replace(/\r\n?/g, '\n')
  return flags & 2 ? resolveEntities(text) : text
}

/** An attribute's value: entities resolved, white space made spaces; undefined when it is not well-formed. */
export function decodeAttribute(bytes: Uint8Array, start: number, end: number): string | undefined {
  const text = decodeUtf8(bytes, start, end)?.replace(/\r\n|[\t\n\r]/g, ' ')
  return text?.includes('&') ? resolveEntities(text) : text
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function resolveEntities(text: string): string | undefined {
  let sound = true
  const resolved = text.replace(/&(?:#(\d{1,7})|#x([0-9A-Fa-f]{1,6})|(lt|gt|amp|quot|apos));|&/g, (_, decimal?: string, hex?: string, name?: string) => {
    if (name) return NAMED[name]!
    const code = decimal ? parseInt(decimal, 10) : hex ? parseInt(hex, 16) : 0
    if (isCharacter(code)) return String.fromCodePoint(code)
    sound = false
    return ''
  })
  return sound ? resolved : undefined
}

/** XML 1.0, 2.2. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
}

/** Resolves `_xHHHH_` (ECMA-376 part 1, 22.9.2.19): how a workbook writes characters that XML cannot hold. */
export function unescape(text: string): string {
  return text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text
}
