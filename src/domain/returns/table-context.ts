/** What the steps of reading one form share. A `record` sheet is a table of one row, whose cells stand below each other. */
import type { FormDefinition } from '../campaign/schema'
import type { Language } from '../text'
import type { Roster } from './codec/reference'
import type { ReadCampaign } from './field-reader'
import type { GridArea } from './grid'
import type { GridIndex } from './grid-index'
import type { FormLayout } from './layout'
import type { LocatedTable } from './locate-table'
import type { RawRow } from './raw-row'
import type { At, Report } from './report'

export interface Table {
  readonly id: string
  readonly form: FormDefinition
  readonly layout: FormLayout
  readonly located: LocatedTable
  readonly index: GridIndex
  readonly rows: readonly RawRow[]
  /** Header row to last prepared row, when the form's defined name is there. */
  readonly area?: GridArea
}

export interface Reading {
  readonly campaign: ReadCampaign
  readonly language: Language
  readonly rosters: ReadonlyMap<string, Roster>
  readonly report: Report
}

/** The place of a cell, by path, or of a row when no path is given. On a `record` sheet every field has a row of its own. */
export function at(table: Table, row: number, path?: string): At {
  const { sheet, columns, fieldRows } = table.located
  const column = path === undefined ? undefined : columns[path]
  const own = (path !== undefined && fieldRows?.[path]) || row
  return { sheet, form: table.id, row: own, ...(column !== undefined && { column }), ...(path !== undefined && { field: path }) }
}

/** Heading of a field as the sheet has it; of a field that has none, its path. */
export function headingOf(table: Table, path: string): string {
  return table.located.headings.get(path) ?? path
}
