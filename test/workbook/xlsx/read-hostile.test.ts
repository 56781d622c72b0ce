import zlib from 'node:zlib'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { webCompression } from '../../../src/workbook/compression/web'
import { WorkbookError, type WorkbookErrorCode } from '../../../src/workbook/error'
import { type ReadLimits } from '../../../src/workbook/xlsx/limits'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { type SmallWorkbook, entriesOf, partsOf } from '../../support/small-workbook'
import { type Entry, zipOf } from '../../support/zip-package'

const BOOK: SmallWorkbook = { sheets: { 考勤: '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c></row>' }, strings: '<si><t>甲</t></si>' }
const SHEET = 'xl/worksheets/sheet1.xml'

function errorOf(bytes: Uint8Array, limits?: Partial<ReadLimits>, compression = nodeCompression): { code: string; params: object } {
  try {
    readWorkbook(bytes, { compression, limits })
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error
    return { code: error.code, params: error.params }
  }
  return { code: 'read', params: {} }
}

/** Entries of a good workbook, one of them replaced or added. */
function entries(changes: Readonly<Record<string, Partial<Entry> | null>> = {}): Entry[] {
  const good = entriesOf(partsOf(BOOK))
  const added = Object.keys(changes).filter((name) => !good.some((entry) => entry.name === name))
  return [...good, ...added.map((name) => ({ name, data: '' }))].filter(({ name }) => changes[name] !== null).map((entry) => ({ ...entry, ...changes[entry.name] }))
}

const sheet = (inside: string) => zipOf(entriesOf(partsOf({ ...BOOK, sheets: { 考勤: inside } })))
const row = (cells: string) => sheet(`<row r="4">${cells}</row>`)
const stream = (name: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from(name, 'utf16le'), Buffer.alloc(512)])

