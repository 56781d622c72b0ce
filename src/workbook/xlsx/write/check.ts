import { LAST_COLUMN, LAST_ROW, address, areaAddress } from '../../address'
import type { Area } from '../../model'
import type { CellSpec, SheetSpec, ValidationSpec, WorkbookSpec } from '../../spec'

/** Excel's published limits, in UTF-16 code units. A file beyond one of them opens with a "repair", or not at all. */
const LIMITS = {
  sheetName: 31,
  cellText: 32_767,
  formula: 8_192,
  promptTitle: 32,
  promptText: 255,
  /** A list written out inside a validation. */
  listText: 255,
  footer: 255,
  /** Of a page, in millimetres: half of an A4 page across. */
  margin: 105,
  definedName: 255,
  columnWidth: 255,
  rowHeight: 409,
  propertyName: 255,
} as const

/**
 * Refuses a workbook that Excel would not open as it is meant: such a description is a mistake
 * in the program that made it.
 *
 * @throws RangeError that names sheet, cell and limit
 */
export function checkWorkbook(spec: WorkbookSpec): void {
  ensure(spec.sheets.some(({ visibility = 'visible' }) => visibility === 'visible'), 'a workbook needs a visible sheet')
  unique(spec.sheets.map(({ name }) => name), 'sheet')
  unique(spec.names.map(({ name }) => name), 'defined name')
  for (const { name, refersTo } of spec.names) {
    ensure(/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && !/^([A-Z]{1,3}\d+|R\d*C\d*|R|C)$/i.test(name), `not a defined name: ${name}`)
    within(name.length, LIMITS.definedName, `characters of the name ${name}`)
    within(refersTo.length, LIMITS.formula, `characters of what ${name} refers to`)
  }
  for (const name of Object.keys(spec.properties ?? {})) {
    ensure(name !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(name), `not a property's name: ${JSON.stringify(name)}`)
    within(name.length, LIMITS.propertyName, `characters of the property ${name}`)
  }
  spec.sheets.forEach(checkSheet)
}

/** @throws RangeError */
export function checkSheet(sheet: SheetSpec): void {
  checkSheetName(sheet.name)
  const at = (what: string) => `${what} on sheet ${sheet.name}`
  within(sheet.columns.length, LAST_COLUMN, at('columns'))
  sheet.columns.forEach(({ width }, n) => ensure(width >= 0 && width <= LIMITS.columnWidth, at(`width of column ${n + 1}: ${width}`)))
  unique(sheet.rows.map(({ row }) => row), at('row'))
  for (const { row, height, cells } of sheet.rows) {
    ensure(Number.isInteger(row) && row >= 1 && row <= LAST_ROW, at(`no such row: ${row}`))
    ensure(height === undefined || (height >= 0 && height <= LIMITS.rowHeight), at(`height of row ${row}: ${height}`))
    unique(cells.map(({ column }) => column), at(`column of row ${row}`))
    for (const cell of cells) checkCell(cell, at(`cell ${address(row, cell.column)}`))
  }
  checkMerges(sheet.merges ?? [], at('merges'))
  sheet.validations?.forEach((validation) => checkValidation(validation, at(`validation of ${areaAddress(validation.area)}`)))
  sheet.conditions?.forEach((condition) => checkArea(condition.area, at('condition')))
  if (sheet.autoFilter) checkArea(sheet.autoFilter, at('filter'))
  if (sheet.print?.area) checkArea(sheet.print.area, at('print area'))
  within(sheet.print?.header?.length ?? 0, LIMITS.footer, at('characters of the header'))
  within(sheet.print?.footer?.length ?? 0, LIMITS.footer, at('characters of the footer'))
  for (const [edge, mm] of Object.entries(sheet.print?.margins ?? {})) ensure(mm >= 0 && mm <= LIMITS.margin, at(`${edge} margin: ${mm}`))
  ensure(sheet.zoom === undefined || (sheet.zoom >= 10 && sheet.zoom <= 400), at(`zoom ${sheet.zoom}`))
}

