import type { CellValue } from '../../model'
import { READ_LIMITS } from '../limits'
import { parseNumber } from '../read/numbers'
import { readRichText } from '../read/shared-strings'
import { XmlScanner, xmlName } from '../read/xml-scanner'
import { unescape } from '../read/xml-text'
import { fileFormula } from '../write/functions'
import { inlineText } from '../write/strings'
import { text as escaped } from '../write/xml'
import { prefixed } from './prefix'
import { resultMarkup, sameResult } from './result'
import type { CellSpan } from './sheet-map'
import { Tags } from './tags'

const FORMULA = xmlName('f')
const VALUE = xmlName('v')
const INLINE = xmlName('is')
const TYPE = xmlName('t')
const STYLE = xmlName('s')

/** A cell is small: no room needs to be set aside for more. */
const CELL_LIMITS = { ...READ_LIMITS, attributes: 32, depth: 32 }

/** What a changed cell is to hold: a value as it is, or a formula and its result. */
export type NewContent =
  | { readonly formula?: undefined; readonly value: string | number | boolean | null }
  | { readonly formula: string; readonly value: CellValue | null }

/** What a cell of the file holds, as far as a change needs to know. */
export interface CurrentCell {
  /** Its formula as the file has it; empty for one that is written elsewhere, or that fills other cells too. */
  readonly formula?: string
  /** Null: blank. Undefined: something that no patch can write (a date in letters). */
  readonly value: CellValue | null | undefined
  /** Number of its style. */
  readonly style: number
}

/** Reads one cell. @param sharedText text of a shared string by its number */
export function readCell(bytes: Uint8Array, part: string, span: CellSpan, sharedText: (index: number) => string | undefined): CurrentCell {
  const x = new XmlScanner(bytes.subarray(span.start, span.end), part, CELL_LIMITS)
  x.root()
  const type = x.attribute(TYPE) ?? 'n'
  const style = Number(x.attribute(STYLE) ?? 0)
  let formula: string | undefined
  let value: CurrentCell['value'] = null
  while (x.child()) {
    if (x.is(VALUE)) {
      x.leaf()
      value = x.blank && type !== 'str' ? null : valueOf(type, x, sharedText)
    } else if (x.is(INLINE)) value = readRichText(x)
    else if (x.is(FORMULA)) {
      const own = (x.attribute(TYPE) ?? 'normal') === 'normal'
      x.leaf()
      formula = own ? unescape(x.text()) : ''
    } else x.skip()
  }
  return { formula, value, style }
}

function valueOf(type: string, x: XmlScanner, sharedText: (index: number) => string | undefined): CellValue | undefined {
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
    case 'e':
      return { error: text }
    default:
      return undefined
  }
}

/** Whether a cell holds what it is to hold. An empty text is no content, except as what a formula gives. */
export function holds(current: CurrentCell, { formula, value }: NewContent): boolean {
  if (formula !== undefined) return current.formula === fileFormula(formula) && sameResult(current.value, value)
  return current.formula === undefined && (current.value === '' ? null : current.value) === value
}

/**
 * A cell that was not there.
 *
 * @param prefix of the sheet's elements, with its colon
 * @param style number of the style, as text; `0` is left out
 */
export function newCell(reference: string, style: string, wanted: NewContent, prefix: string): string {
  const { type, content } = contentOf(wanted)
  return prefixed(`<c r="${reference}"${style === '0' ? '' : ` s="${style}"`}${type}>${content}</c>`, prefix)
}

/** Attributes that belong to the value that goes: its type, and what the formula or a rich value said about it. */
const OF_THE_VALUE = ['t', 'cm', 'vm']
const WITH_THE_VALUE = ['f', 'v', 'is']

/** A cell that was there, with other content: its own attributes and whatever else it holds stay as they are written. */
export function changedCell(bytes: Uint8Array, part: string, span: CellSpan, wanted: NewContent): string {
  const tags = new Tags(bytes, part, span.start, span.end)
  tags.next()
  const { prefix, depth } = tags
  const kept = tags.attributes().filter(({ nameStart, nameEnd }) => !OF_THE_VALUE.includes(utf8(bytes, nameStart, nameEnd)))
  const { type, content } = contentOf(wanted)
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

function contentOf({ formula, value }: NewContent): { type: string; content: string } {
  if (formula !== undefined) {
    const { type, element } = resultMarkup(value)
    return { type: type === 'n' ? '' : ` t="${type}"`, content: `<f>${escaped(fileFormula(formula))}</f>${element}` }
  }
  if (value === null) return { type: '', content: '' }
  if (typeof value === 'number') return { type: '', content: `<v>${value}</v>` }
  if (typeof value === 'boolean') return { type: ' t="b"', content: `<v>${Number(value)}</v>` }
  return { type: ' t="inlineStr"', content: inlineText(value).content }
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

function utf8(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end))
}
