import type { ConditionSpec, Style } from '../../spec'
import type { OpenPackage } from '../read/package'
import { readCodes } from '../read/styles'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import { readAlignment } from './alignment'
import { rrggbb } from './color'
import { type FileBorder, type FileFill, type FileFont, readBorder, readFill, readFont } from './style-parts'

const FORMATS = xmlName('numFmts')
const FONTS = xmlName('fonts')
const FILLS = xmlName('fills')
const BORDERS = xmlName('borders')
const STYLE_XFS = xmlName('cellStyleXfs')
const CELL_XFS = xmlName('cellXfs')
const DXFS = xmlName('dxfs')
const COLORS = xmlName('colors')
const INDEXED_COLORS = xmlName('indexedColors')
const RGB = xmlName('rgb')
const FORMAT_ID = xmlName('numFmtId')
const FONT_ID = xmlName('fontId')
const FILL_ID = xmlName('fillId')
const BORDER_ID = xmlName('borderId')
const XF_ID = xmlName('xfId')
const APPLY_ALIGNMENT = xmlName('applyAlignment')
const APPLY_PROTECTION = xmlName('applyProtection')
const ALIGNMENT = xmlName('alignment')
const PROTECTION = xmlName('protection')
const LOCKED = xmlName('locked')
const FONT = xmlName('font')
const FILL = xmlName('fill')
const BORDER = xmlName('border')

export type ConditionFormat = Extract<ConditionSpec, { kind: 'formula' }>['format']

/** An `xf` (ECMA-376 part 1, 18.8.45): numbers of entries in the other lists; undefined where it gives none. */
export interface FileXf {
  readonly format?: number
  readonly font?: number
  readonly fill?: number
  readonly border?: number
  /** Of the cell style behind it. */
  readonly behind: number
  /** Undefined: not said, so that the cell style behind it decides. */
  readonly align?: Style['align'] | null
  readonly locked?: boolean
}

/** What a conditional format changes. */
export interface FileDxf {
  readonly font?: FileFont
  readonly fill?: FileFill
  readonly border?: FileBorder
}

/** The lists of a stylesheet as the file has them. */
export interface Stylesheet {
  readonly codes: ReadonlyMap<number, string>
  readonly fonts: readonly FileFont[]
  readonly fills: readonly FileFill[]
  readonly borders: readonly FileBorder[]
  readonly styleXfs: readonly FileXf[]
  readonly cellXfs: readonly FileXf[]
  readonly dxfs: readonly FileDxf[]
  /** The workbook's own palette. */
  readonly indexed: readonly (string | undefined)[]
}

/** Excel takes 65,490 cell formats, and fewer of everything else. What comes after is as if it were not there. */
const LONGEST_LIST = 65_536

/**
 * Reads the stylesheet (ECMA-376 part 1, 18.8.39). Of a workbook without one: empty lists.
 *
 * @throws WorkbookError `file/long-format`, `file/malformed-xml`
 */
export function readStylesheet(parcel: OpenPackage, part: string | undefined): Stylesheet {
  const codes = new Map<number, string>()
  const sheet = { codes, fonts: [] as FileFont[], fills: [] as FileFill[], borders: [] as FileBorder[], styleXfs: [] as FileXf[], cellXfs: [] as FileXf[], dxfs: [] as FileDxf[], indexed: [] as (string | undefined)[] }
  if (part === undefined) return sheet
  const x = parcel.open(part)
  while (x.child()) {
    if (x.is(FORMATS)) readCodes(x, codes, parcel.limits.formatCode)
    else if (x.is(FONTS)) readList(x, sheet.fonts, readFont)
    else if (x.is(FILLS)) readList(x, sheet.fills, readFill)
    else if (x.is(BORDERS)) readList(x, sheet.borders, readBorder)
    else if (x.is(STYLE_XFS)) readList(x, sheet.styleXfs, readXf)
    else if (x.is(CELL_XFS)) readList(x, sheet.cellXfs, readXf)
    else if (x.is(DXFS)) readList(x, sheet.dxfs, readDxf)
    else if (x.is(COLORS)) readColors(x, sheet.indexed)
    else x.skip()
  }
  return sheet
}

function readList<T>(x: XmlScanner, list: T[], read: (x: XmlScanner) => T): void {
  while (x.child()) {
    if (list.length < LONGEST_LIST) list.push(read(x))
    else x.skip()
  }
}

/**
 * Programs show a cell by its own numbers, whatever the `apply…` flags say: these only tell what a change of the cell
 * style would leave alone. Alignment and protection, which are no numbers, may be missing:
 *
 * | element | flag | |
 * |---|---|---|
 * | there | any | the cell's own |
 * | missing | 1 | the usual one |
 * | missing | 0 or missing | that of the cell style behind it |
 */
function readXf(x: XmlScanner): FileXf {
  const number = (name: Uint8Array) => {
    const written = x.attribute(name)
    return written !== undefined && /^\d{1,9}$/.test(written) ? Number(written) : undefined
  }
  const ids = { format: number(FORMAT_ID), font: number(FONT_ID), fill: number(FILL_ID), border: number(BORDER_ID), behind: number(XF_ID) ?? 0 }
  let align: FileXf['align'] = x.flag(APPLY_ALIGNMENT) ? null : undefined
  let locked = x.flag(APPLY_PROTECTION) ? true : undefined
  while (x.child()) {
    if (x.is(ALIGNMENT)) align = readAlignment(x) ?? null
    else if (x.is(PROTECTION)) locked = x.attribute(LOCKED) === undefined || x.flag(LOCKED)
    x.skip()
  }
  return { ...ids, align, locked }
}

/** With the scanner at a `dxf` (18.8.14). */
export function readDxf(x: XmlScanner): FileDxf {
  const dxf: { -readonly [key in keyof FileDxf]: FileDxf[key] } = {}
  while (x.child()) {
    if (x.is(FONT)) dxf.font = readFont(x)
    else if (x.is(FILL)) dxf.fill = readFill(x)
    else if (x.is(BORDER)) dxf.border = readBorder(x)
    else x.skip()
  }
  return dxf
}

function readColors(x: XmlScanner, indexed: (string | undefined)[]): void {
  while (x.child()) {
    if (x.is(INDEXED_COLORS)) readList(x, indexed, (color) => {
      const shown = rrggbb(color.attribute(RGB))
      color.skip()
      return shown
    })
    else x.skip()
  }
}
