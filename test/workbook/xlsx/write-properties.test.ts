import fc from 'fast-check'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Row } from '../../../src/workbook/model'
import type { CellSpec, RowSpec, WorkbookSpec } from '../../../src/workbook/spec'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { anyText } from './any-text'

const value = fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.integer(), fc.boolean())
const formula = fc.constantFrom('A1+1', 'SUM(A1:B9)', '"<&>"&A1', "'a b'!A1", 'IF(A1="_x0041_",1,0)')
const format = fc.constantFrom(undefined, '@', '0.0', 'yyyy-mm-dd', '"a<b"0')
const cell: fc.Arbitrary<Omit<CellSpec, 'column'>> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ value }) },
  { weight: 1, arbitrary: fc.record({ formula, value: fc.option(value, { nil: undefined }) }) },
).chain((made) => format.map((code) => (code === undefined ? made : { ...made, style: { format: code } })))

const position = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.constantFrom(26, 27, 702, 703, 16_384) })
const row = fc.uniqueArray(fc.tuple(position, cell), { selector: ([column]) => column, maxLength: 8 }).map((list) => list.map(([column, rest]): CellSpec => ({ column, ...rest })))
const rows = fc.uniqueArray(fc.tuple(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constant(1_048_576)), row), { selector: ([n]) => n, maxLength: 8 }).map((list) => list.map(([n, cells]): RowSpec => ({ row: n, cells })))

/** What a reader must see. */
function expected(specs: readonly RowSpec[]): Row[] {
  const byRow = [...specs].sort((a, b) => a.row - b.row)
  return byRow
    .map(({ row: n, cells }) => ({ row: n, cells: [...cells].sort((a, b) => a.column - b.column).filter((c) => c.formula !== undefined || c.value !== '').map(readCell) }))
    .filter(({ cells }) => cells.length > 0)
}

function readCell({ column, value: written, formula: text, style }: CellSpec): Row['cells'][number] {
  const date = style?.format === 'yyyy-mm-dd' && typeof written === 'number'
  return { column, ...(written === undefined ? {} : { value: written }), ...(text === undefined ? {} : { formula: text }), ...(style?.format === undefined ? {} : { format: style.format }), ...(date ? { date } : {}) }
}

it('any sheet reads back as it was written', () => {
  fc.assert(
    fc.property(rows, (specs) => {
      const spec: WorkbookSpec = { title: '', author: '', font: { name: 'Arial', size: 10 }, names: [], sheets: [{ name: 'A', columns: [], rows: specs }] }
      const book = readWorkbook(writeWorkbook(spec, nodeCompression), { compression: nodeCompression })
      expect(book.sheets[0]!.rows.filter(({ cells }) => cells.length > 0)).toEqual(expected(specs))
    }),
    { numRuns: 150 },
  )
})

it('any property, name and sheet name reads back as it was written', () => {
  const name = anyText.filter((text) => text.trim() !== '' && text.length <= 31 && !/[[\]:*?/\\\p{Cc}]|^'|'$/u.test(text) && text.toLowerCase() !== 'history')
  const property = anyText.filter((text) => text !== '' && text !== '__proto__' && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text))
  fc.assert(
    fc.property(fc.dictionary(property, anyText, { maxKeys: 4 }), name, (properties, sheet) => {
      const spec: WorkbookSpec = { title: '', author: '', font: { name: 'Arial', size: 10 }, names: [], properties, sheets: [{ name: sheet, columns: [], rows: [] }] }
      const book = readWorkbook(writeWorkbook(spec, nodeCompression), { compression: nodeCompression })
      expect(book.properties).toEqual({ ...properties })
      expect(book.sheets[0]!.name).toBe(sheet)
    }),
    { numRuns: 60 },
  )
})
