/**
 * What people did to a table's sheet besides filling it in. Gives `structure/column-unknown`,
 * `beyond-prepared`, `hidden-row` and `merged-cells`. Nothing of it keeps a row from being read.
 */
import { address } from './address'
import { isBlank } from './raw-row'
import { shown } from './shown'
import { at, type Reading, type Table } from './table-context'

export function reportAlterations(table: Table, { report }: Reading): void {
  reportUnknownColumns(table, report)
  const below = table.area?.bottom ?? Infinity
  for (const { row, blank, hidden } of table.rows) {
    if (blank) continue
    if (row > below) report.add('structure/beyond-prepared', at(table, row), { last: below })
    if (hidden) report.add('structure/hidden-row', at(table, row))
  }
  reportMerges(table, report)
}

function reportUnknownColumns({ id, located, index }: Table, report: Reading['report']): void {
  if (located.unknownColumns.size === 0) return
  const unknown = new Map([...located.unknownColumns].map(([column, heading]) => [column, { heading, count: 0, first: 0, value: '' }]))
  for (const { row, cells } of index.grid.rows) {
    if (row <= located.headerRow) continue
    for (const cell of cells) {
      const found = unknown.get(cell.column)
      if (!found || isBlank(cell)) continue
      if (found.count++ === 0) Object.assign(found, { first: row, value: shown(cell) })
    }
  }
  for (const [column, { heading, count, first, value }] of unknown) {
    if (count > 0) report.add('structure/column-unknown', { sheet: located.sheet, form: id, row: located.headerRow, column, value: heading || value }, { count, first: address(first, column) })
  }
}

/** Only the first cell of a merged area holds a value; the others read as blank. */
function reportMerges({ id, located, index, rows }: Table, report: Reading['report']): void {
  const filled = new Set(rows.filter(({ blank }) => !blank).map(({ row }) => row))
  const columns = Object.values(located.columns)
  for (const { top, left, bottom, right } of index.grid.merges) {
    if (bottom <= located.headerRow || (top === bottom && left === right)) continue
    const column = columns.filter((candidate) => left <= candidate && candidate <= right).sort((a, b) => a - b)[0]
    const row = Math.max(top, located.headerRow + 1)
    if (column === undefined || !filled.has(row)) continue
    report.add('structure/merged-cells', { sheet: located.sheet, form: id, row, column }, { area: `${address(top, left)}:${address(bottom, right)}` })
  }
}
