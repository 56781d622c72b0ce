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
 * The cell that a measure shows (`at: form.field`) for a subject.
 *
 * | subject               | field's form                         | row                              |
 * | a row                 | the same                             | that row                         |
 * | a member              | a companion (or the roster itself)   | the member's row there           |
 * | a member              | an events form that refers to members | the first row about the member |
 * | anything else         | a table                              | the heading of the column        |
 */
export function placeOfMeasure(campaign: Campaign, ret: Return, records: Records, at: string, subject?: { form: string; row: TypedRow }): Place {
  const [form = '', outer = '', inner] = at.split('.')
  const path = inner === undefined ? outer : `${outer}[1].${inner}`
  if (!subject) return placeOf(campaign, ret, form, path)
  return placeOf(campaign, ret, form, path, rowAbout(campaign, records, form, subject))
}

function rowAbout(campaign: Campaign, records: Records, form: string, { form: own, row }: { form: string; row: TypedRow }): TypedRow | undefined {
  if (form === own) return row
  const definition = campaign.form(own)
  const roster = definition.shape === 'companion' ? definition.of : own
  const member = definition.shape === 'companion' ? row.roster : row
  if (roster === undefined || member === undefined || campaign.form(roster).shape !== 'roster') return undefined
  if (form === roster) return member
  const back = backReferences(campaign.definition, roster).find((one) => one.form === form)
  if (!back) return undefined
  const { field } = back
  return records.rows(form).find((other) => (field === undefined ? other.record.rosterRow : other.record.values[field]) === member.record.row)
}
