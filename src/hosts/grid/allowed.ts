/**
 * What a person may do in the grid. Whatever changes more than the contents of cells would not be kept by saving, which
 * changes the cells of the file that was opened and nothing else; so it is refused before it is done.
 */

/** Commands that only show, select, measure or undo, and those that `guard.ts` carries out itself. */
const COMMANDS = new Set([
  ...['select-range', 'select-all', 'move-selection', 'move-selection-enter-tab', 'expand-selection', 'set-worksheet-activate'],
  ...['scroll-view', 'scroll-to-cell', 'scroll-view-reset', 'set-scroll-relative', 'change-zoom-ratio', 'set-zoom-ratio', 'set-row-header-width', 'set-col-header-height'],
  ...['delta-column-width', 'set-worksheet-col-width', 'set-col-is-auto-width', 'set-col-auto-width', 'delta-row-height', 'set-row-height', 'set-row-is-auto-height'],
  ...['set-filter-criteria', 'clear-filter-criteria', 're-calc-filter', 'replace'],
].map((name) => `sheet.command.${name}`))

const MUTATIONS = new Set([
  ...['set-worksheet-col-width', 'set-worksheet-row-height', 'set-worksheet-row-is-auto-height', 'set-worksheet-row-auto-height'],
  ...['set-filter-criteria', 're-calc-filter', 'mark-dirty-filter-change', 'data-validation-formula-mark-dirty', 'empty'],
].map((name) => `sheet.mutation.${name}`))

/** The families of commands and mutations that change workbooks. */
const CHANGES_WORKBOOKS = /^(sheets?|sheet-permission|data-validation|sheets-formula|formula)\.(command|mutation)\./
/** Of the formula engine's mutations only these change something; all others are its own book-keeping. */
const NAMES = /^formula\.mutation\.(set|remove)-defined-name$/

export function allowedCommand(id: string): boolean {
  return !CHANGES_WORKBOOKS.test(id) || COMMANDS.has(id)
}

export function allowedMutation(id: string): boolean {
  if (id.startsWith('formula.mutation.')) return !NAMES.test(id)
  return !CHANGES_WORKBOOKS.test(id) || MUTATIONS.has(id)
}
