/** What a codec makes of a cell: a value with what was repaired, or no value with what is wrong. */
import type { GridCell, GridValue } from '../grid'
import type { CellCode } from '../codes'

/** Something to say about a cell; its severity is the code's own (`codes.ts`). */
export interface Issue {
  readonly code: CellCode
  readonly params?: Readonly<Record<string, string | number>>
  /** What would have been right, or what it was read as; as text. */
  readonly expected?: string
}

/** `value` is null when nothing could be read; then an issue says why. */
export interface Decoded<T> {
  readonly value: T | null
  readonly issues: readonly Issue[]
}

/** A cell that holds something and is neither an error nor a formula without result. */
export interface FilledCell extends Pick<GridCell, 'date' | 'format'> {
  readonly value: string | number | boolean
}

/** Both directions between a cell and a value of one field type. `decode(encode(x))` is x, without issues. */
export interface Codec<T> {
  decode(cell: FilledCell): Decoded<T>
  /** What to write; text stays text and is never a formula. */
  encode(value: T): Exclude<GridValue, { readonly error: string }>
}

/** A value that was read, with what is to be said of how it was written. */
export function read<T>(value: T, ...issues: readonly Issue[]): Decoded<T> {
  return { value, issues }
}

/** No value: what stands in the cell cannot be taken for one. */
export function unreadable<T>(code: CellCode, expected?: string, params?: Issue['params']): Decoded<T> {
  return { value: null, issues: [{ code, ...(expected !== undefined && { expected }), ...(params && { params }) }] }
}
