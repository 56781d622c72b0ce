/** Excels of different age: what is needed, what newer ones tell, and that the client itself refuses what they do not have. */
import { cellAt } from '../../../src/workbook/model'
import { benchOf, excelBench } from '../../support/excel/bench'
import { ExcelInMemory } from '../../support/excel/excel-in-memory'
import { openInExcel } from '../../support/excel/office-client'
import { bookFrom, sheetFrom } from '../../support/sheet'

const book = bookFrom([
  sheetFrom('名册', `
    | 姓名 | 入党时间   |
    | 王芳 | 1998-07-01 |
    | 李强 | ~          |
  `, { hiddenRows: [3] }),
  sheetFrom('考勤', '| 学时 |'),
])

describe('Excel before ExcelApi 1.7', () => {
  it.each(['snapshot', 'name', 'selected'] as const)('is told apart when asked for the %s', async (call) => {
    const { workbook } = await excelBench(book, {}, { version: '1.6' })
    await expect(workbook[call]()).rejects.toMatchObject({ code: 'host/too-old', params: { needs: 'ExcelApi 1.7' } })
  })
})

describe('Excel with ExcelApi 1.7 only', () => {
  const open = () => excelBench(book, {}, { version: '1.7' })

  it('says what its snapshots leave out, and leaves out no more', async () => {
    const { workbook } = await open()
    expect(workbook.lacks).toEqual(['host/lacks-hidden-rows', 'host/lacks-merges'])
    const [sheet] = (await workbook.snapshot()).sheets
    expect(sheet).toEqual({ ...book.sheets[0], merges: [], rows: book.sheets[0]?.rows.map(({ row, cells }) => ({ row, cells })) })
  })

  it('is listened to sheet by sheet', async () => {
    const { workbook, person, settled } = await open()
    let edits = 0
    const selected: string[] = []
    await workbook.snapshot()
    const stop = await workbook.onEdited(() => edits++)
    await workbook.onSelected(({ sheet }) => selected.push(sheet))
    person.types('考勤', 2, 1, 8)
    person.selects('考勤', 2, 1)
    await settled()
    expect([edits, selected]).toEqual([1, ['考勤']])
    await stop()
    person.types('考勤', 2, 1, 9)
    await settled()
    expect(edits).toBe(1)
  })

  it('tells its own patch from an edit of the same cell afterwards', async () => {
    const { workbook, person, settled } = await open()
    let edits = 0
    await workbook.snapshot()
    await workbook.onEdited(() => edits++)
    await workbook.apply({ sheets: [{ sheet: '考勤', cells: [{ row: 2, column: 1, value: 8 }] }] })
    await settled()
    expect(edits).toBe(0)
    person.types('考勤', 2, 1, 9)
    await settled()
    expect(edits).toBe(1)
  })

  it('cannot take a patch that adds sheets', async () => {
    const { workbook } = await open()
    await expect(workbook.apply({ sheets: [], add: [{ name: '排名', columns: [], rows: [] }] })).rejects.toMatchObject({ code: 'host/too-old', params: { needs: 'ExcelApi 1.13' } })
  })
})

describe('a newer Excel', () => {
  it('lacks nothing', async () => expect((await excelBench(book)).workbook.lacks).toEqual([]))

  it('gives dates of the 1904 system as days of the 1900 system, and takes them so', async () => {
    const excel = ExcelInMemory.of(book)
    excel.dates1904 = true
    const { workbook } = benchOf(excel)
    const valueAt = async (row: number, column: number) => cellAt((await workbook.snapshot()).sheets[0] as never, row, column)?.value
    const raw = excel.sheet('名册').at(2, 2)?.value as number
    expect(await valueAt(2, 2)).toBe(raw + 1462)
    await workbook.apply({ sheets: [{ sheet: '名册', cells: [{ row: 2, column: 2, value: 38_404 }] }] })
    expect(await valueAt(2, 2)).toBe(38_404)
    expect(excel.sheet('名册').at(2, 2)?.value).toBe(38_404 - 1462)
  })

  it('is read without merged areas when it has more than it can list', async () => {
    const excel = ExcelInMemory.of(book)
    for (let row = 1; row <= 600; row++) excel.sheet('考勤').merges.push({ top: row, left: 5, bottom: row, right: 6 })
    const [first, second] = (await benchOf(excel).workbook.snapshot()).sheets
    expect([first?.rows, first?.merges, second?.merges]).toEqual([book.sheets[0]?.rows, [], []])
  })
})

describe('the client in these tests', () => {
  it('is the genuine one, which refuses what the version does not have', async () => {
    const { runtime } = openInExcel(ExcelInMemory.of(book), { version: '1.7' })
    await expect(runtime.run(async (context) => void context.workbook.worksheets.onChanged.add(async () => undefined))).rejects.toMatchObject({ code: 'ApiNotFound' })
  })

  it('refuses to read what was not loaded', async () => {
    const { runtime } = openInExcel(ExcelInMemory.of(book))
    await expect(runtime.run(async (context) => context.workbook.name)).rejects.toMatchObject({ code: 'PropertyNotLoaded' })
  })

  it('gets no answer to a call that the executor does not know', async () => {
    const { runtime } = openInExcel(ExcelInMemory.of(book))
    await expect(runtime.run(async (context) => {
      context.workbook.worksheets.getItem('名册').getRange('A1').clear()
      await context.sync()
    })).rejects.toThrow('the executor does not know Range.Clear()')
  })
})
