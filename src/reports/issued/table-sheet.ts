/**
 * A register, a companion or a ledger: title, what to fill in, sums, headings, prepared rows;
 * then what a check writes. Everything stands where `layoutForm` says.
 */
import type { FormDefinition } from '../../domain/campaign/schema'
import { OWN_HEADINGS } from '../../domain/returns/headings'
import type { ColumnLayout, FormLayout } from '../../domain/returns/layout'
import type { CellSpec, ColumnSpec, RowSpec, SheetSpec, ValidationSpec } from '../../workbook/spec'
import { entryStyle, lockedStyle } from './field-style'
import { fieldValidation } from './field-validation'
import { columnRange, issuedTotal, labelFormula, lastRow, rosterLookup, totalFormula } from './formulas'
import { FILLED_BY_CHECK, STYLES, required } from './look'
import { layoutOf, sentences, type Making, type Prefill } from './making'
import { markConditions } from './marks'
import { printSetup } from './print-setup'
import { rosterOf } from './roster'
import { heightFor, widthOf } from './text-measure'
import { HIDDEN_WIDTH, NUMBER_WIDTH, RESULT_WIDTH, fieldWidth } from './widths'

interface Table {
  readonly making: Making
  readonly form: FormDefinition
  readonly layout: FormLayout
  readonly columns: readonly ColumnSpec[]
  /** First and last column of title and instruction. */
  readonly title: { readonly left: number; readonly right: number }
}

export function tableSheet(making: Making, layout: FormLayout): SheetSpec {
  const form = making.definition.forms[layout.form] as FormDefinition
  const columns = columnSpecs(making, form, layout)
  const print = printSetup(making, {
    columns,
    repeat: [layout.groupRow ?? layout.headerRow, layout.headerRow],
    names: frozenColumns(form, layout),
    seams: seamsOf(layout),
    area: { top: 1, left: 1, bottom: lastRow(layout), right: layout.resultColumn },
  })
  // Title and instruction stay on the first of several pages side by side, clear of the columns repeated on the others.
  const title = { left: (print.repeatColumns?.[1] ?? 0) + 1, right: (print.breakBefore?.[0] ?? layout.resultColumn + 1) - 1 }
  const table: Table = { making, form, layout, columns, title }
  const cells = { top: layout.firstRow, bottom: lastRow(layout), left: 1, right: layout.resultColumn - 1 }
  return {
    name: layout.sheet,
    columns,
    rows: [...headRows(table), ...preparedRows(table)],
    merges: [
      ...[1, 2].map((row) => ({ top: row, bottom: row, ...title })),
      ...groupsOf(layout).filter(({ left, right }) => right > left).map(({ left, right }) => ({ top: layout.groupRow as number, bottom: layout.groupRow as number, left, right })),
    ],
    validations: validations(making, layout),
    conditions: markConditions(cells, layout.resultColumn, layout.marksColumn),
    freeze: { rows: layout.headerRow, columns: frozenColumns(form, layout) },
    protection: { allow: allowed(form) },
    autoFilter: { top: layout.headerRow, bottom: lastRow(layout), left: 1, right: layout.resultColumn },
    print,
    showGridLines: false,
  }
}

/**
 * What people may do besides filling in. Sorting only where no row is tied to a running
 * number: Excel sorts the unlocked columns alone, and in a roster that would move the names away
 * from the numbers by which the other sheets know them.
 */
function allowed(form: FormDefinition): NonNullable<SheetSpec['protection']>['allow'] {
  const always = ['autoFilter', 'formatCells', 'formatColumns', 'formatRows'] as const
  return form.shape === 'events' ? [...always, 'sort', 'insertRows'] : always
}

function frozenColumns(form: FormDefinition, layout: FormLayout): number {
  const name = form.shape === 'companion' ? layout.labelColumn : form.shape === 'roster' ? rosterOf(form, layout).nameColumn : undefined
  return name !== undefined && name <= 3 ? name : 1
}

/** Where a page may begin: at a repetition, or at any column of a sheet that has none. */
function seamsOf(layout: FormLayout): number[] {
  const inner = layout.columns.map(({ column }) => column).slice(1)
  const starts = new Set(groupsOf(layout).map(({ left }) => left))
  return layout.groupRow ? inner.filter((column) => starts.has(column)) : inner
}

