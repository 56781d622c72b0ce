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

/** What a workbook says of a cell to whoever is about to fill it in. */
export interface Hint {
  readonly row: number
  readonly column: number
  readonly title: string
  readonly text: string
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
  /** Cells of the active sheet that lead somewhere (1-based): shown as such under the mouse, and followed by a click. Returns how to stop. */
  links(follow: { leads(row: number, column: number): boolean; go(row: number, column: number): void }): () => void
  /** Shows a hint at a cell of the active sheet (1-based), or none. It is in nobody's way: clicks go through it. */
  hint(hint: Hint | undefined): void
  /** Takes out of the editor what was typed at a cell that is not edited. */
  forgetTyped(): void
  /** Plain text on the clipboard, for "paste" in a menu; undefined where the page may not read it. */
  clipboardText(): Promise<string | undefined>
}
