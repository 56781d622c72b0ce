/** Cells to write, gathered into as few rectangles as their places allow, none of which covers a cell that is not written. */
import type { Area } from '../../workbook/model'
import type { CellPatch } from '../../workbook/patch'

export interface Rectangle extends Area {
  /** Row by row, from the top left. */
  readonly values: (CellPatch['value'])[][]
}

/**
 * Neighbours in a row become a run; runs over the same columns in consecutive rows become a
 * rectangle. Untouched cells are never part of one: on a protected sheet they are likely to be
 * locked, and a range with a locked cell in it cannot be written at all.
 */
export function rectanglesOf(cells: readonly CellPatch[]): Rectangle[] {
  const ordered = cells.toSorted((a, b) => a.row - b.row || a.column - b.column)
  const done: Rectangle[] = []
  /** Rectangles that reach down to the row before, by their columns. */
  let open = new Map<string, Rectangle>()
  let growing = new Map<string, Rectangle>()
  let row = 0
  let run: { left: number; values: CellPatch['value'][] } | undefined

  const endRun = () => {
    if (!run) return
    const right = run.left + run.values.length - 1
    const key = `${run.left}:${right}`
    const above = open.get(key)
    const rectangle: Rectangle = above ? { ...above, bottom: row, values: above.values } : { top: row, bottom: row, left: run.left, right, values: [] }
    rectangle.values.push(run.values)
    open.delete(key)
    growing.set(key, rectangle)
    run = undefined
  }
  const endRow = (next: number) => {
    endRun()
    done.push(...open.values())
    open = growing
    growing = new Map()
    if (next !== row + 1) {
      done.push(...open.values())
      open = new Map()
    }
    row = next
  }

  for (const cell of ordered) {
    if (cell.row !== row) endRow(cell.row)
    if (run && cell.column !== run.left + run.values.length) endRun()
    run ??= { left: cell.column, values: [] }
    run.values.push(cell.value)
  }
  endRow(Infinity)
  return done.sort((a, b) => a.top - b.top || a.left - b.left)
}
