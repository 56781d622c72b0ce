/** A table's rows as records, each one accounted for: read = accepted + rejected + blank. */
import { reportAlterations } from './alterations'
import { draftRecords, hasCellError } from './build-records'
import { findDuplicates } from './duplicates'
import { isBlank } from './raw-row'
import type { FormRecord, RowCounts } from './return'
import { identifyRows } from './row-order'
import { at, headingOf, type Reading, type Table } from './table-context'
import { compareTotal, sum } from './totals'

export interface ReadRows {
  readonly records: readonly FormRecord[]
  readonly rows: RowCounts
}

/** Which rows are not accepted: see the table at {@link FormRecord.accepted}. */
export function readTable(table: Table, reading: Reading): ReadRows {
  reportAlterations(table, reading)
  const drafts = draftRecords(table, identifyRows(table, reading), reading)
  const repeating = findDuplicates(table, drafts, reading)
  const isEvent = table.form.shape === 'events'
  const records = drafts.map((draft): FormRecord => ({ ...draft.record, accepted: draft.identified && !(isEvent && (hasCellError(draft) || repeating.has(draft))) }))
  compareSums(table, records, reading)
  return { records, rows: countRows(table, records) }
}

function countRows(table: Table, records: readonly FormRecord[]): RowCounts {
  const accepted = records.filter((record) => record.accepted).length
  const counts = {
    read: table.rows.length,
    accepted,
    rejected: records.length - accepted,
    blank: table.rows.filter(({ blank }) => blank).length,
  }
  if (counts.read !== counts.accepted + counts.rejected + counts.blank) throw new Error(`rows of ${table.id} do not add up: ${JSON.stringify(counts)}`)
  return counts
}

/** Sums above the headings, where a number was typed over the formula. */
function compareSums(table: Table, records: readonly FormRecord[], { report }: Reading): void {
  for (const { path, field } of table.layout.columns) {
    const isSummed = field.type === 'total' || ('sum' in field && field.sum === true)
    const column = table.located.columns[path]
    if (!isSummed || column === undefined) continue
    for (let row = 1; row < table.located.headerRow; row++) {
      const cell = table.index.cell(row, column)
      if (isBlank(cell)) continue
      const values = records.map((record) => (field.type === 'total' ? record.values[path] : valueAt(record, path))).filter((value) => typeof value === 'number')
      compareTotal(cell, values.length === 0 ? null : sum(values), at(table, row, path), headingOf(table, path), report)
    }
  }
}

function valueAt(record: FormRecord, path: string): unknown {
  const match = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path)
  return match ? record.repeats[match[1] as string]?.[Number(match[2]) - 1]?.values[match[3] as string] : record.values[path]
}

