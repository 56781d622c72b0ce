/** Rows of a table as they stand on the sheet, before any cell is decoded. */
import type { FormDefinition } from '../campaign/schema'
import type { GridCell } from './grid'
import type { GridIndex } from './grid-index'
import { textOf } from './grid-index'
import type { LocatedTable } from './locate-table'
import { cleanText, fold, halfWidth } from './normalise'

export interface RawRow {
  /** 1-based Excel row. */
  readonly row: number
  readonly hidden: boolean
  /** Running number; absent when the cell holds no whole number from 1 on. */
  readonly number?: number
  /** Content of the label column, or of the roster's name column; empty when blank. */
  readonly label: string
  /** Cells of fields by path; blank ones left out. */
  readonly cells: ReadonlyMap<string, GridCell>
  /** Nothing in it that a person entered. */
  readonly blank: boolean
  /** A row of sums that somebody added under the data. */
  readonly summary: boolean
}

/** True when a cell holds nothing: no value, an empty text, spaces. A formula without a result is not blank, an error neither. */
export function isBlank(cell: GridCell | undefined): boolean {
  if (!cell) return true
  if (cell.value === undefined) return cell.formula === undefined
  return typeof cell.value === 'string' && cell.value.trim() === ''
}

/**
 * Paths of a form whose cells make a row more than blank: what people enter. Totals are
 * computed; what is given in a companion or a ledger is there before anybody types. A roster's
 * given names are its content.
 */
export function contentPaths(form: FormDefinition, paths: Iterable<string>): Set<string> {
  return new Set(
    [...paths].filter((path) => {
      const field = form.fields[path.split('[')[0] as string]
      if (!field || field.type === 'total') return false
      return field.type === 'repeat' || !field.given || form.shape === 'roster'
    }),
  )
}

/** All rows below the header row that hold anything at all, from top to bottom. `nameField`: the roster's own name field. */
export function rawRows(index: GridIndex, located: LocatedTable, form: FormDefinition, nameField: string | undefined): RawRow[] {
  const paths = new Map(Object.entries(located.columns).map(([path, column]) => [column, path]))
  const content = contentPaths(form, paths.values())
  const nameColumn = form.shape === 'roster' && nameField !== undefined ? located.columns[nameField] : located.labelColumn
  const rows: RawRow[] = []
  for (const { row, hidden, cells } of index.grid.rows) {
    if (row <= located.headerRow || cells.every(isBlank)) continue
    const byPath = new Map<string, GridCell>()
    let label = ''
    let number: number | undefined
    let first = ''
    for (const cell of cells) {
      if (cell.column === located.numberColumn) number = runningNumber(cell)
      if (cell.column === nameColumn) label = cleanText(textOf(cell.value))
      if (isBlank(cell)) continue
      first ||= textOf(cell.value)
      const path = paths.get(cell.column)
      if (path !== undefined) byPath.set(path, cell)
    }
    const filled = [...byPath].some(([path, cell]) => content.has(path) && !isEmptyResult(cell))
    rows.push({ row, hidden: hidden === true, ...(number !== undefined && { number }), label, cells: byPath, blank: !filled, summary: filled && number === undefined && SUMMARY.test(fold(first)) })
  }
  return rows
}

const SUMMARY = /^(总?合计|小计|总计|共计|总数|平均值?|(sub|grand)?totals?|sum|average)$/

/** A formula that a person filled down beyond the data and that gives an empty text. */
function isEmptyResult(cell: GridCell): boolean {
  return cell.value === ''
}

function runningNumber(cell: GridCell): number | undefined {
  const number = typeof cell.value === 'number' ? cell.value : /^\d{1,6}$/.test(halfWidth(textOf(cell.value))) ? Number(halfWidth(textOf(cell.value))) : NaN
  return Number.isInteger(number) && number >= 1 ? number : undefined
}
