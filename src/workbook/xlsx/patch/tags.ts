import { WorkbookError } from '../../error'
import { decodeAttribute, isSpace } from '../read/xml-text'

const LT = 0x3c
const GT = 0x3e
const SLASH = 0x2f
const BANG = 0x21
const QUESTION = 0x3f
const COLON = 0x3a
const EQUALS = 0x3d
const QUOTE = 0x22
const APOSTROPHE = 0x27
const DASH = 0x2d
const BRACKET = 0x5b

/** An attribute by byte offsets; `start` includes the white space before it, `end` the closing quote. */
export interface AttributeSpan {
  readonly start: number
  readonly nameStart: number
  readonly nameEnd: number
  readonly valueStart: number
  readonly valueEnd: number
  readonly end: number
}

/**
 * The tags of a part, one after the other, with their places in the bytes: what is needed to change a
 * piece of a part and leave everything else as it is. (Reading for content is `XmlScanner`'s work.)
 * Tags are compared by local name, so that prefixes do not matter.
 *
 * @throws WorkbookError `file/malformed-xml`, `file/dtd`
 */
export class Tags {
  /** Offsets of `<` and of the byte after `>`. */
  start = 0
  end: number
  closing = false
  /** Ends in `/>`. */
  empty = false
  /** Elements around this one: 0 for both tags of the root. */
  depth = 0
  private inside = 0
  private nameFrom = 0
  private nameStart = 0
  private nameEnd = 0

  constructor(
    readonly bytes: Uint8Array,
    private readonly part: string,
    from = 0,
    private readonly to = bytes.length,
  ) {
    this.end = from
  }

  /** Goes to the next tag; false at the end. */
  next(): boolean {
    const { bytes, to } = this
    let at = this.end
    for (;;) {
      // Tags stand close together: a loop is faster than a search that has to be called.
      while (at < to && bytes[at] !== LT) at++
      if (at >= to) return false
      const after = bytes[at + 1]
      if (after === BANG || after === QUESTION) at = this.afterMarkup(at)
      else break
    }
    this.start = at
    this.closing = bytes[at + 1] === SLASH
    this.readName(at + (this.closing ? 2 : 1))
    this.end = this.tagEnd()
    this.empty = !this.closing && bytes[this.end - 2] === SLASH
    if (this.closing) this.inside--
    this.depth = this.inside
    if (!this.closing && !this.empty) this.inside++
    return true
  }

  /** After an opening tag: goes to its closing tag and gives the offset after it. After an empty one: its own end. */
  toClose(): number {
    if (this.empty) return this.end
    const { depth } = this
    while (this.next()) if (this.closing && this.depth === depth) return this.end
    return this.fail(this.end)
  }

  /** @param name local name, ASCII */
  is(name: string): boolean {
    return this.same(name, this.nameStart, this.nameEnd)
  }

  /** The prefix with its colon, `x:`; empty for none. */
  get prefix(): string {
    return ascii(this.bytes, this.nameFrom, this.nameStart)
  }

  /** The attributes of the tag, in order. */
  attributes(): AttributeSpan[] {
    const spans: AttributeSpan[] = []
    let span: AttributeSpan | undefined
    while ((span = this.attributeAt(span?.end ?? this.nameEnd))) spans.push(span)
    return spans
  }

  /** Where an attribute stands, by its name as written. */
  find(name: string): AttributeSpan | undefined {
    let span: AttributeSpan | undefined
    while ((span = this.attributeAt(span?.end ?? this.nameEnd))) if (this.same(name, span.nameStart, span.nameEnd)) return span
    return undefined
  }

  /** Text of an attribute; undefined when there is none. */
  attribute(name: string): string | undefined {
    const span = this.find(name)
    return span && this.value(span)
  }

  value(span: AttributeSpan): string {
    return decodeAttribute(this.bytes, span.valueStart, span.valueEnd) ?? this.fail(span.valueStart)
  }

  /** Whether an attribute says 1 or true (xsd:boolean). */
  flag(name: string): boolean {
    const value = this.attribute(name)
    return value === '1' || value === 'true'
  }

  fail(offset: number): never {
    throw new WorkbookError('file/malformed-xml', { part: this.part, offset })
  }

  /** The next attribute after an offset inside the tag; undefined after the last. */
  private attributeAt(start: number): AttributeSpan | undefined {
    const { bytes } = this
    let at = start
    while (isSpace(bytes[at]!)) at++
    if (bytes[at] === GT || bytes[at] === SLASH) return undefined
    const nameStart = at
    while (at < this.end && bytes[at] !== EQUALS && !isSpace(bytes[at]!)) at++
    const nameEnd = at
    while (isSpace(bytes[at]!)) at++
    if (bytes[at++] !== EQUALS) this.fail(at)
    while (isSpace(bytes[at]!)) at++
    const quote = bytes[at++]
    const valueStart = at
    while (at < this.end && bytes[at] !== quote) at++
    if ((quote !== QUOTE && quote !== APOSTROPHE) || at >= this.end) this.fail(at)
    return { start, nameStart, nameEnd, valueStart, valueEnd: at, end: at + 1 }
  }

  private same(name: string, start: number, end: number): boolean {
    if (end - start !== name.length) return false
    for (let n = 0; n < name.length; n++) if (this.bytes[start + n] !== name.charCodeAt(n)) return false
    return true
  }

  private readName(from: number): void {
    const { bytes } = this
    let at = from
    this.nameFrom = this.nameStart = from
    for (let byte; at < this.to && (byte = bytes[at]!) !== GT && byte !== SLASH && !isSpace(byte); at++) if (byte === COLON) this.nameStart = at + 1
    this.nameEnd = at
    if (at === from) this.fail(at)
  }

  /** `>` may stand in an attribute's value. */
  private tagEnd(): number {
    const { bytes } = this
    let at = this.nameEnd
    for (let byte; at < this.to; at++) {
      byte = bytes[at]!
      if (byte === GT) return at + 1
      if (byte === LT) break
      if (byte === QUOTE || byte === APOSTROPHE) for (at++; at < this.to && bytes[at] !== byte; ) at++
    }
    return this.fail(this.start)
  }

  /** After a comment, a CDATA section or a processing instruction. */
  private afterMarkup(at: number): number {
    const { bytes } = this
    if (bytes[at + 1] === QUESTION) return this.after(at + 2, QUESTION)
    if (bytes[at + 2] === DASH) return this.after(at + 4, DASH, DASH)
    if (bytes[at + 2] === BRACKET) return this.after(at + 9, BRACKET + 2, BRACKET + 2)
    throw new WorkbookError('file/dtd', { part: this.part })
  }

  /** The byte after `>` where it follows these bytes. */
  private after(from: number, ...before: number[]): number {
    for (let at = this.bytes.indexOf(GT, from); at >= 0; at = this.bytes.indexOf(GT, at + 1)) {
      if (at - before.length >= from && before.every((byte, n) => this.bytes[at - before.length + n] === byte)) return at + 1
    }
    return this.fail(from)
  }
}

/** ASCII bytes as text. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!)
  return text
}
