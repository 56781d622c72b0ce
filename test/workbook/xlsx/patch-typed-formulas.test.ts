import { nodeCompression } from '../../../src/workbook/compression/node'
import { cellAt } from '../../../src/workbook/model'
import type { CellPatch, SheetPatch } from '../../../src/workbook/patch'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { changedParts, partNames, partText } from '../../support/package-parts'
import { type SmallWorkbook, bytesOf, entriesOf, partsOf, relationships } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'

const typed = (row: number, column: number, formula: string, value: CellPatch['value'] = null): CellPatch => ({ row, column, formula, value })
const patched = (bytes: Uint8Array, cells: readonly CellPatch[], rest: Partial<SheetPatch> = {}) => patchWorkbook(bytes, { sheets: [{ sheet: 'A', cells, ...rest }] }, nodeCompression)
const rowsOf = (bytes: Uint8Array) => /<sheetData>(.*)<\/sheetData>/s.exec(partText(bytes, 'xl/worksheets/sheet1.xml'))![1]!
/** What stands in the sheet after a formula was typed into A1. */
const after = (cell: string, change: CellPatch, rest: Partial<SmallWorkbook> = {}) => rowsOf(patched(bytesOf({ sheets: { A: `<row r="1">${cell}</row>` }, ...rest }), [change]))