function columnSpecs(making: Making, form: FormDefinition, layout: FormLayout): ColumnSpec[] {
  const specs: ColumnSpec[] = [{ width: NUMBER_WIDTH }]
  if (form.shape === 'companion') {
    const roster = layoutOf(making, form.of as string)
    const name = rosterOf(making.definition.forms[form.of as string] as FormDefinition, roster)
    specs.push({ width: Math.max(14, name.column ? fieldWidth(making, name.column.field, name.column.heading) : 0) })
  }
  for (const column of layout.columns) specs.push({ width: fieldWidth(making, column.field, column.heading) })
  // A repetition's heading stands on one line: its columns widen for it.
  for (const { left, right, heading } of groupsOf(layout)) {
    if (heading === undefined) continue
    const span = specs.slice(left - 1, right)
    const extra = (widthOf(heading) + 3 - span.reduce((sum, { width }) => sum + width, 0)) / span.length
    if (extra > 0) for (let at = left - 1; at < right; at++) specs[at] = { width: Math.ceil((specs[at] as ColumnSpec).width + extra) }
  }
  specs.push({ width: RESULT_WIDTH, style: FILLED_BY_CHECK.column }, { width: HIDDEN_WIDTH, hidden: true, style: FILLED_BY_CHECK.column })
  if (form.shape === 'roster') specs.push({ width: HIDDEN_WIDTH, hidden: true })
  return specs
}

function headRows(table: Table): RowSpec[] {
  const { making, form, layout, columns, title: { left, right } } = table
  const width = columns.slice(left - 1, right).reduce((sum, column) => sum + column.width, 0)
  const fill = fillLine(making, form, layout)
  const rows: RowSpec[] = [
    { row: 1, height: 33, cells: [{ column: left, value: making.text(form.title), style: STYLES.title }] },
    { row: 2, height: heightFor([[fill, width]]), cells: [{ column: left, value: fill, style: STYLES.fill }] },
  ]
  if (layout.sumRow) rows.push(sumRow(table, layout.sumRow))
  if (layout.groupRow) rows.push(groupRow(layout, layout.groupRow))
  rows.push(headingRow(table))
  return rows
}

/** What to fill in, then what the marks and colours of the sheet mean, as far as it has them. */
function fillLine(making: Making, form: FormDefinition, layout: FormLayout): string {
  const { say } = making
  const required = layout.columns.some(({ field }) => field.required)
  const roster = form.shape === 'companion' && say('sheet/companion', { sheet: layoutOf(making, form.of as string).sheet })
  return sentences(making.language, [making.text(form.fill), roster, required && say('sheet/required-mark'), say('sheet/grey')])
}

function sumRow({ making, layout }: Table, row: number): RowSpec {
  const cells: CellSpec[] = [{ column: 1, value: making.say('sheet/sum'), style: STYLES.sum }]
  for (let column = 2; column < layout.resultColumn; column++) {
    const summed = layout.columns.find((one) => one.column === column)
    if (!summed || !isSummed(summed)) {
      cells.push({ column, style: STYLES.sum })
      continue
    }
    // Without a cached result: programs then reckon it when they open the file, whoever filled in the rows.
    cells.push({ column, formula: `SUM(${columnRange(layout, column, false)})`, style: STYLES.sum })
  }
  cells.push({ column: layout.resultColumn, style: STYLES.sum })
  return { row, height: 21, cells }
}

function isSummed({ field }: ColumnLayout): boolean {
  return field.type === 'total' || ('sum' in field && field.sum === true)
}

/** Neighbouring columns of one repetition, and the runs without one between them. */
function groupsOf(layout: FormLayout): { left: number; right: number; heading?: string }[] {
  if (!layout.groupRow) return []
  const groups: { left: number; right: number; heading?: string; key: string }[] = []
  for (let column = 1; column <= layout.resultColumn; column++) {
    const found = layout.columns.find((one) => one.column === column)
    const key = found?.repetition ? `${found.repetition.field} ${found.repetition.n}` : ''
    const last = groups[groups.length - 1]
    if (last && last.key === key && column !== layout.resultColumn) last.right = column
    else groups.push({ left: column, right: column, key, ...(found?.group && { heading: found.group }) })
  }
  return groups
}

function groupRow(layout: FormLayout, row: number): RowSpec {
  const cells = groupsOf(layout).flatMap(({ left, right, heading }): CellSpec[] =>
    Array.from({ length: right - left + 1 }, (_, at) => ({ column: left + at, style: heading ? STYLES.heading : STYLES.headingBlank, ...(at === 0 && heading && { value: heading }) })),
  )
  return { row, height: 22, cells }
}

