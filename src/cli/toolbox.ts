/** What the commands work with; main.ts wires the real ones, tests wire fakes. */
import type { Clock, WorkbookFormat } from '../app/ports'
import type { Campaign } from '../domain/campaign/campaign'
import type { Definition } from '../domain/campaign/schema'
import type { GridBook } from '../domain/returns/grid'
import type { Language, Say } from '../domain/text'

export interface Toolbox {
  readonly format: WorkbookFormat
  readonly clock: Clock
  /** The campaign a workbook brings with it. Throws NoDefinition. */
  campaignIn(book: GridBook): Campaign
  /** The definition as workbooks carry it. */
  pack(definition: Definition): string
  sayIn(language: Language): Say
  /** A new seed of random numbers, 0 … 4,294,967,295. */
  seed(): number
  /** Folder of the campaigns that ship with the program. */
  readonly templates: string
  /** Aborts when the person presses Ctrl+C. */
  readonly interrupted: AbortSignal
}
