import { nodeCompression } from '../../../src/workbook/compression/node'
import type { ReadOptions } from '../../../src/workbook/xlsx/read'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { type SmallWorkbook, entriesOf, partsOf, relationships } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'

const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
const BOOK: SmallWorkbook = { sheets: { 成员: ROW, 考勤: ROW, 帮助: ROW } }
type Parts = Record<string, string | Uint8Array>

const readParts = (parts: Parts, options: Partial<ReadOptions> = {}) => readWorkbook(zipOf(entriesOf(parts)), { compression: nodeCompression, ...options })
const read = (book: Partial<SmallWorkbook>, options: Partial<ReadOptions> = {}) => readParts(partsOf({ ...BOOK, ...book }), options)
/** A workbook of one sheet, with parts replaced. */
const withParts = (change: (parts: Parts) => Parts) => readParts(change(partsOf({ sheets: { A: '<row r="1"><c r="A1" t="s"><v>0</v></c></row>' }, strings: '<si><t>党课 &amp; 辅导</t></si>' })))
const VALUE = [{ row: 1, cells: [{ column: 1, value: '党课 & 辅导' }] }]

describe('a workbook', () => {
  it('has its sheets in order, with their visibility', () => {
    const { sheets } = read({ states: { 考勤: 'state="hidden"', 帮助: 'state="veryHidden"' } })
    expect(sheets.map(({ name, visibility }) => [name, visibility])).toEqual([['成员', 'visible'], ['考勤', 'hidden'], ['帮助', 'veryHidden']])
  })

  it('has its names: hidden ones, and those of one sheet', () => {
    const after = '<definedNames><definedName name="units">\'成员\'!$A$1:$A$9</definedName><definedName name="_muster.form" hidden="1">考勤!$A$4</definedName><definedName name="_xlnm.Print_Area" localSheetId="1">考勤!$A$1&amp;""</definedName></definedNames>'
    expect(read({ after }).names).toEqual([
      { name: 'units', refersTo: "'成员'!$A$1:$A$9", hidden: false },
      { name: '_muster.form', refersTo: '考勤!$A$4', hidden: true },
      { name: '_xlnm.Print_Area', refersTo: '考勤!$A$1&""', hidden: false, sheet: '考勤' },
    ])
  })

  it('has its custom properties, as text', () => {
    const properties = '<property name="unit"><vt:lpwstr>U001 &amp; 甲</vt:lpwstr></property><property name="week" pid="3"><vt:i4>3</vt:i4></property><property name="__proto__"><vt:bool>true</vt:bool></property><property name="none"><vt:empty/></property>'
    expect(Object.entries(read({ properties }).properties)).toEqual([['unit', 'U001 & 甲'], ['week', '3'], ['__proto__', 'true'], ['none', '']])
  })

  it('has what is merged and protected', () => {
    const { sheets } = read({
      sheets: {
        A: `<sheetData>${ROW}</sheetData><sheetProtection sheet="1" objects="1"/><mergeCells count="2"><mergeCell ref="A1:C2"/><mergeCell ref="XFD1048576"/></mergeCells>`,
        B: '<sheetData/><sheetProtection objects="1"/>',
      },
    })
    expect(sheets.map((sheet) => sheet.protected)).toEqual([true, false])
    expect(sheets[0]!.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 3 }, { top: 1048576, left: 16384, bottom: 1048576, right: 16384 }])
  })

  it('can be read in part', () => {
    const { sheets } = read({ sheets: { ...BOOK.sheets, 考勤: '<row r="1"><c r="A1"><v>broken' } }, { sheets: (name) => name !== '考勤' })
    expect(sheets.map((sheet) => sheet.name)).toEqual(['成员', '帮助'])
  })

  it('leaves chart sheets out, and counts them where names do', () => {
    const parts = partsOf({ ...BOOK, after: '<definedNames><definedName name="n" localSheetId="2">帮助!$A$1</definedName></definedNames>' })
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace('relationships/worksheet" Target="worksheets/sheet2.xml"', 'relationships/chartsheet" Target="chartsheets/sheet1.xml"')
    const book = readParts(parts)
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(['成员', '帮助'])
    expect(book.names[0]!.sheet).toBe('帮助')
  })

  it('is read past what extensions add to it', () => {
    const [sheet] = read({ sheets: { A: `<sheetPr><tabColor/></sheetPr><dimension ref="A1"/><sheetData>${ROW.replace('</c>', '<extLst><ext><v>9</v></ext></extLst></c>')}</sheetData><extLst><ext xmlns:x="urn:x"><x:sheetData><x:row r="2"><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></ext></extLst>` } }).sheets
    expect(sheet!.rows).toEqual([{ row: 1, cells: [{ column: 1, value: 1 }] }])
  })
})

