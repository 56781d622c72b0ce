import { nodeCompression } from '../../../src/workbook/compression/node'
import { webCompression } from '../../../src/workbook/compression/web'
import { cellAt } from '../../../src/workbook/model'
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../../src/workbook/spec'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { partNames, partText } from '../../support/package-parts'
import { everything } from './everything'

const write = (spec: WorkbookSpec) => writeWorkbook(spec, nodeCompression)
const read = (spec: WorkbookSpec) => readWorkbook(write(spec), { compression: nodeCompression })
const sheet = (part: Partial<SheetSpec>): WorkbookSpec => ({ title: '', author: '', font: { name: '宋体', size: 11 }, names: [], sheets: [{ name: 'A', columns: [], rows: [], ...part }] })
const cells = (...list: Omit<CellSpec, 'column'>[]) => sheet({ rows: [{ row: 1, cells: list.map((cell, n) => ({ ...cell, column: n + 1 })) }] })
const sheetXml = (spec: WorkbookSpec) => partText(write(spec), 'xl/worksheets/sheet1.xml')

describe('a written workbook', () => {
  it('reads back as it was described', () => {
    const book = read(everything)
    expect(book.sheets.map(({ name, visibility, protected: locked }) => [name, visibility, locked])).toEqual([
      ["党员'名册", 'visible', true],
      ['名单 列表', 'hidden', false],
      ['_muster', 'veryHidden', false],
      ['空表', 'visible', false],
    ])
    expect(book.properties).toEqual(everything.properties)
    expect(book.sheets[0]!.merges).toEqual(everything.sheets[0]!.merges)
    const [members] = book.sheets
    expect(cellAt(members!, 4, 4)).toEqual({ column: 4, value: '07391234567', format: '@' })
    expect(cellAt(members!, 4, 5)).toEqual({ column: 5, value: 38400, format: 'yyyy-mm-dd', date: true })
    expect(cellAt(members!, 10, 6)).toEqual({ column: 6, formula: 'SUM(F4:F9)', value: 54.5, format: '0.0' })
    expect(members!.rows.find(({ row }) => row === 11)?.hidden).toBe(true)
  })

  it('keeps the names that were given and those of the print set-up and the filter', () => {
    const name = (wanted: string) => read(everything).names.filter((n) => n.name === wanted).map(({ refersTo, hidden, sheet: local }) => [refersTo, hidden, local])
    expect(name('类别')).toEqual([["'名单 列表'!$A$1:$A$3", false, undefined]])
    expect(name('form.members')).toEqual([["'党员''名册'!$A$4:$H$9", true, undefined]])
    expect(name('_xlnm._FilterDatabase')).toEqual([["'党员''名册'!$A$3:$H$9", true, "党员'名册"]])
    expect(name('_xlnm.Print_Area')).toEqual([["'党员''名册'!$A$1:$H$10", false, "党员'名册"]])
    expect(name('_xlnm.Print_Titles')).toEqual([
      ["'党员''名册'!$1:$3", false, "党员'名册"],
      ["'空表'!$1:$1", false, '空表'],
    ])
  })

  it('is the same file every time, without a clock in it', () => {
    expect(Buffer.from(write(everything)).equals(write(everything))).toBe(true)
    expect(partText(write(everything), 'docProps/core.xml')).not.toMatch(/created|modified/)
  })

  it('is the same workbook in a browser', () => {
    const book = readWorkbook(writeWorkbook(everything, webCompression), { compression: webCompression })
    expect(book).toEqual(read(everything))
  })

  it('begins with the first sheet that is visible', () => {
    const spec: WorkbookSpec = { ...everything, names: [], sheets: [everything.sheets[2]!, everything.sheets[3]!] }
    expect(partText(write(spec), 'xl/workbook.xml')).toContain('activeTab="1"')
    expect(sheetXml(spec)).not.toContain('tabSelected')
    expect(partText(write(spec), 'xl/worksheets/sheet2.xml')).toContain('tabSelected="1"')
  })

  it('carries no part that it does not need', () => {
    expect(partNames(write(sheet({})))).toEqual(['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml', 'docProps/core.xml', 'docProps/app.xml'])
  })
})

