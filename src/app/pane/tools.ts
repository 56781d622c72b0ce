/**
 * What the pane works with. `taskpane/main.tsx` wires the real ones (Excel, the browser), tests and
 * the preview page wire fakes. What is heavy comes as a promise, so that it is loaded when needed.
 */
import type { Checked } from '../../domain/campaign/check-definition'
import type { Definition } from '../../domain/campaign/schema'
import type { Language, Say } from '../../domain/text'
import type { Workbook } from '../../workbook/model'
import type { Carried } from '../carried-definition'
import type { IncomingFile } from '../intake/incoming'
import type { OpenWorkbook } from '../open-workbook'
import type { Clock, WorkbookFormat } from '../ports'

export interface PaneTools {
  readonly workbook: OpenWorkbook
  readonly clock: Clock
  /** The campaign a workbook brings with it. Equal definitions are compiled once. */
  carried(book: Workbook): Promise<Carried>
  /** A campaign.yaml, checked. */
  loadDefinition(source: string, file: string): Promise<Checked>
  /** The definition as workbooks carry it. */
  pack(definition: Definition): Promise<string>
  /** Bytes of .xlsx files ⇄ workbooks. */
  format(): Promise<WorkbookFormat>
  /** What a zip that came holds. Throws whatever loading the file throws, and WorkbookError when it cannot be read. */
  filesInZip(zip: IncomingFile): Promise<readonly IncomingFile[]>
  /** Words of the whole catalogue, in any language. */
  words(): Promise<(language: Language) => Say>
  /** Hands the person a file to save. Nothing leaves the machine. */
  saveFile(name: string, bytes: Uint8Array): void
  /** Throws when the host does not let a page copy. */
  copyText(text: string): Promise<void>
  /** A template of papers of a campaign that ships with the program; undefined: it does not ship. Absent: none do. */
  paperTemplate?(campaign: string, file: string): Promise<Uint8Array | undefined>
  /** Returns to try the office's work with; absent: there are none for this workbook. */
  readonly sampleReturns?: SampleReturns
}

/** A file that a person chose. */
export interface PickedFile {
  readonly name: string
  load(): Promise<Uint8Array>
}

/** Made-up returns of one week. */
export interface SampleReturns {
  readonly week: number
  readonly count: number
  load(): Promise<readonly IncomingFile[]>
}
