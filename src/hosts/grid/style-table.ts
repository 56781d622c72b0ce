/** Looks of cells → the style table of the grid: one entry for each look, however many cells have it. */
import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IBorderStyleData, type IStyleData } from '@univerjs/core'
import type { EdgeStyle, Style, WorkbookSpec } from '../../workbook/spec'
import { fontsFor } from './fonts'

const EDGES: Record<EdgeStyle, BorderStyleTypes> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  double: BorderStyleTypes.DOUBLE,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
}
const HORIZONTAL = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT, fill: HorizontalAlign.LEFT }
const VERTICAL = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM }
/** Pixels of one step of indentation. */
const INDENT = 9
/** What a cell has around its text anyway. */
const AROUND = 2

export class StyleTable {
  readonly styles: Record<string, IStyleData> = {}
  private readonly known = new Map<string, string>()
  private readonly seen = new Map<Style, Map<string, string>>()

  constructor(private readonly font: WorkbookSpec['font']) {}

  /** Of a cell that says nothing of its own. */
  get plain(): { ff: string; fs: number; vt: VerticalAlign } {
    return { ff: fontsFor(this.font.name), fs: this.font.size, vt: VerticalAlign.BOTTOM }
  }

  /**
   * Id of a look; undefined when there is nothing to say. `format`: the number format, where it is not the look's.
   * `under`: the look of the cell's row or column. The grid lets shine through what a cell leaves open; a file does not.
   */
  id(style: Style | undefined, format: string | undefined = style?.format, under?: Style): string | undefined {
    if (!style && format === undefined && !under) return undefined
    const of = style ?? NOTHING
    const key = `${format ?? ''}|${under ? (this.id(under) ?? '') : ''}`
    const ids = this.seen.get(of) ?? new Map<string, string>()
    this.seen.set(of, ids)
    const found = ids.get(key)
    if (found !== undefined) return found || undefined
    const id = this.add({ ...(under && this.neutral(styleData(under, under.format))), ...styleData(of, format) })
    ids.set(key, id)
    return id || undefined
  }

  private add(data: IStyleData): string {
    if (Object.keys(data).length === 0) return ''
    // Cells with a list are drawn by their own look alone, without that of the sheet.
    const { ff, fs } = this.plain
    const whole = { ff, fs, ...data }
    const text = JSON.stringify(whole)
    const id = this.known.get(text) ?? `s${this.known.size + 1}`
    this.known.set(text, id)
    this.styles[id] = whole
    return id
  }

  /** Takes back whatever a look says. */
  private neutral(style: IStyleData): IStyleData {
    const plain: IStyleData = { ...NEUTRAL, ...this.plain }
    return Object.fromEntries(Object.keys(style).map((key) => [key, plain[key as keyof IStyleData] ?? null]))
  }
}

const NOTHING: Style = {}
const NEUTRAL: IStyleData = { bl: BooleanNumber.FALSE, it: BooleanNumber.FALSE, ul: { s: BooleanNumber.FALSE }, ht: HorizontalAlign.UNSPECIFIED, tb: WrapStrategy.UNSPECIFIED }

function styleData({ font, fill, border, edges, align }: Style, format: string | undefined): IStyleData {
  const sides = border === undefined ? edges : { left: thin(border), right: thin(border), top: thin(border), bottom: thin(border) }
  const edge = (side: 'left' | 'right' | 'top' | 'bottom'): IBorderStyleData | undefined => {
    const at = sides?.[side]
    return at && { s: EDGES[at.style], cl: { rgb: `#${at.color}` } }
  }
  const around = { l: edge('left'), r: edge('right'), t: edge('top'), b: edge('bottom') }
  const indent = align?.indent ? AROUND + align.indent * INDENT : undefined
  return {
    ...(font?.name !== undefined && { ff: fontsFor(font.name) }),
    ...(font?.size !== undefined && { fs: font.size }),
    ...(font?.bold && { bl: BooleanNumber.TRUE }),
    ...(font?.italic && { it: BooleanNumber.TRUE }),
    ...(font?.underline && { ul: { s: BooleanNumber.TRUE } }),
    ...(font?.color !== undefined && { cl: { rgb: `#${font.color}` } }),
    ...(fill !== undefined && { bg: { rgb: `#${fill}` } }),
    ...(sides && { bd: Object.fromEntries(Object.entries(around).filter(([, at]) => at)) }),
    ...(align?.horizontal && { ht: HORIZONTAL[align.horizontal] }),
    ...(align?.vertical && { vt: VERTICAL[align.vertical] }),
    ...(align?.wrap && { tb: WrapStrategy.WRAP }),
    ...(indent !== undefined && { pd: align?.horizontal === 'right' ? { r: indent } : { l: indent } }),
    ...(format !== undefined && !/^general$/i.test(format) && { n: { pattern: format } }),
  }
}

function thin(color: string) {
  return { style: 'thin', color } as const
}
