/** What intake decided about one file, and why. */
import type { WorkbookKind } from '../campaign/schema'
import type { Severity } from '../returns/finding'

/**
 * - `counted`: the return of that unit for that week
 * - `duplicate`: the same content as the one that counts
 * - `superseded`: a newer valid file counts
 * - `rejected`: a return, but it cannot be counted
 * - `ignored`: not a return of this week at all
 * - `unreadable`: not a workbook that can be read
 */
export type IntakeDecision = 'counted' | 'duplicate' | 'superseded' | 'rejected' | 'ignored' | 'unreadable'

/** Why: a code of the message catalogue (`intake/…`, `file/…`) and its placeholders. */
export interface IntakeReason {
  readonly code: string
  readonly severity: Severity | 'info'
  readonly params?: Readonly<Record<string, string | number>>
}

/** By what a file is known again: one with the same bytes, judged by the same, is not opened a second time. */
export interface FileRead {
  /** SHA-256 of its bytes. */
  readonly hash: string
  /** As the system gave it; it may have decided when the content was settled. */
  readonly modified?: string
  /** What it was judged by; see `app/intake/basis`. */
  readonly basis: string
  readonly context: string
  /** Of a return that may count: rows accepted, and what was remarked. */
  readonly rows?: number
  readonly remarks?: readonly IntakeReason[]
  /** Of a return for another week: its content. */
  readonly content?: string
  /** Who may have sent it, though it cannot count; ids. */
  readonly from?: readonly string[]
}

export interface FileVerdict {
  readonly file: string
  readonly decision: IntakeDecision
  /** The decisive reason first. Never empty. */
  readonly reasons: readonly IntakeReason[]
  /** As the file says, if it says so. */
  readonly kind?: WorkbookKind
  readonly unit?: string
  readonly week?: number
  /** ISO local date and time at which the content was settled, as far as can be known. */
  readonly stamp?: string
  readonly score?: number
  /** Hash of what it holds, when it could be read as a return that may count. */
  readonly content?: string
  /** Absent: it could not be loaded, or was by a program that did not note it. */
  readonly read?: FileRead
}
