/**
 * CRC-32 (polynomial 0xEDB88320, as zip and PNG use it), four bytes a step: about four
 * times as fast as the byte-wise table, without native code.
 */
const TABLES = tables()

function tables(): Uint32Array {
  const table = new Uint32Array(4 * 256)
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    table[n] = c
  }
  for (let n = 256; n < table.length; n++) {
    const before = table[n - 256] as number
    table[n] = (before >>> 8) ^ (table[before & 0xff] as number)
  }
  return table
}

/** Unsigned CRC-32 of the bytes; 0 for none. */
export function crc32(bytes: Uint8Array): number {
  const t = TABLES
  const whole = bytes.length & ~3
  let crc = -1
  let at = 0
  for (; at < whole; at += 4) {
    const word = crc ^ ((bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)))
    crc = t[768 + (word & 0xff)]! ^ t[512 + ((word >>> 8) & 0xff)]! ^ t[256 + ((word >>> 16) & 0xff)]! ^ t[word >>> 24]!
  }
  for (; at < bytes.length; at++) crc = t[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8)
  return ~crc >>> 0
}
