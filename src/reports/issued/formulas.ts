/** Formulas of the issued sheets, each with the value that a viewer without recalculation shows. */
import { rosterLabel, type FormLayout } from '../../domain/returns/layout'
import { repeatedPath } from './paths'
import type { Language } from '../../domain/text'
import { address, areaAddress, columnLetters, quoteSheetName } from '../../workbook/address'
import type { Prefill } from './making'

/** Absolute range of one column over the prepared rows: `$B$5:$B$44`, with its sheet when asked. */
export function columnRange(layout: FormLayout, column: number, withSheet: boolean): string {
  const letters = columnLetters(column)
  const range = `$${letters}$${layout.firstRow}:$${letters}$${lastRow(layout)}`
  return withSheet ? `${quoteSheetName(layout.sheet)}!${range}` : range
}

export function lastRow(layout: FormLayout): number {
  return layout.firstRow + layout.rowCount - 1
}

/**
 * The label other sheets pick a roster row by. Built like `rosterLabel`; SUMPRODUCT compares
 * whole texts, where COUNTIF would take `*` and `?` in a name as wildcards.
 */
export function labelFormula(layout: FormLayout, nameColumn: number, row: number, language: Language): string {
  const name = `$${columnLetters(nameColumn)}${row}`
  const twice = `SUMPRODUCT(--(${columnRange(layout, nameColumn, false)}=${name}))>1`
  const [open, close] = language === 'zh' ? ['（', '）'] : [' (', ')']
  return `IF(${name}="","",IF(${twice},${name}&"${open}"&$A${row}&"${close}",${name}&""))`
}

/** Labels of the rows as issued: what the label formulas give before anybody types. */
export function issuedLabels(names: readonly string[], language: Language): string[] {
  const times = new Map<string, number>()
  for (const name of names) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1)
  return names.map((name, index) => (name === '' ? '' : rosterLabel(name, index + 1, (times.get(name.toLowerCase()) ?? 0) > 1, language)))
}

/** Value of a roster's column in the row with this row's running number; empty when there is none. */
export function rosterLookup(roster: FormLayout, column: number, row: number): string {
  const found = `INDEX(${columnRange(roster, column, true)},MATCH($A${row},${columnRange(roster, roster.numberColumn ?? 1, true)},0))`
  return `IFERROR(${found}&"","")`
}

/**
 * The filled part of a roster's labels, for a drop-down that does not open on blank lines:
 * from the first label down to the last row that has one.
 */
export function filledLabels(layout: FormLayout, labelColumn: number): string {
  const labels = columnRange(layout, labelColumn, true)
  const first = `${quoteSheetName(layout.sheet)}!$${columnLetters(labelColumn)}$${layout.firstRow}`
  return `OFFSET(${first},0,0,MAX(1,SUMPRODUCT(MAX((${labels}<>"")*ROW(${labels})))-${layout.firstRow - 1}),1)`
}

/** Sum of other cells of the row; empty while all of them are, so that a spare row shows no 0. */
export function totalFormula(layout: FormLayout, of: readonly string[], row: number): string {
  const cells = runs(summedColumns(layout, of)).map(([left, right]) => (left === right ? address(row, left) : areaAddress({ top: row, bottom: row, left, right }))).join(',')
  return `IF(COUNT(${cells})=0,"",SUM(${cells}))`
}

/** What `totalFormula` gives for a row as issued. */
export function issuedTotal(layout: FormLayout, of: readonly string[], values: Prefill): number | '' {
  const numbers = summedColumns(layout, of)
    .map((column) => layout.columns.find((one) => one.column === column)?.path ?? '')
    .map((path) => values[path])
    .filter((value) => typeof value === 'number')
  return numbers.length === 0 ? '' : numbers.reduce((sum, value) => sum + value, 0)
}

/** Columns that the paths of a total name: `hours`, or `days.hours` for all repetitions. */
function summedColumns(layout: FormLayout, of: readonly string[]): number[] {
  return layout.columns.filter(({ path }) => of.includes(repeatedPath(path))).map(({ column }) => column)
}

/** Neighbouring columns as ranges: 3,4,5,9 → [3,5] [9,9]. */
function runs(columns: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const column of columns) {
    const last = found[found.length - 1]
    if (last && last[1] === column - 1) last[1] = column
    else found.push([column, column])
  }
  return found
}
