/** Texts as number formats show them, and as they stay. */
import { IUniverInstanceService, UniverInstanceType, type Workbook } from '@univerjs/core'
import { textFormat } from '../../../src/hosts/grid/drawn-texts'
import { cellAt } from '../../../src/workbook/model'
import { closeEngines, gridBench, plainLook } from '../../support/grid/bench'
import { bookFrom, sheetFrom } from '../../support/sheet'

afterEach(closeEngines)

describe('a number format', () => {
  it.each([
    ['"※"@', '※姓名'], ['"* "@', '* 姓名'], ['0;-0;0;"（"@"）"', '（姓名）'], ['0;-0;;"无"', '无'], ['[Red]\\*_ @', '* 姓名'], ['0;"a;b"@', 'a;b姓名'],
  ])('%s shows a text', (format, shown) => expect(textFormat(format)?.('姓名')).toBe(shown))
  it.each(['@', '0', '"第"0"周"', 'yyyy-mm-dd', '0;-0;0', 'General', '"@"0', '0;-0;0;@'])('%s leaves a text as it is', (format) => expect(textFormat(format)?.('姓名')).toBeUndefined())
})

describe('a heading of a required column', () => {
  it('is shown with the sign, and kept without it', async () => {
    const book = bookFrom([sheetFrom('名册', '| 姓名 | 日期 |')])
    const marked = { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell, n) => (n === 0 ? { ...cell, format: '"※"@' } : cell)) })) })) }
    const { engine, workbook } = await gridBench(marked, {}, plainLook(marked))
    const sheet = engine.univer.__getInjector().get(IUniverInstanceService).getCurrentUnitOfType<Workbook>(UniverInstanceType.UNIVER_SHEET)!.getActiveSheet()
    expect([sheet.getCell(0, 0)?.v, sheet.getCell(0, 1)?.v]).toEqual(['※姓名', '日期'])
    expect(cellAt((await workbook.snapshot()).sheets[0]!, 1, 1)?.value).toBe('姓名')
  })
})
