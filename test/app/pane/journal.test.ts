import fc from 'fast-check'
import { changesOf, patchOf, undoingOf } from '../../../src/app/pane/journal'
import { patchedBook } from '../../../src/app/pane/patched-book'
import type { Workbook } from '../../../src/workbook/model'
import type { CellPatch } from '../../../src/workbook/patch'
import { bookFrom, sheetFrom } from '../../support/sheet'

const book = bookFrom([
  sheetFrom('表', `
  | 甲 | 1  | =3   |
  |    | 是 | #N/A |
`),
])
const patch = (...cells: CellPatch[]) => ({ sheets: [{ sheet: '表', cells }] })
const entry = (of: Workbook, cells: CellPatch[]) => ({ action: 'check' as const, at: '2005-03-04T09:30:00', changes: changesOf(of, patch(...cells)) })

describe('what a patch changes', () => {
  it.each<[string, CellPatch, number]>([
    ['a blank cell written to', { row: 2, column: 1, value: '乙' }, 1],
    ['a cell that holds it already', { row: 1, column: 1, value: '甲' }, 0],
    ['a number that is written as it stands', { row: 1, column: 2, value: 1 }, 0],
    ['a blank cell emptied', { row: 9, column: 9, value: null }, 0],
    ['a blank cell given no text', { row: 9, column: 9, value: '' }, 0],
    ['a formula whose result is written over it', { row: 1, column: 3, value: 3 }, 1],
  ])('%s', (_, cell, count) => expect(changesOf(book, patch(cell))).toHaveLength(count))

  it('is the patch, without what is there already', () => {
    const changes = changesOf(book, patch({ row: 1, column: 1, value: '甲' }, { row: 2, column: 1, value: '乙' }))
    expect(patchOf(changes)).toEqual(patch({ row: 2, column: 1, value: '乙' }))
  })
})

describe('undoing', () => {
  const cells: CellPatch[] = [
    { row: 1, column: 1, value: '乙' },
    { row: 2, column: 1, value: '丙' },
    { row: 1, column: 2, value: null },
  ]

  it('puts back what stood there', () => {
    const { patch: back, restored, left } = undoingOf(entry(book, cells), patchedBook(book, patch(...cells)))
    expect([restored, left]).toEqual([3, []])
    expect(back).toEqual(patch({ row: 1, column: 1, value: '甲' }, { row: 2, column: 1, value: null }, { row: 1, column: 2, value: 1 }))
  })

  it('leaves cells that somebody changed since', () => {
    const since = patchedBook(patchedBook(book, patch(...cells)), patch({ row: 2, column: 1, value: '丁' }))
    const { restored, left } = undoingOf(entry(book, cells), since)
    expect([restored, left.map(({ row, column }) => [row, column])]).toEqual([2, [[2, 1]]])
  })

  it('leaves what cannot be written back: a formula, an error value', () => {
    const over: CellPatch[] = [
      { row: 1, column: 3, value: 'x' },
      { row: 2, column: 3, value: 'y' },
    ]
    expect(undoingOf(entry(book, over), patchedBook(book, patch(...over)))).toMatchObject({ restored: 0, left: [{ column: 3 }, { column: 3 }] })
  })

  it('leaves the cells of a sheet that is gone', () => {
    expect(undoingOf(entry(book, cells), { ...book, sheets: [] })).toMatchObject({ patch: { sheets: [] }, restored: 0, left: [{}, {}, {}] })
  })

  it('takes what the host gives back in another form for what was written', () => {
    const written: CellPatch[] = [{ row: 2, column: 1, value: '3' }, { row: 3, column: 1, value: '两\n行' }]
    const shown = patchedBook(book, patch({ row: 2, column: 1, value: 3 }, { row: 3, column: 1, value: '两\r\n行' }))
    expect(undoingOf(entry(book, written), shown).restored).toBe(2)
  })

  it('tells a text of digits from the number that was there', () => {
    const number = patchedBook(book, patch({ row: 2, column: 1, value: 1 }))
    const over: CellPatch[] = [{ row: 2, column: 1, value: '1' }]
    expect(undoingOf(entry(number, over), patchedBook(number, patch(...over)))).toMatchObject({ restored: 1, patch: { sheets: [{ cells: [{ value: 1 }] }] } })
  })

  it('gives the workbook back as it was, whatever was written into it', () => {
    const value = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    const cell = fc.record({ row: fc.integer({ min: 1, max: 4 }), column: fc.integer({ min: 1, max: 2 }), value })
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ row, column }) => `${row} ${column}` }), (written) => {
        const after = patchedBook(book, patch(...written))
        const { patch: back, left } = undoingOf(entry(book, written), after)
        const undone = patchedBook(after, back)
        expect(left).toEqual([])
        expect(cellsOf(undone)).toEqual(cellsOf(book))
      }),
    )
  })
})

const cellsOf = ({ sheets }: Workbook) => sheets.map(({ rows }) => rows.filter(({ cells }) => cells.length > 0))
