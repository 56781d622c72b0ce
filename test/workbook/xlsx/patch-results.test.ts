import fs from 'node:fs'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { cellAt } from '../../../src/workbook/model'
import type { ResultPatch, SheetPatch } from '../../../src/workbook/patch'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { changedParts, partText } from '../../support/package-parts'
import { type SmallWorkbook, bytesOf, entriesOf, partsOf } from '../../support/small-workbook'
import { zipOf } from '../../support/zip-package'

type Result = ResultPatch['value']

const at = (cell: string, value: Result): ResultPatch => ({ row: Number(cell.slice(1)), column: cell.charCodeAt(0) - 64, value })
const patched = (bytes: Uint8Array, results: readonly ResultPatch[], rest: Partial<SheetPatch> = {}) => patchWorkbook(bytes, { sheets: [{ sheet: 'A', cells: [], results, ...rest }] }, nodeCompression)
const inRow = (cells: string, rest: Partial<SmallWorkbook> = {}) => bytesOf({ sheets: { A: `<row r="1">${cells}</row>` }, ...rest })
const cellsOf = (bytes: Uint8Array) => /<row r="1">(.*?)<\/row>/s.exec(partText(bytes, 'xl/worksheets/sheet1.xml'))![1]!
const na = { error: '#N/A' }