describe('a file that is no xlsx is told by name', () => {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument'
  const office = (main: string) => zipOf([{ name: '_rels/.rels', data: `<Relationships><Relationship Id="r" Type="${relations}" Target="${main}"/></Relationships>` }, { name: main, data: '<w:document xmlns:w="urn:w"/>' }])

  it.each<[string, Uint8Array, WorkbookErrorCode]>([
    ['nothing', Buffer.alloc(0), 'file/empty'],
    ['zeros', Buffer.alloc(4000), 'file/not-a-workbook'],
    ['text', Buffer.from('unit,week\nU001,1\n'), 'file/not-a-workbook'],
    ['two bytes', Buffer.from('PK'), 'file/not-a-workbook'],
    ['half a file', zipOf(entries()).subarray(0, 900), 'file/truncated'],
    ['a file without its last byte', zipOf(entries()).subarray(0, -1), 'file/truncated'],
    ['a package with a password', stream('EncryptedPackage'), 'file/password'],
    ['.xls', stream('Workbook'), 'file/old-xls'],
    ['a page', Buffer.from('\n<!DOCTYPE html><html><table></table></html>'), 'file/html'],
    ['a table', Buffer.from('\ufeff<table border=1><tr><td>1'), 'file/html'],
    ['XML of 2003', Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'), 'file/xml-2003'],
    ['.ods', zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 }, { name: 'content.xml', data: '<a/>' }]), 'file/ods'],
    ['.odt', zipOf([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', method: 0 }]), 'file/other-office'],
    ['.docx', office('word/document.xml'), 'file/other-office'],
    ['.pptx', office('ppt/presentation.xml'), 'file/other-office'],
    ['.xlsb', office('xl/workbook.bin'), 'file/xlsb'],
    ['another package', office('data/main.xml'), 'file/no-workbook'],
    ['an archive', zipOf([{ name: 'returns/U001.xlsx', data: zipOf(entries()) }]), 'file/no-workbook'],
    ['an empty archive', zipOf([]), 'file/no-workbook'],
  ])('%s', (_what, bytes, code) => expect(errorOf(bytes).code).toBe(code))
})

describe('a package that lies is refused', () => {
  it.each<[string, Entry[], WorkbookErrorCode, object]>([
    ['content that was changed', entries({ [SHEET]: { crc: 1 } }), 'file/checksum', { part: SHEET }],
    ['a smaller size than there is', entries({ [SHEET]: { size: 10 } }), 'file/damaged-part', { part: SHEET }],
    ['a larger size than there is', entries({ [SHEET]: { size: 10_000 } }), 'file/damaged-part', { part: SHEET }],
    ['a size that no stream gives', entries({ [SHEET]: { size: 200 * 1024 * 1024 } }), 'file/damaged-part', { part: SHEET }],
    ['a stream that is none', entries({ [SHEET]: { stored: Buffer.from('07ffffffffffff', 'hex') } }), 'file/damaged-part', { part: SHEET }],
    ['an entry twice', [...entries(), { name: SHEET, data: '<a/>' }], 'file/duplicate-entry', { part: SHEET }],
    ['an entry twice, in other case', [...entries(), { name: 'XL\\Worksheets/sheet1.XML', data: '<a/>' }], 'file/duplicate-entry', { part: 'XL\\Worksheets/sheet1.XML' }],
    ['a name that leaves its folder', [...entries(), { name: '../../evil', data: '' }], 'file/unsafe-name', { part: '../../evil' }],
    ['a name with a drive', [...entries(), { name: 'C:\\evil', data: '' }], 'file/unsafe-name', { part: 'C:\\evil' }],
    ['a name with a zero byte', [...entries(), { name: 'xl/a\0.xml', data: '' }], 'file/unsafe-name', { part: 'xl/a\ufffd.xml' }],
    ['a name that fills the screen', [...entries(), { name: `../${'a'.repeat(60_000)}`, data: '' }], 'file/unsafe-name', { part: `../${'a'.repeat(197)}` }],
    ['two names for one entry', entries({ [SHEET]: { localName: 'xl/worksheets/sheet9.xml' } }), 'file/damaged-zip', { part: SHEET }],
    ['an entry outside the file', entries({ [SHEET]: { offset: 0x7fffffff } }), 'file/damaged-zip', { part: SHEET }],
    ['a part that is encrypted', entries({ [SHEET]: { flags: 1 } }), 'file/encrypted-entry', { part: SHEET }],
    ['a compression that is unknown', entries({ [SHEET]: { method: 93 } }), 'file/unsupported-compression', { part: SHEET, method: 93 }],
    ['a sheet that is not there', entries({ [SHEET]: null }), 'file/missing-part', { part: SHEET }],
    ['a workbook that is not there', entries({ 'xl/workbook.xml': null }), 'file/missing-part', { part: 'xl/workbook.xml' }],
    ['texts that are not there', entries({ 'xl/sharedStrings.xml': null }), 'file/missing-part', { part: 'xl/sharedStrings.xml' }],
    ['no relationships', entries({ 'xl/_rels/workbook.xml.rels': null }), 'file/missing-part', { part: '考勤' }],
  ])('%s', (_what, list, code, params) => expect(errorOf(zipOf(list))).toEqual({ code, params }))

  it('entries that share bytes', () => {
    // The second entry lies inside the data of the first, header and all.
    const inner = zipOf([{ name: 'xl/b.xml', data: '<b/>', method: 0 }]).subarray(0, 30 + 'xl/b.xml'.length + '<b/>'.length)
    const list: Entry[] = [{ name: 'xl/a.xml', data: inner, method: 0 }, { name: 'xl/b.xml', data: '<b/>', method: 0, offset: 30 + 'xl/a.xml'.length }]
    expect(errorOf(zipOf(list))).toEqual({ code: 'file/overlapping-entries', params: { part: 'xl/a.xml', other: 'xl/b.xml' } })
  })

  it('two sheets of one name', () => {
    expect(errorOf(zipOf(entriesOf(partsOf({ sheets: { Members: '', members: '' } }))))).toEqual({ code: 'file/duplicate-sheet', params: { sheet: 'members' } })
  })

  it('one part as two sheets', () => {
    const parts = partsOf({ sheets: { A: '', B: '' } })
    parts['xl/_rels/workbook.xml.rels'] = parts['xl/_rels/workbook.xml.rels']!.replace('sheet2', 'sheet1')
    expect(errorOf(zipOf(entriesOf(parts)))).toEqual({ code: 'file/duplicate-entry', params: { part: SHEET } })
  })
})

describe('limits hold', () => {
  it.each<[string, Uint8Array, Partial<ReadLimits>, WorkbookErrorCode | 'read', object]>([
    ['file', zipOf(entries()), { fileBytes: 1000 }, 'file/too-large', { size: 1, limit: 1 }],
    ['entries', zipOf(entries()), { entries: 5 }, 'file/too-many-entries', { count: 6, limit: 5 }],
    ['part', zipOf(entries()), { partBytes: 100 }, 'file/part-too-large', { part: '_rels/.rels', limit: 1 }],
    ['package', zipOf(entries()), { packageBytes: 500 }, 'file/package-too-large', { limit: 1 }],
    ['sheets', zipOf(entriesOf(partsOf({ sheets: { A: '', B: '', C: '' } }))), { sheets: 2 }, 'file/too-many-sheets', { count: 3, limit: 2 }],
    ['cells', zipOf(entries()), { cells: 1 }, 'file/too-many-cells', { sheet: '考勤', limit: 1 }],
    ['depth', sheet(`<sheetData/>${'<a>'.repeat(63)}${'</a>'.repeat(63)}`), {}, 'read', {}],
    ['depth', sheet(`<sheetData/>${'<a>'.repeat(64)}${'</a>'.repeat(64)}`), {}, 'file/too-deep', { part: SHEET, limit: 64 }],
    ['attributes', sheet(`<sheetData ${Array.from({ length: 129 }, (_, n) => `a${n}=""`).join(' ')}/>`), {}, 'file/too-many-attributes', { part: SHEET, limit: 128 }],
    ['formats', zipOf(entriesOf(partsOf({ ...BOOK, styles: `<numFmts><numFmt numFmtId="200" formatCode="${'0'.repeat(256)}"/></numFmts>` }))), {}, 'file/long-format', { length: 256, limit: 255 }],
  ])('%s', (_what, bytes, limits, code, params) => expect(errorOf(bytes, limits)).toEqual({ code, params }))

  it.each([['node', nodeCompression], ['web', webCompression]])('a bomb is stopped by what comes out: %s', (_name, compression) => {
    const bomb = zlib.deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 0x20))
    const list = entries({ [SHEET]: { stored: bomb, size: 1000, crc: 0 } })
    expect(errorOf(zipOf(list), {}, compression)).toEqual({ code: 'file/damaged-part', params: { part: SHEET } })
  })

  it('an area is listed, not expanded', () => expect(errorOf(sheet('<sheetData/><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')).code).toBe('read'))
})

