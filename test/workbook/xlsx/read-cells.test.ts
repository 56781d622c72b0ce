import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Cell } from '../../../src/workbook/model'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { type SmallWorkbook, bytesOf } from '../../support/small-workbook'

const read = (book: SmallWorkbook) => readWorkbook(bytesOf(book), { compression: nodeCompression })
const rowsOf = (sheet: string, rest: Partial<SmallWorkbook> = {}) => read({ sheets: { A: sheet }, ...rest }).sheets[0]!.rows

/** The one cell that this XML makes, as it stands in A1. */
const cellOf = (xml: string, rest: Partial<SmallWorkbook> = {}): Cell | undefined => rowsOf(`<row r="1">${xml}</row>`, rest)[0]?.cells[0]

describe('a cell', () => {
  it.each([
    ['a number', '<c r="A1"><v>12</v></c>', 12],
    ['a number with its type', '<c r="A1" t="n"><v>-0.5</v></c>', -0.5],
    ['zero', '<c r="A1"><v>0</v></c>', 0],
    ['minus zero', '<c r="A1"><v>-0</v></c>', 0],
    ['a number with an exponent', '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    ['a number of 17 digits', '<c r="A1"><v>0.10000000000000001</v></c>', 0.1],
    ['a number that only one rounding gets right', '<c r="A1"><v>9007199254740993</v></c>', 9007199254740992],
    ['a number with space around', '<c r="A1"><v> 7\n</v></c>', 7],
    ['a number in two pieces', '<c r="A1"><v>1<!-- one --><![CDATA[2]]>3</v></c>', 123],
    ['true', '<c r="A1" t="b"><v>1</v></c>', true],
    ['false', '<c r="A1" t="b"><v>0</v></c>', false],
    ['true in words', '<c r="A1" t="b"><v>true</v></c>', true],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['text in the cell', '<c r="A1" t="inlineStr"><is><t>党课</t></is></c>', '党课'],
    ['text of runs, without phonetic guides', '<c r="A1" t="inlineStr"><is><r><t>两</t></r><rPh sb="0" eb="1"><t>liǎng</t></rPh><r><rPr><b/></rPr><t>课</t></r></is></c>', '两课'],
    ['text of a formula', '<c r="A1" t="str"><v>007</v></c>', '007'],
    ['digits that are text', '<c r="A1" t="inlineStr"><is><t>13800001111</t></is></c>', '13800001111'],
    ['text that looks like a formula', '<c r="A1" t="inlineStr"><is><t>=1+1</t></is></c>', '=1+1'],
    ['spaces', '<c r="A1" t="inlineStr"><is><t xml:space="preserve">  a </t></is></c>', '  a '],
    ['entities', '<c r="A1" t="str"><v>&lt;a&gt; &amp; &quot;b&apos; &#20826;&#x8BFE;&#x1F600;</v></c>', '<a> & "b\' 党课😀'],
    ['four-byte characters', '<c r="A1" t="str"><v>𠮷😀</v></c>', '𠮷😀'],
    ['a long text', `<c r="A1" t="str"><v>${'学习笔记 '.repeat(2000)}</v></c>`, '学习笔记 '.repeat(2000)],
    ['CDATA', '<c r="A1" t="str"><v>a<![CDATA[ <b> & ]]>c</v></c>', 'a <b> & c'],
    ['characters that XML cannot hold', '<c r="A1" t="str"><v>a_x000D_b_x0041__x005F_x0041_</v></c>', 'a\rbA_x0041_'],
    ['an underscore', '<c r="A1" t="str"><v>_x00 a_b _xyz1_</v></c>', '_x00 a_b _xyz1_'],
    ['line ends', '<c r="A1" t="str"><v>a\r\nb\rc\nd</v></c>', 'a\nb\nc\nd'],
    ['an escaped line end', '<c r="A1" t="str"><v>a&#13;b</v></c>', 'a\rb'],
    ['an ISO date', '<c r="A1" t="d"><v>2005-02-21</v></c>', 38404],
    ['an ISO date with time', '<c r="A1" t="d"><v>2005-02-21T18:00:00Z</v></c>', 38404.75],
    ['an ISO time', '<c r="A1" t="d"><v>06:00:00</v></c>', 0.25],
  ])('holds %s', (_what, xml, value) => expect(cellOf(xml)?.value).toEqual(value))

  it.each([
    ['no content', '<c r="A1"/>'],
    ['a style alone', '<c r="A1" s="3"/>'],
    ['a value that is not written', '<c r="A1"><v/></c>'],
    ['a shared string that is not written', '<c r="A1" t="s"></c>'],
  ])('is blank with %s', (_what, xml) => expect(cellOf(xml)).toBeUndefined())

  it.each([
    ['0', '<c r="A1"><f>1-1</f><v>0</v></c>', { column: 1, formula: '1-1', value: 0 }],
    ['false', '<c r="A1" t="b"><f>1=2</f><v>0</v></c>', { column: 1, formula: '1=2', value: false }],
    ['no text', '<c r="A1" t="str"><f>""</f><v></v></c>', { column: 1, formula: '""', value: '' }],
    ['an error', '<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>', { column: 1, formula: '1/0', value: { error: '#DIV/0!' } }],
    ['nothing yet', '<c r="A1"><f>NOW()</f></c>', { column: 1, formula: 'NOW()' }],
    ['text, with entities in the formula', '<c r="A1" t="str"><f>IF(A2&lt;3,"少","多")</f><v>少</v></c>', { column: 1, formula: 'IF(A2<3,"少","多")', value: '少' }],
  ])('keeps a formula whose result is %s', (_what, xml, cell) => expect(cellOf(xml)).toEqual(cell))

  it('keeps that there is a formula in every cell that shares one', () => {
    const rows = rowsOf('<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>4</v></c></row>')
    expect(rows.map((row) => row.cells)).toEqual([[{ column: 1, formula: 'B1*2', value: 2 }], [{ column: 1, formula: '', value: 4 }]])
  })
})

describe('shared strings', () => {
  const strings = '<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr/><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si/><si><t>a_x000A_b&amp;</t><phoneticPr fontId="1"/></si><si><t>丁</t><r><t>戊</t></r></si>'

  it.each([
    [0, '甲'],
    [1, '乙 丙'],
    [2, ''],
    [3, 'a\nb&'],
    [4, '丁戊'],
  ])('number %i', (index, text) => expect(cellOf(`<c r="A1" t="s"><v>${index}</v></c>`, { strings })?.value).toBe(text))

  it('may be used many times', () => {
    const rows = rowsOf('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>', { strings })
    expect(rows[0]!.cells.map((cell) => cell.value)).toEqual(['甲', '乙 丙', '甲'])
  })
})

describe('positions', () => {
  it('follow the cell and row before where they are not written', () => {
    const rows = rowsOf('<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="5"><c><v>1</v></c></row><row><c r="B6"><v>2</v></c></row>')
    expect(rows.map((row) => [row.row, row.cells.map((cell) => cell.column)])).toEqual([
      [1, [1, 4, 5]],
      [5, [1]],
      [6, [2]],
    ])
  })

  it('reach the last cell of a sheet', () => {
    expect(rowsOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')).toEqual([{ row: 1048576, cells: [{ column: 16384, value: 1 }] }])
  })

  it('are put in order', () => {
    const rows = rowsOf('<row r="3"><c r="C3"><v>33</v></c><c r="A3"><v>31</v></c></row><row r="1"><c r="A1"><v>11</v></c></row><row r="3"><c r="B3"><v>32</v></c></row>')
    expect(rows.map((row) => [row.row, row.cells.map((cell) => cell.value)])).toEqual([
      [1, [11]],
      [3, [31, 32, 33]],
    ])
  })

  it('keep whether a row is hidden', () => {
    const rows = rowsOf('<row r="1" hidden="1"><c><v>1</v></c></row><row r="2" hidden="0"><c><v>2</v></c></row>')
    expect(rows.map((row) => row.hidden)).toEqual([true, undefined])
  })

  it('leave rows out that hold nothing', () => expect(rowsOf('<row r="1" ht="30"/><row r="2"><c r="A2" s="1"/></row>')).toEqual([]))
})

describe('dates', () => {
  const styles = (...codes: string[]) =>
    `<numFmts>${codes.map((code, n) => `<numFmt numFmtId="${200 + n}" formatCode="${code.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf/>${codes.map((_, n) => `<xf numFmtId="${200 + n}"/>`).join('')}</cellXfs>`
  const dated = (code: string, before?: string) => cellOf('<c r="A1" s="1"><v>38404</v></c>', { styles: styles(code), before })

  it('are numbers with a date format', () => expect(dated('yyyy"年"m"月"d"日"')).toEqual({ column: 1, value: 38404, date: true, format: 'yyyy"年"m"月"d"日"' }))
  it('are not numbers with days in their unit', () => expect(dated('[Red]0.0" days"')).toEqual({ column: 1, value: 38404, format: '[Red]0.0" days"' }))
  it('are not texts in a cell with a date format', () => {
    expect(cellOf('<c r="A1" s="1" t="str"><v>2月21日</v></c>', { styles: styles('yyyy-mm-dd') })).toEqual({ column: 1, value: '2月21日', format: 'yyyy-mm-dd' })
  })

  it('of 1904 are moved to 1900', () => expect(dated('yyyy-mm-dd', '<workbookPr date1904="1"/>')?.value).toBe(38404 + 1462))
  it.each(['0.00', 'h:mm', '[h]:mm:ss'])('of 1904 leave %s alone', (code) => expect(dated(code, '<workbookPr date1904="true"/>')?.value).toBe(38404))
  it('of 1904 leave general numbers alone', () => expect(cellOf('<c r="A1"><v>5</v></c>', { before: '<workbookPr date1904="1"/>' })?.value).toBe(5))
  it('in ISO form need no moving', () => expect(cellOf('<c r="A1" t="d"><v>2005-02-21</v></c>', { before: '<workbookPr date1904="1"/>' })).toEqual({ column: 1, value: 38404, date: true }))
})
