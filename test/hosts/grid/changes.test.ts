/** What differs from the file as it was opened: told, kept and laid over it again. */
import fc from 'fast-check'
import type { CellPatch } from '../../../src/workbook/patch'
import { cellAt, type Workbook } from '../../../src/workbook/model'
import { bookFrom, sheetFrom } from '../../support/sheet'
import { closeEngines, gridBench, plainLook } from '../../support/grid/bench'

afterEach(closeEngines)

const SUM = { column: 3, value: 12, formula: 'SUM(A2:A4)' }
const table = sheetFrom('台账', `
  | 学时 | 姓名 | 合计 |
  | 8    | 王芳 |      |
  | 4    | '007 |      |
  | =?   | #N/A | TRUE |
`)
const book: Workbook = bookFrom([{ ...table, rows: table.rows.map((row) => (row.row === 2 ? { ...row, cells: [...row.cells, SUM] } : row.row === 4 ? { ...row, cells: row.cells.slice(1) } : row)) }, sheetFrom('备注', "| '=1+1 |")])

describe('changes', () => {
  it('are none when nothing was done, or was taken back by hand', async () => {
    const { workbook, person } = await gridBench(book)
    expect(workbook.changes()).toEqual({ sheets: [] })
    person.types('台账', 2, 2, '王')
    person.types('台账', 2, 2, '王芳')
    await workbook.snapshot()
    expect(workbook.changes()).toEqual({ sheets: [] })
  })

  it('are what was typed, with the new results of formulas that depend on it', async () => {
    const { workbook, person } = await gridBench(book)
    person.types('台账', 2, 1, 10)
    await workbook.snapshot()
    expect(workbook.changes()).toEqual({ sheets: [{ sheet: '台账', cells: [{ row: 2, column: 1, value: 10 }], results: [{ row: 2, column: 3, value: 14 }] }] })
  })

  it('tell a typed formula with its result, an error among them', async () => {
    const { workbook, person } = await gridBench(book)
    person.types('备注', 2, 1, '=1+1')
    person.types('备注', 3, 1, '=1/0')
    await workbook.snapshot()
    expect(workbook.changes().sheets).toEqual([{ sheet: '备注', cells: [{ row: 2, column: 1, value: 2, formula: '1+1' }, { row: 3, column: 1, value: null, formula: '1/0' }], results: [{ row: 3, column: 1, value: { error: '#DIV/0!' } }] }])
  })

  it('tell that a formula was overwritten, and that a cell was emptied', async () => {
    const { workbook, person } = await gridBench(book)
    person.types('台账', 2, 3, 5)
    person.types('台账', 3, 2, '')
    await workbook.snapshot()
    expect(workbook.changes().sheets).toEqual([{ sheet: '台账', cells: [{ row: 2, column: 3, value: 5 }, { row: 3, column: 2, value: null }] }])
  })

  it('have added sheets with what they hold now', async () => {
    const { workbook, person } = await gridBench(book)
    await workbook.apply({ sheets: [], add: [{ name: '排名', columns: [{ width: 9 }], rows: [{ row: 1, height: 20, cells: [{ column: 1, value: '=甲', style: { fill: 'FF0000' } }, { column: 2, value: 1 }] }] }] })
    person.types('排名', 1, 2, 2)
    person.types('排名', 3, 1, 'x')
    await workbook.snapshot()
    expect(workbook.changes()).toEqual({ sheets: [], add: [{ name: '排名', columns: [{ width: 9 }], rows: [{ row: 1, height: 20, cells: [{ column: 1, value: '=甲', style: { fill: 'FF0000' } }, { column: 2, value: 2 }] }, { row: 3, cells: [{ column: 1, value: 'x' }] }] }] })
  })

  it.each([[true, 24], [false, 12]])('are none when the file asks to be calculated (%p)', async (calculates, sum) => {
    const stale = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.column === 1 && cell.value === 8 ? { ...cell, value: 20 } : cell)) })) })) }
    const { workbook } = await gridBench(stale, {}, { ...plainLook(stale), ...(calculates && { calculates }) })
    const changed = jest.fn()
    workbook.onChanged(changed)
    expect(cellAt((await workbook.snapshot()).sheets[0]!, 2, 3)?.value).toBe(sum)
    expect(workbook.changes()).toEqual({ sheets: [] })
    expect(changed).not.toHaveBeenCalled()
  })

  it('leave the sheet on screen that is there when sheets are added', async () => {
    const { workbook, select, shown } = await gridBench(book)
    select('台账', 2, 3)
    await workbook.apply({ sheets: [], add: [{ name: '_store', visibility: 'veryHidden', columns: [], rows: [] }, { name: '排名', columns: [], rows: [] }] })
    await workbook.snapshot()
    expect(shown()).toEqual({ sheet: '台账', row: 2, column: 3 })
  })

  it('laid over the file again are no edit', async () => {
    const { workbook } = await gridBench(book)
    let heard = 0
    await workbook.onEdited(() => heard++)
    workbook.onChanged(() => heard++)
    await workbook.restore({ sheets: [{ sheet: '台账', cells: [{ row: 2, column: 1, value: 1 }] }, { sheet: '没有', cells: [{ row: 1, column: 1, value: 1 }] }] })
    expect(heard).toBe(0)
    expect(cellAt((await workbook.snapshot()).sheets[0]!, 2, 3)?.value).toBe(5)
  })
})

const value = fc.oneof(fc.constantFrom('=1+1', '007', '#N/A', 'TRUE', "'x", '@A1', '', ' ', '12e5', '2005-03-11', '一\n二'), fc.string({ maxLength: 8 }), fc.integer({ min: -1e6, max: 1e6 }), fc.boolean(), fc.constant(null))
const edit = fc.record({ sheet: fc.constantFrom('台账', '备注'), row: fc.integer({ min: 1, max: 6 }), column: fc.integer({ min: 1, max: 4 }), value })
const once = (edits: readonly { sheet: string; row: number; column: number; value: CellPatch['value'] }[]) => [...new Map(edits.map((one) => [`${one.sheet} ${one.row} ${one.column}`, one])).values()]

describe('whatever is written', () => {
  it('is what the next snapshot shows, and never a formula', () =>
    fc.assert(fc.asyncProperty(fc.array(edit, { maxLength: 8 }), async (edits) => {
      const { workbook } = await gridBench(book)
      const written = once(edits)
      await workbook.apply({ sheets: ['台账', '备注'].map((sheet) => ({ sheet, cells: written.filter((one) => one.sheet === sheet).map(({ row, column, value: to }) => ({ row, column, value: to })) })) })
      const after = await workbook.snapshot()
      for (const { sheet, row, column, value: to } of written) {
        const cell = cellAt(after.sheets.find(({ name }) => name === sheet)!, row, column)
        expect(cell?.value ?? null).toBe(to)
        expect(cell?.formula).toBeUndefined()
      }
      await closeEngines()
    }), { numRuns: 15 }), 60_000)

  it('comes back from a draft', () =>
    fc.assert(fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
      const first = await gridBench(book)
      for (const { sheet, row, column, value: to } of edits) first.person.types(sheet, row, column, to ?? '')
      const left = await first.workbook.snapshot()
      const draft = JSON.parse(JSON.stringify(first.workbook.changes())) as ReturnType<typeof first.workbook.changes>
      const second = await gridBench(book)
      await second.workbook.restore(draft)
      expect((await second.workbook.snapshot()).sheets).toEqual(left.sheets)
      expect(second.workbook.changes()).toEqual(draft)
      await closeEngines()
    }), { numRuns: 15 }), 60_000)
})
