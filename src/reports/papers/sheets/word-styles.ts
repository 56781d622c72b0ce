/** What paragraphs and characters of a Word document look like: its defaults, its styles, and what is set on the spot. */
import type { Align, Face, Paragraph, Rule } from './letter'
import { elements, parseMarkup, value, within, type Element } from './markup'

/** Twentieths of a point. */
const TWIP = 20
/** What Word writes where nothing is said. */
const FALLBACK: Face = { size: 10, bold: false, italic: false, underline: false }
/** Styles that are based on each other in a circle are a mistake of whoever made them. */
const DEEPEST = 20

/** All property elements that bear on something, the farthest first. */
type Chain = readonly (Element | undefined)[]

export class WordStyles {
  private readonly styles: ReadonlyMap<string, Element>
  private readonly defaults: Element | undefined
  private readonly usual: string | undefined

  constructor(part: string | undefined) {
    const root = part === undefined ? undefined : parseMarkup(part)
    const all = elements(root, 'w:style')
    this.styles = new Map(all.map((style) => [value(style, 'styleId') ?? '', style]))
    this.defaults = within(root, 'w:docDefaults')
    this.usual = value(all.find((style) => value(style, 'type') === 'paragraph' && isOn(value(style, 'default'))), 'styleId')
  }

  /** @param properties a paragraph's `w:pPr` */
  paragraph(properties: Element | undefined): Omit<Paragraph, 'kind' | 'runs' | 'newPage'> & { readonly newPage: boolean } {
    const chain = this.chain(value(within(properties, 'w:pStyle')) ?? this.usual, 'w:pPr', within(this.defaults, 'w:pPrDefault', 'w:pPr'), properties)
    const [face, spacing] = [this.face(properties, undefined, ''), (name: string) => last(chain, ['w:spacing'], name)]
    const indent = (name: string): number | undefined => {
      const chars = last(chain, ['w:ind'], `${name}Chars`)
      return chars !== undefined && Number(chars) !== 0 ? (Number(chars) / 100) * face.size : points(last(chain, ['w:ind'], name))
    }
    const line = Number(spacing('line') ?? 240)
    const rule = spacing('lineRule')
    const rightTab = elements(lastElement(chain, 'w:tabs'), 'w:tab').find((tab) => /^(right|end)$/.test(value(tab) ?? ''))
    const hanging = indent('hanging')
    const borders = lastElement(chain, 'w:pBdr')
    const [above, below] = [ruleOf(within(borders, 'w:top')), ruleOf(within(borders, 'w:bottom'))]
    return {
      face,
      align: alignOf(last(chain, ['w:jc'])),
      left: indent('left') ?? indent('start') ?? 0,
      right: indent('right') ?? indent('end') ?? 0,
      firstLine: hanging === undefined || hanging === 0 ? (indent('firstLine') ?? 0) : -hanging,
      before: points(spacing('before')) ?? 0,
      after: points(spacing('after')) ?? 0,
      line: rule === 'exact' || rule === 'atLeast' ? { rule: rule === 'exact' ? 'exact' : 'at-least', by: line / TWIP } : { rule: 'times', by: line / 240 },
      ...(above && { above }),
      ...(below && { below }),
      newPage: onOff(chain, 'w:pageBreakBefore'),
      keepNext: onOff(chain, 'w:keepNext'),
      ...(rightTab && { rightTab: points(value(rightTab, 'pos')) ?? 0 }),
    }
  }

  /**
   * @param properties the paragraph's `w:pPr` @param own the run's `w:rPr`
   * @param text decides which of a style's fonts is meant: that of Chinese or that of Latin characters
   */
  face(properties: Element | undefined, own: Element | undefined, text: string): Face {
    const ofParagraph = this.chain(value(within(properties, 'w:pStyle')) ?? this.usual, 'w:rPr', within(this.defaults, 'w:rPrDefault', 'w:rPr'), undefined)
    const chain = [...ofParagraph, ...this.chain(value(within(own, 'w:rStyle')), 'w:rPr', undefined, own)]
    const name = last(chain, ['w:rFonts'], /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u.test(text) || text.trim() === '' ? 'eastAsia' : 'ascii')
    const size = last(chain, ['w:sz'])
    const color = last(chain, ['w:color'])
    const underline = last(chain, ['w:u'])
    return {
      ...(name !== undefined && name !== '' && { name }),
      size: size === undefined || !(Number(size) > 0) ? FALLBACK.size : Number(size) / 2,
      bold: onOff(chain, 'w:b'),
      italic: onOff(chain, 'w:i'),
      underline: underline !== undefined && underline !== 'none',
      ...(color !== undefined && /^[0-9a-f]{6}$/i.test(color) && color !== '000000' && { color: color.toUpperCase() }),
    }
  }

  /** Colour of the lines of a table; undefined: it has none. @param properties its `w:tblPr` */
  tableLines(properties: Element | undefined): string | undefined {
    const chain = this.chain(value(within(properties, 'w:tblStyle')), 'w:tblPr', undefined, properties)
    const borders = lastElement(chain, 'w:tblBorders')
    const line = ['w:insideH', 'w:top', 'w:bottom', 'w:left'].map((side) => within(borders, side)).find((side) => side && !/^(nil|none)$/.test(value(side) ?? 'none'))
    return line && colorOf(value(line, 'color'))
  }

  private chain(style: string | undefined, kind: string, first: Element | undefined, own: Element | undefined): Chain {
    const inherited: (Element | undefined)[] = []
    for (let at = this.styles.get(style ?? ''), n = 0; at && n < DEEPEST; n += 1) {
      inherited.unshift(within(at, kind))
      at = this.styles.get(value(within(at, 'w:basedOn')) ?? '')
    }
    return [first, ...inherited, own]
  }
}

/** The nearest that says it. */
function last(chain: Chain, path: readonly string[], name = 'val'): string | undefined {
  for (let i = chain.length - 1; i >= 0; i -= 1) {
    const found = value(within(chain[i], ...path), name)
    if (found !== undefined) return found
  }
  return undefined
}

function lastElement(chain: Chain, name: string): Element | undefined {
  return chain.map((at) => within(at, name)).findLast((at) => at !== undefined)
}

function onOff(chain: Chain, name: string): boolean {
  const found = lastElement(chain, name)
  return found !== undefined && isOn(value(found) ?? 'true')
}

const isOn = (text: string | undefined): boolean => text !== undefined && !/^(0|false|off)$/.test(text)

function points(twips: string | undefined): number | undefined {
  const number = Number(twips)
  return twips === undefined || !Number.isFinite(number) ? undefined : number / TWIP
}

/** A sheet's cells have no text that fills its lines: that stands left. */
export function alignOf(jc: string | undefined): Align {
  return jc === 'center' ? 'center' : jc === 'right' || jc === 'end' ? 'right' : 'left'
}

/** Border widths are eighths of a point. */
function ruleOf(border: Element | undefined): Rule | undefined {
  if (!border || /^(nil|none)$/.test(value(border) ?? 'none')) return undefined
  return { color: colorOf(value(border, 'color')), thickness: Number(value(border, 'sz') ?? 4) / 8, space: Number(value(border, 'space') ?? 0) }
}

const colorOf = (text: string | undefined): string => (text !== undefined && /^[0-9a-f]{6}$/i.test(text) ? text.toUpperCase() : '000000')
