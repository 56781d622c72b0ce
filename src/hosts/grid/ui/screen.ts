/** What the adapter asks of the screen: see GridScreen in ../engine.ts. */
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY, ICommandService, IUniverInstanceService, UniverInstanceType, type DocumentDataModel, type Injector, type IRange } from '@univerjs/core'
import type { FUniver } from '@univerjs/core/facade'
import { DeviceInputEventType, IRenderManagerService } from '@univerjs/engine-render'
import { AutoHeightController, EditingRenderController, IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui'
import { ILayoutService, KeyCode } from '@univerjs/ui'
import { first } from 'rxjs'
import type { GridScreen } from '../engine'
import { noLowerThanInFile } from '../row-heights'
import { cellHints } from './CellHint'
import { cellLinks } from './cell-links'

/** A screen that the page itself uses as well. */
export interface PageScreen extends GridScreen {
  /** Puts the keyboard into the grid, at the selected cell. */
  focus(): void
}

/** `element`: where the grid is drawn. */
export function screenOf(injector: Injector, api: FUniver, element: HTMLElement): PageScreen {
  const hint = cellHints(injector, element)
  return {
    finishEditing: () => finishEditing(injector, api),
    scrollTo: (row, column) => onceDrawn(injector, api, () => scrollTo(api, row - 1, column - 1)),
    fitRows: (sheet, rows) => onceDrawn(injector, api, () => fitRows(injector, api, sheet, rows)),
    onceDrawn: (run) => onceDrawn(injector, api, run),
    links: (follow) => cellLinks(injector, element, follow),
    hint,
    // Univer puts what is typed into the editor before it asks whether the cell may be edited.
    forgetTyped: () => void setTimeout(() => injector.get(IEditorBridgeService).refreshEditCellState()),
    clipboardText,
    focus: () => injector.get(ILayoutService).focus(),
  }
}

/** By the way of Univer's own Enter key, but waiting for the limits of the cell to have their say, and staying at the cell. */
async function finishEditing(injector: Injector, api: FUniver): Promise<boolean> {
  const workbook = api.getActiveWorkbook()
  if (!workbook || !injector.get(IEditorBridgeService).isVisible().visible) return true
  const typed = injector.get(IUniverInstanceService).getUnit<DocumentDataModel>(DOCS_NORMAL_EDITOR_UNIT_ID_KEY, UniverInstanceType.UNIVER_DOC)
  const taken = typed ? await injector.get(EditingRenderController).submitCellData(typed) : true
  // What was typed is in the cell, or refused with a message: nothing is left for the editor to write.
  injector.get(ICommandService).syncExecuteCommand(SetCellEditVisibleOperation.id, { visible: false, eventType: DeviceInputEventType.Keyboard, keycode: KeyCode.ESC, unitId: workbook.getId() })
  return taken
}

/** Leaves what is in view where it is. 0-based. */
function scrollTo(api: FUniver, row: number, column: number): void {
  const sheet = api.getActiveWorkbook()?.getActiveSheet()
  const seen = sheet?.getVisibleRange()
  const { ySplit = 0, xSplit = 0 } = sheet?.getFreeze() ?? {}
  // The last row and column in view are seldom whole.
  const isSeen = seen && (row < ySplit || (row >= seen.startRow && row < seen.endRow)) && (column < xSplit || (column >= seen.startColumn && column < seen.endColumn))
  if (!isSeen) sheet?.scrollToCell(row, column)
}

/** Univer draws a new workbook a moment after it was created; what is measured before that fails. */
function onceDrawn(injector: Injector, api: FUniver, run: () => void): void {
  const unit = api.getActiveWorkbook()?.getId()
  const drawn = injector.get(IRenderManagerService)
  if (unit === undefined) return
  if (drawn.getRenderById(unit)) return run()
  drawn.created$.pipe(first((one) => one.unitId === unit)).subscribe(() => setTimeout(() => void (api.getActiveWorkbook()?.getId() === unit && run())))
}

/** Heights are not something a person did: nothing to undo, so the mutations are run without their command. */
function fitRows(injector: Injector, api: FUniver, name: string, rows?: readonly number[]): void {
  const sheet = api.getActiveWorkbook()?.getSheetByName(name)
  if (!sheet) return
  const endColumn = sheet.getMaxColumns() - 1
  const ranges: IRange[] = rows ? rows.map((row) => ({ startRow: row - 1, endRow: row - 1, startColumn: 0, endColumn })) : [{ startRow: 0, endRow: sheet.getLastRow(), startColumn: 0, endColumn }]
  const commands = injector.get(ICommandService)
  const { redos } = injector.get(AutoHeightController).getUndoRedoParamsOfAutoHeight(ranges, sheet.getSheetId())
  for (const { id, params } of noLowerThanInFile(redos, sheet.getSheet())) commands.syncExecuteCommand(id, params)
}

async function clipboardText(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return undefined
  }
}
