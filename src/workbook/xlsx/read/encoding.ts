import { WorkbookError } from '../../error'

/** An encoding declaration (XML 1.0, 4.3.3) stands in the first bytes, if at all. */
const DECLARATION_LENGTH = 200

/**
 * The bytes of a part in UTF-8: as they are when they already are (a byte order mark may stay), converted from UTF-16 or
 * from the encoding that the part declares.
 *
 * @throws WorkbookError `file/encoding` for an encoding that is unknown, or bytes that are not in it
 */
export function toUtf8(bytes: Uint8Array, part: string): Uint8Array {
  const encoding = encodingOf(bytes)
  if (encoding === undefined) return bytes
  try {
    return new TextEncoder().encode(new TextDecoder(encoding, { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new WorkbookError('file/encoding', { part, encoding }, { cause })
  }
}

/** Undefined: UTF-8 (XML 1.0, appendix F). */
function encodingOf(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  // `<?`
  if (a !== 0x3c || b !== 0x3f) return undefined
  let declaration = ''
  for (const byte of bytes.subarray(0, DECLARATION_LENGTH)) declaration += String.fromCharCode(byte)
  const encoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1]?.toLowerCase()
  return encoding === undefined || encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii' ? undefined : encoding
}
