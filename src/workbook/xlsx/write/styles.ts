import type { ConditionSpec, Style, WorkbookSpec } from '../../spec'
import { type Attributes, XML_HEADER, element } from './xml'
import { MAIN } from './namespaces'

export type ConditionFormat = Extract<ConditionSpec, { kind: 'formula' }>['format']

/** What a stylesheet already holds, so that new entries are numbered after it. */
export interface StyleBase {
  readonly font: WorkbookSpec['font']
  readonly fonts: number
  readonly fills: number
  readonly borders: number
  readonly cellXfs: number
  readonly dxfs: number
  /** Highest number of a number format, built-in ones included. */
  readonly lastNumFmt: number
}

/** The lists that styles are spread over, in the order of the stylesheet (ECMA-376 Part 1, 18.8.39). */
export type StyleLists = Readonly<Record<'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs', readonly string[]>>

/** Numbers of the built-in formats that look the same in every locale (18.8.30). */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49,
}
/** Numbers below belong to Excel. */
const LAST_RESERVED_FORMAT = 163

/** Entries of one list, each once, numbered after those that were there. */
class Pool {
  readonly entries: string[] = []
  private readonly numbers = new Map<string, number>()

  constructor(private readonly first: number) {}

  number(xml: string): number {
    let number = this.numbers.get(xml)
    if (number === undefined) {
      this.numbers.set(xml, (number = this.first + this.entries.length))
      this.entries.push(xml)
    }
    return number
  }
}

/** Turns styles into numbers, and collects what a stylesheet has to hold for them. Equal styles share a number. */
export class StyleTable {
  private readonly formats = new Map<string, number>()
  private readonly fonts: Pool
  private readonly fills: Pool
  private readonly borders: Pool
  private readonly cellXfs: Pool
  private readonly dxfs: Pool
  /** Descriptions share style objects: most cells are answered by identity. */
  private readonly known = [new WeakMap<Style, number>(), new WeakMap<Style, number>()] as const

  constructor(private readonly base: StyleBase) {
    this.fonts = new Pool(base.fonts)
    this.fills = new Pool(base.fills)
    this.borders = new Pool(base.borders)
    this.cellXfs = new Pool(base.cellXfs)
    this.dxfs = new Pool(base.dxfs)
  }

