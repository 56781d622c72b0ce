/** What the commands work with; main.ts wires the real ones, tests wire fakes. */
import type { Clock, WorkbookFormat } from '../app/ports'

export interface Toolbox {
  readonly format: WorkbookFormat
  readonly clock: Clock
  /** Folder of the campaigns that ship with the program. */
  readonly templates: string
  /** Aborts when the person presses Ctrl+C. */
  readonly interrupted: AbortSignal
}
