/** A workbook open in the grid, for tests: the same engine as in the page, without a screen. */
import { CommandType, ICommandService, IUniverInstanceService, UniverInstanceType, type Workbook as UniverWorkbook } from '@univerjs/core'
import { RemoveSheetMutation, SetRangeValuesCommand, SetSelectionsOperation, SetWorksheetActiveOperation, SheetsSelectionsService } from '@univerjs/sheets'
import type { EditedWorkbook, Refusal } from '../../../src/app/edited-workbook'
import { createHeadlessEngine } from '../../../src/hosts/grid/headless'
import { createSpreadsheet } from '../../../src/hosts/grid/spreadsheet'
import type { GridEngine } from '../../../src/hosts/grid/engine'
import type { Workbook } from '../../../src/workbook/model'
import type { CellSpec, SheetSpec, WorkbookSpec } from '../../../src/workbook/spec'
import type { Bench, BenchOptions } from '../../hosts/contract'

export interface GridBench extends Bench {
  readonly workbook: EditedWorkbook
  readonly engine: GridEngine
  readonly refusals: Refusal[]
  /** Runs a command of the grid as a menu or a key does. */
  command(id: string, params?: object): Promise<boolean>
  /** Selects an area on the sheet (1-based). */
  select(sheet: string, top: number, left: number, bottom?: number, right?: number): void
}

const open: { readonly engine: GridEngine; readonly workbook: EditedWorkbook }[] = []

/** To be called after each test: engines keep timers running. */
export async function closeEngines(): Promise<void> {
  for (const { engine, workbook } of open.splice(0)) {
    await workbook.close()
    engine.dispose()
  }
}

export async function gridBench(book: Workbook, { open: unlocked = [], readOnly = false }: BenchOptions = {}, look = plainLook(book, unlocked)): Promise<GridBench> {
  const engine = createHeadlessEngine()
  const workbook = await createSpreadsheet(engine, { readOnly }).open({ name: '一周汇总.xlsx', book, look })
  open.push({ engine, workbook })
  const injector = engine.univer.__getInjector()
  const commands = injector.get(ICommandService)
  const unit = injector.get(IUniverInstanceService).getCurrentUnitOfType<UniverWorkbook>(UniverInstanceType.UNIVER_SHEET)!
  const unitId = unit.getUnitId()
  const idOf = (sheet: string) => unit.getSheetBySheetName(sheet)!.getSheetId()
  // What a page's own plugins bring. That the guard stops or lets through the command is what matters here.
  for (const id of ['univer.command.copy', 'univer.command.cut', 'univer.command.paste', 'sheet.command.paste-by-short-key']) commands.registerCommand({ id, type: CommandType.COMMAND, handler: () => true })
  const refusals: Refusal[] = []
  workbook.onRefused((refusal) => refusals.push(refusal))
  const select = (sheet: string, top: number, left: number, bottom = top, right = left) => {
    const primary = { startRow: top - 1, startColumn: left - 1, endRow: top - 1, endColumn: left - 1, actualRow: top - 1, actualColumn: left - 1, isMerged: false, isMergedMainCell: false }
    commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId, subUnitId: idOf(sheet) })
    commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId: idOf(sheet), selections: [{ range: { startRow: top - 1, startColumn: left - 1, endRow: bottom - 1, endColumn: right - 1 }, primary }] })
  }
  return {
    workbook,
    engine,
    refusals,
    command: (id, params) => commands.executeCommand(id, params),
    select,
    person: {
      types(sheet, row, column, input) {
        const value = typeof input === 'string' && input.startsWith('=') ? { f: input, v: null } : { v: input, f: null, p: null }
        commands.syncExecuteCommand(SetRangeValuesCommand.id, { unitId, subUnitId: idOf(sheet), range: { startRow: row - 1, startColumn: column - 1, endRow: row - 1, endColumn: column - 1 }, value })
      },
      selects: (sheet, row, column) => select(sheet, row, column),
      deletes: (sheet) => void commands.syncExecuteCommand(RemoveSheetMutation.id, { unitId, subUnitId: idOf(sheet), subUnitName: sheet, by: 'person' }),
    },
    shown() {
      const sheet = unit.getActiveSheet()
      const at = injector.get(SheetsSelectionsService).getWorkbookSelections(unitId).getSelectionsOfWorksheet(sheet.getSheetId())[0]!.range
      return { sheet: sheet.getName(), row: at.startRow + 1, column: at.startColumn + 1 }
    },
    settled: () => new Promise((go) => setImmediate(go)),
  }
}

/** A look in which nothing is said but what is protected, and which of its cells are open (`sheet row column`). */
export function plainLook(book: Workbook, unlocked: readonly string[] = []): WorkbookSpec {
  const sheets = book.sheets.map((sheet): SheetSpec => {
    const cells = new Map<number, CellSpec[]>()
    for (const one of unlocked) {
      const [, name, row, column] = /^(.*) (\d+) (\d+)$/.exec(one) ?? []
      if (name === sheet.name) cells.set(Number(row), [...(cells.get(Number(row)) ?? []), { column: Number(column), style: { locked: false } }])
    }
    return {
      name: sheet.name,
      visibility: sheet.visibility,
      columns: [],
      rows: [...cells].sort(([a], [b]) => a - b).map(([row, held]) => ({ row, cells: held })),
      merges: sheet.merges,
      ...(sheet.protected && { protection: { allow: [] } }),
    }
  })
  return { sheets, names: [], title: '', author: '', font: { name: '宋体', size: 11 } }
}
