import { nodeCompression } from '../../../src/workbook/compression/node'
import type { CellPatch, WorkbookPatch } from '../../../src/workbook/patch'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { changedParts, partNames, partText } from '../../support/package-parts'
import { type SmallWorkbook, bytesOf, entriesOf, partsOf } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'
import { everything } from './everything'

const SHEET = 'xl/worksheets/sheet1.xml'

type Change = [cell: `${string}${number}`, value: CellPatch['value']]

function patchOf(changes: readonly Change[], sheet = 'A'): WorkbookPatch {
  const cells = changes.map(([cell, value]): CellPatch => ({ row: Number(/\d+/.exec(cell)![0]), column: cell.charCodeAt(0) - 64, value }))
  return { sheets: [{ sheet, cells }] }
}

/** What stands in the sheet's part after the changes, without its root. */
function after(sheet: string, changes: readonly Change[], rest: Partial<SmallWorkbook> = {}): string {
  const patched = patchWorkbook(bytesOf({ sheets: { A: sheet }, ...rest }), patchOf(changes), nodeCompression)
  const xml = /<worksheet[^>]*>(.*)<\/worksheet>/s.exec(partText(patched, SHEET))![1]!
  return sheet.includes('<sheetData') ? xml : /<sheetData>(.*)<\/sheetData>/s.exec(xml)![1]!
}

const text = (value: string) => `t="inlineStr"><is><t>${value}</t></is></c>`

