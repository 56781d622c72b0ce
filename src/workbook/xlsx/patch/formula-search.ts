const latin1 = new TextDecoder('latin1')

/** Whether a sheet's part holds a formula. A text that looks like one is written with `&lt;`. */
export function hasFormula(part: Uint8Array): boolean {
  // Tags are ASCII: decoding byte by byte is enough to find them, and several times as fast as UTF-8.
  return /<(?:[\w.-]+:)?f[\s>/]/.test(latin1.decode(part))
}