describe('a written cell', () => {
  it.each([
    ['=1+1'], ['+86 739'], ['-'], ['@here'], [' spaces '], ['a\nb'], ['a\r\nb\rc'], ['\ttab'], ['_x0041_'], ['_x000D_'], ['_x005F_x0041_'], ['_x0041\u0001'],
    ['\u0000\u0001\u001f'], ['\ufffe\uffff'], ['\ud83d'], ['\ude00\ud83d'], ['😀𠮷'], ['<a b="c">&amp;</a>'], ["'quoted"], ['007'], ['TRUE'], ['#N/A'], ['党'.repeat(32_767)],
  ])('keeps the text %j', (value) => {
    expect(read(cells({ value })).sheets[0]!.rows[0]!.cells[0]).toEqual({ column: 1, value })
  })

  it('is blank for an empty text, and keeps its style', () => {
    expect(sheetXml(cells({ value: '', style: { fill: 'FFFF00' } }))).toContain('<c r="A1" s="1"/>')
  })

  it.each([
    [{ formula: 'A1', value: 0 }, '<f>A1</f><v>0</v>'],
    [{ formula: 'A1', value: false }, ' t="b"><f>A1</f><v>0</v>'],
    [{ formula: 'A1', value: '' }, ' t="str"><f>A1</f><v></v>'],
    [{ formula: 'A1&"<"', value: 'a<' }, ' t="str"><f>A1&amp;"&lt;"</f><v>a&lt;</v>'],
    [{ formula: 'A1' }, '<f>A1</f></c>'],
  ])('writes the formula %j with its cached result', (cell, expected) => {
    expect(sheetXml(cells(cell))).toContain(expected)
  })

  it('asks for calculation only when a result is missing', () => {
    expect(partText(write(cells({ formula: '1+1', value: 2 })), 'xl/workbook.xml')).not.toContain('fullCalcOnLoad')
    expect(partText(write(cells({ formula: '1+1' })), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  it.each([
    ['IFNA(A1,0)', '_xlfn.IFNA(A1,0)'],
    ['TextJoin(",",TRUE,A1:A9)', '_xlfn.TEXTJOIN(",",TRUE,A1:A9)'],
    ['SUM(FILTER(A1:A9,B1:B9=1))', 'SUM(_xlfn._xlws.FILTER(A1:A9,B1:B9=1))'],
    ['"IFNA("&\'IFNA(\'!A1', '"IFNA("&\'IFNA(\'!A1'],
    ['_xlfn.IFNA(A1,0)', '_xlfn.IFNA(A1,0)'],
    ['IFERROR(SUMIFS(A:A,B:B,1),0)', 'IFERROR(SUMIFS(A:A,B:B,1),0)'],
    ['NETWORKDAYS.INTL(A1,B1)', 'NETWORKDAYS.INTL(A1,B1)'],
    ['LET(a, 1, 学时, a+B1, A*学时&"a")', '_xlfn.LET(_xlpm.a, 1, _xlpm.学时, _xlpm.a+B1, _xlpm.A*_xlpm.学时&"a")'],
    ['LET(f,LAMBDA(x,y,x+y),z,x,f(1,2))+x', '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.x,_xlpm.y,_xlpm.x+_xlpm.y),_xlpm.z,x,_xlpm.f(1,2))+x'],
    ['LET(s,SUM(a,b),\'s\'!A1+s!A1+T[s]+s)', "_xlfn.LET(_xlpm.s,SUM(a,b),'s'!A1+s!A1+T[s]+_xlpm.s)"],
    ['_xlfn.LET(_xlpm.a,1,_xlpm.a)', '_xlfn.LET(_xlpm.a,1,_xlpm.a)'],
    ['"LET("&A1', '"LET("&A1'],
  ])('stores %s as %s', (formula, stored) => {
    expect(read(cells({ formula })).sheets[0]!.rows[0]!.cells[0]!.formula).toBe(stored)
  })

  it('marks text that editing would turn into a formula, unless its format is text', () => {
    const spec = cells({ value: '=1+1' }, { value: '=1+1', style: { format: '@' } }, { value: 'a' })
    expect(partText(write(spec), 'xl/styles.xml').match(/quotePrefix="1"/g)).toHaveLength(1)
    expect(sheetXml(spec)).toMatch(/<c r="A1" s="1".*<c r="B1" s="2".*<c r="C1" t="s"/)
  })

  it('shares the number of an equal style', () => {
    const style = () => ({ font: { bold: true }, fill: 'FFFF00', border: '000000', format: '0.0', locked: false }) as const
    expect(sheetXml(cells({ value: 1, style: style() }, { value: 2, style: style() }))).toMatch(/<c r="A1" s="1">.*<c r="B1" s="1">/)
  })

  it('may come in any order', () => {
    const spec = sheet({ rows: [{ row: 3, cells: [{ column: 2, value: 1 }, { column: 1, value: 2 }] }, { row: 1, cells: [] }] })
    expect(sheetXml(spec)).toContain('<dimension ref="A3:B3"/>')
    expect(sheetXml(spec)).toContain('<row r="1"/><row r="3"><c r="A3"><v>2</v></c><c r="B3"><v>1</v></c></row>')
  })
})

describe('what Excel would not open', () => {
  const area = { top: 1, left: 1, bottom: 2, right: 2 }
  it.each<[string, WorkbookSpec]>([
    ['a sheet name with a forbidden character', sheet({ name: 'a/b' })],
    ['a sheet name of 32 characters', sheet({ name: 'x'.repeat(32) })],
    ['an empty sheet name', sheet({ name: ' ' })],
    ['a sheet name in apostrophes', sheet({ name: "'a'" })],
    ['two sheets of the same name', { ...everything, names: [], sheets: [{ name: 'Ab', columns: [], rows: [] }, { name: 'aB', columns: [], rows: [] }] }],
    ['no visible sheet', sheet({ visibility: 'hidden' })],
    ['a text beyond the limit of a cell', cells({ value: 'x'.repeat(32_768) })],
    ['a number that is none', cells({ value: NaN })],
    ['an endless number', cells({ value: Infinity })],
    ['a formula with its equals sign', cells({ formula: '=A1' })],
    ['the same row twice', sheet({ rows: [{ row: 1, cells: [] }, { row: 1, cells: [] }] })],
    ['the same cell twice', sheet({ rows: [{ row: 1, cells: [{ column: 1 }, { column: 1 }] }] })],
    ['row 0', sheet({ rows: [{ row: 0, cells: [] }] })],
    ['a column beyond XFD', sheet({ rows: [{ row: 1, cells: [{ column: 16_385, value: 1 }] }] })],
    ['overlapping merges', sheet({ merges: [area, { ...area, top: 2, bottom: 3 }] })],
    ['a merge of one cell', sheet({ merges: [{ top: 1, left: 1, bottom: 1, right: 1 }] })],
    ['an area upside down', sheet({ autoFilter: { ...area, bottom: 0 } })],
    ['a prompt title of 33 characters', sheet({ validations: [{ area, rule: { kind: 'any' }, prompt: { title: 'x'.repeat(33), text: '' } }] })],
    ['an error text of 256 characters', sheet({ validations: [{ area, rule: { kind: 'whole' }, error: { title: '', text: 'x'.repeat(256) } }] })],
    ['a list written out beyond 255 characters', sheet({ validations: [{ area, rule: { kind: 'list', source: `"${'x'.repeat(256)}"` } }] })],
    ['a colour that is none', cells({ value: 1, style: { fill: '#FFF' } })],
    ['a defined name that is a cell', { ...sheet({}), names: [{ name: 'AB12', refersTo: '1' }] }],
    ['two defined names that differ in case', { ...sheet({}), names: [{ name: 'ab', refersTo: '1' }, { name: 'AB', refersTo: '1' }] }],
    ['a footer of 256 characters', sheet({ print: { footer: 'x'.repeat(256) } })],
    ['a header of 256 characters', sheet({ print: { header: 'x'.repeat(256) } })],
    ['a margin wider than the page', sheet({ print: { margins: { left: 110, right: 0, top: 0, bottom: 0, header: 0, footer: 0 } } })],
  ])('%s is refused', (_, spec) => {
    expect(() => write(spec)).toThrow(RangeError)
  })
})
