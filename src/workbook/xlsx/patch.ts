import { LAST_COLUMN, LAST_ROW, address } from '../address'
import type { Compression } from '../compression'
import type { Area } from '../model'
import type { SheetPatch, WorkbookPatch } from '../patch'
import { PatchError } from '../patch-error'
import { READ_LIMITS } from './limits'
import { addSheets } from './patch/add-sheets'
import { type Book, type BookSheet, findSheet, openBook } from './patch/book'
import { PackageDraft } from './patch/draft'
import { hasFormula } from './patch/formula-search'
import { withoutContentType, withoutRelationships } from './patch/package-parts'
import { withRowHeights } from './patch/row-heights'
import { patchSheet } from './patch/sheet-patch'
import { tableHeadings } from './patch/tables'
import { calculateOnLoad } from './patch/workbook-part'
import { DAYS_TO_1904 } from '../date-system'
import { type OpenPackage, openPackage } from './read/package'
import { type SharedStrings, readSharedStrings } from './read/shared-strings'
import { type CellFormat, readStyles } from './read/styles'
import { checkFormula, checkValue } from './write/check'
import { readZip } from './zip'

/**
 * A workbook's bytes with the patch applied; the very same bytes when it changes nothing.
 *
 * Everything that the patch does not name stays as it was, byte for byte: other parts of the package keep their
 * compressed data, other cells their markup, and a changed cell its style and attributes. Text is written as text.
 * Only `formula` makes a formula; a newer function gets the prefix that the file wants. A new cell takes the style of its
 * row or its column. Where a formula comes or gives way, the calculation chain goes (Excel makes a new one); where
 * anything changed in a workbook with formulas, Excel is asked to calculate on opening. (LibreOffice does not heed that
 * request unless it is set to recalculate on load: until then, as for every reader, the cached results of formulas are
 * those of before the patch, or those that the patch brings.)
 *
 * All or nothing: a refused patch gives no bytes.
 *
 * @throws PatchError when the workbook does not take the change (see `PATCH_ERRORS`); WorkbookError when the file
 *   cannot be read; RangeError for a patch that names a cell twice, a cell that does not exist, or a value that no
 *   cell can hold: a mistake of the program that made it
 */
export function patchWorkbook(bytes: Uint8Array, patch: WorkbookPatch, compression: Compression): Uint8Array {
  checkPatch(patch)
  const zip = readZip(bytes)
  const parcel = openPackage(zip, compression, READ_LIMITS)
  const book = openBook(parcel)
  const draft = new PackageDraft(bytes, zip, compression)

  const changes = patch.sheets.filter(({ cells, results }) => cells.length > 0 || results?.length).map((change) => applyToSheet(draft, parcel, book, change))
  const added = addSheets(draft, book, patch.add ?? [])
  if (changes.some(({ formulasChanged }) => formulasChanged)) removeCalcChain(draft, book)
  const changed = changes.some((change) => change.changed) || added.count > 0
  if (changed && (added.uncalculated || changes.some(({ hasFormulas }) => hasFormulas) || anyFormula(draft, book))) {
    draft.edit(book.part, (part) => calculateOnLoad(part, book.part))
  }
  return draft.finish()
}

interface SheetChange {
  readonly changed: boolean
  readonly formulasChanged: boolean
  readonly hasFormulas: boolean
}

function applyToSheet(draft: PackageDraft, parcel: OpenPackage, book: Book, { sheet, cells, heights = [], results = [] }: SheetPatch): SheetChange {
  const { part } = worksheet(book, sheet)
  let strings: SharedStrings | undefined
  let formats: readonly CellFormat[] | undefined
  const sharedText = (index: number) => (strings ??= readSharedStrings(parcel, book.partOf('sharedStrings'))).at(index)
  const formatOf = (style: number) => (formats ??= readStyles(parcel, book.partOf('styles')))[style]
  const before = draft.read(part)
  const { bytes, formulasChanged, hasFormulas } = patchSheet(before, cells, results, {
    sheet,
    part,
    sharedText,
    epochOf: (style) => (book.from1904 && formatOf(style)?.dated ? DAYS_TO_1904 : 0),
    tableHeadings: (): readonly Area[] => tableHeadings(parcel, part),
  })
  draft.replace(part, before, cells.length > 0 ? withRowHeights(bytes, part, heights) : bytes)
  return { changed: bytes !== before, formulasChanged, hasFormulas }
}

function worksheet(book: Book, sheet: string): BookSheet {
  const found = findSheet(book, sheet)
  if (!found) throw new PatchError('patch/no-sheet', { sheet })
  if (found.kind !== 'worksheet') throw new PatchError('patch/no-worksheet', { sheet })
  return found
}

/** The order in which Excel last calculated. It must not name a cell without a formula; without it, Excel makes its own. */
function removeCalcChain(draft: PackageDraft, book: Book): void {
  const chain = book.relationships.filter(({ type }) => type === 'calcChain')
  for (const { target } of chain) {
    draft.remove(target)
    draft.edit('[Content_Types].xml', (bytes) => withoutContentType(bytes, target))
  }
  draft.edit(book.relationshipPart, (bytes) => withoutRelationships(bytes, book.relationshipPart, new Set(chain.map(({ id }) => id))))
}

function anyFormula(draft: PackageDraft, book: Book): boolean {
  return book.partOf('calcChain') !== undefined || book.sheets.some(({ part, kind }) => kind === 'worksheet' && hasFormula(draft.read(part)))
}

function checkPatch({ sheets }: WorkbookPatch): void {
  const changed = new Set<string>()
  const calculated = new Set<string>()
  for (const { sheet, cells, results = [] } of sheets) {
    for (const cell of cells) {
      const at = place(sheet, cell, changed)
      checkValue(cell.value ?? undefined, at)
      if (cell.formula !== undefined) checkFormula(cell.formula, at)
    }
    for (const result of results) {
      const at = place(sheet, result, calculated)
      if (typeof result.value !== 'object') checkValue(result.value, at)
    }
  }
}

function place(sheet: string, { row, column }: { readonly row: number; readonly column: number }, seen: Set<string>): string {
  const exists = Number.isInteger(row) && row >= 1 && row <= LAST_ROW && Number.isInteger(column) && column >= 1 && column <= LAST_COLUMN
  if (!exists) throw new RangeError(`no such cell on sheet ${sheet}: row ${row}, column ${column}`)
  const cell = `${sheet.toLowerCase()}!${address(row, column)}`
  if (seen.has(cell)) throw new RangeError(`a patch names ${cell} twice`)
  seen.add(cell)
  return cell
}
