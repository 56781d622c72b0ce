import fc from 'fast-check'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Cell, Sheet } from '../../../src/workbook/model'
import type { CellPatch, WorkbookPatch } from '../../../src/workbook/patch'
import type { CellSpec, ColumnSpec, RowSpec, Style } from '../../../src/workbook/spec'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { changedParts } from '../../support/package-parts'
import { anyText } from './any-text'

const read = (bytes: Uint8Array) => readWorkbook(bytes, { compression: nodeCompression })

const value = fc.oneof(anyText, fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0), fc.boolean())
const style: fc.Arbitrary<Style | undefined> = fc.constantFrom(undefined, { format: '@' }, { fill: 'FFFF00', format: '0.0' }, { format: 'yyyy-mm-dd' })
const content = fc.oneof(fc.record({ value, style }), fc.record({ style }), fc.record({ formula: fc.constant('A1+1'), value: fc.double({ noNaN: true, noDefaultInfinity: true }), style }))
const row = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 6 }), content), { selector: ([column]) => column, maxLength: 5 }).map((list) => list.map(([column, rest]): CellSpec => ({ column, ...rest })))
const rows = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), row), { selector: ([n]) => n, maxLength: 6 }).map((list) => list.map(([n, cells]): RowSpec => ({ row: n, cells })))
/** The second column has a style of its own, for cells that are not there. */
const columns: readonly ColumnSpec[] = [{ width: 9 }, { width: 9, style: { format: '0.00' } }]

const workbook = fc
  .tuple(rows, rows, rows)
  .map((sheets) => ({
    sheets,
    bytes: writeWorkbook({ title: '', author: '', font: { name: 'Arial', size: 10 }, names: [], sheets: sheets.map((list, n) => ({ name: `S${n + 1}`, columns, rows: list })) }, nodeCompression),
  }))

const cells = fc.uniqueArray(fc.record({ row: fc.integer({ min: 1, max: 11 }), column: fc.integer({ min: 1, max: 8 }), value: fc.oneof(value, fc.constant(null)) }), { selector: (c) => `${c.row}:${c.column}`, maxLength: 12 })
const patch: fc.Arbitrary<WorkbookPatch> = fc.record({ sheets: fc.uniqueArray(fc.record({ sheet: fc.constantFrom('S1', 'S2'), cells }), { selector: ({ sheet }) => sheet, maxLength: 2 }) })

/** The patch done to the model: what a reader of the patched file must see. */
function patchedModel(sheet: Sheet, changes: readonly CellPatch[], formatAt: (row: number, column: number) => string | undefined): Map<string, Omit<Cell, 'column'>> {
  const model = new Map<string, Omit<Cell, 'column'>>()
  for (const { row: n, cells: list } of sheet.rows) for (const { column, ...cell } of list) model.set(`${n}:${column}`, cell)
  for (const { row: n, column, value: next } of changes) {
    if (next === null || next === '') model.delete(`${n}:${column}`)
    else {
      const format = formatAt(n, column)
      model.set(`${n}:${column}`, { value: next, ...(format !== undefined && { format }), ...(format === 'yyyy-mm-dd' && typeof next === 'number' && { date: true }) })
    }
  }
  return model
}

function modelOf(sheet: Sheet): Map<string, Omit<Cell, 'column'>> {
  return patchedModel(sheet, [], () => undefined)
}

/** A cell that was described has its own format, any other its column's. */
function formatIn(list: readonly RowSpec[], row: number, column: number): string | undefined {
  const cell = list.find((spec) => spec.row === row)?.cells.find((spec) => spec.column === column)
  return cell ? cell.style?.format : columns[column - 1]?.style?.format
}

it('any patch does to the file what it does to the model, and nothing else', () => {
  fc.assert(
    fc.property(workbook, patch, ({ bytes, sheets }, change) => {
      const before = read(bytes)
      const patched = patchWorkbook(bytes, change, nodeCompression)
      const after = read(patched)
      before.sheets.forEach((sheet, n) => {
        const changes = change.sheets.find((s) => s.sheet === sheet.name)?.cells ?? []
        expect(modelOf(after.sheets[n]!)).toEqual(patchedModel(sheet, changes, (row, column) => formatIn(sheets[n]!, row, column)))
      })
      const mayChange = new Set(['xl/workbook.xml', ...change.sheets.map(({ sheet }) => `xl/worksheets/sheet${sheet.slice(1)}.xml`)])
      expect(changedParts(bytes, patched).filter((part) => !mayChange.has(part))).toEqual([])
      expect(patchWorkbook(patched, change, nodeCompression)).toBe(patched)
    }),
    { numRuns: 60 },
  )
})

it('a patch may be split: its parts one after the other give the same cells', () => {
  fc.assert(
    fc.property(workbook, cells, fc.nat(), ({ bytes }, list, at) => {
      const [first, second] = [list.slice(0, at % (list.length + 1)), list.slice(at % (list.length + 1))]
      const patches = [first, second].map((part): WorkbookPatch => ({ sheets: [{ sheet: 'S1', cells: part }] }))
      const inTwo = patches.reduce((now, part) => patchWorkbook(now, part, nodeCompression), bytes)
      const atOnce = patchWorkbook(bytes, { sheets: [{ sheet: 'S1', cells: list }] }, nodeCompression)
      expect(read(inTwo)).toEqual(read(atOnce))
    }),
    { numRuns: 30 },
  )
})