describe('a sheet that is broken loses nothing silently', () => {
  it.each<[string, string]>([
    ['a tag left open', '<c r="A4"><v>1</v>'],
    ['tags that cross', '<c r="A4"><v>1</c></v>'],
    ['a closing tag too many', '<c r="A4"><v>1</v></c></c>'],
    ['a closing tag in other case', '<c r="A4"><v>1</V></c>'],
    ['a closing tag that only begins alike', '<c r="A4"><v>1</v2></c>'],
    ['an attribute without quotes', '<c r=A4><v>1</v></c>'],
    ['an attribute twice', '<c r="A4" r="A4"><v>1</v></c>'],
    ['attributes without space', '<c r="A4"t="n"><v>1</v></c>'],
    ['a tag inside an attribute', '<c r="A4<"><v>1</v></c>'],
    ['an attribute that does not end', '<c r="A4><v>1</v></c>'],
    ['an entity that is unknown', '<c r="A4" t="str"><v>&nbsp;</v></c>'],
    ['an ampersand', '<c r="A4" t="str"><v>a & b</v></c>'],
    ['a character that XML does not have', '<c r="A4" t="str"><v>&#0;</v></c>'],
    ['half a surrogate pair', '<c r="A4" t="str"><v>&#xD800;</v></c>'],
    ['a control character', '<c r="A4" t="str"><v>a\u0001</v></c>'],
    ['a control character between cells', '<c r="A4"/>\u0000'],
    ['a comment that does not end', '<c r="A4"/><!-- '],
    ['CDATA that does not end', '<c r="A4" t="str"><v><![CDATA[a</v></c>'],
    ['a tag without name', '<c r="A4"/>< >'],
    ['a name that begins with a digit', '<c r="A4"/><1/>'],
  ])('%s', (_what, xml) => expect(errorOf(row(xml))).toMatchObject({ code: 'file/malformed-sheet', params: { sheet: '考勤', part: SHEET } }))

  it('names the cell where it breaks', () => expect(errorOf(row('<c r="A4"><v>1</v></c><c r="C4"><v>2</w></c>'))).toMatchObject({ params: { cell: 'C4' } }))

  it.each([
    ['text that is not UTF-8', Buffer.from([0xff, 0xfe, 0xfd])],
    ['a character cut in two', Buffer.from([0xe5, 0x85])],
    ['an overlong character', Buffer.from([0xe0, 0x80, 0xaf])],
    ['a surrogate in UTF-8', Buffer.from([0xed, 0xa0, 0x80])],
  ])('%s', (_what, text) => {
    const [before, after] = partsOf({ sheets: { 考勤: '<row r="1"><c r="A1" t="str"><v>|</v></c></row>' } })[SHEET]!.split('|')
    const parts = { ...partsOf(BOOK), [SHEET]: Buffer.concat([Buffer.from(before!), text, Buffer.from(after!)]) }
    expect(errorOf(zipOf(entriesOf(parts)))).toMatchObject({ code: 'file/malformed-sheet', params: { cell: 'A1' } })
  })

  it.each([['after the end', '<a/>'], ['text after the end', 'x'], ['half a tag after the end', '<']])('%s', (_what, more) => {
    const parts = partsOf(BOOK)
    expect(errorOf(zipOf(entriesOf({ ...parts, [SHEET]: parts[SHEET]! + more }))).code).toBe('file/malformed-sheet')
  })

  it.each(['xl/workbook.xml', 'xl/sharedStrings.xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels'])('%s cut short', (part) => {
    const parts = partsOf(BOOK)
    expect(errorOf(zipOf(entriesOf({ ...parts, [part]: parts[part]!.slice(0, -5) })))).toMatchObject({ code: 'file/malformed-xml', params: { part } })
  })

  it.each([SHEET, 'xl/workbook.xml', 'xl/sharedStrings.xml'])('a document type in %s', (part) => {
    const parts = partsOf(BOOK)
    const dtd = parts[part]!.replace('?>', '?><!DOCTYPE a [<!ENTITY b "c">]>')
    expect(errorOf(zipOf(entriesOf({ ...parts, [part]: dtd })))).toEqual({ code: 'file/dtd', params: { part } })
  })

  it('an encoding nobody knows', () => {
    const parts = partsOf(BOOK)
    expect(errorOf(zipOf(entriesOf({ ...parts, [SHEET]: parts[SHEET]!.replace('UTF-8', 'UTF-7') })))).toEqual({ code: 'file/encoding', params: { part: SHEET, encoding: 'utf-7' } })
  })
})

