/** What a person may do in the grid, and what is refused. */
import { cellAt } from '../../../src/workbook/model'
import type { SheetSpec, WorkbookSpec } from '../../../src/workbook/spec'
import { bookFrom, sheetFrom } from '../../support/sheet'
import { closeEngines, gridBench, type GridBench } from '../../support/grid/bench'

afterEach(closeEngines)

const SHEET = '名册'
const book = bookFrom([{ ...sheetFrom(SHEET, `
  | 序号 | 姓名 | 电话         | 入党时间   | 学时 | 合计 | 类别 |
  | 1    | 王芳 | '013800000000 | 1998-07-01 | 8    | =8   | 甲   |
  | 2    | 李强 | '007         | 2005-02-21 | 4    | =4   | 乙   |
  | 3    | 陈静 |              |            | 2    | =2   |      |
`), protected: true }, sheetFrom('空白', '| |')])

const open = (format?: string) => ({ locked: false, ...(format && { format }) })
const styles = [undefined, open(), open('@'), open('yyyy-mm-dd'), open(), undefined, open()]

function look(allow: NonNullable<SheetSpec['protection']>['allow'] = ['sort']): WorkbookSpec {
  const spec: SheetSpec = {
    name: SHEET,
    columns: [{ width: 6 }, { width: 12 }, { width: 15, style: open('@') }, { width: 12 }, { width: 8 }, { width: 8 }, { width: 8 }],
    rows: [2, 3, 4].map((row) => ({ row, cells: styles.map((style, n) => ({ column: n + 1, ...(style && { style }) })) })),
    protection: { allow },
    autoFilter: { top: 1, left: 1, bottom: 4, right: 7 },
    validations: [
      { area: { top: 2, left: 5, bottom: 4, right: 5 }, rule: { kind: 'decimal', min: 0, max: 8 }, error: { title: '学时', text: '应在0至8之间', style: 'stop' } },
      { area: { top: 2, left: 7, bottom: 4, right: 7 }, rule: { kind: 'list', source: '"甲,乙"' }, error: { title: '类别', text: '请从列表中选择', style: 'stop' } },
      { area: { top: 2, left: 4, bottom: 4, right: 4 }, rule: { kind: 'date', min: 1, max: 60000 }, error: { title: '日期', text: '请填日期', style: 'warning' } },
    ],
  }
  return { sheets: [spec, { name: '空白', columns: [], rows: [] }], names: [], title: '', author: '', font: { name: '宋体', size: 11 } }
}

async function grid(allow?: NonNullable<SheetSpec['protection']>['allow']) {
  const bench = await gridBench(book, {}, look(allow))
  const at = async (row: number, column: number) => cellAt((await bench.workbook.snapshot()).sheets[0]!, row, column)?.value
  const column = async (number: number) => Promise.all([2, 3, 4].map((row) => at(row, number)))
  return { ...bench, at, column }
}

const paste = ({ command }: GridBench, text: string) => command('sheet.command.paste-by-short-key', { textContent: text, htmlContent: `<table><tr><td style="color:red">${text}</td></tr></table>` })
const range = (top: number, left: number, bottom: number, right: number) => ({ startRow: top - 1, startColumn: left - 1, endRow: bottom - 1, endColumn: right - 1 })

