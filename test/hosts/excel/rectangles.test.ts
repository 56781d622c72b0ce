import fc from 'fast-check'
import { rectanglesOf } from '../../../src/hosts/excel/rectangles'
import { areaAddress } from '../../../src/workbook/address'
import type { CellPatch } from '../../../src/workbook/patch'

/** One letter is one cell; a dot is none. */
function cells(...lines: string[]): CellPatch[] {
  return lines.flatMap((line, row) => [...line].flatMap((value, column) => (value === '.' ? [] : [{ row: row + 1, column: column + 1, value }])))
}

const areas = (...lines: string[]) => rectanglesOf(cells(...lines)).map(areaAddress)

describe('rectangles of cells to write', () => {
  it.each([
    ['one', ['a'], ['A1:A1']],
    ['a block', ['abc', 'def'], ['A1:C2']],
    ['two columns of a register, with rows left out', ['..ab', '....', '..cd', '..ef'], ['C1:D1', 'C3:D4']],
    ['a gap in a row', ['a.b', 'c.d'], ['A1:A2', 'C1:C2']],
    ['rows of different width', ['ab', 'abc', 'abc'], ['A1:B1', 'A2:C3']],
    ['steps', ['a..', '.b.', '..c'], ['A1:A1', 'B2:B2', 'C3:C3']],
    ['none', ['...'], []],
  ])('%s', (_, lines, expected) => expect(areas(...lines)).toEqual(expected))

  it('hold every cell once, with its value, and no other', () => {
    const cell = fc.record({ row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 8 }), value: fc.oneof(fc.integer(), fc.constant(null)) })
    fc.assert(fc.property(fc.uniqueArray(cell, { selector: ({ row, column }) => `${row} ${column}` }), (given) => {
      const written = rectanglesOf(given).flatMap(({ top, left, bottom, right, values }) => {
        expect([values.length, ...new Set(values.map((row) => row.length))]).toEqual([bottom - top + 1, right - left + 1])
        return values.flatMap((row, r) => row.map((value, c) => ({ row: top + r, column: left + c, value })))
      })
      const order = (all: readonly CellPatch[]) => all.toSorted((a, b) => a.row - b.row || a.column - b.column)
      expect(order(written)).toEqual(order(given))
    }))
  })
})
