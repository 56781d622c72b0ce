import type { CellPatch } from '../../patch'
import { READ_LIMITS } from '../limits'
import { parseNumber } from '../read/numbers'
import { readRichText } from '../read/shared-strings'
import { XmlScanner, xmlName } from '../read/xml-scanner'
import { unescape } from '../read/xml-text'
import { inlineText } from '../write/strings'
import { prefixed } from './prefix'
import type { CellSpan } from './sheet-map'
import { Tags } from './tags'

const FORMULA = xmlName('f')
const VALUE = xmlName('v')
const INLINE = xmlName('is')
const TYPE = xmlName('t')
const STYLE = xmlName('s')

/** A cell is small: no room needs to be set aside for more. */
const CELL_LIMITS = { ...READ_LIMITS, attributes: 32, depth: 32 }

export type NewValue = CellPatch['value']

/** What a cell of the file holds, as far as a change needs to know. */
export interface CurrentCell {
  readonly formula: boolean
  /** Null: blank. Undefined: something that no patch can write (an error, a date in letters). */
  readonly value: NewValue | undefined
  /** Number of its style. */
  readonly style: number
}

/** Reads one cell. @param sharedText text of a shared string by its number */
export function readCell(bytes: Uint8Array, part: string, span: CellSpan, sharedText: (index: number) => string | undefined): CurrentCell {
  const x = new XmlScanner(bytes.subarray(span.start, span.end), part, CELL_LIMITS)
  x.root()
  const type = x.attribute(TYPE) ?? 'n'
  const style = Number(x.attribute(STYLE) ?? 0)
  let formula = false
  let value: NewValue | undefined = null
  while (x.child()) {
    if (x.is(VALUE)) {
      x.leaf()
      value = x.blank ? null : valueOf(type, x, sharedText)
    } else if (x.is(INLINE)) value = readRichText(x)
    else {
      formula ||= x.is(FORMULA)
      x.skip()
    }
  }
  return { formula, value, style }
}

function valueOf(type: string, x: XmlScanner, sharedText: (index: number) => string | undefined): NewValue | undefined {
  const text = x.text()
  switch (type) {
    case 's':
      return sharedText(Number(text))
    case 'str':
      return unescape(text)
    case 'b':
      return text === '1' || text === 'true'
    case 'n': {
      const digits = new TextEncoder().encode(text)
      const number = parseNumber(digits, 0, digits.length)
      return Number.isNaN(number) ? undefined : number
    }
    default:
      return undefined
  }
}

/**
 * A cell that was not there.
 *
 * @param prefix of the sheet's elements, with its colon
 * @param style number of the style, as text; `0` is left out
 */
export function newCell(reference: string, style: string, value: NewValue, prefix: string): string {
  const { type, content } = contentOf(value)
  return prefixed(`<c r="${reference}"${style === '0' ? '' : ` s="${style}"`}${type}>${content}</c>`, prefix)
}

/** Attributes that belong to the value that goes: its type, and what the formula or a rich value said about it. */
const OF_THE_VALUE = ['t', 'cm', 'vm']
const WITH_THE_VALUE = ['f', 'v', 'is']

/** A cell that was there, with another value: its own attributes and whatever else it holds stay as they are written. */
export function changedCell(bytes: Uint8Array, part: string, span: CellSpan, value: NewValue): string {
  const tags = new Tags(bytes, part, span.start, span.end)
  tags.next()
  const { prefix, depth } = tags
  const kept = tags.attributes().filter(({ nameStart, nameEnd }) => !OF_THE_VALUE.includes(utf8(bytes, nameStart, nameEnd)))
  const { type, content } = contentOf(value)
  let inside = prefixed(content, prefix)
  if (!tags.empty) {
    while (tags.next() && tags.depth > depth) {
      const { start } = tags
      const replaced = WITH_THE_VALUE.some((name) => tags.is(name))
      const end = tags.toClose()
      if (!replaced) inside += utf8(bytes, start, end)
    }
  }
  const open = `<${prefix}c${kept.map(({ start, end }) => utf8(bytes, start, end)).join('')}${type}`
  return inside === '' ? `${open}/>` : `${open}>${inside}</${prefix}c>`
}

function contentOf(value: NewValue): { type: string; content: string } {
  if (value === null) return { type: '', content: '' }
  if (typeof value === 'number') return { type: '', content: `<v>${value}</v>` }
  if (typeof value === 'boolean') return { type: ' t="b"', content: `<v>${Number(value)}</v>` }
  return { type: ' t="inlineStr"', content: inlineText(value).content }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function utf8(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end))
}
