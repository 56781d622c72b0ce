/**
 * The fingerprint of the rules a score was computed with: `<version>-<16 hex digits>`.
 *
 * The digits are the 64-bit FNV-1a hash of the canonical JSON (keys sorted) of everything that can
 * change a score: measures, weights, adjustments, profiles, rounding, calendar, and the values of the settings
 * that those use. Titles, hints and settings that no score depends on leave it unchanged. It tells rules apart;
 * it protects against nobody.
 */
export function fingerprint(version: string, scoring: unknown): string {
  return `${version}-${fnv1a(canonical(scoring))}`
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, item]) => item !== undefined)
    return `{${entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** 64-bit FNV-1a over the UTF-16 code units, low byte first; reckoned in four 16-bit limbs, no big integers. */
function fnv1a(text: string): string {
  let [a, b, c, d] = [0xcbf2, 0x9ce4, 0x8422, 0x2325]
  const byte = (value: number): void => {
    d ^= value
    // times the prime 2^40 + 0x1b3
    const low = d * 0x1b3
    const second = c * 0x1b3 + (low >>> 16)
    const third = b * 0x1b3 + d * 0x100 + (second >>> 16)
    const high = a * 0x1b3 + c * 0x100 + (third >>> 16)
    ;[a, b, c, d] = [high & 0xffff, third & 0xffff, second & 0xffff, low & 0xffff]
  }
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index)
    byte(unit & 0xff)
    byte(unit >>> 8)
  }
  return [a, b, c, d].map((limb) => limb.toString(16).padStart(4, '0')).join('')
}
