/**
 * Whose row it is: running numbers of rosters and companions, and rows of sums that somebody
 * added. Gives `consistency/number-missing`, `-duplicate`, `not-on-roster`, `label-differs` and
 * `structure/summary-row`.
 *
 * A companion's row belongs to the roster row with its running number; the label beside it is
 * only shown. Where the number is gone, a label that one roster row has does as well.
 */
import { referenceCodec } from './codec/reference'
import { fold } from './normalise'
import type { RawRow } from './raw-row'
import { at, type Reading, type Table } from './table-context'

export interface Identified {
  readonly raw: RawRow
  /** False: the row cannot be anybody's. */
  readonly accepted: boolean
  /** Companion: Excel row of its roster record. */
  readonly rosterRow?: number
  /** How the roster calls it; empty for a ledger. */
  readonly label: string
}

/** All rows that are not blank. */
export function identifyRows(table: Table, reading: Reading): Identified[] {
  const seen = new Map<number, number>()
  return table.rows
    .filter(({ blank }) => !blank)
    .map((raw) => {
      if (raw.summary) {
        reading.report.add('structure/summary-row', { ...at(table, raw.row), value: raw.label })
        return { raw, accepted: false, label: '' }
      }
      if (table.form.shape === 'events') return { raw, accepted: true, label: '' }
      return table.form.shape === 'roster' ? rosterRow(raw, table, reading, seen) : companionRow(raw, table, reading, seen)
    })
}

function rosterRow(raw: RawRow, table: Table, reading: Reading, seen: Map<number, number>): Identified {
  const label = reading.rosters.get(table.id)?.labels.get(raw.row) ?? ''
  const repeats = repeatsNumber(raw, table, label, reading, seen)
  if (raw.number === undefined) reading.report.add('consistency/number-missing', { ...at(table, raw.row), ...numberColumn(table), subject: label })
  return { raw, accepted: label !== '' && !repeats, label }
}

function companionRow(raw: RawRow, table: Table, reading: Reading, seen: Map<number, number>): Identified {
  const { report } = reading
  const roster = reading.rosters.get(table.form.of as string)
  const place = { ...at(table, raw.row), ...numberColumn(table), subject: raw.label }
  if (!roster) return { raw, accepted: false, label: raw.label }
  if (raw.number === undefined) {
    const row = raw.label === '' ? null : referenceCodec(roster).decode({ value: raw.label }).value
    report.add('consistency/number-missing', place)
    return { raw, accepted: row !== null, ...(row !== null && { rosterRow: row }), label: (row !== null && roster.labels.get(row)) || raw.label }
  }
  const found = roster.byNumber.get(raw.number)
  if (!found) {
    report.add('consistency/not-on-roster', { ...place, value: String(raw.number) })
    return { raw, accepted: false, label: raw.label }
  }
  const label = roster.labels.get(found.row) as string
  const shown = table.index.cell(raw.row, table.located.labelColumn ?? 0)
  if (shown && shown.formula === undefined && raw.label !== '' && fold(raw.label) !== fold(label) && fold(raw.label) !== fold(found.name)) {
    report.add('consistency/label-differs', { ...at(table, raw.row), column: shown.column, subject: label, value: raw.label, expected: label }, { number: raw.number })
  }
  const repeats = repeatsNumber(raw, table, label, reading, seen)
  return { raw, accepted: !repeats, rosterRow: found.row, label }
}

/** True for the second row and every further one with a number. */
function repeatsNumber(raw: RawRow, table: Table, subject: string, { report }: Reading, seen: Map<number, number>): boolean {
  if (raw.number === undefined) return false
  const first = seen.get(raw.number)
  if (first === undefined) {
    seen.set(raw.number, raw.row)
    return false
  }
  report.add('consistency/number-duplicate', { ...at(table, raw.row), ...numberColumn(table), subject, value: String(raw.number) }, { first })
  return true
}

function numberColumn(table: Table): { readonly column?: number } {
  return table.located.numberColumn === undefined ? {} : { column: table.located.numberColumn }
}
