import type { CellValue } from '../../model'
import { text } from '../write/xml'

/** The errors that the file knows by name (ECMA-376 Part 1, 18.18.11 and 18.17.3). */
const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA'])

/** The last result of a formula as the file keeps it: its type (`t`, where it is not `n`), and the `v` element; empty for none. */
export interface ResultMarkup {
  readonly type: 'n' | 'b' | 'str' | 'e'
  readonly element: string
}

export function resultMarkup(value: CellValue | null): ResultMarkup {
  if (value === null) return { type: 'n', element: '' }
  if (typeof value === 'number') return { type: 'n', element: `<v>${value}</v>` }
  if (typeof value === 'boolean') return { type: 'b', element: `<v>${Number(value)}</v>` }
  if (typeof value === 'string') return { type: 'str', element: `<v>${text(value)}</v>` }
  return { type: 'e', element: `<v>${text(value.error)}</v>` }
}

/** The result as a file can hold it: newer errors (`#SPILL!`, `#CALC!`) are `#VALUE!` there, with more said in a part of its own. */
export function storable(value: CellValue | null): CellValue | null {
  return isError(value) && !ERRORS.has(value.error) ? { error: '#VALUE!' } : value
}

export function sameResult(a: CellValue | null | undefined, b: CellValue | null): boolean {
  return isError(a) && isError(b) ? a.error === b.error : a === b
}

function isError(value: CellValue | null | undefined): value is Extract<CellValue, object> {
  return typeof value === 'object' && value !== null
}