/** @throws RangeError when Excel takes no sheet of that name */
function checkSheetName(name: string): void {
  ensure(name.trim() !== '' && !/[[\]:*?/\\\p{Cc}]/u.test(name) && !/^'|'$/.test(name), `not a sheet name: ${name}`)
  ensure(name.toLowerCase() !== 'history', 'Excel keeps the sheet name History for itself')
  within(name.length, LIMITS.sheetName, `characters of the sheet name ${name}`)
}

/** What a cell may hold, whether it is written or changed. @throws RangeError */
export function checkValue(value: CellSpec['value'], what: string): void {
  if (typeof value === 'string') within(value.length, LIMITS.cellText, `characters in ${what}`)
  if (typeof value === 'number') ensure(Number.isFinite(value), `${value} in ${what}`)
}

function checkCell({ column, value, formula }: CellSpec, what: string): void {
  ensure(Number.isInteger(column) && column >= 1 && column <= LAST_COLUMN, `no such column: ${what}`)
  checkValue(value, what)
  if (formula !== undefined) checkFormula(formula, what)
}

/** A cell's formula, without its `=`. @throws RangeError */
export function checkFormula(formula: string, what: string): void {
  ensure(formula !== '' && !formula.startsWith('='), `a formula is written without its '=': ${what}`)
  within(formula.length, LIMITS.formula, `characters in the formula of ${what}`)
}

/** Overlapping merges make Excel repair the file. */
function checkMerges(areas: readonly Area[], what: string): void {
  for (const area of areas) {
    checkArea(area, what)
    ensure(area.top < area.bottom || area.left < area.right, `${what}: ${areaAddress(area)} is a single cell`)
  }
  const sorted = [...areas].sort((a, b) => a.top - b.top)
  sorted.forEach((area, n) => {
    for (let m = n + 1; m < sorted.length; m++) {
      const next = sorted[m] as Area
      if (next.top > area.bottom) break
      ensure(next.left > area.right || next.right < area.left, `${what}: ${areaAddress(area)} and ${areaAddress(next)} overlap`)
    }
  })
}

function checkValidation({ area, rule, prompt, error }: ValidationSpec, what: string): void {
  checkArea(area, what)
  for (const note of [prompt, error]) {
    within(note?.title.length ?? 0, LIMITS.promptTitle, `characters in a title of the ${what}`)
    within(note?.text.length ?? 0, LIMITS.promptText, `characters in a text of the ${what}`)
  }
  if (rule.kind === 'list' && rule.source.startsWith('"')) within(rule.source.length - 2, LIMITS.listText, `characters in the list of the ${what}: use a range`)
  if (rule.kind === 'custom' || rule.kind === 'list') {
    const formula = rule.kind === 'custom' ? rule.formula : rule.source
    ensure(formula !== '' && !formula.startsWith('='), `a formula is written without its '=': ${what}`)
    within(formula.length, LIMITS.formula, `characters in the formula of the ${what}`)
  }
}

function checkArea({ top, left, bottom, right }: Area, what: string): void {
  const fits = [top, left, bottom, right].every((n) => Number.isInteger(n) && n >= 1) && top <= bottom && left <= right && bottom <= LAST_ROW && right <= LAST_COLUMN
  ensure(fits, `no such area in ${what}: ${JSON.stringify({ top, left, bottom, right })}`)
}

function unique(keys: readonly (string | number)[], what: string): void {
  const seen = new Set<string | number>()
  for (const key of keys) {
    const folded = typeof key === 'string' ? key.toLowerCase() : key
    ensure(!seen.has(folded), `the same ${what} twice: ${key}`)
    seen.add(folded)
  }
}

function within(size: number, limit: number, what: string): void {
  ensure(size <= limit, `${size} ${what}; Excel takes ${limit}`)
}

function ensure(condition: boolean, message: string): asserts condition {
  if (!condition) throw new RangeError(message)
}
