import type { IMutationInfo, Worksheet } from '@univerjs/core'
import { SetWorksheetRowAutoHeightMutation, type ISetWorksheetRowAutoHeightMutationParams } from '@univerjs/sheets'

/**
 * Rows that follow their text, never lower than the file has them: whoever laid the sheet out gave them room, and a row
 * that shrinks under the eyes of the person who types into it is a nuisance. Other mutations pass as they are.
 */
export function noLowerThanInFile(mutations: readonly IMutationInfo[], sheet: Worksheet): IMutationInfo[] {
  return mutations.map((mutation) => {
    if (mutation.id !== SetWorksheetRowAutoHeightMutation.id) return mutation
    const params = mutation.params as ISetWorksheetRowAutoHeightMutationParams
    const rowsAutoHeightInfo = params.rowsAutoHeightInfo.map((info) => ({ ...info, autoHeight: Math.max(info.autoHeight ?? 0, sheet.getRowManager().getRow(info.row)?.h ?? 0) }))
    return { ...mutation, params: { ...params, rowsAutoHeightInfo } }
  })
}
