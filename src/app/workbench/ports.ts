/** What the workbench works with. `workbench/main.tsx` wires the browser and the embedded spreadsheet, tests wire fakes. */
import type { WorkbookSpec } from '../../workbook/spec'
import type { Spreadsheet } from '../edited-workbook'
import type { IncomingFile } from '../intake/incoming'
import type { Clock, WorkbookFormat } from '../ports'
import type { DraftStore } from './drafts'
import type { SampleCampaign } from './samples'

export interface WorkbenchPorts {
  format(): Promise<Pick<WorkbookFormat, 'read' | 'patch'>>
  /** How a workbook looks, from the bytes of its file. What it gives throws WorkbookError. */
  look(): Promise<(bytes: Uint8Array) => WorkbookSpec>
  /** The embedded spreadsheet, in the page's language; loaded when it is first asked for. */
  spreadsheet(): Promise<Spreadsheet>
  readonly drafts: DraftStore
  /** Rejects where the page was put up without samples. */
  samples(): Promise<readonly SampleCampaign[]>
  /** A file that belongs to the page, by its path relative to it. */
  fetchFile(path: string): Promise<Uint8Array>
  filesInZip(zip: IncomingFile): Promise<readonly IncomingFile[]>
  /** Hands the person a file to save. */
  saveFile(name: string, bytes: Uint8Array): void
  readonly clock: Clock
  readonly timer: Timer
  /** Gives the page its turn: what was set is drawn before the work goes on. */
  pause(): Promise<void>
  /** Another one every time, on every tab. */
  newId(): string
}

export interface Timer {
  /** Calls back once, after so many milliseconds. Returns how to stop it. */
  after(milliseconds: number, job: () => void): () => void
}

/**
 * - `workbench/not-fetched`: a file of the page itself did not come (`file`)
 * - `workbench/no-such-sample`: an address asks for a sample that is not listed (`path`)
 * - `workbench/draft-gone`: it was discarded meanwhile, in another tab
 * - `workbench/one-file`: several files were dropped where one is opened
 * - `workbench/folder`: a folder was dropped where a workbook is opened
 * - `workbench/zip`: a zip was dropped where a workbook is opened
 */
export type WorkbenchTroubleCode = 'workbench/not-fetched' | 'workbench/no-such-sample' | 'workbench/draft-gone' | 'workbench/one-file' | 'workbench/folder' | 'workbench/zip'

export class WorkbenchTrouble extends Error {
  constructor(
    readonly code: WorkbenchTroubleCode,
    readonly params: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`)
    this.name = 'WorkbenchTrouble'
  }
}