describe('as other producers write it', () => {
  it('with a prefix on every element', () => {
    const prefixed = (text: string) => text.replace(/<(\/?)([A-Za-z])/g, '<$1x:$2').replace('xmlns=', 'xmlns:x=')
    expect(withParts((parts) => Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, prefixed(String(text))]))).sheets[0]!.rows).toEqual(VALUE)
  })

  it('with an attribute of another namespace that is called as ours', () => {
    const parts = partsOf({ sheets: { A: '<row x:r="7" r="2"><c xmlns:t="urn:t" x:s="9" r="A2"><v>1</v></c></row>' } })
    expect(readParts(parts).sheets[0]!.rows).toEqual([{ row: 2, cells: [{ column: 1, value: 1 }] }])
  })

  it.each([
    ['absolute targets', (text: string) => text.replaceAll('Target="', 'Target="/xl/').replaceAll('/xl/xl/', '/xl/')],
    ['backslashes', (text: string) => text.replaceAll('worksheets/', 'worksheets\\')],
    ['other case', (text: string) => text.replace('worksheets/sheet1.xml', 'Worksheets/SHEET1.xml')],
    ['a way round', (text: string) => text.replace('worksheets/', './../xl/worksheets/')],
    ['an escaped name', (text: string) => text.replace('sheet1', 'sheet%31')],
  ])('with %s', (_what, change) => {
    const name = 'xl/_rels/workbook.xml.rels'
    expect(withParts((parts) => ({ ...parts, [name]: change(String(parts[name])) })).sheets[0]!.rows).toEqual(VALUE)
  })

  it('with backslashes and a leading slash in the package', () => {
    expect(withParts((parts) => Object.fromEntries(Object.entries(parts).map(([name, text]) => [`/${name.replaceAll('/', '\\')}`, text]))).sheets[0]!.rows).toEqual(VALUE)
  })

  it.each([
    ['UTF-16, little end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', (text: string) => Buffer.from(text.replace('UTF-8', 'UTF-16'), 'utf16le')],
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['GB18030', (text: string) => Buffer.concat(text.replace('UTF-8', 'gb18030').split(/(党课|辅导)/).map((piece) => (piece === '党课' ? Buffer.from([0xb5, 0xb3, 0xbf, 0xce]) : piece === '辅导' ? Buffer.from([0xb8, 0xa8, 0xb5, 0xbc]) : Buffer.from(piece))))],
  ])('with parts in %s', (_what, encode) => {
    const names = ['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']
    const book = withParts((parts) => ({ ...parts, ...Object.fromEntries(names.map((name) => [name, encode(String(parts[name]))])) }))
    expect(book.sheets[0]!.rows).toEqual(VALUE)
  })

  it('in the strict form', () => {
    const strict = (text: string) =>
      text
        .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
        .replaceAll('http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'http://purl.oclc.org/ooxml/officeDocument/relationships')
        .replaceAll('relationships/custom-properties', 'relationships/customProperties')
    const parts = partsOf({ ...BOOK, properties: '<property name="a"><vt:lpwstr>b</vt:lpwstr></property>' })
    const book = readParts(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strict(text)])))
    expect(book.sheets).toHaveLength(3)
    expect(book.properties).toEqual({ a: 'b' })
  })

  it('with single quotes, space in tags, comments and instructions', () => {
    const book = read({ sheets: { A: "<!-- a --><sheetData ><?x y?><row r = '1' >\n<c\tr='B1'\n t=\"str\" ><v >a</v ></c ></row ></sheetData >" } })
    expect(book.sheets[0]!.rows).toEqual([{ row: 1, cells: [{ column: 2, value: 'a' }] }])
  })

  it.each([[{ zip64: true }], [{ comment: 'saved by another program' }]])('with zip features %j', (options) => {
    expect(readWorkbook(zipOf(entriesOf(partsOf(BOOK)), options), { compression: nodeCompression }).sheets).toHaveLength(3)
  })

  it('without compression', () => {
    const stored = entriesOf(partsOf(BOOK)).map((entry) => ({ ...entry, method: 0 }))
    expect(readWorkbook(zipOf(stored), { compression: nodeCompression }).sheets).toHaveLength(3)
  })
})

describe('what is not ours', () => {
  const foreign = (more: Parts, flags?: number) => readWorkbook(zipOf([...entriesOf(partsOf(BOOK)), ...entriesOf(more).map((entry) => ({ ...entry, flags }))]), { compression: nodeCompression }).foreign

  it('is nothing in an ordinary workbook', () => expect(foreign({ 'xl/media/image1.png': 'png', 'xl/drawings/drawing1.xml': '<a/>' })).toEqual([]))

  it.each([
    ['macros', 'xl/vbaProject.bin'],
    ['macros', 'xl/macrosheets/sheet1.xml'],
    ['external-links', 'xl/externalLinks/externalLink1.xml'],
    ['embedded-objects', 'xl/embeddings/oleObject1.bin'],
    ['embedded-objects', 'xl/activeX/activeX1.xml'],
    ['connections', 'xl/connections.xml'],
    ['connections', 'xl/queryTables/queryTable1.xml'],
  ])('is reported: %s', (kind, part) => expect(foreign({ [part]: 'x' })).toEqual([kind]))

  it('is reported when it is encrypted', () => expect(foreign({ 'docProps/thumbnail.wmf': 'x' }, 1)).toEqual(['encrypted-parts']))

  it('is reported by its relationship, wherever it lies', () => {
    const parts = partsOf({ sheets: { A: ROW } })
    parts['xl/_rels/workbook.xml.rels'] = relationships([['worksheet', 'worksheets/sheet1.xml'], ['externalLink', 'other.xml']])
    expect(readParts(parts).foreign).toEqual(['external-links'])
  })
})
