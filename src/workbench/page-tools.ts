/** What the page draws with: the workbench and what only a browser has. `main.tsx` wires it, tests wire fakes. */
import type { PaneTools } from '../app/pane/tools'
import type { FileAtWork } from '../app/workbench/file-at-work'
import type { Workbench } from '../app/workbench/workbench'
import type { Language, Say } from '../domain/text'
import type { Settings } from './shell/settings'

export interface PageTools {
  readonly bench: Workbench
  /** Words of the page, the pane and whatever can go wrong while a file is opened. */
  sayIn(language: Language): Say
  /** For the pane beside that file. */
  paneTools(file: FileAtWork): PaneTools
  readonly grid: GridPlace
  readonly settings: Settings
  /** As the build names it. */
  readonly version: string
  /** Loads what opening a file will need, while nothing else is going on. */
  warmUp(): void
}

/** Where the embedded spreadsheet is drawn. */
export interface GridPlace {
  /** One and the same for as long as the page is there; the spreadsheet lives in it. */
  readonly element: HTMLElement
  /** Puts the keyboard into the cells. */
  focus(): void
  /** From the next file on, it speaks this language. */
  speak(language: Language): void
}