describe('a formula that a person typed', () => {
  it.each<[string, string, CellPatch['value'], string]>([
    ['a number', 'B1*2', 4, '<c r="A1" s="7"><f>B1*2</f><v>4</v></c>'],
    ['a text', 'B1&"<"', '1<', '<c r="A1" s="7" t="str"><f>B1&amp;"&lt;"</f><v>1&lt;</v></c>'],
    ['an empty text', 'IF(B1,"","x")', '', '<c r="A1" s="7" t="str"><f>IF(B1,"","x")</f><v></v></c>'],
    ['a truth value', 'B1>1', false, '<c r="A1" s="7" t="b"><f>B1&gt;1</f><v>0</v></c>'],
    ['nothing that is known', 'TODAY()', null, '<c r="A1" s="7"><f>TODAY()</f></c>'],
    ['what a newer function gives', 'ifs(B1=1,"a",TRUE,SORT(C1:C3))', 'a', '<c r="A1" s="7" t="str"><f>_xlfn.IFS(B1=1,"a",TRUE,_xlfn._xlws.SORT(C1:C3))</f><v>a</v></c>'],
  ])('gives %s', (_, formula, value, expected) => {
    for (const cell of ['<c r="A1" s="7"/>', '<c r="A1" s="7" t="s"><v>0</v></c>', '<c r="A1" s="7" cm="1"><f ca="1">1+1</f><v>2</v></c>']) {
      expect(after(cell, typed(1, 1, formula, value))).toBe(`<row r="1">${expected}</row>`)
    }
  })

  it.each<[string, string, CellPatch, string]>([
    ['in a row that is there', '<c r="A1"/>', typed(1, 2, 'A1', 0), '<row r="1"><c r="A1"/><c r="B1"><f>A1</f><v>0</v></c></row>'],
    ['in a row of its own', '<c r="A1"/>', typed(3, 1, 'A1'), '<row r="1"><c r="A1"/></row><row r="3"><c r="A3"><f>A1</f></c></row>'],
  ])('makes a cell %s', (_, cell, change, expected) => {
    expect(after(cell, change)).toBe(expected)
  })

  it('gives an error where the results say so', () => {
    const bytes = bytesOf({ sheets: { A: '<row r="1"><c r="A1"/></row>' } })
    expect(rowsOf(patched(bytes, [typed(1, 1, 'NA()', 1)], { results: [{ row: 1, column: 1, value: { error: '#N/A' } }] }))).toBe('<row r="1"><c r="A1" t="e"><f>NA()</f><v>#N/A</v></c></row>')
  })

  it('gives a day as the workbook counts days', () => {
    const dated = { styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>', before: '<workbookPr date1904="1"/>' }
    expect(after('<c r="A1" s="1"/>', typed(1, 1, 'DATE(2005,2,18)', 38401), dated)).toContain('<f>DATE(2005,2,18)</f><v>36939</v>')
  })

  it('reads back, and typing it again changes nothing', () => {
    const once = patched(bytesOf({ sheets: { A: '' } }), [typed(1, 1, 'IFS(TRUE,"a<b")', 'a<b'), typed(1, 2, 'B3', 0)])
    const sheet = readWorkbook(once, { compression: nodeCompression }).sheets[0]!
    expect(cellAt(sheet, 1, 1)).toMatchObject({ formula: '_xlfn.IFS(TRUE,"a<b")', value: 'a<b' })
    expect(patched(once, [typed(1, 1, 'IFS(TRUE,"a<b")', 'a<b'), typed(1, 2, 'B3', 0)])).toBe(once)
    expect(patched(once, [typed(1, 2, 'B3', 1)])).not.toBe(once)
  })

  it('is never made of a text', () => {
    expect(after('<c r="A1"/>', { row: 1, column: 1, value: '=B1' })).toBe('<row r="1"><c r="A1" t="inlineStr"><is><t>=B1</t></is></c></row>')
  })

  it.each<[string, CellPatch]>([
    ['empty', typed(1, 1, '')],
    ['written with its equals sign', typed(1, 1, '=A1')],
    ['beyond the limit of Excel', typed(1, 1, `1${'+1'.repeat(4_096)}`)],
    ['on a cell that is named twice', typed(1, 2, 'A1')],
  ])('that is %s is a mistake of the program', (_, change) => {
    expect(() => patched(bytesOf({ sheets: { A: '' } }), [{ row: 1, column: 2, value: 1 }, change])).toThrow(RangeError)
  })

  it.each<[string, string, string]>([
    ['under a merged area', '<sheetData/><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>', 'patch/merged-cell'],
    ['inside an array formula', '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1:B2">1</f><v>1</v></c></row></sheetData>', 'patch/array-formula'],
  ])('%s is refused, as a value is', (_, sheet, code) => {
    expect(() => patched(bytesOf({ sheets: { A: sheet } }), [typed(2, 2, 'C1')])).toThrow(expect.objectContaining({ code }))
  })

  it('on a sheet that is not there is refused', () => {
    expect(() => patchWorkbook(bytesOf({ sheets: { A: '' } }), { sheets: [{ sheet: 'B', cells: [typed(1, 1, 'A2')] }] }, nodeCompression)).toThrow(expect.objectContaining({ code: 'patch/no-sheet' }))
  })
})

describe('what a typed formula brings with it', () => {
  it('calculation on opening, also where there was no formula before', () => {
    const bytes = bytesOf({ sheets: { A: '' } })
    expect(partText(patched(bytes, [typed(1, 1, 'B1', 0)]), 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>')
  })

  it('an end to the calculation chain, which does not know it', () => {
    const parts = partsOf({ sheets: { A: '<row r="1"><c r="A1"><f>1</f><v>1</v></c></row>' } })
    const bytes = zipOf(entriesOf({ ...parts, 'xl/_rels/workbook.xml.rels': relationships([['worksheet', 'worksheets/sheet1.xml'], ['calcChain', 'calcChain.xml']]), 'xl/calcChain.xml': '<calcChain/>' }))
    const next = patched(bytes, [typed(2, 1, 'A1', 1)])
    expect(partNames(next)).not.toContain('xl/calcChain.xml')
    expect(changedParts(bytes, next)).toEqual(['xl/_rels/workbook.xml.rels', 'xl/calcChain.xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
  })

  it('an heir, where it takes the place of a shared formula', () => {
    const sheet = '<row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1+1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>'
    const next = patched(bytesOf({ sheets: { A: sheet } }), [typed(1, 1, 'B1+2', 2)], { results: [{ row: 2, column: 1, value: 'x' }] })
    expect(rowsOf(next)).toBe(
      '<row r="1"><c r="A1"><f>B1+2</f><v>2</v></c></row><row r="2"><c r="A2" t="str"><f t="shared" ref="A2:A3" si="0">B2+1</f><v>x</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>1</v></c></row>',
    )
  })
})
