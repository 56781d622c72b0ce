/** Patches that were made one upon the other, as one. */
import type { CellPatch, SheetPatch, WorkbookPatch } from '../../workbook/patch'

/** Of a cell that several of them write the last value holds. What they do besides cells (heights, sheets) is done as the last one says. */
export function mergedPatches(patches: readonly WorkbookPatch[]): WorkbookPatch {
  const sheets = new Map<string, { readonly cells: Map<string, CellPatch>; rest: SheetPatch }>()
  for (const { sheets: changed } of patches) {
    for (const sheet of changed) {
      const known = sheets.get(sheet.sheet) ?? { cells: new Map<string, CellPatch>(), rest: sheet }
      for (const cell of sheet.cells) known.cells.set(`${cell.row} ${cell.column}`, cell)
      known.rest = { ...known.rest, ...sheet }
      sheets.set(sheet.sheet, known)
    }
  }
  return { ...Object.assign({}, ...patches), sheets: [...sheets.values()].map(({ cells, rest }) => ({ ...rest, cells: [...cells.values()] })) }
}
