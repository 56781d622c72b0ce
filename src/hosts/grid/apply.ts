/** A patch → the grid: what it names and nothing else, and not on the list of what the person can undo. */
import { HostTrouble } from '../../app/open-workbook'
import type { CellValue } from '../../workbook/model'
import type { CellPatch, SheetPatch, WorkbookPatch } from '../../workbook/patch'
import type { Content } from './cell-data'
import { contentAt } from './snapshot'
import type { CellWrite, OpenedBook, OpenedSheet } from './opened-book'

/** Nothing is written when a sheet is missing or a cell is locked: throws `host/sheet-missing`, `host/protected`. */
export function applyPatch(book: OpenedBook, patch: WorkbookPatch): void {
  const targets = patch.sheets.map((one) => ({ one, sheet: targetOf(book, one) }))
  for (const { one, sheet } of targets) {
    if (one.cells.some(({ row, column }) => sheet.look.locked(row, column))) throw new HostTrouble('host/protected', { sheet: one.sheet })
  }
  for (const { one, sheet } of targets) writeSheet(book, sheet, one)
  addSheets(book, patch)
}

/** Lays the changes of a draft over the file just opened. What the file no longer has is left out. */
export function restoreChanges(book: OpenedBook, changes: WorkbookPatch): void {
  for (const one of changes.sheets) {
    const sheet = book.sheet(one.sheet)
    if (sheet) writeSheet(book, sheet, one)
  }
  addSheets(book, changes)
}

function targetOf(book: OpenedBook, { sheet }: SheetPatch): OpenedSheet {
  const found = book.sheet(sheet)
  if (!found) throw new HostTrouble('host/sheet-missing', { sheet })
  return found
}

function writeSheet(book: OpenedBook, sheet: OpenedSheet, { cells, results = [] }: SheetPatch): void {
  const writes = new Map<string, CellWrite>()
  const put = (row: number, column: number, content: Content | undefined) => writes.set(`${row} ${column}`, { row, column, content })
  for (const { row, column, value, formula } of cells) put(row, column, contentOfPatch(value, formula))
  for (const { row, column, value } of results) {
    const written = writes.get(`${row} ${column}`)
    const holds = written ? written.content : contentAt(book, sheet, row, column)
    if (holds?.formula) put(row, column, { formula: holds.formula, ...(value !== null && { value }) })
  }
  book.write(sheet, [...writes.values()], 'program')
}

function contentOfPatch(value: CellPatch['value'], formula: string | undefined): Content | undefined {
  const known: { value?: CellValue } = value === null ? {} : { value }
  if (formula !== undefined) return { ...known, formula }
  return value === null ? undefined : known
}

function addSheets(book: OpenedBook, { add = [] }: WorkbookPatch): void {
  for (const spec of add) if (!book.sheet(spec.name)) book.add(spec)
}
