import type { OpenWorkbook } from '../open-workbook'

/** The same workbook; but `focus` is called once a cell is shown, so that one can go on typing in it. In Excel the keyboard stays in the pane. */
export function goingToCells(workbook: OpenWorkbook, focus: () => void): OpenWorkbook {
  return {
    ...(workbook.lacks && { lacks: workbook.lacks }),
    name: () => workbook.name(),
    snapshot: (...options) => workbook.snapshot(...options),
    apply: (patch) => workbook.apply(patch),
    selected: () => workbook.selected(),
    onEdited: (listener) => workbook.onEdited(listener),
    onSelected: (listener) => workbook.onSelected(listener),
    async reveal(sheet, row, column) {
      await workbook.reveal(sheet, row, column)
      focus()
    },
  }
}
