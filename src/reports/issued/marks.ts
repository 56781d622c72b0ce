/**
 * The conditional formats that show what a check found. They are made with the template and
 * read the row's marks (`|4:e|6:w|`: column and severity), so a check only writes two columns
 * and touches no formatting; the marks travel with their row.
 */
import { address, columnLetters } from '../../workbook/address'
import type { Area } from '../../workbook/model'
import type { ConditionSpec } from '../../workbook/spec'
import { COLORS } from './look'

/** Worst first: where a cell has several marks the first format that matches is shown. */
const SEVERITIES = [
  { mark: 'e', colors: COLORS.error },
  { mark: 'w', colors: COLORS.warning },
  { mark: 'q', colors: COLORS.query },
] as const

export function markConditions(cells: Area, resultColumn: number, marksColumn: number): ConditionSpec[] {
  const marks = `$${columnLetters(marksColumn)}${cells.top}`
  // COLUMN(A4) and not COLUMN(): without an argument one of the hosts is off by one.
  const here = `COLUMN(${address(cells.top, cells.left)})`
  const result: Area = { top: cells.top, bottom: cells.bottom, left: resultColumn, right: resultColumn }
  return SEVERITIES.flatMap(({ mark, colors }): ConditionSpec[] => [
    { kind: 'formula', area: cells, formula: `ISNUMBER(SEARCH("|"&${here}&":${mark}|",${marks}))`, format: { fill: colors.fill, color: colors.text, border: colors.border, bold: mark === 'e' } },
    { kind: 'formula', area: result, formula: `ISNUMBER(SEARCH(":${mark}|",${marks}))`, format: { fill: colors.fill, color: colors.text } },
  ])
}
