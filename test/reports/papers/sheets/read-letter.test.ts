/** What Word and its kin write into a document that somebody restyled, and what is read of it. */
import type { Block, Paragraph, Table } from '../../../../src/reports/papers/sheets/letter'
import { letterSheet } from '../../../../src/reports/papers/sheets/letter-sheet'
import { readLetter } from '../../../../src/reports/papers/sheets/read-letter'

const NUMBERING = `<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`
const STYLES = `<w:styles><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>
  <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:spacing w:after="200" w:line="560" w:lineRule="exact"/></w:pPr></w:style>
  <w:style w:type="paragraph" w:styleId="Base"><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Title"><w:basedOn w:val="Base"/><w:rPr><w:rFonts w:eastAsia="黑体"/><w:b w:val="0"/><w:color w:val="c8102e"/></w:rPr></w:style>
  <w:style w:type="paragraph" w:styleId="Round"><w:basedOn w:val="Round"/></w:style>
  <w:style w:type="table" w:styleId="T"><w:tblPr><w:tblBorders><w:top w:val="single" w:color="auto"/></w:tblBorders></w:tblPr></w:style></w:styles>`

const letterOf = (body: string, section = '<w:sectPr/>') => readLetter((name) => ({ 'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}${section}</w:body></w:document>`, 'word/styles.xml': STYLES, 'word/numbering.xml': NUMBERING })[name])
const p = (runs: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
const r = (text: string, properties = '') => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const textOf = (block: Block): string => (block.kind === 'table' ? block.rows.map(({ cells }) => cells.map(({ paragraphs }) => paragraphs.map(textOf).join('\n')).join('|')).join('\n') : block.runs.map(({ text }) => text).join(''))
const textsOf = (body: string) => letterOf(body).blocks.map(textOf)
const first = (body: string) => letterOf(body).blocks[0] as Paragraph

it.each([
  ['characters that XML escapes', p(r('&lt;甲&gt; &amp; &quot;乙&quot; &#20013;&#x56fd; {x}')), ['<甲> & "乙" 中国 {x}']],
  ['breaks, tabs and hyphens', p('<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>3</w:t><w:noBreakHyphen/><w:t>4</w:t></w:r>'), ['一\n二\t3-4']],
  ['what was put in while changes were tracked, and not what was struck out', p(`<w:ins>${r('新')}</w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>`), ['新']],
  ['links and content controls', `${p(`<w:hyperlink>${r('甲')}</w:hyperlink>`)}<w:sdt><w:sdtContent>${p(r('乙'))}</w:sdtContent></w:sdt>`, ['甲', '乙']],
  ['the result of a field, not its code', p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3月1日</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'), ['3月1日']],
  ['no hidden text', p(r('看得见') + r('看不见', '<w:vanish/>')), ['看得见']],
  ['text in a box, once', p(`<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${p(r('盒中'))}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p(r('盒中'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`), ['', '盒中']],
  ['numbers that Word writes by itself', [0, 1, 1, 0].map((level, i) => p(r(`第${i + 1}段`), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`)).join(''), ['一、\t第1段', '一.1\t第2段', '一.2\t第3段', '二、\t第4段']],
])('%s', (_, body, expected) => {
  expect(textsOf(body)).toEqual(expected)
})

it('styles that are based on others, and what is set on the spot', () => {
  const title = first(p(r('关于'), '<w:pStyle w:val="Title"/><w:spacing w:before="400"/>'))
  expect(title).toMatchObject({ align: 'center', before: 20, after: 10, line: { rule: 'exact', by: 28 } })
  expect(title.runs[0]?.face).toEqual({ name: '黑体', size: 22, bold: false, italic: false, underline: false, color: 'C8102E' })
  expect(first(p(r('Latin'))).runs[0]?.face.name).toBe('Calibri')
  expect(first(p(r('圈'), '<w:pStyle w:val="Round"/>')).runs[0]?.face.name).toBe('宋体')
})

it('indents in characters and in points', () => {
  expect(first(p(r('正文'), '<w:ind w:firstLineChars="200" w:firstLine="440"/>')).firstLine).toBe(22)
  expect(first(p(r('a'), '<w:ind w:left="425" w:hanging="425"/>'))).toMatchObject({ left: 21.25, firstLine: -21.25 })
})

it('a page of another size, and none given', () => {
  expect(letterOf(p(''), '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:top="-720" w:left="1440" w:right="720" w:bottom="360" w:header="300" w:footer="200"/></w:sectPr>').page).toEqual({ width: 841.9, height: 595.3, top: 36, left: 72, right: 36, bottom: 18, header: 15, footer: 10 })
  expect(letterOf(p('')).page).toMatchObject({ width: 595.3, height: 841.9 })
})

describe('a table', () => {
  const cell = (text: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(r(text))}</w:tc>`
  const table = (rows: string) => `<w:tbl><w:tblPr><w:tblStyle w:val="T"/><w:jc w:val="center"/></w:tblPr><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>${rows}</w:tbl>`
  const body = table(
    `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('序号')}${cell('两列', '<w:gridSpan w:val="2"/>')}</w:tr>` +
      `<w:tr>${cell('合', '<w:vMerge w:val="restart"/>')}${cell('甲')}${cell('=1+1', '<w:shd w:fill="ffff00"/>')}</w:tr>` +
      `<w:tr>${cell('', '<w:vMerge/>')}${cell('乙')}${cell('丙')}</w:tr>`,
  )
  it('with its heading, its lines and cells that are joined', () => {
    const read = letterOf(body).blocks[0] as Table
    expect(read).toMatchObject({ align: 'center', widths: [50, 100, 150], headRows: 1, lines: '000000' })
    expect(textOf(read)).toBe('序号|两列\n合|甲|=1+1\n|乙|丙')
  })

  it('stands in the middle of its sheet, with the same cells joined', () => {
    const { merges, rows, columns } = letterSheet(letterOf(body), { name: '表', digit: 8 })
    expect(columns).toHaveLength(5)
    const [head, one, two] = rows
    expect(merges).toEqual([{ top: head?.row, bottom: head?.row, left: 3, right: 4 }, { top: one?.row, bottom: two?.row, left: 2, right: 2 }])
    expect(one?.cells.map(({ value }) => value)).toEqual(['合', '甲', '=1+1'])
    expect(one?.cells[2]?.style).toMatchObject({ fill: 'FFFF00', border: '000000' })
  })
})

it('text longer than a row may be high goes on in the next row, and nothing of it is lost', () => {
  const words = Array.from({ length: 2500 }, (_, n) => `word${n}`).join(' ')
  const { rows } = letterSheet(letterOf(p(r(words))), { name: 'x', digit: 7 })
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.every(({ height = 0 }) => height <= 409)).toBe(true)
  expect(rows.flatMap(({ cells }) => cells.map(({ value }) => value ?? '')).join('').replace(/\s+/g, ' ').trim()).toBe(words)
})

it('a signature is not parted from the last words', () => {
  const keep = '<w:keepNext/>'
  const lines = (count: number) => Array.from({ length: count }, (_, n) => p(r(`第${n + 1}行`))).join('')
  const sheet = (before: number) => letterSheet(letterOf(lines(before) + p(r('末段'), keep) + p(r('办公室'), keep) + p(r('三月一日'))), { name: 'x', digit: 8 })
  // 697.9 points of page, 38 for each paragraph: eighteen stand on it.
  expect(sheet(15).print?.breakBeforeRows).toBeUndefined()
  const parted = sheet(16)
  expect(parted.print?.breakBeforeRows).toEqual([parted.rows.find(({ cells }) => cells[0]?.value === '末段')?.row])
})
