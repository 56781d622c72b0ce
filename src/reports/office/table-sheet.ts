/** An office sheet as it is made: title, what it shows, tables with hidden keys and column ids. */
import { columnLetters, quoteSheetName } from '../../workbook/address'
import type { Area } from '../../workbook/model'
import type { CellSpec, ColumnSpec, ConditionSpec, LinkSpec, RowSpec, SheetSpec, ValidationSpec } from '../../workbook/spec'
import { cellValue, HEAD_ROWS, KEY_COLUMN, MARKS, type OfficeSheet, type Table, type TablePlace } from './keyed-table'
import { heightOfHeadings, heightOfRow, LINE, looks, OFFICE_STYLES } from './office-look'

export interface SheetTexts {
  /** Page number in the footer. */
  readonly page: string
  /** Defined name of the list that holds these answers. */
  listName(choices: readonly string[]): string
}

interface Made {
  readonly rows: RowSpec[]
  readonly merges: Area[]
  readonly conditions: ConditionSpec[]
  readonly validations: ValidationSpec[]
  readonly links: LinkSpec[]
}

/** A sheet of the office's workbook as it is made for the first time; after that, patch-table.ts changes its cells. */
export function tableSheet(sheet: OfficeSheet, texts: SheetTexts): SheetSpec {
  const lastColumn = lastColumnOf(sheet)
  const made: Made = { rows: headRows(sheet), merges: [1, 2].map((row) => ({ top: row, bottom: row, left: 2, right: lastColumn })), conditions: [], validations: [], links: [] }
  let row = HEAD_ROWS + 1
  let headings = 0
  for (const table of sheet.tables) {
    row = place(table, row, sheet.digits, texts, made)
    headings ||= (made.rows.find(({ cells }) => cells.some(({ value }) => value === MARKS.table + table.design.id))?.row ?? 0) + 1
  }
  const single = sheet.tables.length === 1 ? sheet.tables[0] : undefined
  const visible = columnsOf(sheet)
  const chars = visible.reduce((sum, column) => sum + (column.hidden ? 0 : column.width), 0)
  return {
    name: sheet.name,
    ...(sheet.tabColor !== undefined && { tabColor: sheet.tabColor }),
    columns: visible,
    rows: made.rows,
    merges: made.merges,
    conditions: made.conditions,
    validations: made.validations,
    links: made.links,
    ...(single && { freeze: { rows: headings, columns: sheet.freezeColumns ?? KEY_COLUMN }, autoFilter: { top: headings, bottom: headings + Math.max(1, single.design.prepared, single.rows.length), left: KEY_COLUMN, right: lastColumn } }),
    showGridLines: false,
    print: { landscape: chars > 100, fitWidth: true, footer: `&L${sheet.title.replaceAll('&', '&&').slice(0, 80)}&R${texts.page}`, ...(single && { repeatRows: [headings, headings] as const }) },
  }
}

function headRows(sheet: OfficeSheet): RowSpec[] {
  return [
    { row: 1, height: 30, cells: [{ column: 2, value: sheet.title, style: OFFICE_STYLES.title }] },
    {
      row: 2,
      height: 20,
      cells: [{ column: KEY_COLUMN, value: MARKS.about + sheet.id, style: OFFICE_STYLES.machine }, { column: 2, ...(cellValue(sheet.about) !== null && { value: cellValue(sheet.about) as string }), style: OFFICE_STYLES.about }],
    },
  ]
}