describe('typing', () => {
  it('into a locked cell is refused', async () => {
    const bench = await grid()
    bench.person.types(SHEET, 2, 1, 9)
    expect(bench.refusals).toEqual([{ code: 'grid/locked', params: { sheet: SHEET, cell: 'A2' } }])
    expect(await bench.at(2, 1)).toBe(1)
  })

  it('beyond a limit that stops is refused in the words of the workbook', async () => {
    const bench = await grid()
    bench.person.types(SHEET, 2, 5, 12)
    bench.person.types(SHEET, 2, 7, '丙')
    expect(bench.refusals).toEqual([
      { code: 'grid/not-allowed', params: { sheet: SHEET, cell: 'E2', title: '学时', text: '应在0至8之间' } },
      { code: 'grid/not-allowed', params: { sheet: SHEET, cell: 'G2', title: '类别', text: '请从列表中选择' } },
    ])
    expect([await bench.at(2, 5), await bench.at(2, 7)]).toEqual([8, '甲'])
  })

  it('beyond a limit that warns is let go', async () => {
    const bench = await grid()
    bench.person.types(SHEET, 2, 4, '九八年七月')
    expect(bench.refusals).toEqual([])
    expect(await bench.at(2, 4)).toBe('九八年七月')
  })

  it.each([
    ['007 into text', 3, '007', '007'], ['a formula into text', 3, '=1+1', '=1+1'], ['a date into a date', 4, '2005-3-11', 38422], ['a date into a name', 2, '2005-3-11', '2005-3-11'], ['an amount', 5, '7.5', 7.5],
  ])('takes %s', async (_, column, typed, value) => {
    const bench = await grid()
    bench.person.types(SHEET, 4, column, typed)
    expect(await bench.at(4, column)).toBe(value)
    expect(bench.refusals).toEqual([])
  })

  it('may be undone and done again, one step at a time', async () => {
    const bench = await grid()
    bench.person.types(SHEET, 2, 2, '王')
    bench.person.types(SHEET, 3, 2, '李')
    await bench.workbook.undo()
    expect(await bench.column(2)).toEqual(['王', '李强', '陈静'])
    await bench.workbook.undo()
    expect(await bench.column(2)).toEqual(['王芳', '李强', '陈静'])
    expect(bench.workbook.changes()).toEqual({ sheets: [] })
    await bench.workbook.undo()
    await bench.workbook.redo()
    expect(await bench.column(2)).toEqual(['王', '李强', '陈静'])
  })

  it('a patch is not what undo takes back', async () => {
    const bench = await grid()
    bench.person.types(SHEET, 2, 2, '王')
    await bench.workbook.apply({ sheets: [{ sheet: SHEET, cells: [{ row: 3, column: 2, value: '李' }] }] })
    await bench.workbook.undo()
    expect(await bench.column(2)).toEqual(['王芳', '李', '陈静'])
  })
})

describe('pasting', () => {
  it('fills the open cells and says how many are locked', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 1)
    await paste(bench, '9\t王 芳\t０１３８\n8\t李 强\t007')
    expect(await bench.column(2)).toEqual(['王 芳', '李 强', '陈静'])
    expect(await bench.column(3)).toEqual(['０１３８', '007', undefined])
    expect(await bench.column(1)).toEqual([1, 2, 3])
    expect(bench.refusals).toEqual([{ code: 'grid/pasted-partly', params: { sheet: SHEET, left: 2, written: 3 } }])
  })

  it('brings what is wrong: a check is there to find it', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 5)
    await paste(bench, '12\n=1+1\n八')
    expect(await bench.column(5)).toEqual([12, '=1+1', '八'])
    expect(bench.refusals).toEqual([])
  })

  it('fills a selection that is a multiple', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 7, 4, 7)
    await paste(bench, '乙\n')
    expect(await bench.column(7)).toEqual(['乙', '乙', '乙'])
  })

  it('is one step to undo', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 2)
    await paste(bench, 'a\tb\nc\td')
    await bench.workbook.undo()
    expect(bench.workbook.changes()).toEqual({ sheets: [] })
  })

  it('moves what was cut here, once', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 5)
    await bench.command('univer.command.cut')
    bench.select(SHEET, 4, 5)
    await paste(bench, '8')
    expect(await bench.column(5)).toEqual([undefined, 4, 8])
    bench.select(SHEET, 2, 5)
    await paste(bench, '8')
    expect(await bench.column(5)).toEqual([8, 4, 8])
  })

  it('brings the value behind what was copied here, not a formula', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 6)
    await bench.command('univer.command.copy')
    bench.select(SHEET, 4, 5)
    await paste(bench, '8')
    expect(bench.workbook.changes()).toEqual({ sheets: [{ sheet: SHEET, cells: [{ row: 4, column: 5, value: 8 }] }] })
  })
})

