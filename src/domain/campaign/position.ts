/** Where in a YAML text a path of the definition stands, so that a mistake can be shown there. */
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Document, Node, Scalar } from 'yaml'
import type { Path } from './mistake'

export interface Position {
  /** 1-based. */
  readonly line: number
  readonly column: number
}

export class YamlSource {
  readonly document: Document.Parsed
  private readonly lines = new LineCounter()

  constructor(private readonly source: string) {
    this.document = parseDocument(source, { lineCounter: this.lines, prettyErrors: false })
  }

  /** Line and column of a 0-based offset into the text. */
  positionOf(offset: number): Position {
    const { line, col } = this.lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }

  /**
   * Position of the value at a path, or of its key; of the nearest enclosing key when the path does not
   * exist (a missing key). `caret` is an offset into the value, an expression.
   */
  at(path: Path, options: { key?: boolean; caret?: number } = {}): Position {
    let node: unknown = this.document.contents
    let offset = 0
    for (const [index, step] of path.entries()) {
      const last = index === path.length - 1
      if (isMap(node)) {
        const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step))
        if (!pair) return this.positionOf(offset)
        const keyOffset = rangeOf(pair.key) ?? offset
        if (last && options.key) return this.positionOf(keyOffset)
        node = pair.value
        // A mapping is shown at its key: its own range begins a line later.
        offset = isScalar(node) || isFlow(node) ? (rangeOf(node) ?? keyOffset) : keyOffset
      } else if (isSeq(node)) {
        node = node.items[Number(step)]
        offset = rangeOf(node) ?? offset
      } else return this.positionOf(offset)
    }
    if (options.caret !== undefined && isScalar(node)) offset = this.insideScalar(node, options.caret)
    return this.positionOf(offset)
  }

  /**
   * Offset in the text of a character of a scalar's value. Plain, quoted and block scalars differ from
   * their value in white space, quotes and escapes only, so what is no white space is matched up.
   */
  private insideScalar(scalar: Scalar, caret: number): number {
    const [start, end] = scalar.range ?? [0, 0]
    const value = String(scalar.value)
    let at = start
    if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') at = this.source.indexOf('\n', start) + 1
    else if (scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE') at += 1
    for (let index = 0; ; index++) {
      while (index < caret && isSpace(value[index])) index++
      while (at < end && isSpace(this.source[at])) at++
      if (this.source[at] === '\\' && scalar.type === 'QUOTE_DOUBLE') at++
      if (index >= caret || at >= end) return Math.min(at, Math.max(end - 1, start))
      if (this.source[at] === "'" && scalar.type === 'QUOTE_SINGLE') at++
      at++
    }
  }
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character)
const rangeOf = (node: unknown): number | undefined => (node as Node | null)?.range?.[0]
const isFlow = (node: unknown): boolean => (isMap(node) || isSeq(node)) && node.flow === true