function headingRow({ making, form, layout, columns }: Table): RowSpec {
  const own = (heading: { zh: string; en: string }, column: number): CellSpec => ({ column, value: making.text(heading), style: STYLES.heading })
  const cells: CellSpec[] = [own(OWN_HEADINGS.number, 1)]
  if (form.shape === 'companion') {
    const roster = layoutOf(making, form.of as string)
    const name = rosterOf(making.definition.forms[form.of as string] as FormDefinition, roster)
    cells.push({ column: layout.labelColumn as number, value: name.column?.heading ?? making.text(OWN_HEADINGS.label), style: STYLES.heading })
  }
  for (const { column, heading, field } of layout.columns) cells.push({ column, value: heading, style: field.required ? required(STYLES.headingRequired, making.say('sheet/required-sign')) : STYLES.heading })
  cells.push(own(OWN_HEADINGS.result, layout.resultColumn), own(OWN_HEADINGS.marks, layout.marksColumn))
  if (form.shape === 'roster') cells.push(own(OWN_HEADINGS.label, layout.labelColumn as number))
  // The mark of a required column and the filter's button both take room beside the words.
  const height = heightFor(cells.filter(({ column }) => !columns[column - 1]?.hidden).map(({ column, value }) => [`${String(value)}※`, columns[column - 1]?.width ?? 10]))
  return { row: layout.headerRow, height, cells }
}

function preparedRows({ making, form, layout, columns }: Table): RowSpec[] {
  const issued = making.rows[layout.form] ?? []
  const roster = form.shape === 'companion' ? layoutOf(making, form.of as string) : undefined
  const source = roster && rosterOf(making.definition.forms[roster.form] as FormDefinition, roster)
  const labels = source ? source.issuedLabels(making) : form.shape === 'roster' ? rosterOf(form, layout).issuedLabels(making) : []
  const rosterRows = roster ? making.rows[roster.form] ?? [] : []
  return Array.from({ length: layout.rowCount }, (_, index): RowSpec => {
    const row = layout.firstRow + index
    const values = issued[index] ?? {}
    const label = labels[index] ?? ''
    const cells: CellSpec[] = [{ column: 1, value: index + 1, style: STYLES.number }]
    if (roster) cells.push({ column: layout.labelColumn as number, formula: rosterLookup(roster, roster.labelColumn as number, row), value: label, style: STYLES.locked })
    for (const column of layout.columns) cells.push(fieldCell(layout, column, row, values, roster, rosterRows[index] ?? {}))
    cells.push({ column: layout.resultColumn, style: FILLED_BY_CHECK.cell }, { column: layout.marksColumn, style: FILLED_BY_CHECK.cell })
    if (form.shape === 'roster') {
      const name = rosterOf(form, layout).nameColumn
      cells.push({ column: layout.labelColumn as number, formula: labelFormula(layout, name, row, making.language), value: label, style: STYLES.locked })
    }
    const texts = layout.columns.map(({ path, column }) => [String(values[path] ?? ''), columns[column - 1]?.width ?? 10] as const)
    return { row, height: heightFor(texts), grows: true, cells }
  })
}

function fieldCell(layout: FormLayout, { field, path, column }: ColumnLayout, row: number, values: Prefill, roster: FormLayout | undefined, rosterValues: Prefill): CellSpec {
  if (field.type === 'total') return { column, formula: totalFormula(layout, field.of, row), value: issuedTotal(layout, field.of, values), style: lockedStyle(field) }
  const given = field.given ? roster?.columns.find((one) => one.path === path) : undefined
  if (roster && given) return { column, formula: rosterLookup(roster, given.column, row), value: String(rosterValues[path] ?? ''), style: lockedStyle(field) }
  const value = values[path]
  if (value === undefined) return { column, style: entryStyle(field) }
  // What the office gave is locked; a spare row stays open, so that a newcomer can be entered.
  return { column, value, style: field.given ? lockedStyle(field) : entryStyle(field) }
}

function validations(making: Making, layout: FormLayout): ValidationSpec[] {
  return layout.columns.flatMap((column) => {
    const area = { top: layout.firstRow, bottom: lastRow(layout), left: column.column, right: column.column }
    return fieldValidation(making, layout.form, column, area) ?? []
  })
}
