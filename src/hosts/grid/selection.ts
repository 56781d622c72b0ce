/** Where the person is, and moving there. */
import type { IMutationInfo, ISelection } from '@univerjs/core'
import { SetSelectionsOperation, type SheetsSelectionsService } from '@univerjs/sheets'
import type { Selected } from '../../app/open-workbook'
import type { Area } from '../../workbook/model'
import { rangeOf } from './conditions'
import type { OpenedBook, OpenedSheet } from './opened-book'

/** Selects an area of a sheet; a merged cell as a whole. The cell at its top left is the one that is typed into. */
export function selectionOf(book: OpenedBook, sheet: OpenedSheet, area: Area): IMutationInfo {
  const merge = book.worksheet(sheet).getMergedCell(area.top - 1, area.left - 1)
  const first = merge ?? rangeOf({ ...area, bottom: area.top, right: area.left })
  const wanted = rangeOf(area)
  const range = { ...wanted, startRow: Math.min(wanted.startRow, first.startRow), startColumn: Math.min(wanted.startColumn, first.startColumn), endRow: Math.max(wanted.endRow, first.endRow), endColumn: Math.max(wanted.endColumn, first.endColumn) }
  const primary = { startRow: first.startRow, startColumn: first.startColumn, endRow: first.endRow, endColumn: first.endColumn, actualRow: first.startRow, actualColumn: first.startColumn, isMerged: Boolean(merge), isMergedMainCell: Boolean(merge) }
  const selections: ISelection[] = [{ range, primary }]
  return { id: SetSelectionsOperation.id, params: { unitId: book.unitId, subUnitId: sheet.id, selections } }
}

/** Undefined when nothing is selected, or several areas are. */
export function selectedIn(book: OpenedBook, selections: SheetsSelectionsService): Selected | undefined {
  const worksheet = book.workbook.getActiveSheet(true)
  const sheet = worksheet && book.byId(worksheet.getSheetId())
  const areas = sheet && selections.getWorkbookSelections(book.unitId).getSelectionsOfWorksheet(sheet.id)
  const [only] = areas ?? []
  if (!sheet || !only || areas?.length !== 1) return undefined
  // Whole rows and columns have no number on the side that they fill.
  return { sheet: sheet.name, row: (Number.isFinite(only.range.startRow) ? only.range.startRow : 0) + 1, column: (Number.isFinite(only.range.startColumn) ? only.range.startColumn : 0) + 1 }
}
