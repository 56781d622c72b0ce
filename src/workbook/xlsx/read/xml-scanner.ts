import { WorkbookError } from '../../error'
import { READ_LIMITS, type ReadLimits } from '../limits'
import { asciiBytes, CDATA_BEGIN, CDATA_END, DOCTYPE, MALFORMED, isCdata, markupEnd } from './xml-markup'
import { TEXT_FLAGS, decodeAttribute, decodeText, decodeUtf8, isSpace } from './xml-text'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const COLON = 0x3a
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27

/** 1: may stand in a name; 2: may begin one. Bytes of non-ASCII characters may do both. */
const NAME = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x80 || /[A-Za-z_]/.test(String.fromCharCode(byte)) ? 3 : /[0-9.-]/.test(String.fromCharCode(byte)) ? 1 : 0))

/** A name to compare elements and attributes with, as bytes. */
export function xmlName(name: string): Uint8Array {
  return asciiBytes(name)
}

/**
 * A forward-only scanner over the UTF-8 bytes of one part. Elements are entered with `child`, left by reading on,
 * and compared by local name, so that prefixes do not matter. Nothing becomes a string before it is asked for.
 *
 * It refuses what is not well-formed (unclosed and mismatched tags, unquoted or repeated attributes, unknown entities,
 * text outside the root): a part that is read to its end has lost nothing on the way.
 *
 *     const x = new XmlScanner(bytes, 'xl/workbook.xml')
 *     x.root()
 *     while (x.child()) if (x.is(SHEET)) … else x.skip()
 *
 * @throws WorkbookError `file/malformed-xml`, `file/dtd`, `file/too-deep`, `file/too-many-attributes`
 */
export class XmlScanner {
  /** Number of attributes of the element just entered. */
  attributes = 0
  /** The text that `leaf` found, as a range of bytes; `pieces` instead when it does not lie in one piece. */
  textStart = 0
  textEnd = 0
  textFlags = 0
  private pieces: string | undefined

  private at = 0
  private depth = 0
  /** The element just entered ends in `/>`. */
  private empty = false
  private nameStart = 0
  private nameEnd = 0
  /** Of each open element: where its qualified name begins, and the byte after it. */
  private readonly open: Int32Array
  /** Of each attribute: name begins, name ends, value begins, value ends. */
  private readonly found: Int32Array

  constructor(
    readonly bytes: Uint8Array,
    readonly part: string,
    private readonly limits: ReadLimits = READ_LIMITS,
  ) {
    this.open = new Int32Array(2 * limits.depth)
    this.found = new Int32Array(4 * limits.attributes)
  }

  /** Enters the root element. */
  root(): void {
    if (this.bytes[0] === 0xef && this.bytes[1] === 0xbb && this.bytes[2] === 0xbf) this.at = 3
    this.toMarkup()
    if (this.at >= this.bytes.length) this.fail(this.at)
    this.enter()
  }

  /** Enters the next child of the current element; false when there is none left, and the current element is then left. */
  child(): boolean {
    if (this.empty) return this.leaveEmpty()
    const bytes = this.bytes
    const end = bytes.length
    let at = this.at
    for (;;) {
      while (at < end && bytes[at] !== LT) {
        if (TEXT_FLAGS[bytes[at]!]! & 1) this.fail(at)
        at++
      }
      const next = bytes[at + 1]
      this.at = at
      if (next === SLASH) {
        this.leave()
        return false
      }
      if (next !== BANG && next !== QUESTION) {
        this.enter()
        return true
      }
      at = this.afterMarkup(at)
    }
  }

  /** Leaves the current element without looking at what it holds, except that it is well-formed. */
  skip(): void {
    while (this.child()) this.skip()
  }

  /** Reads the text of the current element and leaves it. Children are skipped. */
  leaf(): void {
    this.pieces = undefined
    this.textFlags = 0
    if (this.empty) {
      this.textStart = this.textEnd = this.at
      this.leaveEmpty()
      return
    }
    const bytes = this.bytes
    const end = bytes.length
    let at = this.at
    let flags = 0
    for (let byte; at < end && (byte = bytes[at]!) !== LT; at++) flags |= TEXT_FLAGS[byte]!
    if (flags & 1) this.fail(at)
    if (bytes[at + 1] !== SLASH) return this.leafInPieces()
    this.textStart = this.at
    this.textEnd = at
    this.textFlags = flags
    this.at = at
    this.leave()
  }

  /** The text that `leaf` found, entities resolved. */
  text(): string {
    return this.pieces ?? this.decode(this.textStart, this.textEnd, this.textFlags)
  }

  /** Whether `leaf` found no text at all. */
  get blank(): boolean {
    return this.pieces === undefined ? this.textStart === this.textEnd : this.pieces === ''
  }

  /** Whether `leaf` found its text in one piece, so that `textStart` and `textEnd` say it all. */
  get whole(): boolean {
    return this.pieces === undefined
  }