describe('filling, clearing and moving', () => {
  it('goes on with a series and leaves locked cells alone', async () => {
    const bench = await grid()
    await bench.command('sheet.command.auto-fill', { sourceRange: range(2, 5, 3, 5), targetRange: range(2, 5, 4, 5) })
    expect(await bench.column(5)).toEqual([8, 4, 0])
    await bench.command('sheet.command.auto-fill', { sourceRange: range(2, 1, 2, 2), targetRange: range(2, 1, 4, 2) })
    expect(await bench.column(1)).toEqual([1, 2, 3])
    expect(await bench.column(2)).toEqual(['王芳', '王芳', '王芳'])
    expect(bench.refusals).toEqual([{ code: 'grid/locked', params: { sheet: SHEET, cell: 'A3' } }])
  })

  it('empties open cells', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 1, 2, 3)
    await bench.command('sheet.command.clear-selection-content')
    expect([await bench.at(2, 1), await bench.at(2, 2), await bench.at(2, 3)]).toEqual([1, undefined, undefined])
    expect(bench.refusals).toEqual([{ code: 'grid/locked', params: { sheet: SHEET, cell: 'A2' } }])
  })

  it('moves contents, and nothing onto locked cells', async () => {
    const bench = await grid()
    await bench.command('sheet.command.move-range', { fromRange: range(2, 5, 2, 5), toRange: range(4, 5, 4, 5) })
    expect(await bench.column(5)).toEqual([undefined, 4, 8])
    await bench.command('sheet.command.move-range', { fromRange: range(4, 5, 4, 5), toRange: range(4, 6, 4, 6) })
    expect(await bench.column(5)).toEqual([undefined, 4, 8])
    expect(bench.refusals.map(({ code }) => code)).toEqual(['grid/locked'])
  })
})

describe('what saving would not keep', () => {
  it.each([
    ['insert-row-by-range', { range: range(2, 1, 2, 7) }], ['remove-row-by-range', { range: range(2, 1, 2, 7) }], ['insert-sheet', {}], ['remove-sheet', {}], ['set-worksheet-name', { name: 'x' }], ['set-worksheet-hidden', {}],
    ['copy-sheet', {}], ['set-worksheet-order', { order: 1 }], ['add-worksheet-merge', {}], ['set-style', { style: { type: 'bl', value: 1 } }], ['set-rows-hidden', {}], ['numfmt.set.numfmt', { values: [] }], ['set-frozen', {}], ['set-tab-color', { value: '#f00' }],
    ['insert-defined-name', { name: 'x', formulaOrRefString: 'A1' }],
  ])('%s is refused', async (name, params) => {
    const bench = await grid()
    const before = await bench.workbook.snapshot()
    expect(await bench.command(`sheet.command.${name}`, params)).toBe(false)
    expect(bench.refusals).toEqual([{ code: 'grid/structure', params: {} }])
    expect(await bench.workbook.snapshot()).toEqual(before)
  })

  it('a format alone is refused, and so is whatever writes without saying who', async () => {
    const bench = await grid()
    await bench.command('sheet.command.set-range-values', { range: range(2, 2, 2, 2), value: { s: { bl: 1 } } })
    await bench.command('sheet.mutation.remove-rows', { range: range(2, 1, 2, 7) })
    expect(bench.refusals.map(({ code }) => code)).toEqual(['grid/structure', 'grid/structure'])
  })

  it('widths may be changed', async () => {
    const bench = await grid()
    bench.select(SHEET, 2, 2)
    expect(await bench.command('sheet.command.set-worksheet-col-width', { value: 200 })).toBe(true)
    expect(bench.refusals).toEqual([])
  })
})

describe('sorting', () => {
  it('moves whole rows and leaves numbers and totals in their place', async () => {
    const bench = await grid()
    bench.select(SHEET, 3, 2)
    await bench.workbook.sort('ascending')
    expect(await bench.column(2)).toEqual(['陈静', '李强', '王芳'])
    expect(await bench.column(3)).toEqual([undefined, '007', '013800000000'])
    expect(await bench.column(1)).toEqual([1, 2, 3])
    await bench.workbook.undo()
    expect(await bench.column(2)).toEqual(['王芳', '李强', '陈静'])
  })

  it('is refused where the sheet does not allow it', async () => {
    const bench = await grid([])
    bench.select(SHEET, 3, 2)
    await bench.workbook.sort('ascending')
    expect(bench.refusals).toEqual([{ code: 'grid/no-sort', params: { sheet: SHEET } }])
  })

  it('says that there is nothing to sort', async () => {
    const bench = await grid()
    bench.select('空白', 5, 5)
    await bench.workbook.sort('descending')
    expect(bench.refusals).toEqual([{ code: 'grid/nothing-to-sort', params: { sheet: '空白' } }])
  })
})
