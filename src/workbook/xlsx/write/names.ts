import { address, columnLetters, quoteSheetName } from '../../address'
import type { Area } from '../../model'
import type { NameSpec, SheetSpec } from '../../spec'
import { fileFormula } from './functions'
import { element, text } from './xml'

/** A name given by a person or a program, known in the whole workbook. */
export function nameElement({ name, refersTo, hidden }: NameSpec): string {
  return element('definedName', { name, hidden: hidden || undefined }, text(fileFormula(refersTo)))
}

/**
 * The names that Excel itself keeps for a sheet (ECMA-376 Part 1, 18.2.5): print area, rows
 * repeated on every page, and the area of the filter.
 *
 * @param index 0-based position of the sheet in the workbook
 */
export function builtInNames(sheet: SheetSpec, index: number): string[] {
  const { autoFilter, print } = sheet
  const local = (name: string, refersTo: string, hidden?: true) => element('definedName', { name: `_xlnm.${name}`, localSheetId: index, hidden }, text(refersTo))
  const names: string[] = []
  if (autoFilter) names.push(local('_FilterDatabase', absolute(sheet.name, autoFilter), true))
  if (print?.area) names.push(local('Print_Area', absolute(sheet.name, print.area)))
  const { repeatColumns: columns, repeatRows: rows } = print ?? {}
  // Columns first: the order in which Excel writes them, and the only one some readers take.
  const titles = [columns && `$${columnLetters(columns[0])}:$${columnLetters(columns[1])}`, rows && `$${rows[0]}:$${rows[1]}`].flatMap((range) => (range ? `${quoteSheetName(sheet.name)}!${range}` : []))
  if (titles.length > 0) names.push(local('Print_Titles', titles.join(',')))
  return names
}

function absolute(sheet: string, { top, left, bottom, right }: Area): string {
  const corner = (row: number, column: number) => address(row, column).replace(/[A-Z]+/, (letters) => `$${letters}$`)
  return `${quoteSheetName(sheet)}!${corner(top, left)}:${corner(bottom, right)}`
}
