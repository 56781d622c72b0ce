import { BUILT_IN } from '../../number-format'
import type { Style, WorkbookSpec } from '../../spec'
import { cellFormat } from '../read/styles'
import type { FileColor, Palette } from './color'
import { type FileFill, type FileFont, shownBorder } from './style-parts'
import type { ConditionFormat, FileDxf, FileXf, Stylesheet } from './stylesheet'

/** Excel's, for a workbook that names no font. */
const FONT = { name: 'Calibri', size: 11 } as const

/** What the style numbers of cells and the numbers of conditional formats look like. */
export class LookStyles {
  /** What unstyled cells are written in, and every style starts from. */
  readonly font: WorkbookSpec['font']
  /** The default font spells its black out, as LibreOffice does: another font's black is then no choice either. */
  private readonly black: boolean
  private readonly known: (Style | null | undefined)[] = []

  constructor(
    private readonly sheet: Stylesheet,
    private readonly palette: Palette,
  ) {
    const { cellXfs, fonts } = sheet
    const first = fonts[cellXfs[0]?.font ?? 0] ?? fonts[0]
    this.font = { name: first?.name ?? FONT.name, size: first?.size ?? FONT.size }
    this.black = first?.color?.rgb === '000000'
  }

  /**
   * Style by its number; undefined for one that changes nothing. Equal numbers give the same object. A number that the
   * stylesheet does not have is that of an unstyled cell.
   */
  cell(number: number): Style | undefined {
    const known = this.known[number]
    if (known !== undefined) return known ?? undefined
    const xf = this.sheet.cellXfs[number]
    if (!xf) return number === 0 ? undefined : this.cell(0)
    const style = this.styleOf(xf)
    const shown = Object.keys(style).length === 0 ? null : style
    this.known[number] = shown
    return shown ?? undefined
  }

  /** Conditional format by its number; nothing for a number that the stylesheet does not have. */
  condition(number: number): ConditionFormat {
    const dxf = this.sheet.dxfs[number]
    return dxf ? this.formatOf(dxf) : {}
  }

  /** What a conditional format changes. Unlike in a cell, a solid fill's colour is its background. */
  formatOf({ font, fill, border }: FileDxf): ConditionFormat {
    const color = this.palette.shown(font?.color)
    const painted = fill && (fill.pattern === undefined || fill.pattern === 'solid') ? this.palette.shown(fill.background ?? fill.foreground) : undefined
    const edge = border && this.evenEdge(border)
    return { ...(painted !== undefined && { fill: painted }), ...(color !== undefined && { color }), ...(font?.bold && { bold: true }), ...(edge !== undefined && { border: edge }) }
  }

  /** RRGGBB of a colour; undefined for none. */
  color(color: FileColor | undefined): string | undefined {
    return this.palette.shown(color)
  }

  private evenEdge(border: NonNullable<FileDxf['border']>): string | undefined {
    return shownBorder(border, (color) => this.palette.shown(color)).border
  }

  private styleOf(xf: FileXf): Style {
    const { sheet } = this
    const behind = sheet.styleXfs[xf.behind]
    const font = this.fontOf(sheet.fonts[xf.font ?? behind?.font ?? 0])
    const fill = this.fillOf(sheet.fills[xf.fill ?? behind?.fill ?? 0])
    const border = sheet.borders[xf.border ?? behind?.border ?? 0]
    const align = xf.align === undefined ? behind?.align : xf.align
    const id = xf.format ?? behind?.format ?? 0
    const format = cellFormat(sheet.codes.get(id) ?? BUILT_IN[id]).code
    return {
      ...(font && { font }),
      ...(fill !== undefined && { fill }),
      ...(border && shownBorder(border, (color) => this.palette.shown(color))),
      ...(align && { align }),
      ...(format !== undefined && { format }),
      ...((xf.locked ?? behind?.locked) === false && { locked: false }),
    }
  }

  /** Where it differs from the workbook's. */
  private fontOf(font: FileFont | undefined): Style['font'] {
    if (!font) return undefined
    const { bold, italic, underline, size, name } = font
    const color = this.ink(font.color)
    const shown: Style['font'] = {
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(size !== undefined && size !== this.font.size && { size }),
      ...(name !== undefined && name !== this.font.name && { name }),
      ...(color !== undefined && { color }),
    }
    return Object.keys(shown).length === 0 ? undefined : shown
  }

  /** The theme's or the system's black is what text has anyway; a black that is spelt out was chosen. */
  private ink(color: FileColor | undefined): string | undefined {
    const shown = this.palette.shown(color)
    return shown === '000000' && (this.black || color?.rgb === undefined) ? undefined : shown
  }

  /** Only solid fills have one colour; without it they are black. */
  private fillOf(fill: FileFill | undefined): string | undefined {
    return fill?.pattern === 'solid' ? this.palette.shown(fill.foreground) ?? '000000' : undefined
  }
}
