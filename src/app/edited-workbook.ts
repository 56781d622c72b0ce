/**
 * A workbook that is edited on our own page: what the workbench needs beyond what the pane knows of an
 * open workbook. src/hosts/grid is the adapter.
 */
import type { Workbook } from '../workbook/model'
import type { WorkbookPatch } from '../workbook/patch'
import type { WorkbookSpec } from '../workbook/spec'
import type { OpenWorkbook } from './open-workbook'

/** The embedded spreadsheet, in which one workbook is open at a time. */
export interface Spreadsheet {
  /** Shows a workbook in place of the one before. Throws HostTrouble. */
  open(file: FileToShow): Promise<EditedWorkbook>
}

export interface FileToShow {
  /** File name with its ending. */
  readonly name: string
  /** What it holds. */
  readonly book: Workbook
  /** How it looks; values in it are not used. */
  readonly look: WorkbookSpec
}

export interface EditedWorkbook extends OpenWorkbook {
  /**
   * What differs from the file as it was opened, as a patch of that file: typed values and formulas, new results of
   * formulas, added sheets. `sheets` is empty and `add` absent when nothing does.
   */
  changes(): WorkbookPatch
  /** Lays the changes of a draft over the file just opened. Does not count as an edit. */
  restore(changes: WorkbookPatch): Promise<void>
  /** Takes back, or does again, what a person did last. Does nothing when there is nothing. */
  undo(): Promise<void>
  redo(): Promise<void>
  /** Sorts the rows of the table around the selected cell by its column. Refuses where the sheet does not allow it. */
  sort(direction: 'ascending' | 'descending'): Promise<void>
  /** Calls back after anything changed, the pane's own writes included: for drafts and "not saved yet". Returns how to stop. */
  onChanged(listener: () => void): () => void
  /** Calls back when something a person tried was refused. Returns how to stop. */
  onRefused(listener: (refusal: Refusal) => void): () => void
  /** Frees what it holds. Nothing else may be called after that. */
  close(): Promise<void>
}

/**
 * - `grid/locked`: the cell is not for filling in (`sheet`, `cell` as A1)
 * - `grid/not-allowed`: the entry breaks the limits of the cell; `title` and `text` are the workbook's own words, if it has any (`sheet`, `cell`)
 * - `grid/structure`: sheets, rows and columns stay as they are here; what was tried would not be kept by saving
 * - `grid/no-sort`: rows of this sheet may not be sorted (`sheet`)
 * - `grid/nothing-to-sort`: there is no table around the selected cell (`sheet`)
 * - `grid/pasted-partly`: of what was pasted, `left` cells are locked and stayed as they were; `written` were filled (`sheet`)
 */
export type RefusalCode = 'grid/locked' | 'grid/not-allowed' | 'grid/structure' | 'grid/no-sort' | 'grid/nothing-to-sort' | 'grid/pasted-partly'

export interface Refusal {
  readonly code: RefusalCode
  readonly params: Readonly<Record<string, string | number>>
}
