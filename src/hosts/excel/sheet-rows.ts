/** A used range as Excel hands it over → rows of the neutral model. */
import { DAYS_TO_1904 } from '../../workbook/date-system'
import type { Cell, CellValue, Row } from '../../workbook/model'
import { formatKind, type FormatKind } from '../../workbook/number-format'

/** One value for each cell, row by row, as `Excel.Range` has them. */
export interface UsedRange {
  /** 1-based. */
  readonly top: number
  readonly left: number
  readonly values: readonly (readonly unknown[])[]
  readonly formulas: readonly (readonly unknown[])[]
  readonly valueTypes: readonly (readonly string[])[]
  readonly numberFormats: readonly (readonly string[])[]
  /** By row of the range; absent: not known. */
  readonly hidden?: readonly boolean[]
}

/** Blank cells are left out, and so are rows without any other: as a file is read. */
export function rowsOf(range: UsedRange, from1904: boolean): Row[] {
  const kinds = new Map<string, FormatKind>()
  const kindOf = (format: string): FormatKind => {
    const known = kinds.get(format) ?? formatKind(format)
    kinds.set(format, known)
    return known
  }
  return range.values.flatMap((values, at): Row[] => {
    const cells = values.flatMap((value, column): Cell[] => {
      const formula = formulaOf(range.formulas[at]?.[column], value)
      if (value === '' && formula === undefined) return []
      const code = range.numberFormats[at]?.[column] ?? 'General'
      const kind = typeof value === 'number' ? kindOf(code) : 'number'
      return [{
        column: range.left + column,
        value: valueOf(value, range.valueTypes[at]?.[column], from1904 && kind === 'date'),
        ...(formula !== undefined && { formula }),
        ...(kind !== 'number' && { date: true }),
        ...(!/^general$/i.test(code) && { format: code }),
      }]
    })
    if (cells.length === 0) return []
    const row = range.top + at
    return [range.hidden?.[at] ? { row, hidden: true, cells } : { row, cells }]
  })
}

/** Without `=`. A cell without a formula has its value for one, also a text that begins with `=`. */
function formulaOf(formula: unknown, value: unknown): string | undefined {
  return typeof formula === 'string' && formula.startsWith('=') && formula !== value ? formula.slice(1) : undefined
}

function valueOf(value: unknown, type: string | undefined, moved: boolean): CellValue {
  if (type === 'Error') return { error: String(value) }
  if (typeof value === 'number') return moved ? value + DAYS_TO_1904 : value
  return typeof value === 'boolean' ? value : String(value)
}
