import { nodeCompression } from '../../../src/workbook/compression/node'
import type { CellPatch } from '../../../src/workbook/patch'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { shiftFormula } from '../../../src/workbook/xlsx/patch/shift-formula'
import { changedParts, partNames, partText } from '../../support/package-parts'
import { type SmallWorkbook, entriesOf, partsOf } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'

const change = (row: number, column: number, value: CellPatch['value']): CellPatch => ({ row, column, value })
const bytesOf = (book: SmallWorkbook, more: Record<string, string> = {}) => zipOf(entriesOf({ ...partsOf(book), ...more }))
const patched = (bytes: Uint8Array, ...cells: CellPatch[]) => patchWorkbook(bytes, { sheets: [{ sheet: 'A', cells }] }, nodeCompression)
const workbookAfter = (book: SmallWorkbook, ...cells: CellPatch[]) => partText(patched(bytesOf(book), ...cells), 'xl/workbook.xml')

describe('a workbook with formulas', () => {
  const formula = '<row r="1"><c r="A1"><f>B1*2</f><v>2</v></c><c r="B1"><v>1</v></c></row>'

  it.each([
    ['has settings of calculation', '<calcPr calcId="191029"/>', '<calcPr calcId="191029" fullCalcOnLoad="1"/>'],
    ['has settings with an end tag', '<calcPr calcId="1"></calcPr>', '<calcPr calcId="1" fullCalcOnLoad="1"></calcPr>'],
    ['says no', '<calcPr fullCalcOnLoad="0" calcId="1"/>', '<calcPr fullCalcOnLoad="1" calcId="1"/>'],
    ['has names and no settings', '<definedNames><definedName name="a">1</definedName></definedNames><extLst/>', '<definedNames><definedName name="a">1</definedName></definedNames><calcPr fullCalcOnLoad="1"/><extLst/>'],
    ['has neither', '<pivotCaches/>', '<calcPr fullCalcOnLoad="1"/><pivotCaches/>'],
  ])('that %s is calculated when it is opened', (_, rest, expected) => {
    const xml = workbookAfter({ sheets: { A: formula }, after: rest }, change(1, 2, 5))
    expect(xml).toContain(`</sheets>${expected}</workbook>`)
  })

  it('is found by a formula on another sheet', () => {
    expect(workbookAfter({ sheets: { A: '', B: formula } }, change(1, 1, 5))).toContain('fullCalcOnLoad="1"')
  })

  it('is left as it is when it asks for calculation already, or nothing changes', () => {
    const bytes = bytesOf({ sheets: { A: formula }, after: '<calcPr fullCalcOnLoad="true"/>' })
    expect(changedParts(bytes, patched(bytes, change(1, 2, 5)))).toEqual(['xl/worksheets/sheet1.xml'])
    expect(patched(bytes, change(1, 2, 1))).toBe(bytes)
  })

  it('is one only by formulas: texts that look like them do not count', () => {
    const bytes = bytesOf({ sheets: { A: '<row r="1"><c r="A1" t="str"><v>&lt;f&gt;</v></c></row>' } })
    expect(changedParts(bytes, patched(bytes, change(1, 2, 5)))).toEqual(['xl/worksheets/sheet1.xml'])
  })
})

describe('the calculation chain', () => {
  const book: SmallWorkbook = { sheets: { A: '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1"><v>1</v></c></row>' }, after: '<calcPr fullCalcOnLoad="1"/>' }
  const rels = partsOf(book)['xl/_rels/workbook.xml.rels']!
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="a"/>'
  const chain = '<Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml" PartName="/xl/calcChain.xml"/>'
  const relationship = '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>'
  const bytes = bytesOf(book, {
    '[Content_Types].xml': `${types}${chain}</Types>`,
    'xl/_rels/workbook.xml.rels': rels.replace('</Relationships>', `${relationship}</Relationships>`),
    'xl/calcChain.xml': '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="A1" i="1"/></calcChain>',
  })

  it('goes when a formula gives way: the part, what it is, and the way to it', () => {
    const after = patched(bytes, change(1, 1, 'x'))
    expect(partNames(after)).not.toContain('xl/calcChain.xml')
    expect(partText(after, '[Content_Types].xml')).toBe(`${types}</Types>`)
    expect(partText(after, 'xl/_rels/workbook.xml.rels')).toBe(rels)
  })

  it('stays when values alone change', () => {
    expect(changedParts(bytes, patched(bytes, change(1, 2, 'x')))).toEqual(['xl/worksheets/sheet1.xml'])
  })
})

