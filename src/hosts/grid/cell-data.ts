/**
 * A cell of the neutral model ⇄ a cell of the grid.
 *
 * | model | grid |
 * |---|---|
 * | number | `v` number, type number |
 * | true, false | `v` 1 or 0, type boolean |
 * | text | `v` text, type text; so `007` and `=1+1` stay what they are |
 * | error | `v` its text, type forced text, without a formula: texts that look like errors have type text |
 * | formula | `f` with `=`; `v` its last result |
 */
import { CellValueType, type ICellData, type Nullable } from '@univerjs/core'
import type { CellValue } from '../../workbook/model'

export interface Content {
  /** Absent: a formula that has not been calculated yet, or nothing at all. */
  readonly value?: CellValue
  /** Without `=`. Empty: the file does not say it (the cell shares another's); the cell shows its last result. */
  readonly formula?: string
}

/** Fields that are absent are `null`: written over a cell, nothing of what it held before stays. */
export interface Written {
  v: string | number | null
  t: CellValueType | null
  f: string | null
  si: null
  p: null
}

const ERRORS = new Set(['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#SPILL!', '#CALC!', '#ERROR!', '#GETTING_DATA', '#CONNECT!', '#FIELD!', '#BLOCKED!'])
const NO_CONTENT: Written = { v: null, t: null, f: null, si: null, p: null }

export function writtenContent({ value, formula }: Content): Written {
  const f = formula ? `=${engineFormula(formula)}` : null
  if (value === undefined) return { ...NO_CONTENT, f }
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER, f, si: null, p: null }
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: CellValueType.BOOLEAN, f, si: null, p: null }
  if (typeof value === 'string') return { v: value, t: CellValueType.STRING, f, si: null, p: null }
  return { v: value.error, t: CellValueType.FORCE_STRING, f, si: null, p: null }
}

/** What a new workbook is made of: without the fields that are absent. */
export function cellData(content: Content): ICellData {
  const { v, t, f } = writtenContent(content)
  return { ...(v !== null && { v }), ...(t !== null && { t }), ...(f !== null && { f }) }
}

/** Undefined: the cell is blank. */
export function contentOf(cell: Nullable<ICellData>): Content | undefined {
  if (!cell) return undefined
  const formula = typeof cell.f === 'string' && cell.f.length > 1 ? cell.f.slice(1) : undefined
  const value = valueOf(cell, formula !== undefined)
  if (formula === undefined) return value === undefined ? undefined : { value }
  return value === undefined ? { formula } : { value, formula }
}

function valueOf({ v, t, p }: ICellData, calculated: boolean): CellValue | undefined {
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n')
  if (v === undefined || v === null) return undefined
  if (typeof v === 'boolean') return v
  if (t === CellValueType.BOOLEAN) return Number(v) === 1
  if (typeof v === 'number') return v
  if (t === CellValueType.NUMBER && v !== '' && !Number.isNaN(Number(v))) return Number(v)
  if (ERRORS.has(v) && (calculated || t === CellValueType.FORCE_STRING)) return { error: v }
  return v
}

/** Same content as far as a file can tell. */
export function sameContent(a: Content | undefined, b: Content | undefined): boolean {
  return a?.formula === b?.formula && sameValue(a?.value, b?.value)
}

export function sameValue(a: CellValue | undefined, b: CellValue | undefined): boolean {
  if (typeof a === 'object' && typeof b === 'object') return a.error === b.error
  return a === b
}

/** Functions newer than the file format carry a prefix in the file (MS-XLSX 2.2.2) that the grid does not know. */
function engineFormula(formula: string): string {
  return formula.includes('_xl') ? formula.replace(/"(?:[^"]|"")*"|_xlfn\.(?:_xlws\.)?|_xlpm\./g, (token) => (token.startsWith('"') ? token : '')) : formula
}