describe('a cell that cannot be', () => {
  it.each([
    ['<c r="XFE4"/>', 'file/bad-reference', 'XFE4'],
    ['<c r="AAAA4"/>', 'file/bad-reference', 'AAAA4'],
    ['<c r="A5"/>', 'file/bad-reference', 'A5'],
    ['<c r="4"/>', 'file/bad-reference', '4'],
    ['<c r="A"/>', 'file/bad-reference', 'A'],
    ['<c r="$A$4"/>', 'file/bad-reference', '$A$4'],
    ['<c r="XFD4"/><c/>', 'file/bad-reference', 'XFE4'],
    ['<c r="B4"><v>1</v></c><c r="A4"/><c r="B4"><v>2</v></c>', 'file/duplicate-cell', 'B4'],
    ['<c r="B4"><v>1,5</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4"><v>0x10</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4"><v>1e999</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4"><v>Infinity</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4"><v>.</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4"><v>-</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4" t="s"><v>1</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4" t="s"><v>-1</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4" t="b"><v>2</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4" t="d"><v>2005-02-30</v></c>', 'file/bad-value', 'B4'],
    ['<c r="B4" t="zz"><v>1</v></c>', 'file/bad-value', 'B4'],
  ])('%s', (xml, code, cell) => expect(errorOf(row(xml))).toMatchObject({ code, params: { sheet: '考勤', cell } }))

  it.each(['0', '1048577', '9999999999', 'x', ''])('in row %j', (r) => expect(errorOf(sheet(`<row r="${r}"><c><v>1</v></c></row>`))).toEqual({ code: 'file/bad-reference', params: { sheet: '考勤', cell: r } }))
  it.each(['A1:XFE1', 'A1:A1048577', 'B1:A1', 'A2:A1', 'A:B', ''])('merged as %j', (ref) => {
    expect(errorOf(sheet(`<sheetData/><mergeCells><mergeCell ref="${ref}"/></mergeCells>`))).toEqual({ code: 'file/bad-reference', params: { sheet: '考勤', cell: ref } })
  })
})
