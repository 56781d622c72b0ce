/**
 * The engine of the embedded spreadsheet (Univer), as `headless.ts` makes it in Node and `ui/mount.ts` in a page. The
 * rest of this folder does not know which of the two it has.
 */
import type { Univer } from '@univerjs/core'
import type { FUniver } from '@univerjs/core/facade'

export interface GridEngine {
  readonly univer: Univer
  readonly api: FUniver
  /** Absent without a screen. */
  readonly screen?: GridScreen
  /** Frees everything. Nothing may be called after that. */
  dispose(): void
}

/** What only a page can do. */
export interface GridScreen {
  /** Ends the editing of a cell and keeps what was typed; false where that cannot be done now. Nothing being edited: true. */
  finishEditing(): Promise<boolean>
  /** Runs something when the workbook that is open is on the screen; never when it is gone by then. */
  onceDrawn(run: () => void): void
  /** Brings a cell of the active sheet into view. 1-based. */
  scrollTo(row: number, column: number): void
  /**
   * Fits rows of a sheet to their text: those without a height of their own (`ia`). Called when a sheet is shown for the
   * first time, and for rows whose text the program changed (1-based; absent: all).
   */
  fitRows(sheet: string, rows?: readonly number[]): void
  /** Plain text on the clipboard, for "paste" in a menu; undefined where the page may not read it. */
  clipboardText(): Promise<string | undefined>
}
