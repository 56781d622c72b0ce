import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Style, WorkbookSpec } from '../../../src/workbook/spec'
import { readLook } from '../../../src/workbook/xlsx/read-look'
import { entriesOf, partsOf } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'

interface Lists {
  readonly formats?: string
  readonly fonts?: string
  readonly fills?: string
  readonly borders?: string
  readonly behind?: string
  readonly xfs: string
  readonly palette?: string
  readonly theme?: string
}

const CALIBRI = '<font><sz val="11"/><name val="Calibri"/></font>'
const RESERVED = '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
const THEME = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme'

/** Cell A1 has the second cell format, B1 the third …; the first is the usual one unless `xfs` says all. */
function look({ formats = '', fonts = '', fills = '', borders = '', behind = '<xf/>', xfs, palette = '', theme }: Lists, usual = '<xf/>'): WorkbookSpec {
  const count = xfs.match(/<xf\b/g)?.length ?? 0
  const cells = Array.from({ length: count }, (_, n) => `<c s="${n + 1}"/>`).join('')
  const styles = `<numFmts>${formats}</numFmts><fonts>${CALIBRI}${fonts}</fonts><fills>${RESERVED}${fills}</fills><borders><border/>${borders}</borders><cellStyleXfs>${behind}</cellStyleXfs><cellXfs>${usual}${xfs}</cellXfs>${palette}`
  const parts = partsOf({ sheets: { 表: `<row r="1">${cells}</row>` }, styles })
  if (theme !== undefined) {
    parts['xl/theme/theme1.xml'] = theme
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace('</Relationships>', `<Relationship Id="rId9" Type="${THEME}" Target="theme/theme1.xml"/></Relationships>`)
  }
  return readLook(zipOf(entriesOf(parts)), { compression: nodeCompression })
}

/** Styles of A1, B1 …; a cell that is not listed has none. */
function styles(lists: Lists): (Style | undefined)[] {
  const cells = look(lists).sheets[0]!.rows[0]?.cells ?? []
  const count = lists.xfs.match(/<xf\b/g)?.length ?? 0
  return Array.from({ length: count }, (_, n) => cells.find(({ column }) => column === n + 1)?.style)
}

const solid = (color: string) => `<fill><patternFill patternType="solid"><fgColor ${color}/><bgColor indexed="64"/></patternFill></fill>`
const fillOf = (color: string, more: Partial<Lists> = {}) => styles({ fills: solid(color), xfs: '<xf fillId="2"/>', ...more })[0]?.fill

describe('colours', () => {
  it.each([
    ['rgb="FF2F5597"', '2F5597'],
    ['rgb="2f5597"', '2F5597'],
    ['rgb="002F5597"', '2F5597'],
    ['indexed="0"', '000000'],
    ['indexed="10"', 'FF0000'],
    ['indexed="22"', 'C0C0C0'],
    ['indexed="63"', '333333'],
    ['indexed="64"', '000000'],
    ['indexed="65"', 'FFFFFF'],
    ['theme="0"', 'FFFFFF'],
    ['theme="1"', '000000'],
    ['theme="2"', 'E7E6E6'],
    ['theme="3"', '44546A'],
    ['theme="4"', '4472C4'],
    ['theme="11"', '954F72'],
  ])('%s is %s', (written, shown) => expect(fillOf(written)).toBe(shown))

  // What Excel's own list of theme colours shows, tints as it writes them.
  it.each([
    [4, 0.79998168889431442, 'D9E1F2'],
    [4, 0.59999389629810485, 'B4C6E7'],
    [4, 0.39997558519241921, '8EA9DB'],
    [4, -0.249977111117893, '305496'],
    [4, -0.499984740745262, '203764'],
    [5, 0.79998168889431442, 'FCE4D6'],
    [9, 0.39997558519241921, 'A9D08E'],
    [0, -0.14999847407452621, 'D9D9D9'],
    [0, -0.34998626667073579, 'A6A6A6'],
    [1, 0.34998626667073579, '595959'],
  ])('theme colour %i with tint %f is %s', (theme, tint, shown) => {
    const channels = (color: string) => [0, 2, 4].map((at) => parseInt(color.slice(at, at + 2), 16))
    const found = channels(fillOf(`theme="${theme}" tint="${tint}"`) as string)
    // Excel reckons in whole steps of hue, lightness and saturation; nobody sees two of 255.
    channels(shown).forEach((channel, n) => expect(Math.abs(channel - found[n]!)).toBeLessThanOrEqual(2))
  })

  it('of a tint beyond white is white, beyond black black', () => {
    expect([fillOf('rgb="FF2F5597" tint="7"'), fillOf('rgb="FF2F5597" tint="-7"'), fillOf('rgb="FF2F5597" tint="x"')]).toEqual(['FFFFFF', '000000', '2F5597'])
  })

  it("come from the workbook's palette where it has one, and as usual beyond its end", () => {
    const palette = '<colors><mruColors><color rgb="FF111111"/></mruColors><indexedColors><rgbColor rgb="00123456"/><rgbColor rgb="00ABCDEF"/></indexedColors></colors>'
    expect([fillOf('indexed="1"', { palette }), fillOf('indexed="2"', { palette })]).toEqual(['ABCDEF', 'FF0000'])
  })

  it("come from the workbook's theme, by prefix or not, and from the Office theme where it says nothing", () => {
    const scheme = '<a:dk1><a:sysClr val="windowText" lastClr="101010"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FEFEFE"/></a:lt1><a:accent1><a:srgbClr val="C00000"/></a:accent1><a:accent2><a:prstClr val="red"/></a:accent2>'
    const theme = `<a:theme xmlns:a="urn:a"><a:themeElements><a:clrScheme name="党建">${scheme}</a:clrScheme><a:fontScheme/></a:themeElements></a:theme>`
    expect(['0', '1', '4', '5'].map((n) => fillOf(`theme="${n}"`, { theme }))).toEqual(['FEFEFE', '101010', 'C00000', 'ED7D31'])
  })

  it.each(['indexed="66"', 'indexed="-1"', 'theme="12"', 'theme="99999"', 'rgb="red"', 'rgb=""', 'auto="1"', ''])('%s is none: a solid fill is then black', (written) => expect(fillOf(written)).toBe('000000'))
})

