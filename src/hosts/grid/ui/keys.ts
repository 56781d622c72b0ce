/** Keys that people know from Excel and that Univer lacks. */
import { CommandType, ICommandService } from '@univerjs/core'
import type { FUniver } from '@univerjs/core/facade'
import type { FWorksheet } from '@univerjs/sheets/facade'
import { whenSheetEditorFocused } from '@univerjs/sheets-ui'
import { IShortcutService, KeyCode, MetaKeys } from '@univerjs/ui'
import { FOLLOW_LINK } from '../links'
import type { Injector } from '@univerjs/core'

const PAGE_UP = 33 as KeyCode
const PAGE_DOWN = 34 as KeyCode
const END = 35 as KeyCode
const HOME = 36 as KeyCode

interface GridKey {
  readonly id: string
  /** Univer's number of a key, and of those held with it. */
  readonly binding: number
  run(api: FUniver): void
}

export const GRID_KEYS: readonly GridKey[] = [
  { id: 'muster.row-start', binding: HOME, run: (api) => move(api, ({ row }, sheet) => ({ row, column: sheet.getFreeze().startColumn })) },
  { id: 'muster.sheet-start', binding: HOME | MetaKeys.CTRL_COMMAND, run: (api) => move(api, (_, sheet) => ({ row: sheet.getFreeze().startRow, column: sheet.getFreeze().startColumn })) },
  { id: 'muster.sheet-end', binding: END | MetaKeys.CTRL_COMMAND, run: (api) => move(api, (_, sheet) => ({ row: sheet.getLastRow(), column: sheet.getLastColumn() })) },
  { id: 'muster.page-up', binding: PAGE_UP, run: (api) => move(api, ({ row, column }, sheet) => ({ row: row - pageOf(sheet), column })) },
  { id: 'muster.page-down', binding: PAGE_DOWN, run: (api) => move(api, ({ row, column }, sheet) => ({ row: row + pageOf(sheet), column })) },
  // As in Excel for the web: without Alt, the browser turns over its own pages.
  { id: 'muster.previous-sheet', binding: PAGE_UP | MetaKeys.CTRL_COMMAND | MetaKeys.ALT, run: (api) => turn(api, -1) },
  { id: 'muster.next-sheet', binding: PAGE_DOWN | MetaKeys.CTRL_COMMAND | MetaKeys.ALT, run: (api) => turn(api, 1) },
  { id: 'muster.open-list', binding: KeyCode.ARROW_DOWN | MetaKeys.ALT, run: openList },
]

export function registerKeys(injector: Injector, api: FUniver): void {
  const commands = injector.get(ICommandService)
  const shortcuts = injector.get(IShortcutService)
  for (const { id, binding, run } of GRID_KEYS) {
    commands.registerCommand({ id, type: CommandType.OPERATION, handler: () => (run(api), true) })
    shortcuts.registerShortcut({ id, binding, preconditions: whenSheetEditorFocused })
  }
  shortcuts.registerShortcut({ id: FOLLOW_LINK, binding: KeyCode.ENTER | MetaKeys.CTRL_COMMAND, preconditions: whenSheetEditorFocused })
}

/** 0-based, as Univer counts. */
interface At {
  readonly row: number
  readonly column: number
}

function move(api: FUniver, to: (at: At, sheet: FWorksheet) => At): void {
  const sheet = api.getActiveWorkbook()?.getActiveSheet()
  const from = sheet?.getSelection()?.getCurrentCell()
  if (!sheet || !from) return
  const wanted = to({ row: from.actualRow, column: from.actualColumn }, sheet)
  const row = within(wanted.row, sheet.getMaxRows())
  const column = within(wanted.column, sheet.getMaxColumns())
  sheet.getRange(row, column).activate()
  sheet.scrollToCell(row, column)
}

/** `startRow` and `startColumn` of a sheet without frozen panes are -1. */
const within = (index: number, count: number) => Math.max(0, Math.min(index, count - 1))

function pageOf(sheet: FWorksheet): number {
  const seen = sheet.getVisibleRange()
  return seen ? Math.max(1, seen.endRow - seen.startRow - 1) : 20
}

function turn(api: FUniver, by: 1 | -1): void {
  const workbook = api.getActiveWorkbook()
  const sheets = workbook?.getSheets().filter((sheet) => !sheet.isSheetHidden()) ?? []
  const at = sheets.findIndex((sheet) => sheet.getSheetId() === workbook?.getActiveSheet().getSheetId())
  const next = sheets[at + by]
  if (next) workbook?.setActiveSheet(next)
}

function openList(api: FUniver): void {
  const workbook = api.getActiveWorkbook()
  const sheet = workbook?.getActiveSheet()
  const at = sheet?.getSelection()?.getCurrentCell()
  if (!workbook || !sheet || !at) return
  void api.executeCommand('sheet.operation.show-data-validation-dropdown', { unitId: workbook.getId(), subUnitId: sheet.getSheetId(), row: at.actualRow, column: at.actualColumn })
}
