/** What begins with `<!` or `<?`: comments, CDATA sections, processing instructions and, refused, document types. */

export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

const COMMENT_OPENS = asciiBytes('<!--')
const COMMENT_CLOSES = asciiBytes('-->')
const CDATA_OPENS = asciiBytes('<![CDATA[')
const CDATA_CLOSES = asciiBytes(']]>')
const INSTRUCTION_CLOSES = asciiBytes('?>')
const DOCTYPE_OPENS = asciiBytes('<!DOCTYPE')
const QUESTION = 0x3f

/** Bytes before and after the text of a CDATA section. */
export const CDATA_BEGIN = CDATA_OPENS.length
export const CDATA_END = CDATA_CLOSES.length

/** Instead of an offset. */
export const MALFORMED = -1
export const DOCTYPE = -2

/** At `<!` or `<?`: offset of the byte after it all; MALFORMED when it does not end or is none of these; DOCTYPE. */
export function markupEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at + 1] === QUESTION) return after(bytes, at + 2, INSTRUCTION_CLOSES)
  if (startsWith(bytes, at, COMMENT_OPENS)) return after(bytes, at + COMMENT_OPENS.length, COMMENT_CLOSES)
  if (isCdata(bytes, at)) return after(bytes, at + CDATA_BEGIN, CDATA_CLOSES)
  return startsWith(bytes, at, DOCTYPE_OPENS) ? DOCTYPE : MALFORMED
}

export function isCdata(bytes: Uint8Array, at: number): boolean {
  return startsWith(bytes, at, CDATA_OPENS)
}

function startsWith(bytes: Uint8Array, at: number, what: Uint8Array): boolean {
  for (let n = 0; n < what.length; n++) if (bytes[at + n] !== what[n]) return false
  return true
}

function after(bytes: Uint8Array, from: number, what: Uint8Array): number {
  for (let at = bytes.indexOf(what[0]!, from); at >= 0; at = bytes.indexOf(what[0]!, at + 1)) {
    if (startsWith(bytes, at, what)) return at + what.length
  }
  return MALFORMED
}
