/** Where in a workbook the result of a check goes, apart from the rows: cover cells and seal. */
import { placeOf } from '../domain/returns/defined-name'
import { IDENTITY_COLUMNS, IDENTITY_SHEET, NAMES } from '../domain/returns/identity'
import type { Workbook } from '../workbook/model'

export interface CheckPlaces {
  /** Cover cells by defined name; those whose name is gone are left out. */
  readonly named: ReadonlyMap<string, { readonly sheet: string; readonly row: number; readonly column: number }>
  /** Rows of the keys on the identity sheet, and its last row; absent when there is no such sheet. */
  readonly identity?: { readonly rows: ReadonlyMap<string, number>; readonly lastRow: number }
}

export function placesOf(book: Workbook): CheckPlaces {
  const named = new Map(
    [NAMES.resultAsOf, NAMES.resultErrors, NAMES.resultWarnings, NAMES.resultQueries, NAMES.resultScore, NAMES.resultText].flatMap((name) => {
      const place = placeOf(book, name)
      return place ? [[name, { sheet: place.sheet, row: place.area.top, column: place.area.left }] as const] : []
    }),
  )
  const sheet = book.sheets.find(({ name }) => name === IDENTITY_SHEET)
  if (!sheet) return { named }
  const rows = new Map<string, number>()
  for (const { row, cells } of sheet.rows) {
    const key = cells.find(({ column }) => column === IDENTITY_COLUMNS.key)?.value
    if (typeof key === 'string' && !rows.has(key)) rows.set(key, row)
  }
  return { named, identity: { rows, lastRow: Math.max(0, ...sheet.rows.map(({ row }) => row)) } }
}
