import type { Edge, EdgeStyle, Style } from '../../spec'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import { unescape } from '../read/xml-text'
import { type FileColor, readColor } from './color'

/** Fonts, fills, borders and alignments as the stylesheet has them (ECMA-376 part 1, 18.8). */

const VALUE = xmlName('val')
const BOLD = xmlName('b')
const ITALIC = xmlName('i')
const UNDERLINE = xmlName('u')
const SIZE = xmlName('sz')
const COLOR = xmlName('color')
const NAME = xmlName('name')
const PATTERN = xmlName('patternFill')
const PATTERN_TYPE = xmlName('patternType')
const FOREGROUND = xmlName('fgColor')
const BACKGROUND = xmlName('bgColor')
const STYLE = xmlName('style')

export interface FileFont {
  readonly bold: boolean
  readonly italic: boolean
  readonly underline: boolean
  readonly size?: number
  readonly name?: string
  readonly color?: FileColor
}

export function readFont(x: XmlScanner): FileFont {
  const font: { -readonly [key in keyof FileFont]: FileFont[key] } = { bold: false, italic: false, underline: false }
  while (x.child()) {
    const value = x.attribute(VALUE)
    if (x.is(BOLD)) font.bold = isOn(value)
    else if (x.is(ITALIC)) font.italic = isOn(value)
    else if (x.is(UNDERLINE)) font.underline = value !== 'none'
    else if (x.is(SIZE)) font.size = within(Number(value), 1, 409)
    else if (x.is(COLOR)) font.color = readColor(x)
    else if (x.is(NAME) && value) font.name = unescape(value)
    x.skip()
  }
  return font
}

/** A property that is there is on, unless it says that it is off. */
function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false'
}

function within(value: number, least: number, most: number): number | undefined {
  return value >= least && value <= most ? value : undefined
}

export interface FileFill {
  /** `solid`, `none`, the name of a pattern; undefined when the file does not say. */
  readonly pattern?: string
  readonly foreground?: FileColor
  readonly background?: FileColor
}

/** Gradients have no plain colour: such a fill says nothing. */
export function readFill(x: XmlScanner): FileFill {
  let fill: FileFill = {}
  while (x.child()) {
    if (!x.is(PATTERN)) {
      x.skip()
      continue
    }
    const pattern = x.attribute(PATTERN_TYPE)
    let [foreground, background]: (FileColor | undefined)[] = []
    while (x.child()) {
      if (x.is(FOREGROUND)) foreground = readColor(x)
      else if (x.is(BACKGROUND)) background = readColor(x)
      x.skip()
    }
    fill = { pattern, foreground, background }
  }
  return fill
}

export type Side = keyof NonNullable<Style['edges']>
export type FileBorder = { readonly [side in Side]?: { readonly style: EdgeStyle; readonly color?: FileColor } }

/** Sides by their names; where a sheet may run from right to left, they begin and end instead. */
const SIDES: readonly (readonly [name: Uint8Array, side: Side])[] = [
  [xmlName('left'), 'left'],
  [xmlName('start'), 'left'],
  [xmlName('right'), 'right'],
  [xmlName('end'), 'right'],
  [xmlName('top'), 'top'],
  [xmlName('bottom'), 'bottom'],
]

const EDGE_STYLES: Readonly<Record<EdgeStyle, true>> = {
  thin: true, medium: true, thick: true, hair: true, dotted: true, dashed: true, double: true, dashDot: true, dashDotDot: true,
  mediumDashed: true, mediumDashDot: true, mediumDashDotDot: true, slantDashDot: true,
}

export function readBorder(x: XmlScanner): FileBorder {
  const border: { -readonly [side in keyof FileBorder]: FileBorder[side] } = {}
  while (x.child()) {
    const side = SIDES.find(([name]) => x.is(name))?.[1]
    const style = x.attribute(STYLE) ?? 'none'
    let color: FileColor | undefined
    while (x.child()) {
      if (x.is(COLOR)) color = readColor(x)
      x.skip()
    }
    if (side && Object.hasOwn(EDGE_STYLES, style)) border[side] = { style: style as EdgeStyle, color }
  }
  return border
}

/** Colour of a border that says none. */
const AUTOMATIC = '000000'

/** Four thin sides of one colour are a border; anything else is told side by side. */
export function shownBorder(border: FileBorder, shown: (color: FileColor | undefined) => string | undefined): Pick<Style, 'border' | 'edges'> {
  const sides = (['left', 'right', 'top', 'bottom'] as const).flatMap((side) => {
    const edge = border[side]
    return edge ? [[side, { style: edge.style, color: shown(edge.color) ?? AUTOMATIC }] as const] : []
  })
  const first: Edge | undefined = sides[0]?.[1]
  if (!first) return {}
  const even = sides.length === 4 && sides.every(([, { style, color }]) => style === 'thin' && color === first.color)
  return even ? { border: first.color } : { edges: Object.fromEntries(sides) }
}