describe('a new result', () => {
  it.each<[string, string, Result, string]>([
    ['a number for a number', '<c r="A1" s="2"><f>B1</f><v>1</v></c>', 2.5, '<c r="A1" s="2"><f>B1</f><v>2.5</v></c>'],
    ['a text for a number', '<c r="A1" s="2"><f>B1</f><v>1</v></c>', 'a&b', '<c r="A1" s="2" t="str"><f>B1</f><v>a&amp;b</v></c>'],
    ['a number for a text', '<c r="A1" t="str" s="2"><f>B1</f><v>a</v></c>', 0, '<c r="A1" s="2"><f>B1</f><v>0</v></c>'],
    ['a truth value for an error', '<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>', true, '<c r="A1" t="b"><f>B1</f><v>1</v></c>'],
    ['an error for a number', '<c r="A1"><f>B1</f><v>1</v></c>', na, '<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>'],
    ['a newer error, by the name that files have for it', '<c r="A1"><f>B1</f><v>1</v></c>', { error: '#SPILL!' }, '<c r="A1" t="e"><f>B1</f><v>#VALUE!</v></c>'],
    ['an empty text', '<c r="A1"><f>B1</f><v>1</v></c>', '', '<c r="A1" t="str"><f>B1</f><v></v></c>'],
    ['the first one', '<c r="A1"><f>B1</f></c>', 7, '<c r="A1"><f>B1</f><v>7</v></c>'],
    ['none', '<c r="A1" t="str"><f>B1</f><v>a</v></c>', null, '<c r="A1"><f>B1</f></c>'],
    ['one in the place of a rich one', '<c r="A1" cm="1" t="e" vm="3"><f t="array" ref="A1">B1#</f><v>#VALUE!</v></c>', 7, '<c r="A1" cm="1"><f t="array" ref="A1">B1#</f><v>7</v></c>'],
    ['one in a cell without a name', '<c><f>B1</f><v>1</v></c>', 'x', '<c t="str"><f>B1</f><v>x</v></c>'],
    ['one in a cell that others wrote', "<x:c r='A1' t='n'><x:f  ca='1' >B1 </x:f>\n<x:v>1</x:v><x:extLst/></x:c>", 'x', "<x:c r='A1' t='str'><x:f  ca='1' >B1 </x:f><x:v>x</x:v>\n<x:extLst/></x:c>"],
  ])('may be %s; the formula stays as it is written', (_, cell, value, expected) => {
    expect(cellsOf(patched(inRow(cell), [at('A1', value)]))).toBe(expected)
  })

  it.each<[string, string, Result]>([
    ['number', '<c r="A1"><f>B1</f><v>1.50</v></c>', 1.5],
    ['text', '<c r="A1" t="str"><f>B1</f><v>a</v></c>', 'a'],
    ['empty text', '<c r="A1" t="str"><f>B1</f><v></v></c>', ''],
    ['truth value', '<c r="A1" t="b"><f>B1</f><v>0</v></c>', false],
    ['error', '<c r="A1" t="e"><f>B1</f><v>#N/A</v></c>', na],
    ['newer error', '<c r="A1" t="e" vm="1"><f>B1</f><v>#VALUE!</v></c>', { error: '#CALC!' }],
    ['nothing', '<c r="A1"><f>B1</f></c>', null],
  ])('that is the old one changes nothing: %s', (_, cell, value) => {
    const bytes = inRow(cell)
    expect(patched(bytes, [at('A1', value)])).toBe(bytes)
  })

  it.each([
    ['a value', '<c r="A1"><v>1</v></c>'],
    ['a text that looks like a formula', '<c r="A1" t="inlineStr"><is><t>=B1</t></is></c>'],
    ['nothing', '<c r="A1" s="1"/>'],
    ['nothing, not even itself', ''],
  ])('leaves alone a cell that holds %s', (_, cell) => {
    const bytes = inRow(cell)
    expect(patched(bytes, [at('A1', 5), at('A9', 5)])).toBe(bytes)
  })

  it('leaves alone a cell whose formula gives way in the same patch', () => {
    expect(cellsOf(patched(inRow('<c r="A1"><f>B1</f><v>1</v></c>'), [at('A1', 5)], { cells: [{ row: 1, column: 1, value: 3 }] }))).toBe('<c r="A1"><v>3</v></c>')
  })

  it('reaches every cell of a shared and of an array formula, and none beside them', () => {
    const shared = '<c r="A1"><f t="shared" ref="A1:B1" si="0">C1</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>1</v></c>'
    const array = '<c r="C1"><f t="array" ref="C1:D1">TRANSPOSE(A1:A2)</f><v>1</v></c><c r="D1"><v>1</v></c><c r="E1"><v>1</v></c>'
    const after = patched(inRow(shared + array), ['A1', 'B1', 'C1', 'D1', 'E1'].map((cell) => at(cell, 2)))
    expect(cellsOf(after)).toBe((shared + array.replace('<c r="E1"><v>1</v></c>', '')).replace(/<v>1/g, '<v>2') + '<c r="E1"><v>1</v></c>')
  })

  it('is a day as the workbook counts days', () => {
    const dated = { styles: '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>', before: '<workbookPr date1904="1"/>' }
    const bytes = inRow('<c r="A1" s="1"><f>B1</f><v>1</v></c>', dated)
    const after = patched(bytes, [at('A1', 38401)])
    expect(cellsOf(after)).toContain('<v>36939</v>')
    expect(cellAt(readWorkbook(after, { compression: nodeCompression }).sheets[0]!, 1, 1)).toMatchObject({ value: 38401, date: true })
    expect(patched(after, [at('A1', 38401)])).toBe(after)
  })

  it('keeps the calculation chain, asks for calculation, and touches no other part', () => {
    const bytes = zipOf(entriesOf({ ...partsOf({ sheets: { A: '<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>' } }), 'xl/calcChain.xml': '<calcChain/>' }))
    expect(changedParts(bytes, patched(bytes, [at('A1', 2)]))).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml'])
    expect(partText(patched(bytes, [at('A1', 2)]), 'xl/workbook.xml')).toContain('fullCalcOnLoad="1"')
  })

  it.each(['learning-mobilization/unit', 'learning-mobilization/group', 'safety-month/unit'])('reaches every formula of %s.xlsx, and changes no formula and no value', (name) => {
    const read = (bytes: Uint8Array) => readWorkbook(bytes, { compression: nodeCompression }).sheets
    const issued = new Uint8Array(fs.readFileSync(`templates/${name}.xlsx`))
    const values: Result[] = [7, 'x', true, na]
    const newOf = (row: number, column: number) => values[(row + column) % values.length]!
    const sheets = read(issued)
    // Asked for every cell: those without a formula have to stay.
    const patches = sheets.map(({ name: sheet, rows }): SheetPatch => ({ sheet, cells: [], results: rows.flatMap(({ row, cells }) => cells.map(({ column }) => ({ row, column, value: newOf(row, column) }))) }))
    const after = read(patchWorkbook(issued, { sheets: patches }, nodeCompression))
    const expected = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map((cell) => (cell.formula === undefined ? cell : { ...cell, value: newOf(row.row, cell.column) })) })) }))
    const withoutDates = (list: typeof sheets) => list.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(({ date: _, ...cell }) => cell) })) }))
    expect(withoutDates(after)).toEqual(withoutDates(expected))
    expect(sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter(({ formula }) => formula !== undefined))).length).toBeGreaterThan(50)
  })

  it.each<[string, ResultPatch[]]>([
    ['for a cell twice', [at('A1', 1), at('A1', 2)]],
    ['for a cell that does not exist', [{ row: 0, column: 1, value: 1 }]],
    ['that no cell can hold', [at('A1', NaN)]],
  ])('%s is a mistake of the program', (_, results) => {
    expect(() => patched(inRow(''), results)).toThrow(RangeError)
  })

  it('on a sheet that is not there is refused', () => {
    expect(() => patched(inRow(''), [at('A1', 1)], { sheet: 'B' })).toThrow(expect.objectContaining({ code: 'patch/no-sheet' }))
  })
})