describe('fonts', () => {
  const fontOf = (inside: string) => styles({ fonts: `<font>${inside}</font>`, xfs: '<xf fontId="1"/>' })[0]?.font

  it.each([
    ['<b/><i/><u/>', { bold: true, italic: true, underline: true }],
    ['<b val="0"/><i val="false"/><u val="none"/>', undefined],
    ['<b val="1"/><u val="double"/>', { bold: true, underline: true }],
    ['<sz val="11"/><name val="Calibri"/>', undefined],
    ['<sz val="14.5"/><name val="仿宋_GB2312"/>', { size: 14.5, name: '仿宋_GB2312' }],
    ['<sz val="0"/><name val=""/>', undefined],
    ['<color rgb="FF000000"/>', { color: '000000' }],
    ['<color theme="1"/>', undefined],
    ['<color indexed="8"/>', undefined],
    ['<color auto="1"/>', undefined],
    ['<color theme="10"/>', { color: '0563C1' }],
  ])('%s', (inside, font) => expect(fontOf(inside)).toEqual(font))

  it('are black without being told where the first one says that it is', () => {
    const black = '<font><color rgb="FF000000"/></font>'
    expect(look({ fonts: black, xfs: '<xf fontId="1"/>' }, '<xf fontId="1"/>').sheets[0]!.rows).toEqual([])
  })

  it("are the workbook's where the first cell format says so, and Excel's where nobody does", () => {
    expect(look({ fonts: '<font><sz val="12"/><name val="宋体"/></font>', xfs: '' }, '<xf fontId="1"/>').font).toEqual({ name: '宋体', size: 12 })
    expect(look({ xfs: '' }, '<xf fontId="77"/>').font).toEqual({ name: 'Calibri', size: 11 })
    expect(readLook(zipOf(entriesOf(partsOf({ sheets: { 表: '<row><c s="3"/></row>' } }))), { compression: nodeCompression })).toMatchObject({ font: { name: 'Calibri', size: 11 }, sheets: [{ rows: [] }] })
  })
})

