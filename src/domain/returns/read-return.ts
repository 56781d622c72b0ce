/**
 * A workbook that came back → a return. Never throws for what a workbook may contain: whatever
 * is wrong with it is a finding, and what can be read is read. Throws only when rows do not add
 * up, which is a mistake of this program.
 *
 * The rosters are read first: companions and references are resolved against them.
 */
import type { FormDefinition, WorkbookKind } from '../campaign/schema'
import type { Language } from '../text'
import { rosterOf, type Roster } from './codec/reference'
import { contentHash } from './content-hash'
import type { ReadCampaign } from './field-reader'
import type { Finding } from './finding'
import type { Grid, GridBook } from './grid'
import { GridIndex } from './grid-index'
import { labelField, layoutForm } from './layout'
import { findItemColumn, locateRecord } from './locate-record'
import { locateSheets, type LocatedSheet } from './locate-sheet'
import { findHeaderRow, locateTable } from './locate-table'
import { rawRows } from './raw-row'
import { coverWeek, identityPairs, readIdentity, readLanguage, readSubject } from './read-identity'
import { blankRecord, readRecord, recordRow } from './read-record'
import { readTable, type ReadRows } from './read-table'
import { Report } from './report'
import type { FormRecord, LocatedForm, Return, RowCounts } from './return'
import { isBlank } from './raw-row'
import { shown } from './shown'
import type { Table } from './table-context'
import { wantedColumns, wantedItems } from './wanted'

export interface ReadOptions {
  /** Kind of the workbook where it does not say itself; default `unit`. */
  readonly kind?: WorkbookKind
  /** Language of headings and labels where the workbook does not say; default: the definition's. */
  readonly language?: Language
}

/** Codes: all of `codes.ts`. Findings are in the order of the definition's forms, then by row and column. */
export function readReturn(book: GridBook, campaign: ReadCampaign, options: ReadOptions = {}): Return {
  const { definition } = campaign
  const identity = readIdentity(book)
  const kind = identity.kind === 'group' || identity.kind === 'unit' ? identity.kind : (options.kind ?? 'unit')
  const language = readLanguage(book) ?? options.language ?? definition.language
  const ids = Object.keys(definition.forms).filter((id) => definition.forms[id]?.in === kind)
  const report = new Report()
  reportIdentity(book, identity, campaign, report)

  const tables = locateForms(book, ids, campaign, language, report)
  const rosters = new Map<string, Roster>(
    ids.filter((id) => definition.forms[id]?.shape === 'roster').map((id) => [id, rosterOf((tables.get(id)?.rows ?? []).filter(({ blank, summary }) => !blank && !summary).map(({ row, number, label }) => ({ row, number, name: label })), language)]),
  )

  const records: Record<string, readonly FormRecord[]> = {}
  const rows: Record<string, RowCounts> = {}
  const located: Record<string, LocatedForm> = {}
  for (const id of ids) {
    const table = tables.get(id)
    const form = definition.forms[id] as FormDefinition
    const read = table ? readForm(table, { campaign, language, rosters, report }) : missingForm(id, form, campaign, language)
    records[id] = read.records
    rows[id] = read.rows
    if (table) located[id] = locatedForm(table)
  }
  return {
    identity,
    kind,
    subject: readSubject(book),
    located,
    records,
    rows,
    findings: inOrder(report.findings, ids),
    contentHash: contentHash(ids.flatMap((id) => tables.get(id) ?? [])),
  }
}

function reportIdentity(book: GridBook, identity: Return['identity'], { definition, calendar }: ReadCampaign, report: Report): void {
  if (identityPairs(book).size === 0) report.add('structure/not-issued', {})
  else if (identity.campaign !== undefined && identity.campaign !== definition.id) report.add('structure/other-campaign', { value: identity.campaign, expected: definition.id })
  else if (identity.kind === 'office') report.add('structure/other-kind', { value: identity.kind })
  const { cell, value } = coverWeek(book)
  const weeks = { first: 1, last: calendar.weeks }
  if (identity.week === undefined) {
    if (value === undefined || value === '') report.add('structure/week-missing', { ...cell }, weeks)
    else report.add('structure/week-unreadable', { ...cell, value: shown({ value }) }, weeks)
  } else if (identity.week > calendar.weeks) report.add('structure/week-unreadable', { ...cell, value: String(identity.week) }, weeks)
}

function locateForms(book: GridBook, ids: readonly string[], campaign: ReadCampaign, language: Language, report: Report): Map<string, Table> {
  const { definition } = campaign
  const indexes = new Map<Grid, GridIndex>()
  const indexOf = (grid: Grid): GridIndex => {
    const index = indexes.get(grid) ?? new GridIndex(grid)
    indexes.set(grid, index)
    return index
  }
  const isRecord = (id: string) => definition.forms[id]?.shape === 'record'
  const resembles = (grid: Grid, id: string) =>
    isRecord(id) ? findItemColumn(indexOf(grid), wantedItems(definition, id, language)).fit : findHeaderRow(indexOf(grid), wantedColumns(definition, id, language)).fit
  const sheets = locateSheets(book, definition, language, ids, resembles, report)
  return new Map(
    ids.flatMap((id) => {
      const sheet = sheets.get(id)
      const table = sheet && locateForm(id, definition.forms[id] as FormDefinition, indexOf(sheet.grid), sheet, campaign, language, report)
      return table ? [[id, table] as const] : []
    }),
  )
}

function locateForm(id: string, form: FormDefinition, index: GridIndex, sheet: LocatedSheet, campaign: ReadCampaign, language: Language, report: Report): Table | undefined {
  const { definition } = campaign
  const layout = layoutForm(campaign, id, { language })
  const area = sheet.area && { area: sheet.area }
  if (form.shape === 'record') {
    const located = locateRecord(id, index, wantedItems(definition, id, language), report)
    return located && { id, form, layout, located, index, rows: [recordRow({ form, index, located })], ...area }
  }
  const located = locateTable(id, index, wantedColumns(definition, id, language), sheet.area, report)
  return located && { id, form, layout, located, index, rows: rawRows(index, located, form, labelField(form)), ...area }
}

function readForm(table: Table, reading: Parameters<typeof readTable>[1]): ReadRows {
  return table.form.shape === 'record' ? readRecord(table, reading) : readTable(table, reading)
}

/** A form whose sheet is not there; `structure/sheet-missing` or `-header-not-found` says so. */
function missingForm(id: string, form: FormDefinition, campaign: ReadCampaign, language: Language): ReadRows {
  const layout = layoutForm(campaign, id, { language })
  return { records: form.shape === 'record' ? [blankRecord({ id, layout })] : [], rows: { read: 0, accepted: 0, rejected: 0, blank: 0 } }
}

function locatedForm({ located, index }: Table): LocatedForm {
  const { form, sheet, headerRow, columns, fieldRows, resultColumn, marksColumn } = located
  const own = [resultColumn, marksColumn].filter((column) => column !== undefined)
  const marked = index.grid.rows.filter(({ row, cells }) => row > headerRow && cells.some((cell) => own.includes(cell.column) && !isBlank(cell)))
  return { form, sheet, headerRow, columns, ...(fieldRows && { fieldRows }), ...(resultColumn && { resultColumn }), ...(marksColumn && { marksColumn }), markedRows: marked.map(({ row }) => row) }
}

function inOrder(findings: readonly Finding[], ids: readonly string[]): Finding[] {
  const place = ({ form }: Finding) => (form === undefined ? -1 : ids.indexOf(form))
  return findings.toSorted((a, b) => place(a) - place(b) || (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0))
}
