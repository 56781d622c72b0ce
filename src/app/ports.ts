/**
 * What the use cases need from outside. Each program's root wires them; tests wire fakes.
 */
import type { IsoDate } from '../domain/returns/return'
import type { Compression } from '../workbook/compression'
import type { Workbook } from '../workbook/model'
import type { WorkbookPatch } from '../workbook/patch'
import type { WorkbookSpec } from '../workbook/spec'

/** Bytes of an .xlsx file ⇄ workbooks. */
export interface WorkbookFormat {
  /** Throws WorkbookError (`file/...`) for anything that is not a readable workbook. */
  read(bytes: Uint8Array): Workbook
  write(spec: WorkbookSpec): Uint8Array
  /** The same package with the patch's cells changed; every other part as it was. */
  patch(bytes: Uint8Array, patch: WorkbookPatch): Uint8Array
  /** For what workbooks carry compressed. */
  readonly compression: Compression
}

/** Local time of the person at the machine. */
export interface Clock {
  /** ISO local date. */
  today(): IsoDate
  /** ISO local date and time to the second, without zone: `2005-03-11T09:30:00`. */
  now(): string
}

/** Long work reports itself: `done` of `total` steps, and what it is at. */
export type Progress = (done: number, total: number, at: string) => void
