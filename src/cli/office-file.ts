/** The office's workbook that a command was given, with the campaign it carries. */
import type { Campaign } from '../domain/campaign/campaign'
import { readBytes } from './files'
import type { Toolbox } from './toolbox'

export interface OfficeFile {
  readonly path: string
  readonly bytes: Uint8Array
  readonly book: ReturnType<Toolbox['format']['read']>
  readonly campaign: Campaign
}

/** Throws FileTrouble, WorkbookError or NoDefinition. */
export function readOfficeFile(path: string, toolbox: Toolbox): OfficeFile {
  const bytes = readBytes(path)
  const book = toolbox.format.read(bytes)
  return { path, bytes, book, campaign: toolbox.campaignIn(book) }
}