/** Puts a table at `row`; returns the row after it and its blank line. */
function place(table: Table, row: number, digits: number, texts: SheetTexts, made: Made): number {
  const { design, rows } = table
  const styles = looks(digits)
  const columns = columnNumbers(table)
  if (design.section !== undefined) made.rows.push({ row: row++, height: 24, cells: [{ column: 2, value: design.section, style: OFFICE_STYLES.section }] })
  made.rows.push({ row: row++, hidden: true, cells: [{ column: KEY_COLUMN, value: MARKS.table + design.id, style: OFFICE_STYLES.machine }, ...design.columns.map(({ id }) => ({ column: columns.get(id) as number, value: MARKS.column + id, style: OFFICE_STYLES.machine }))] })
  const headingRow = row
  made.rows.push({ row: row++, height: heightOfHeadings(design.columns), cells: design.columns.flatMap((column) => spread(column.span, { column: columns.get(column.id) as number, value: capital(column.heading), style: column.person ? OFFICE_STYLES.headingPerson : OFFICE_STYLES.heading })) })
  const firstRow = row
  // At least one row: formats and lists need cells to stand on, also before anybody is registered.
  const count = Math.max(1, design.prepared, rows.length)
  for (let i = 0; i < count; i += 1) {
    const values = rows[i]
    const cells: CellSpec[] = values && !design.owned ? [{ column: KEY_COLUMN, value: values.key, style: OFFICE_STYLES.machine }] : [{ column: KEY_COLUMN, style: OFFICE_STYLES.machine }]
    for (const column of design.columns) {
      const value = cellValue(values?.values[column.id])
      cells.push(...spread(column.span, { column: columns.get(column.id) as number, ...(value !== null && { value }), style: styles[values?.looks?.[column.id] ?? column.look] }))
    }
    made.rows.push({ row: row++, height: heightOfRow(design.columns, values?.values ?? {}), grows: true, cells })
  }
  const lastRow = row - 1
  for (const column of design.columns) {
    const left = columns.get(column.id) as number
    const right = left + (column.span ?? 1) - 1
    if (right > left) for (let at = headingRow; at <= lastRow; at += 1) made.merges.push({ top: at, bottom: at, left, right })
    if (column.choicesFrom !== undefined) made.validations.push({ area: { top: firstRow, bottom: lastRow, left, right: left }, rule: { kind: 'list', source: column.choicesFrom }, error: { title: '', text: '', style: 'information' } })
    if (column.choices) made.validations.push({ area: { top: firstRow, bottom: lastRow, left, right: left }, rule: { kind: 'list', source: texts.listName(column.choices) } })
  }
  const column = (id: string) => columns.get(id) as number
  const letters = (id: string) => columnLetters(column(id))
  const where: TablePlace = {
    firstRow,
    lastRow,
    column,
    letters,
    cell: (id) => `$${letters(id)}${firstRow}`,
    area: (first, last = first) => ({ top: firstRow, bottom: lastRow, left: column(first), right: column(last) }),
  }
  made.conditions.push(...(design.conditions?.(where) ?? []), linesWhereFilled(table, where))
  made.links.push(...(design.links?.(where) ?? []))
  return row + 1
}

/** A term of the definition begins a heading with a capital letter, where its language has them. */
function capital(heading: string): string {
  return heading.slice(0, 1).toUpperCase() + heading.slice(1)
}

/** Lines only around rows that are in use: a prepared row looks like an empty one. */
function linesWhereFilled({ design }: Table, { firstRow, lastRow, letters, column }: TablePlace): ConditionSpec {
  const ids = design.columns.map(({ id }) => id)
  const last = design.columns[design.columns.length - 1]
  const left = column(ids[0] as string)
  const right = column(last?.id ?? '') + (last?.span ?? 1) - 1
  const key = design.owned ? letters(ids[0] as string) : columnLetters(KEY_COLUMN)
  return { kind: 'formula', area: { top: firstRow, bottom: lastRow, left, right }, formula: `$${key}${firstRow}<>""`, format: { border: LINE } }
}

/** 1-based column of each of a table's columns. */
function columnNumbers({ design }: Table): Map<string, number> {
  let next = KEY_COLUMN + 1
  return new Map(design.columns.map(({ id, span = 1 }) => [id, (next += span) - span] as const))
}

function spread(span: number | undefined, cell: CellSpec): CellSpec[] {
  return [cell, ...Array.from({ length: (span ?? 1) - 1 }, (_, i) => ({ column: cell.column + i + 1, ...(cell.style && { style: cell.style }) }))]
}

/** Widths: the widest of the columns that stand above each other; merged ones share what is missing. Styles: those of the last table, which may grow. */
function columnsOf(sheet: OfficeSheet): ColumnSpec[] {
  const styles = looks(sheet.digits)
  const columns: ColumnSpec[] = [{ width: 4, hidden: true, style: OFFICE_STYLES.machine }]
  for (const table of sheet.tables) {
    const numbers = columnNumbers(table)
    for (const { id, width, look, span = 1 } of table.design.columns) {
      const at = (numbers.get(id) as number) - 1
      if (span === 1) columns[at] = { width: Math.max(width, columns[at]?.width ?? 0), ...(look === 'machine' && { hidden: true }), style: styles[look] }
    }
  }
  return Array.from({ length: lastColumnOf(sheet) }, (_, i) => columns[i] ?? { width: 12 })
}

function lastColumnOf({ tables }: OfficeSheet): number {
  return KEY_COLUMN + Math.max(...tables.map(({ design }) => design.columns.reduce((sum, { span = 1 }) => sum + span, 0)))
}

/** Cells of a column of the one table on a sheet, as the sheet is made; programs keep the range up to date afterwards. */
export function columnRange(sheetName: string, table: Table, column: string): string {
  const letters = columnLetters(columnNumbers(table).get(column) as number)
  const first = HEAD_ROWS + (table.design.section === undefined ? 3 : 4)
  return `${quoteSheetName(sheetName)}!$${letters}$${first}:$${letters}$${first + Math.max(1, table.design.prepared, table.rows.length) - 1}`
}

/** Where a link to a sheet leads: its first cell in view. */
export function linkTo(sheetName: string): string {
  return `${quoteSheetName(sheetName)}!B1`
}
