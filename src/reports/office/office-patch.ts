import type { Campaign } from '../../domain/campaign/campaign'
import type { Workbook } from '../../workbook/model'
import type { CellPatch, RowHeight, SheetPatch, WorkbookPatch } from '../../workbook/patch'
import type { SheetSpec } from '../../workbook/spec'
import { cellValue, type OfficeSheet } from './keyed-table'
import { locateTables, textOf } from './locate-tables'
import { patchTable } from './patch-table'
import { patchReturns } from './returns-store'
import { officeSheets } from './sheets'
import type { OfficeState } from './state'
import { patchStore, STORE_SHEET, storeSheet } from './store'
import { tableSheet } from './table-sheet'
import { officeView, type OfficeWords } from './view'

/**
 * The change that makes an office workbook show a state: cells of our tables only. Sheets, columns,
 * rows, comments, charts and formats of people stay as they are; see `patchTable` for what moves.
 * A sheet of ours that was deleted is made again. Lists that people own (registry, settings' values)
 * are not touched. The same state on the patched workbook gives an empty patch.
 */
export function officePatch(campaign: Campaign, state: OfficeState, book: Workbook, words: OfficeWords): WorkbookPatch {
  const sheets = officeSheets(officeView(campaign, state, words))
  const located = locateTables(book)
  const cells = new Map<string, { cells: CellPatch[]; heights: RowHeight[] }>()
  const add: SheetSpec[] = []
  const put = (sheet: string, changed: readonly CellPatch[], heights: readonly RowHeight[] = []) => {
    if (changed.length === 0) return
    const known = cells.get(sheet) ?? { cells: [], heights: [] }
    cells.set(sheet, { cells: [...known.cells, ...changed], heights: [...known.heights, ...heights] })
  }
  for (const sheet of sheets) {
    const about = located.abouts.get(sheet.id)
    if (about) put(about.sheet.name, aboutPatch(sheet, about))
    if (sheet.tables.every(({ design }) => !located.tables.has(design.id)) && !book.sheets.some(({ name }) => name === sheet.name)) {
      // An older workbook may have no list of that name, or another one: what a sheet made now offers is written in its rule.
      add.push(tableSheet(sheet, { page: words.say('office/page'), listName: (choices) => `"${choices.join(',')}"` }))
      continue
    }
    for (const table of sheet.tables) {
      const place = located.tables.get(table.design.id)
      if (!place || table.design.owned) continue
      const change = patchTable(table, place)
      put(place.sheet.name, change.cells, change.heights)
    }
  }
  if (book.sheets.some(({ name }) => name === STORE_SHEET)) put(STORE_SHEET, patchStore(state, book))
  else add.push(storeSheet(state))
  const kept = patchReturns(state.returns, book)
  for (const [sheet, changed] of kept.cells) put(sheet, changed)
  add.push(...kept.add)
  const patched = [...cells].map(([sheet, change]): SheetPatch => ({ sheet, cells: change.cells, ...(change.heights.length > 0 && { heights: change.heights }) }))
  return { sheets: patched, ...(add.length > 0 && { add }) }
}

/** Nothing to write: the file stays as it is, to the byte. */
export function isEmptyPatch(patch: WorkbookPatch): boolean {
  return patch.sheets.every(({ cells }) => cells.length === 0) && (patch.add ?? []).length === 0
}

/** Our tables whose sheet is there and whose marks are not: they cannot be brought up to date. */
export function lostTables(campaign: Campaign, state: OfficeState, book: Workbook, words: OfficeWords): { readonly table: string; readonly sheet: string }[] {
  const { tables: located } = locateTables(book)
  const there = new Set(book.sheets.map(({ name }) => name))
  return officeSheets(officeView(campaign, state, words)).flatMap(({ name, tables }) => tables.filter(({ design }) => there.has(name) && !located.has(design.id)).map(({ design }) => ({ table: design.id, sheet: name })))
}

function aboutPatch(sheet: OfficeSheet, about: { sheet: Workbook['sheets'][number]; row: number; column: number }): CellPatch[] {
  const now = about.sheet.rows.find(({ row }) => row === about.row)?.cells.find(({ column }) => column === about.column)
  const value = cellValue(sheet.about)
  return textOf(now) === (value ?? '') ? [] : [{ row: about.row, column: about.column, value }]
}
