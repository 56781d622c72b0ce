/** Workbooks as they are issued, open in the grid. */
import { ICommandService, IUniverInstanceService, UniverInstanceType, type Workbook as UniverWorkbook } from '@univerjs/core'
import { SetRangeValuesCommand } from '@univerjs/sheets'
import { unitWorkbook } from '../../../src/reports/issued/unit-workbook'
import { layoutForm } from '../../../src/domain/returns/layout'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { readLook } from '../../../src/workbook/xlsx/read-look'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { closeEngines, gridBench } from '../../support/grid/bench'
import { shipped, UNITS, wordsFor } from '../../support/shipped-campaigns'

afterEach(closeEngines)

const campaign = shipped('learning-mobilization')
const words = wordsFor(campaign, 'zh')
const bytes = writeWorkbook(unitWorkbook(campaign, UNITS[0]!, words), nodeCompression)
const book = readWorkbook(bytes, { compression: nodeCompression })
const look = readLook(bytes, { compression: nodeCompression })
const roster = layoutForm(campaign, 'members', { language: 'zh' })

async function issued() {
  const bench = await gridBench(book, {}, look)
  const unit = bench.engine.univer.__getInjector().get(IUniverInstanceService).getCurrentUnitOfType<UniverWorkbook>(UniverInstanceType.UNIVER_SHEET)!
  const worksheet = (name: string) => unit.getSheetBySheetName(name)!
  return { ...bench, unit, worksheet }
}

/** The sums are issued without a result: nothing is filled in yet. */
const calculated = book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell.formula && cell.value === undefined ? { ...cell, value: 0 } : cell)) })) }))

it('is given as the file reader gives it, with what was not calculated yet, and has no changes', async () => {
  const { workbook } = await issued()
  expect((await workbook.snapshot()).sheets).toEqual(calculated)
  expect(workbook.changes()).toEqual({ sheets: [] })
})

it('looks as it was described: widths, frozen rows, merged titles, hidden sheets', async () => {
  const { worksheet, unit } = await issued()
  const spec = look.sheets.find(({ name }) => name === roster.sheet)!
  const sheet = worksheet(roster.sheet)
  expect(sheet.getFreeze()).toMatchObject({ xSplit: spec.freeze?.columns, ySplit: spec.freeze?.rows })
  expect(sheet.getMergeData()).toHaveLength(spec.merges?.length ?? 0)
  expect([0, 1, 2].map((column) => sheet.getColumnWidth(column))).toEqual([0, 1, 2].map((column) => Math.round(spec.columns[column]!.width * 8) + 5))
  expect(unit.getSheets().filter((one) => one.isSheetHidden()).map((one) => one.getName())).toEqual(book.sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name))
})

it('shows the marks of a check in colour as soon as they are written, and no longer when they are gone', async () => {
  const { workbook, worksheet } = await issued()
  const { firstRow, marksColumn, columns } = roster
  const column = columns[1]!.column
  const fill = () => (worksheet(roster.sheet).getCell(firstRow - 1, column - 1)?.s as { bg?: { rgb?: string } } | undefined)?.bg?.rgb
  const plain = fill()
  await workbook.apply({ sheets: [{ sheet: roster.sheet, cells: [{ row: firstRow, column: marksColumn, value: `|${column}:e|` }] }] })
  expect(fill()).toBe('#F8CFCF')
  await workbook.apply({ sheets: [{ sheet: roster.sheet, cells: [{ row: firstRow, column: marksColumn, value: null }] }] })
  expect(fill()).toBe(plain)
})

it('offers in a list what was typed in the roster a moment ago, and refuses what is not on it', async () => {
  const { workbook, unit, engine, refusals } = await issued()
  const commands = engine.univer.__getInjector().get(ICommandService)
  const type = (sheet: string, row: number, column: number, value: string) => commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId: unit.getUnitId(), subUnitId: unit.getSheetBySheetName(sheet)!.getSheetId(), range: { startRow: row - 1, endRow: row - 1, startColumn: column - 1, endColumn: column - 1 }, value: { v: value } })
  const picking = look.sheets.flatMap((sheet) => (sheet.validations ?? []).map((validation) => ({ sheet: sheet.name, validation }))).find(({ validation }) => validation.rule.kind === 'list' && validation.rule.source.startsWith('muster_pick_'))!
  const { top, left } = picking.validation.area
  type(roster.sheet, roster.firstRow, roster.columns[0]!.column, '王芳')
  await workbook.snapshot()
  type(picking.sheet, top, left, '没有这个人')
  type(picking.sheet, top, left, '王芳')
  expect(refusals.map(({ code, params }) => [code, params.sheet])).toEqual([['grid/not-allowed', picking.sheet]])
})
