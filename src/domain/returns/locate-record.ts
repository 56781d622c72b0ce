/**
 * Where the items of a `record` sheet are: by the text beside them, wherever they stand. Gives
 * `structure/header-not-found`, `item-…` and `result-columns-missing`.
 */
import type { GridIndex } from './grid-index'
import { OWN_HEADINGS } from './headings'
import type { LocatedTable } from './locate-table'
import { matchHeadings, type Slot, type Wanted } from './match-headings'
import { fold } from './normalise'
import { isBlank } from './raw-row'
import type { Report } from './report'
import { shown } from './shown'

/** Columns from the left in which the items are looked for. */
const BREADTH = 10
const ENOUGH = 1 / 3

/** The column whose texts are most often items of the form, and how large a part of them it names (0 … 1). */
export function findItemColumn(index: GridIndex, wanted: readonly Wanted[]): { readonly column: number; readonly fit: number } {
  const known = new Set(wanted.flatMap(({ headings }) => headings.map(fold)))
  let best = { column: 0, hits: 0 }
  for (let column = 1; column <= BREADTH; column++) {
    const hits = index.grid.rows.filter(({ row }) => known.has(fold(index.textAt(row, column)))).length
    if (hits > best.hits) best = { column, hits }
  }
  return { column: best.column, fit: wanted.length === 0 ? 0 : Math.min(1, best.hits / wanted.length) }
}

/** Undefined when no column of items can be made out; the finding says so. */
export function locateRecord(form: string, index: GridIndex, wanted: readonly Wanted[], report: Report): LocatedTable | undefined {
  const sheet = index.grid.name
  const { column: itemColumn, fit } = findItemColumn(index, wanted)
  if (fit < ENOUGH) {
    report.add('structure/header-not-found', { sheet, form, expected: wanted.slice(0, 3).map(({ headings }) => headings[0]).join(' | ') })
    return undefined
  }
  const { headerRow, valueColumn, resultColumn, marksColumn } = findColumns(index, itemColumn, wanted)
  if (resultColumn === undefined || marksColumn === undefined) report.add('structure/result-columns-missing', { sheet, form, ...(headerRow > 0 && { row: headerRow }) })

  const slots = slotsOf(index, headerRow, itemColumn)
  const match = matchHeadings(slots, wanted, (row) => (isBlank(index.cell(row, valueColumn)) ? 0 : 1))
  const expected = (path: string) => wanted.find((one) => one.path === path)?.headings[0] ?? path
  for (const path of match.missing) report.add('structure/item-missing', { sheet, form, field: path, expected: expected(path) })
  for (const { path, slot } of match.renamed) report.add('structure/item-renamed', { sheet, form, row: slot.at, column: itemColumn, field: path, value: slot.heading, expected: expected(path) })
  for (const { path, slot } of match.duplicated) report.add('structure/item-duplicated', { sheet, form, row: slot.at, column: itemColumn, field: path, value: slot.heading })
  for (const slot of match.unknown) {
    const cell = index.cell(slot.at, valueColumn)
    if (cell && !isBlank(cell)) report.add('structure/item-unknown', { sheet, form, row: slot.at, column: valueColumn, value: slot.heading || shown(cell) })
  }
  const heading = new Map(slots.map((slot) => [slot.at, slot.heading]))
  return {
    form,
    sheet,
    headerRow,
    columns: Object.fromEntries([...match.found.keys()].map((path) => [path, valueColumn])),
    fieldRows: Object.fromEntries(match.found),
    ...(resultColumn && { resultColumn }),
    ...(marksColumn && { marksColumn }),
    headings: new Map([...match.found].map(([path, row]) => [path, heading.get(row) || path])),
    unknownColumns: new Map(),
  }
}

/** Every row below the headings whose item is not blank; one with a blank item too, up to the last of them. */
function slotsOf(index: GridIndex, headerRow: number, itemColumn: number): Slot[] {
  const below = index.grid.rows.filter(({ row }) => row > headerRow)
  return below.map(({ row }) => ({ at: row, heading: index.textAt(row, itemColumn).replace(/\s+/g, ' ').trim() }))
}

/** Rows from the top in which the sheet's own headings are looked for. */
const DEPTH = 25

/** The sheet's own headings; without them the value stands to the right of its item. */
function findColumns(index: GridIndex, itemColumn: number, wanted: readonly Wanted[]) {
  const find = (row: number, own: { readonly zh: string; readonly en: string }) =>
    index.columnsIn(row).find((column) => column !== itemColumn && [fold(own.zh), fold(own.en)].includes(fold(index.textAt(row, column))))
  for (let row = 1; row <= DEPTH; row++) {
    const valueColumn = find(row, OWN_HEADINGS.value)
    if (valueColumn === undefined) continue
    return { headerRow: row, valueColumn, resultColumn: find(row, OWN_HEADINGS.result), marksColumn: find(row, OWN_HEADINGS.marks) }
  }
  const known = new Set(wanted.flatMap(({ headings }) => headings.map(fold)))
  const firstItem = index.grid.rows.find(({ row }) => known.has(fold(index.textAt(row, itemColumn))))?.row ?? 1
  return { headerRow: firstItem - 1, valueColumn: itemColumn + 1, resultColumn: undefined, marksColumn: undefined }
}
