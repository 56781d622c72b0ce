import { WorkbookError } from '../../error'
import { READ_LIMITS, type ReadLimits } from '../limits'
import { asciiBytes } from './xml-markup'
import { TEXT_FLAGS, decodeAttribute, isSpace } from './xml-text'

const LT = 0x3c
const COLON = 0x3a
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27

/** 1: may stand in a name; 2: may begin one. Bytes of non-ASCII characters may do both. */
export const NAME_BYTES = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x80 || /[A-Za-z_]/.test(String.fromCharCode(byte)) ? 3 : /[0-9.-]/.test(String.fromCharCode(byte)) ? 1 : 0))

/** A name to compare elements and attributes with, as bytes. */
export function xmlName(name: string): Uint8Array {
  return asciiBytes(name)
}

/**
 * The attributes of the element that a scanner has just entered: ranges of bytes, text on demand.
 *
 * @throws WorkbookError `file/malformed-xml`, `file/too-many-attributes`
 */
export abstract class XmlAttributes {
  /** Number of attributes of the element just entered. */
  attributes = 0
  /** Of each attribute: name begins, name ends, value begins, value ends. */
  private readonly found: Int32Array

  constructor(
    readonly bytes: Uint8Array,
    readonly part: string,
    protected readonly limits: ReadLimits = READ_LIMITS,
  ) {
    this.found = new Int32Array(4 * limits.attributes)
  }

  /** Index of an attribute by its name without prefix; -1 when the element has none. */
  find(name: Uint8Array): number {
    for (let n = 0; n < this.attributes; n++) if (this.same(name, this.found[4 * n]!, this.found[4 * n + 1]!)) return n
    return -1
  }

  /** Text of an attribute; undefined when the element has none. */
  attribute(name: Uint8Array): string | undefined {
    const n = this.find(name)
    return n < 0 ? undefined : this.valueOf(n)
  }

  /** Text of an attribute that is written with a prefix, whichever it is: `id` finds `r:id`. */
  prefixed(name: Uint8Array): string | undefined {
    for (let n = 0; n < this.attributes; n++) {
      const end = this.found[4 * n + 1]!
      const start = end - name.length
      if (start > this.found[4 * n]! && this.bytes[start - 1] === COLON && this.same(name, start, end)) return this.valueOf(n)
    }
    return undefined
  }

  /** Whether an attribute says 1 or true (xsd:boolean). */
  flag(name: Uint8Array): boolean {
    const value = this.attribute(name)
    return value === '1' || value === 'true'
  }

  /** The byte of a one-letter attribute name; 0 when attribute `n` has a longer one. */
  letterOf(n: number): number {
    const start = this.found[4 * n]!
    return this.found[4 * n + 1]! - start === 1 ? this.bytes[start]! : 0
  }

  valueStart(n: number): number {
    return this.found[4 * n + 2]!
  }

  valueEnd(n: number): number {
    return this.found[4 * n + 3]!
  }

  /** Gives up on the part. */
  fail(offset: number): never {
    throw new WorkbookError('file/malformed-xml', { part: this.part, offset: Math.min(offset, this.bytes.length) })
  }

  /** At a name inside a tag: records the attribute; gives the byte after its closing quote. */
  protected readAttribute(start: number): number {
    const bytes = this.bytes
    const end = bytes.length
    const base = 4 * this.attributes
    if (this.attributes >= this.limits.attributes) throw new WorkbookError('file/too-many-attributes', { part: this.part, limit: this.limits.attributes })
    let at = start
    if ((NAME_BYTES[bytes[at]!]! & 2) === 0) this.fail(at)
    for (let byte; NAME_BYTES[(byte = bytes[at]!)] || byte === COLON;) at++
    this.found[base] = start
    this.found[base + 1] = at
    while (isSpace(bytes[at]!)) at++
    if (bytes[at] !== EQUALS) this.fail(at)
    at++
    while (isSpace(bytes[at]!)) at++
    const quote = bytes[at]
    if (quote !== QUOTE && quote !== APOSTROPHE) this.fail(at)
    at++
    this.found[base + 2] = at
    for (let byte; at < end && (byte = bytes[at]!) !== quote; at++) if (byte === LT || TEXT_FLAGS[byte]! & 1) this.fail(at)
    if (at >= end) this.fail(at)
    this.found[base + 3] = at
    this.refuseRepeated(start, this.found[base + 1]!)
    this.attributes++
    return at + 1
  }

  private refuseRepeated(start: number, end: number): void {
    const bytes = this.bytes
    for (let n = 0; n < this.attributes; n++) {
      const other = this.found[4 * n]!
      if (this.found[4 * n + 1]! - other !== end - start) continue
      let k = 0
      while (start + k < end && bytes[start + k] === bytes[other + k]) k++
      if (start + k === end) this.fail(start)
    }
  }

  private valueOf(n: number): string {
    const start = this.valueStart(n)
    return decodeAttribute(this.bytes, start, this.valueEnd(n)) ?? this.fail(start)
  }

  protected same(name: Uint8Array, start: number, end: number): boolean {
    const length = name.length
    if (end - start !== length) return false
    for (let n = 0; n < length; n++) if (this.bytes[start + n] !== name[n]) return false
    return true
  }
}
