/** Which cell of a return shows a field: for findings, and for what a measure points at. */
import { backReferences } from '../campaign/record-type'
import type { Campaign } from '../campaign/campaign'
import type { Return } from '../returns/return'
import type { Records, TypedRow } from './records'

export interface Place {
  /** Name of the sheet in the file; absent when the form was not found. */
  readonly sheet?: string
  readonly row?: number
  readonly column?: number
  /** True when the row is the heading of a column: no row answers for it. */
  readonly heading?: boolean
}

/** Cell of a field in a row; `path` as in the return: `hours`, `days[2].hours`. Without a row, the heading of the column. */
export function placeOf(campaign: Campaign, ret: Return, form: string, path: string, row?: TypedRow): Place {
  const located = ret.located[form]
  if (!located) return {}
  const column = located.columns[path]
  if (campaign.form(form).shape === 'record') return { sheet: located.sheet, row: located.fieldRows?.[path] ?? row?.record.row, column }
  return row ? { sheet: located.sheet, row: row.record.row, column } : { sheet: located.sheet, row: located.headerRow, column, heading: true }
}

/**
 * Tells, for a measure (`at: form.field`), the cell that shows each of its subjects. `own` is the form of the
 * rows it is measured on; absent: the workbook as a whole.
 *
 * | subject               | field's form                         | row                              |
 * | a row                 | the same                             | that row                         |
 * | a member              | a companion (or the roster itself)   | the member's row there           |
 * | a member              | an events form that refers to members | the first row about the member |
 * | anything else         | a table                              | the heading of the column        |
 */
export function placesOfMeasure(campaign: Campaign, ret: Return, records: Records, at: string, own?: string): (row?: TypedRow) => Place {
  const [form = '', outer = '', inner] = at.split('.')
  const path = inner === undefined ? outer : `${outer}[1].${inner}`
  const rowAbout = own === undefined ? () => undefined : rowsAbout(campaign, records, form, own)
  return (row) => placeOf(campaign, ret, form, path, row && rowAbout(row))
}

function rowsAbout(campaign: Campaign, records: Records, form: string, own: string): (row: TypedRow) => TypedRow | undefined {
  if (form === own) return (row) => row
  const definition = campaign.form(own)
  const memberOf = (row: TypedRow): TypedRow | undefined => (definition.shape === 'companion' ? row.roster : row)
  const roster = definition.shape === 'companion' ? definition.of : own
  if (roster === undefined || campaign.form(roster).shape !== 'roster') return () => undefined
  if (form === roster) return memberOf
  const back = backReferences(campaign.definition, roster).find((one) => one.form === form)
  if (!back) return () => undefined
  const first = new Map<unknown, TypedRow>()
  for (const row of records.rows(form)) {
    const member = back.field === undefined ? row.record.rosterRow : row.record.values[back.field]
    if (!first.has(member)) first.set(member, row)
  }
  return (row) => first.get(memberOf(row)?.record.row ?? null)
}
