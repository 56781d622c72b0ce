/** Writes figures into a return that is there, wherever its forms stand now; what people filled in themselves stays. */
import type { Campaign } from '../../domain/campaign/campaign'
import { figureFields, type FigureRow } from '../../domain/hand-up/figure-rows'
import { coverWeek } from '../../domain/returns/read-identity'
import { readReturn } from '../../domain/returns/read-return'
import type { LocatedForm } from '../../domain/returns/return'
import type { Language } from '../../domain/text'
import { cellAt, type Sheet, type Workbook } from '../../workbook/model'
import type { CellPatch, SheetPatch } from '../../workbook/patch'
import { HandUpError } from './hand-up-error'

/** By form. */
export type FigureRows = Readonly<Record<string, readonly FigureRow[]>>

/**
 * Only cells that change. With fewer rows than before, the rest is emptied. Throws HandUpError `hand-up/broken` when
 * a sheet, or the place of a figure on it, is gone.
 */
export function fillFigures(book: Workbook, upper: Campaign, rows: FigureRows, language: Language): SheetPatch[] {
  const { located } = readReturn(book, upper)
  return Object.entries(rows).flatMap(([form, wanted]) => {
    const at = located[form]
    const sheet = at && book.sheets.find(({ name }) => name === at.sheet)
    const { title, fields } = upper.form(form)
    if (!at || !sheet) throw new HandUpError('hand-up/broken', { sheet: title[language], field: '' })
    const cells = figureFields(upper.definition, form).flatMap(({ field }) => {
      const column = at.columns[field]
      if (column === undefined) throw new HandUpError('hand-up/broken', { sheet: sheet.name, field: fields[field]?.title[language] ?? field })
      return fieldCells(sheet, at, field, column, wanted)
    })
    return cells.length > 0 ? [{ sheet: sheet.name, cells }] : []
  })
}

function fieldCells(sheet: Sheet, { headerRow, fieldRows }: LocatedForm, field: string, column: number, wanted: readonly FigureRow[]): CellPatch[] {
  const first = fieldRows?.[field] ?? headerRow + 1
  const last = fieldRows ? first : Math.max(first + wanted.length - 1, sheet.rows.at(-1)?.row ?? 0)
  const cells: CellPatch[] = []
  for (let row = first; row <= last; row++) {
    const value = wanted[row - first]?.[field] ?? null
    if ((cellAt(sheet, row, column)?.value ?? null) !== value) cells.push({ row, column, value })
  }
  return cells
}

/** The week chosen on the cover of a return. */
export function fillWeek(book: Workbook, week: number): SheetPatch[] {
  const { cell, value } = coverWeek(book)
  return !cell || value === week ? [] : [{ sheet: cell.sheet, cells: [{ row: cell.row, column: cell.column, value: week }] }]
}

/** Patches of the same sheet as one: a patch names a sheet once. */
export function together(patches: readonly SheetPatch[]): SheetPatch[] {
  const sheets = [...new Set(patches.map(({ sheet }) => sheet))]
  return sheets.map((sheet) => ({ sheet, cells: patches.filter((one) => one.sheet === sheet).flatMap(({ cells }) => cells) }))
}
