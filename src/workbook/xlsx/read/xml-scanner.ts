import { WorkbookError } from '../../error'
import type { ReadLimits } from '../limits'
import { NAME_BYTES, XmlAttributes } from './xml-attributes'
import { CDATA_BEGIN, CDATA_END, DOCTYPE, MALFORMED, isCdata, markupEnd } from './xml-markup'
import { TEXT_FLAGS, decodeText, decodeUtf8, isSpace } from './xml-text'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const COLON = 0x3a

export { xmlName } from './xml-attributes'

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
export class XmlScanner extends XmlAttributes {
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

  constructor(bytes: Uint8Array, part: string, limits?: ReadLimits) {
    super(bytes, part, limits)
    this.open = new Int32Array(2 * this.limits.depth)
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

  private decode(start: number, end: number, flags: number): string {
    return decodeText(this.bytes, start, end, flags) ?? this.fail(start)
  }

  /** At `<name`: reads the tag and makes it the current element. */
  private enter(): void {
    const bytes = this.bytes
    const start = this.at + 1
    if ((NAME_BYTES[bytes[start]!]! & 2) === 0) this.fail(start)
    let at = start
    this.nameStart = start
    for (let byte; NAME_BYTES[(byte = bytes[at]!)] || byte === COLON; at++) if (byte === COLON) this.nameStart = at + 1
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
