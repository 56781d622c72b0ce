/** Changes rows that were in order the way `demo.yaml` says a fault comes about. */
import { furtherRow, repeatsAnother, rowsWhere } from './fill-form'
import { fillRow } from './fill-row'
import type { Edit, Recipe } from './tuning'
import type { DraftRow, DraftValue } from './draft'
import type { Filling } from './fill-form'
import type { FormDefinition } from '../../domain/campaign/schema'
import type { IsoDate } from '../../domain/returns/return'

export interface Edited {
  readonly rows: readonly DraftRow[]
  /** 0-based rows that were changed or added; empty when rows only went. */
  readonly at: readonly number[]
}

/** Number of the stream that further rows draw from, far from those of rows that are there. */
const FURTHER = 100_000

/** Rows by index that an edit of the kind `any`, `all`, `copy` or `drop` could be about. */
export function editable(rows: readonly DraftRow[], edit: Edit, filling: Filling): number[] {
  return edit.keep === undefined && edit.row !== 'new' ? rowsWhere(rows, edit.where, filling) : []
}

/**
 * `chosen`: the row that an edit of kind `any` or `copy` is about. `day`: when the event of a further
 * row happened. Undefined when the rows give no occasion.
 */
export function editRows(rows: readonly DraftRow[], edit: Edit, chosen: number | undefined, day: IsoDate, filling: Filling): Edited | undefined {
  if (edit.keep !== undefined) return rows.length > edit.keep ? { rows: rows.slice(0, edit.keep), at: [] } : undefined
  if (edit.row === 'new') {
    const row = furtherRow(edit.form, rows, FURTHER, { day, set: edit.set }, filling)
    return row && added(rows, row, edit)
  }
  const fitting = editable(rows, edit, filling)
  if (edit.row === 'drop') return fitting.length > 0 ? { rows: rows.filter((_, index) => !fitting.includes(index)), at: [] } : undefined
  const at = edit.row === 'all' ? fitting : fitting.filter((index) => index === chosen)
  if (at.length === 0) return undefined
  if (edit.row === 'copy') {
    const copy = revised(rows[at[0] as number] as DraftRow, at[0] as number, edit, day, filling)
    return repeatsAnother(filling.definition.forms[edit.form] as FormDefinition, rows, copy) ? undefined : added(rows, copy, edit)
  }
  const changed = new Map(at.map((index) => [index, revised(rows[index] as DraftRow, index, edit, day, filling)]))
  if ([...changed.values()].some((row) => lacks(row, edit))) return undefined
  return { rows: rows.map((row, index) => changed.get(index) ?? row), at }
}

function added(rows: readonly DraftRow[], row: DraftRow, edit: Edit): Edited | undefined {
  return lacks(row, edit) ? undefined : { rows: [...rows, row], at: [rows.length] }
}

/** Somebody was asked for whom the roster does not have. */
function lacks(row: DraftRow, { set }: Edit): boolean {
  return Object.entries(set).some(([path, recipe]) => typeof recipe === 'object' && recipe !== null && 'member' in recipe && row.values[path] === null)
}

/** The row with what the edit sets; everything else as it is. */
function revised(row: DraftRow, index: number, edit: Edit, day: IsoDate, filling: Filling): DraftRow {
  const set = Object.fromEntries(
    Object.entries(row.values).map(([path, value]): [string, Recipe] => {
      const recipe = [edit.set[path], edit.set[path.replace(/\[\d+\]/, '')]].find((one) => one !== undefined)
      return [path, recipe === undefined ? asItIs(value) : recipe]
    }),
  )
  return fillRow(edit.form, { number: FURTHER + index, day, member: index, set }, filling)
}

/** A value as a recipe; a day stays even when it lies ahead. */
function asItIs(value: DraftValue): Recipe {
  return typeof value === 'string' ? { plan: value } : value
}
