/** Work that was not saved, kept on this computer until it is saved or discarded. */
import type { WorkbookPatch } from '../../workbook/patch'

/** One opened file with what was done in it. */
export interface Draft {
  readonly id: string
  /** File name with its ending. */
  readonly name: string
  /** ISO local date and time of the last change. */
  readonly at: string
  /** The file as it was opened. Never another for the same id. */
  readonly base: Uint8Array
  /** What differs from it. */
  readonly changes: WorkbookPatch
  /** Id of the sample campaign that the file came from; absent: a person's own file. */
  readonly sample?: string
}

/** What a list of drafts shows. */
export interface DraftSummary {
  readonly id: string
  readonly name: string
  readonly at: string
  /** Cells that differ from the file, see {@link changeCount}. */
  readonly count: number
}

/**
 * Where drafts are kept. Every method rejects where the browser refuses storage or has no room left. What is written
 * last for an id wins, also from another tab.
 */
export interface DraftStore {
  /** The latest first. */
  list(): Promise<readonly DraftSummary[]>
  /** Undefined: discarded meanwhile. */
  load(id: string): Promise<Draft | undefined>
  /** Puts it in the place of an earlier one of its id. */
  save(draft: Draft): Promise<void>
  /** Does nothing when there is none. */
  discard(id: string): Promise<void>
}

/** Cells typed into or written, and sheets added. New results of formulas follow from them and do not count. */
export function changeCount(changes: WorkbookPatch): number {
  return changes.sheets.reduce((sum, { cells }) => sum + cells.length, changes.add?.length ?? 0)
}

/** Equal for changes that come to the same file, in whatever order they were made: how one tells that everything is saved. */
export function changeMark({ sheets, add = [] }: WorkbookPatch): string {
  const changed = sheets.filter(({ cells }) => cells.length > 0).map(({ sheet, cells }) => [sheet, cells.toSorted((a, b) => a.row - b.row || a.column - b.column).map(({ row, column, value, formula }) => [row, column, value, formula])])
  return JSON.stringify([changed.toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)), add])
}

/** The mark of a file in which nothing was changed. */
export const UNCHANGED = changeMark({ sheets: [] })

/** What a list of drafts shows of one. */
export function summaryOf({ id, name, at, changes }: Omit<Draft, 'base'>): DraftSummary {
  return { id, name, at, count: changeCount(changes) }
}