describe('a shared formula', () => {
  const cell = (reference: string, formula: string) => `<c r="${reference}">${formula}<v>0</v></c>`
  const child = '<f t="shared" si="3"/>'
  const sheet = [
    `<row r="1">${cell('B1', '<f t="shared" ref="B1:B4" si="3">A1*$A$1+SUM(A1:A2)</f>')}</row>`,
    ...[2, 3, 4].map((n) => `<row r="${n}">${cell(`B${n}`, child)}</row>`),
  ].join('')
  const rows = (...cells: CellPatch[]) => partText(patched(bytesOf({ sheets: { A: sheet } }), ...cells), 'xl/worksheets/sheet1.xml')

  it('goes over to the next cell when the one that spells it out gives way', () => {
    const after = rows(change(1, 2, 7))
    expect(after).toContain('<row r="1"><c r="B1"><v>7</v></c></row>')
    expect(after).toContain('<c r="B2"><f t="shared" ref="B2:B4" si="3">A2*$A$1+SUM(A2:A3)</f><v>0</v></c>')
    expect(after).toContain(`${cell('B3', child)}</row><row r="4">${cell('B4', child)}`)
  })

  it('skips cells that give way too', () => {
    expect(rows(change(1, 2, 7), change(2, 2, null))).toContain('<c r="B3"><f t="shared" ref="B3:B4" si="3">A3*$A$1+SUM(A3:A4)</f><v>0</v></c>')
  })

  it('stays where it is when another cell gives way', () => {
    expect(rows(change(3, 2, 7))).toContain('<f t="shared" ref="B1:B4" si="3">A1*$A$1+SUM(A1:A2)</f>')
  })

  it('ends when all of them give way', () => {
    expect(rows(...[1, 2, 3, 4].map((n) => change(n, 2, n)))).not.toContain('<f')
  })

  it('of the same number further down is another one', () => {
    const twice = `${sheet}<row r="5">${cell('B5', '<f t="shared" ref="B5:B6" si="3">C5</f>')}</row><row r="6">${cell('B6', child)}</row>`
    const after = partText(patched(bytesOf({ sheets: { A: twice } }), change(5, 2, 1)), 'xl/worksheets/sheet1.xml')
    expect(after).toContain('<c r="B6"><f t="shared" ref="B6" si="3">C6</f><v>0</v></c>')
    expect(after).toContain('si="3">A1*$A$1')
  })
})

describe('a formula that moves', () => {
  it.each<[string, number, number, string]>([
    ['A1+$B2+C$3+$D$4', 1, 1, 'B2+$B3+D$3+$D$4'],
    ['SUM(A1:B2,Sheet2!C3)', 2, 0, 'SUM(A3:B4,Sheet2!C5)'],
    ["'A1 A1'!A1&\"A1\"", 1, 0, "'A1 A1'!A2&\"A1\""],
    ['SUM(A:B)+SUM($A:C)+SUM(1:2)', 1, 1, 'SUM(B:C)+SUM($A:D)+SUM(2:3)'],
    ['LOG10(A1)+rate1_2+TAX2005+_A1', 1, 0, 'LOG10(A2)+rate1_2+TAX2006+_A1'],
    ['党课1+A1.B2+1E5+2.5', 1, 0, '党课1+A1.B2+1E5+2.5'],
    ['Table1[A1]+Table1[[#This Row],[A1]]', 1, 0, 'Table1[A1]+Table1[[#This Row],[A1]]'],
    ['[1]Sheet1!A1+XYZ1', 1, 0, '[1]Sheet1!A2+XYZ1'],
    ['A1+B2', -1, 0, '#REF!+B1'],
    ['A1', 0, -1, '#REF!'],
    ['_xlfn.IFNA(A1,TRUE)', 1, 0, '_xlfn.IFNA(A2,TRUE)'],
  ])('%s by %d rows and %d columns reads %s', (formula, rows, columns, expected) => {
    expect(shiftFormula(formula, rows, columns)).toBe(expected)
  })
})
