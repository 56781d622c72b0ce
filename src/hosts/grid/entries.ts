/** What Univer's commands carry → cells to write. */
import { CellValueType, ObjectMatrix, isICellData, type ICellData, type IRange, type Nullable } from '@univerjs/core'
import type { ValidationSpec } from '../../workbook/spec'
import { contentOf, type Content } from './cell-data'
import type { CellWrite, OpenedSheet } from './opened-book'
import { typedContent, typedNumber, type Years } from './typed-text'

export interface SetRangeValues {
  readonly unitId?: string
  readonly subUnitId?: string
  readonly range?: IRange
  readonly value: unknown
}

/**
 * The cells of `sheet.command.set-range-values`. `shown`: the text that a cell shows now; who opens a cell and leaves it
 * as it is has typed nothing. `thisYear`: for dates without one. Undefined: it is about looks, not contents.
 */
export function entriesOf(sheet: OpenedSheet, { value }: SetRangeValues, ranges: readonly IRange[], shown: (row: number, column: number) => string | undefined, thisYear?: number): CellWrite[] | undefined {
  const cells: { row: number; column: number; data: Nullable<ICellData> }[] = []
  if (Array.isArray(value) || isICellData(value)) {
    for (const { startRow, startColumn, endRow, endColumn } of ranges) {
      for (let row = startRow; row <= endRow; row++) {
        for (let column = startColumn; column <= endColumn; column++) {
          const data = Array.isArray(value) ? (value as Nullable<ICellData>[][])[row - startRow]?.[column - startColumn] : (value as ICellData)
          cells.push({ row: row + 1, column: column + 1, data })
        }
      }
    }
  } else if (value) new ObjectMatrix(value as Record<number, Record<number, ICellData>>).forValue((row, column, data) => void cells.push({ row: row + 1, column: column + 1, data }))
  const entries = cells.filter(({ data }) => saysContent(data))
  if (entries.length === 0 && cells.length > 0) return undefined
  return entries.flatMap(({ row, column, data }): CellWrite[] => {
    if (typeof data?.v === 'string' && data.f == null && data.t == null && data.v === shown(row, column)) return []
    return [{ row, column, content: entered(data, sheet.look.format(row, column), thisYear === undefined ? undefined : { now: thisYear, ...dateLimits(sheet.look.validation(row, column)) }) }]
  })
}

function saysContent(data: Nullable<ICellData>): boolean {
  return !data || ['v', 'f', 'p'].some((key) => key in data)
}

/** What an entry makes of a cell with this number format. */
function entered(data: Nullable<ICellData>, format: string | undefined, years: Years | undefined): Content | undefined {
  if (!data) return undefined
  if (data.p?.body) return typedContent(String(contentOf({ p: data.p })?.value ?? ''), '@')
  if (typeof data.f === 'string' && data.f.length > 1) return format === '@' ? { value: data.f } : { formula: data.f.replace(/^=/, '') }
  const { v, t } = data
  if (v === undefined || v === null || v === '') return undefined
  if (typeof v === 'boolean') return { value: v }
  if (t === CellValueType.BOOLEAN) return { value: Number(v) === 1 }
  if (typeof v === 'number') return typedNumber(v, format)
  return t === CellValueType.STRING || t === CellValueType.FORCE_STRING ? { value: v } : typedContent(v, format, years)
}

function dateLimits(validation: ValidationSpec | undefined): Pick<Years, 'min' | 'max'> {
  return validation?.rule.kind === 'date' && (validation.rule.operator ?? 'between') === 'between' ? { min: validation.rule.min, max: validation.rule.max } : {}
}