  /** For a new workbook: with the entries that Excel takes for granted (18.8.21: the first two fills are reserved). */
  static fresh(font: WorkbookSpec['font']): StyleTable {
    const table = new StyleTable({ font, fonts: 0, fills: 0, borders: 0, cellXfs: 0, dxfs: 0, lastNumFmt: LAST_RESERVED_FORMAT })
    table.fonts.number(table.font({}))
    table.fills.number(element('fill', {}, element('patternFill', { patternType: 'none' })))
    table.fills.number(element('fill', {}, element('patternFill', { patternType: 'gray125' })))
    table.borders.number(border(undefined))
    table.cellXfs.number(element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0 }))
    return table
  }

  /**
   * Number of a cell's style; 0 for none.
   *
   * @param quoted the cell holds text that would become a formula when somebody edits the cell: the
   *   style then says, as Excel's leading apostrophe does, that it is text
   */
  cell(style: Style = NO_STYLE, quoted = false): number {
    const known = this.known[quoted ? 1 : 0]
    let number = known.get(style)
    if (number === undefined) {
      number = isPlain(style) && !quoted ? 0 : this.cellXfs.number(this.xf(style, quoted))
      known.set(style, number)
    }
    return number
  }

  /** Number of a conditional format (18.8.14). Unlike in a cell, a solid fill's colour is its background. */
  condition({ fill, color, bold, border: edge }: ConditionFormat): number {
    const font = color !== undefined || bold ? element('font', {}, (bold ? '<b/>' : '') + (color === undefined ? '' : colored('color', color))) : ''
    const background = fill === undefined ? '' : element('fill', {}, element('patternFill', { patternType: 'solid' }, colored('fgColor', fill) + colored('bgColor', fill)))
    return this.dxfs.number(element('dxf', {}, font + background + (edge === undefined ? '' : border(edge))))
  }

  /** What was added to each list. */
  get added(): StyleLists {
    const numFmts = [...this.formats].map(([formatCode, numFmtId]) => element('numFmt', { numFmtId, formatCode }))
    return { numFmts, fonts: this.fonts.entries, fills: this.fills.entries, borders: this.borders.entries, cellXfs: this.cellXfs.entries, dxfs: this.dxfs.entries }
  }

  /** The stylesheet of a new workbook. */
  part(): string {
    const { numFmts, fonts, fills, borders, cellXfs, dxfs } = this.added
    const normal = element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })
    return `${XML_HEADER}<styleSheet xmlns="${MAIN}">${[
      numFmts.length > 0 ? list('numFmts', numFmts) : '',
      list('fonts', fonts),
      list('fills', fills),
      list('borders', borders),
      list('cellStyleXfs', [normal]),
      list('cellXfs', cellXfs),
      list('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      list('dxfs', dxfs),
    ].join('')}</styleSheet>`
  }

  private xf(style: Style, quoted: boolean): string {
    const numFmtId = this.format(style.format)
    const fontId = style.font ? this.fonts.number(this.font(style.font)) : 0
    const fillId = style.fill === undefined ? 0 : this.fills.number(fill(style.fill))
    const borderId = style.border === undefined && this.base.borders === 0 ? 0 : this.borders.number(border(style.border))
    const applied: Attributes = {
      quotePrefix: quoted || undefined,
      applyNumberFormat: numFmtId > 0 || undefined,
      applyFont: fontId > 0 || undefined,
      applyFill: fillId > 0 || undefined,
      applyBorder: borderId > 0 || undefined,
      applyAlignment: style.align !== undefined || undefined,
      applyProtection: style.locked === false || undefined,
    }
    const content = alignment(style.align) + (style.locked === false ? element('protection', { locked: false }) : '')
    return element('xf', { numFmtId, fontId, fillId, borderId, xfId: 0, ...applied }, content)
  }

  private format(code = 'General'): number {
    const number = BUILT_IN[code] ?? this.formats.get(code)
    if (number !== undefined) return number
    const next = Math.max(this.base.lastNumFmt, LAST_RESERVED_FORMAT) + this.formats.size + 1
    this.formats.set(code, next)
    return next
  }

  private font({ bold, italic, underline, size, color, name }: NonNullable<Style['font']>): string {
    const face = name ?? this.base.font.name
    const charset = charsetOf(face)
    // In the order that Excel writes: it refuses others though the schema does not.
    return element('font', {}, [
      bold ? '<b/>' : '',
      italic ? '<i/>' : '',
      underline ? '<u/>' : '',
      element('sz', { val: size ?? this.base.font.size }),
      color === undefined ? '' : colored('color', color),
      element('name', { val: face }),
      charset === undefined ? '' : element('charset', { val: charset }),
    ].join(''))
  }
}

/** A list of the stylesheet with its count; self-closing when empty. */
export function list(name: string, entries: readonly string[]): string {
  return element(name, { count: entries.length }, entries.join(''))
}

/** `RRGGBB` as the file writes it. @throws RangeError when it is no colour */
export function argb(color: string): string {
  if (!/^[0-9A-Fa-f]{6}$/.test(color)) throw new RangeError(`not a colour (RRGGBB): ${color}`)
  return `FF${color.toUpperCase()}`
}

const NO_STYLE: Style = {}

function isPlain(style: Style): boolean {
  return Object.values(style).every((value) => value === undefined || value === true)
}

function colored(name: string, color: string): string {
  return element(name, { rgb: argb(color) })
}

function fill(color: string): string {
  return element('fill', {}, element('patternFill', { patternType: 'solid' }, colored('fgColor', color) + element('bgColor', { indexed: 64 })))
}

function border(color: string | undefined): string {
  const side = (name: string) => (color === undefined ? element(name) : element(name, { style: 'thin' }, colored('color', color)))
  return element('border', {}, ['left', 'right', 'top', 'bottom'].map(side).join(''))
}

function alignment(align: Style['align']): string {
  if (!align) return ''
  const { horizontal, vertical, wrap, indent, shrink } = align
  return element('alignment', { horizontal, vertical, wrapText: wrap || undefined, indent, shrinkToFit: shrink || undefined })
}

const GB2312_CHARSET = 134
const CHINESE_FACE = /\p{Script=Han}|^(Microsoft YaHei|SimSun|NSimSun|SimHei|FangSong|KaiTi|DengXian|STSong|Noto (Sans|Serif) (CJK )?SC)/iu

/** Tells consumers without the font which script it is for, so that they choose one that has the characters. */
function charsetOf(face: string): number | undefined {
  return CHINESE_FACE.test(face) ? GB2312_CHARSET : undefined
}