describe('fills and borders', () => {
  it.each<[string, string | undefined]>([
    ['<patternFill patternType="none"><fgColor rgb="FFFF0000"/></patternFill>', undefined],
    ['<patternFill patternType="gray125"><fgColor rgb="FFFF0000"/></patternFill>', undefined],
    ['<gradientFill><stop position="0"><color rgb="FFFF0000"/></stop></gradientFill>', undefined],
    ['<patternFill><fgColor rgb="FFFF0000"/></patternFill>', undefined],
  ])('%s is no plain fill', (inside, fill) => expect(styles({ fills: `<fill>${inside}</fill>`, xfs: '<xf fillId="2"/>' })[0]?.fill).toBe(fill))

  const side = (name: string, style: string, color = '<color rgb="FF8EA9DB"/>') => `<${name} style="${style}">${color}</${name}>`
  const borderOf = (inside: string) => styles({ borders: `<border>${inside}</border>`, xfs: '<xf borderId="1"/>' })[0]
  const thin = { style: 'thin', color: '8EA9DB' } as const

  it.each<[string, string, Style | undefined]>([
    ['four thin sides of one colour', ['left', 'right', 'top', 'bottom'].map((name) => side(name, 'thin')).join(''), { border: '8EA9DB' }],
    ['the same where text may run from the right', ['start', 'end', 'top', 'bottom'].map((name) => side(name, 'thin')).join(''), { border: '8EA9DB' }],
    ['no colour is black', ['left', 'right', 'top', 'bottom'].map((name) => side(name, 'thin', '')).join(''), { border: '000000' }],
    ['one side', side('bottom', 'thin'), { edges: { bottom: thin } }],
    ['a side of another width', ['left', 'right', 'top'].map((name) => side(name, 'thin')).join('') + side('bottom', 'double'), { edges: { left: thin, right: thin, top: thin, bottom: { style: 'double', color: '8EA9DB' } } }],
    ['a side of another colour', ['left', 'right', 'top'].map((name) => side(name, 'thin')).join('') + side('bottom', 'thin', '<color theme="5"/>'), { edges: { left: thin, right: thin, top: thin, bottom: { style: 'thin', color: 'ED7D31' } } }],
    ['a style nobody knows, and diagonals', side('left', 'wavy') + side('diagonal', 'thin') + side('top', 'none'), undefined],
  ])('%s', (_what, inside, style) => expect(borderOf(inside)).toEqual(style))
})

describe('alignment, format and protection', () => {
  it.each<[string, Style | undefined]>([
    ['<xf><alignment horizontal="general" vertical="bottom" wrapText="0" indent="0"/></xf>', undefined],
    ['<xf><alignment horizontal="center" vertical="center" wrapText="1" shrinkToFit="true"/></xf>', { align: { horizontal: 'center', vertical: 'center', wrap: true, shrink: true } }],
    ['<xf><alignment horizontal="left" indent="2"/></xf>', { align: { horizontal: 'left', indent: 2 } }],
    ['<xf><alignment horizontal="centerContinuous" vertical="distributed"/></xf>', { align: { horizontal: 'center', vertical: 'center', wrap: true } }],
    ['<xf><alignment horizontal="constructor" indent="-1"/></xf>', undefined],
    ['<xf numFmtId="0"/>', undefined],
    ['<xf numFmtId="14"/>', { format: 'mm-dd-yy' }],
    ['<xf numFmtId="49"/>', { format: '@' }],
    ['<xf numFmtId="164"/>', { format: 'yyyy"年"m"月"d"日"' }],
    ['<xf numFmtId="165"/>', undefined],
    ['<xf numFmtId="999"/>', undefined],
    ['<xf><protection locked="0"/></xf>', { locked: false }],
    ['<xf applyProtection="1"><protection hidden="1"/></xf>', undefined],
  ])('%s', (xf, style) => expect(styles({ formats: '<numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="GENERAL"/>', xfs: xf })[0]).toEqual(style))

  it("are the cell's own, whatever the flags say; what is missing is that of the cell style behind it unless a flag says it is the usual one", () => {
    const behind = '<xf/><xf fillId="2"><alignment horizontal="right"/><protection locked="0"/></xf>'
    const xfs = '<xf xfId="1"/><xf xfId="1" fillId="0" applyAlignment="1" applyProtection="1"/><xf xfId="1" fillId="2" applyFill="0" applyAlignment="0"><alignment horizontal="center"/></xf><xf xfId="9"/>'
    expect(styles({ fills: solid('rgb="FFFFF9E5"'), behind, xfs })).toEqual([
      { fill: 'FFF9E5', align: { horizontal: 'right' }, locked: false },
      undefined,
      { fill: 'FFF9E5', align: { horizontal: 'center' }, locked: false },
      undefined,
    ])
  })
})

describe('numbers that lead nowhere', () => {
  it.each(['<xf fontId="50" fillId="50" borderId="50" numFmtId="5000" xfId="50"/>', '<xf fontId="-1" fillId="x" borderId="" numFmtId="1.5"/>', '<xf fontId="999999999999"/>'])('%s is the usual style', (xf) => expect(styles({ xfs: xf })).toEqual([undefined]))

  it('of a cell are the first style', () => {
    const cellsOf = (s: string) => readLook(zipOf(entriesOf(partsOf({ sheets: { 表: `<row><c s="${s}"/></row>` }, styles: `<fills>${RESERVED}</fills><cellXfs><xf><protection locked="0"/></xf></cellXfs>` }))), { compression: nodeCompression }).sheets[0]!.rows[0]?.cells
    expect(['0', '1', '-1', 'x', '', '999999999', '99999999999'].map(cellsOf)).toEqual(Array(7).fill([{ column: 1, style: { locked: false } }]))
  })
})