describe('a cell that is there', () => {
  it.each<[string, string, CellPatch['value'], string]>([
    ['takes a number', '<c r="A1" s="7"><v>1</v></c>', 2.5, '<c r="A1" s="7"><v>2.5</v></c>'],
    ['takes a text', '<c r="A1" s="7"><v>1</v></c>', '=A2', `<c r="A1" s="7" ${text('=A2')}`],
    ['takes a truth value', '<c r="A1" s="7" t="s"><v>0</v></c>', true, '<c r="A1" s="7" t="b"><v>1</v></c>'],
    ['is emptied and keeps its style', '<c r="A1" s="7" t="s"><v>0</v></c>', null, '<c r="A1" s="7"/>'],
    ['is emptied by an empty text', '<c r="A1" s="7"><v>1</v></c>', '', '<c r="A1" s="7"/>'],
    ['loses its formula', '<c r="A1" t="str"><f ca="1">A2&amp;"x"</f><v>x</v></c>', 'x', `<c r="A1" ${text('x')}`],
    ['loses its formula when it is emptied', '<c r="A1"><f>1+1</f><v>2</v></c>', null, '<c r="A1"/>'],
    ['loses what was said of its formula and of its rich value', '<c r="A1" s="1" cm="1" vm="2" ph="1"><v>2</v></c>', 3, '<c r="A1" s="1" ph="1"><v>3</v></c>'],
    ['keeps attributes and elements that nobody knows', '<c s=\'1\' x14:new="党" r="A1"><v>2</v><extLst><ext uri="a"/></extLst></c>', 3, '<c s=\'1\' x14:new="党" r="A1"><v>3</v><extLst><ext uri="a"/></extLst></c>'],
    ['keeps white space that its text begins or ends with', '<c r="A1"/>', ' a\n', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a\n</t></is></c>'],
    ['escapes what is markup', '<c r="A1"/>', '<b>&_x0041_\u0001', `<c r="A1" ${text('&lt;b&gt;&amp;_x005F_x0041__x0001_')}`],
  ])('%s', (_, cell, value, expected) => {
    expect(after(`<row r="1">${cell}</row>`, [['A1', value]])).toBe(`<row r="1">${expected}</row>`)
  })

  it.each<[string, string, CellPatch['value']]>([
    ['a number', '<c r="A1"><v>1.50</v></c>', 1.5],
    ['a text of its own', '<c r="A1" t="inlineStr"><is><t>a</t></is></c>', 'a'],
    ['a shared text', '<c r="A1" t="s"><v>1</v></c>', '党课'],
    ['a rich text', '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><rPr><b/></rPr><t>b</t></r></is></c>', 'ab'],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['nothing', '<c r="A1" s="3"/>', null],
    ['nothing, not even a cell', '', null],
    ['nothing, in words', '<c r="A1" s="3"><v></v></c>', ''],
  ])('that holds %s already is left as it is, and so is the file', (_, cell, value) => {
    const bytes = bytesOf({ sheets: { A: `<row r="1">${cell}</row>` }, strings: '<si><t>x</t></si><si><t>党课</t></si>' })
    expect(patchWorkbook(bytes, patchOf([['A1', value]]), nodeCompression)).toBe(bytes)
  })

  it.each<[string, string, CellPatch['value']]>([
    ['digits for a number', '<c r="A1"><v>1</v></c>', '1'],
    ['a number for digits', '<c r="A1" t="str"><v>1</v></c>', 1],
    ['text for an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['1 for true', '<c r="A1" t="b"><v>1</v></c>', 1],
    ['the result of a formula for the formula', '<c r="A1"><f>1</f><v>1</v></c>', 1],
  ])('takes %s', (_, cell, value) => {
    expect(after(`<row r="1">${cell}</row>`, [['A1', value]])).not.toContain(cell)
  })
})

describe('a cell that is not there', () => {
  const cols = '<cols><col min="1" max="2" style="4" width="9"/><col min="4" max="16384" style="5"/></cols>'
  it.each<[string, string, Change[], string]>([
    ['stands in its place in the row', '<row r="1"><c r="A1"/><c r="D1"/></row>', [['C1', 1], ['E1', 2], ['B1', 3]], '<row r="1"><c r="A1"/><c r="B1"><v>3</v></c><c r="C1"><v>1</v></c><c r="D1"/><c r="E1"><v>2</v></c></row>'],
    ['opens an empty row', '<row r="1" ht="30" customHeight="1"/>', [['B1', 1]], '<row r="1" ht="30" customHeight="1"><c r="B1"><v>1</v></c></row>'],
    ['makes a row in its place', '<row r="2"/><row r="5"/>', [['A9', 9], ['A3', 3], ['B3', 4], ['A1', 1]], '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"/><row r="3"><c r="A3"><v>3</v></c><c r="B3"><v>4</v></c></row><row r="5"/><row r="9"><c r="A9"><v>9</v></c></row>'],
    ['makes no row for nothing', '<row r="2"/>', [['A1', null], ['B2', '']], '<row r="2"/>'],
    ['takes the style of its row', '<row r="1" s="6" customFormat="1"/>', [['A1', 1]], '<row r="1" s="6" customFormat="1"><c r="A1" s="6"><v>1</v></c></row>'],
    ['takes no style from a row that has none of its own', '<row r="1" s="6"/>', [['A1', 1]], '<row r="1" s="6"><c r="A1"><v>1</v></c></row>'],
  ])('%s', (_, rows, changes, expected) => {
    expect(after(rows, changes)).toBe(expected)
  })

  it('takes the style of its column where its row has none', () => {
    const sheet = `${cols}<sheetData><row r="1" s="9" customFormat="1"/><row r="2"/></sheetData>`
    expect(after(sheet, [['B1', 1], ['B2', 2], ['C2', 3], ['D3', 4]])).toBe(
      `${cols}<sheetData><row r="1" s="9" customFormat="1"><c r="B1" s="9"><v>1</v></c></row><row r="2"><c r="B2" s="4"><v>2</v></c><c r="C2"><v>3</v></c></row><row r="3"><c r="D3" s="5"><v>4</v></c></row></sheetData>`,
    )
  })

  it('widens what the sheet says of its extent', () => {
    const sheet = '<dimension ref="B2:C3"/><sheetData><row r="2" spans="2:3"><c r="B2"/></row><row r="3" spans="2:3"><c r="B3"/></row></sheetData>'
    expect(after(sheet, [['C2', 1], ['E3', 1], ['A4', 1]])).toBe(
      '<dimension ref="A2:E4"/><sheetData><row r="2" spans="2:3"><c r="B2"/><c r="C2"><v>1</v></c></row><row r="3" spans="2:5"><c r="B3"/><c r="E3"><v>1</v></c></row><row r="4"><c r="A4"><v>1</v></c></row></sheetData>',
    )
  })

  it('is the extent of a sheet that was empty', () => {
    expect(after('<dimension ref="A1"/><sheetData/>', [['C4', 1]])).toBe('<dimension ref="C4"/><sheetData><row r="4"><c r="C4"><v>1</v></c></row></sheetData>')
    expect(after('<sheetData></sheetData>', [['C4', 1]])).toBe('<sheetData><row r="4"><c r="C4"><v>1</v></c></row></sheetData>')
  })
})

describe('sheets as other producers write them', () => {
  it('rows and cells without references', () => {
    expect(after('<row><c><v>1</v></c><c><v>2</v></c></row><row><c/><c><v>4</v></c></row>', [['B1', 9], ['A2', 8], ['C1', 7], ['A3', 6]])).toBe(
      '<row><c><v>1</v></c><c><v>9</v></c><c r="C1"><v>7</v></c></row><row><c><v>8</v></c><c><v>4</v></c></row><row r="3"><c r="A3"><v>6</v></c></row>',
    )
  })

  it('rows out of order', () => {
    expect(after('<row r="5"><c r="A5"/></row><row r="2"><c r="C2"/><c r="A2"/></row>', [['A2', 1], ['A5', 2], ['B2', 3], ['A3', 4], ['A7', 5]])).toBe(
      '<row r="3"><c r="A3"><v>4</v></c></row><row r="5"><c r="A5"><v>2</v></c></row><row r="2"><c r="B2"><v>3</v></c><c r="C2"/><c r="A2"><v>1</v></c></row><row r="7"><c r="A7"><v>5</v></c></row>',
    )
  })

  it('a row in two pieces', () => {
    expect(after('<row r="1"><c r="A1"/></row><row r="1"><c r="B1"/></row>', [['B1', 2]])).toBe('<row r="1"><c r="A1"/></row><row r="1"><c r="B1"><v>2</v></c></row>')
  })

  it('prefixes, single quotes, space and comments between the tags', () => {
    const parts = partsOf({ sheets: { A: '' } })
    const sheet = (rows: string) => `<?xml version='1.0'?><!-- <x:c r="A1"/> --><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>\n <x:sheetData>${rows}</x:sheetData>\n</x:worksheet >`
    const bytes = zipOf(entriesOf({ ...parts, [SHEET]: sheet("\n  <x:row  r = '1' ><x:c r='A1' t='s' ><x:v>0</x:v ></x:c>  <!-- > --></x:row>\n") }))
    const patched = patchWorkbook(bytes, patchOf([['A1', 'a'], ['B1', 2], ['A2', 'x']]), nodeCompression)
    expect(partText(patched, SHEET)).toBe(
      sheet("\n  <x:row  r = '1' ><x:c r='A1' t=\"inlineStr\"><x:is><x:t>a</x:t></x:is></x:c>  <!-- > --><x:c r=\"B1\"><x:v>2</x:v></x:c></x:row>\n<x:row r=\"2\"><x:c r=\"A2\" t=\"inlineStr\"><x:is><x:t>x</x:t></x:is></x:c></x:row>"),
    )
  })

  it('UTF-16, with a declaration that says so', () => {
    const parts = partsOf({ sheets: { A: '<row r="1"><c r="A1" t="str"><v>党</v></c></row>' } })
    const utf16 = Buffer.from(`\ufeff${parts[SHEET]!.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    const patched = patchWorkbook(zipOf(entriesOf({ ...parts, [SHEET]: utf16 })), patchOf([['B1', '课']]), nodeCompression)
    expect(partText(patched, SHEET)).toBe(parts[SHEET]!.replace('</row>', '<c r="B1" t="inlineStr"><is><t>课</t></is></c></row>'))
  })

  it('dates that count from 1904', () => {
    const styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>'
    const before = '<workbookPr date1904="1"/>'
    expect(after('<row r="1"><c r="A1" s="1"/><c r="B1" s="0"/></row>', [['A1', 38400], ['B1', 38400]], { styles, before })).toBe('<row r="1"><c r="A1" s="1"><v>36938</v></c><c r="B1" s="0"><v>38400</v></c></row>')
  })

  it('a data descriptor after each entry: sizes move into the header', () => {
    const bytes = zipOf(entriesOf(partsOf({ sheets: { A: '', B: '' } })).map((entry) => ({ ...entry, flags: (1 << 11) | (1 << 3) })))
    const patched = patchWorkbook(bytes, patchOf([['A1', 1]]), nodeCompression)
    expect(changedParts(bytes, patched)).toEqual([SHEET])
  })
})

describe('the rest of the package', () => {
  const bytes = writeWorkbook(everything, nodeCompression)
  const spec = everything.sheets[0]!.name

  it('is copied as it is compressed', () => {
    const patched = patchWorkbook(bytes, patchOf([['H5', '新']], spec), nodeCompression)
    expect(partNames(patched)).toEqual(partNames(bytes))
    expect(changedParts(bytes, patched)).toEqual([SHEET])
  })

  it('of the sheet keeps every other byte', () => {
    const patched = patchWorkbook(bytes, patchOf([['H5', '新']], spec), nodeCompression)
    const [was, is] = [partText(bytes, SHEET), partText(patched, SHEET)]
    expect(is).toBe(was.replace(/<c r="H5"[^>]*>.*?<\/c>/, (cell) => `${cell.slice(0, cell.indexOf(' t='))} t="inlineStr"><is><t>新</t></is></c>`))
  })

  it('is untouched by a patch of nothing', () => {
    expect(patchWorkbook(bytes, { sheets: [] }, nodeCompression)).toBe(bytes)
    expect(patchWorkbook(bytes, { sheets: [{ sheet: spec, cells: [] }], add: [] }, nodeCompression)).toBe(bytes)
  })

  it('gives the same bytes for the same patch', () => {
    const patch = () => patchWorkbook(bytes, patchOf([['H5', '新']], spec), nodeCompression)
    expect(Buffer.from(patch()).equals(patch())).toBe(true)
  })

  it('finds a sheet by its name whatever its case, its part and its place', () => {
    const parts = partsOf({ sheets: { Abc: '', Second: '' } })
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace('worksheets/sheet1.xml', '/xl/pages/one.xml')
    const { [SHEET]: sheet, ...others } = parts
    const patched = patchWorkbook(zipOf(entriesOf({ ...others, 'xl/Pages/ONE.xml': sheet! })), patchOf([['A1', 1]], 'aBC'), nodeCompression)
    expect(partText(patched, 'xl/pages/one.xml')).toContain('<c r="A1"><v>1</v></c>')
  })
})

describe('a patch that asks too much', () => {
  const refusal = (sheet: string, changes: readonly Change[], name = 'A') => {
    try {
      patchWorkbook(bytesOf({ sheets: { A: sheet } }), patchOf(changes, name), nodeCompression)
    } catch (error) {
      return error as Error & { code?: string; params?: unknown }
    }
    throw new Error('not refused')
  }

  it('names a sheet that is not there', () => {
    expect(refusal('', [['A1', 1]], 'B')).toMatchObject({ code: 'patch/no-sheet', params: { sheet: 'B' } })
  })

  it('writes under a merged area', () => {
    const sheet = '<sheetData/><mergeCells count="1"><mergeCell ref="B2:C3"/></mergeCells>'
    expect(refusal(sheet, [['C2', 1]])).toMatchObject({ code: 'patch/merged-cell', params: { sheet: 'A', cell: 'C2', area: 'B2:C3' } })
    expect(after(sheet, [['B2', 1], ['C3', null]])).toContain('<c r="B2"><v>1</v></c>')
  })

  it.each([['B1'], ['B2']] as const)('changes a part of an array formula: %s', (cell) => {
    const sheet = '<row r="1"><c r="B1"><f t="array" ref="B1:B2">A1:A2*2</f><v>2</v></c></row><row r="2"><c r="B2"><v>4</v></c></row>'
    expect(refusal(sheet, [[cell, 1]])).toMatchObject({ code: 'patch/array-formula', params: { sheet: 'A', cell, area: 'B1:B2' } })
  })

  it('but may replace an array formula of one cell', () => {
    expect(after('<row r="1"><c r="B1" cm="1"><f t="array" ref="B1">SUM(A1:A2*2)</f><v>2</v></c></row>', [['B1', 1]])).toBe('<row r="1"><c r="B1"><v>1</v></c></row>')
  })

  it.each<[string, WorkbookPatch]>([
    ['names a cell twice', patchOf([['A1', 1], ['A1', 2]])],
    ['names a cell twice in two parts', { sheets: [...patchOf([['A1', 1]]).sheets, ...patchOf([['A1', 2]], 'a').sheets] }],
    ['names row 0', patchOf([['A0', 1]])],
    ['names half a column', { sheets: [{ sheet: 'A', cells: [{ row: 1, column: 1.5, value: 1 }] }] }],
    ['writes a number that is none', patchOf([['A1', NaN]])],
    ['writes a text beyond the limit', patchOf([['A1', 'x'.repeat(32_768)]])],
  ])('%s: a mistake of the program', (_, patch) => {
    expect(() => patchWorkbook(bytesOf({ sheets: { A: '' } }), patch, nodeCompression)).toThrow(RangeError)
  })

  it.each([
    ['a sheet cut short', '<sheetData><row r="1"><c r="A1">'],
    ['an attribute without quotes', '<sheetData><row r=1><c/></row></sheetData>'],
    ['no sheet data', '<sheetViews/>'],
  ])('meets %s', (_, sheet) => {
    const parts = { ...partsOf({ sheets: { A: '' } }), [SHEET]: `<worksheet>${sheet}</worksheet>` }
    expect(() => patchWorkbook(zipOf(entriesOf(parts)), patchOf([['A1', 1]]), nodeCompression)).toThrow(expect.objectContaining({ code: 'file/malformed-xml' }))
  })
})