  /** Whether the element just entered has this local name. */
  is(name: Uint8Array): boolean {
    return this.same(name, this.nameStart, this.nameEnd)
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

  private valueOf(n: number): string {
    const start = this.valueStart(n)
    return decodeAttribute(this.bytes, start, this.valueEnd(n)) ?? this.fail(start)
  }

  private same(name: Uint8Array, start: number, end: number): boolean {
    const length = name.length
    if (end - start !== length) return false
    for (let n = 0; n < length; n++) if (this.bytes[start + n] !== name[n]) return false
    return true
  }

  private decode(start: number, end: number, flags: number): string {
    return decodeText(this.bytes, start, end, flags) ?? this.fail(start)
  }

  /** At `<name`: reads the tag and makes it the current element. */
  private enter(): void {
    const bytes = this.bytes
    const start = this.at + 1
    if ((NAME[bytes[start]!]! & 2) === 0) this.fail(start)
    let at = start
    this.nameStart = start
    for (let byte; NAME[(byte = bytes[at]!)] || byte === COLON; at++) if (byte === COLON) this.nameStart = at + 1
    this.nameEnd = at
    if (this.depth >= this.limits.depth) throw new WorkbookError('file/too-deep', { part: this.part, limit: this.limits.depth })
    this.open[2 * this.depth] = start
    this.open[2 * this.depth + 1] = at
    this.depth++
    this.attributes = 0
    this.empty = false
    for (;;) {
      const space = at
      while (isSpace(bytes[at]!)) at++
      const byte = bytes[at]
      if (byte === GT) break
      if (byte === SLASH && bytes[at + 1] === GT) {
        this.empty = true
        at++
        break
      }
      if (at === space) this.fail(at)
      at = this.readAttribute(at)
    }
    this.at = at + 1
  }

  /** At a name inside a tag: records the attribute; gives the byte after its closing quote. */
  private readAttribute(start: number): number {
    const bytes = this.bytes
    const end = bytes.length
    const base = 4 * this.attributes
    if (this.attributes >= this.limits.attributes) throw new WorkbookError('file/too-many-attributes', { part: this.part, limit: this.limits.attributes })
    let at = start
    if ((NAME[bytes[at]!]! & 2) === 0) this.fail(at)
    for (let byte; NAME[(byte = bytes[at]!)] || byte === COLON;) at++
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

  /** At `</`: the name must be that of the current element. */
  private leave(): void {
    const bytes = this.bytes
    this.depth--
    const start = this.open[2 * this.depth]!
    const length = this.open[2 * this.depth + 1]! - start
    let at = this.at + 2
    for (let n = 0; n < length; n++, at++) if (bytes[at] !== bytes[start + n]) this.fail(at)
    while (isSpace(bytes[at]!)) at++
    if (bytes[at] !== GT) this.fail(at)
    this.at = at + 1
    if (this.depth === 0) this.finish()
  }

  private leaveEmpty(): false {
    this.empty = false
    this.depth--
    if (this.depth === 0) this.finish()
    return false
  }

  /** After the root: comments and space, nothing else. */
  private finish(): void {
    this.toMarkup()
    if (this.at < this.bytes.length) this.fail(this.at)
  }

  /** Outside the root: to the next tag, or the end. */
  private toMarkup(): void {
    const bytes = this.bytes
    for (;;) {
      while (isSpace(bytes[this.at]!)) this.at++
      const next = bytes[this.at + 1]
      if (bytes[this.at] !== LT || (next !== BANG && next !== QUESTION)) return
      if (isCdata(this.bytes, this.at)) this.fail(this.at)
      this.at = this.afterMarkup(this.at)
    }
  }

  /** At `<!` or `<?`: the byte after the comment, the CDATA section or the processing instruction. */
  private afterMarkup(at: number): number {
    const after = markupEnd(this.bytes, at)
    if (after === DOCTYPE) throw new WorkbookError('file/dtd', { part: this.part })
    return after === MALFORMED ? this.fail(at) : after
  }

  /** Text interrupted by comments, CDATA sections or elements. */
  private leafInPieces(): void {
    const bytes = this.bytes
    let text = ''
    for (;;) {
      let at = this.at
      let flags = 0
      for (; at < bytes.length && bytes[at] !== LT; at++) flags |= TEXT_FLAGS[bytes[at]!]!
      if (flags & 1 || at >= bytes.length) this.fail(at)
      text += this.decode(this.at, at, flags)
      this.at = at
      const next = bytes[at + 1]
      if (next === SLASH) break
      if (next === BANG || next === QUESTION) {
        this.at = this.afterMarkup(at)
        if (isCdata(bytes, at)) text += decodeUtf8(bytes, at + CDATA_BEGIN, this.at - CDATA_END) ?? this.fail(at)
      } else {
        this.enter()
        this.skip()
      }
    }
    this.leave()
    this.pieces = text
  }
}
