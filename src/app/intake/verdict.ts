import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { Finding, Severity } from '../../domain/returns/finding'
import type { WorkbookKind } from '../../domain/campaign/schema'

/** A file as it came; loaded only when its turn has come. */
export interface IncomingFile {
  /** Name to show and to look for a unit's name in; with folders where two files may have the same name. */
  readonly name: string
  /** ISO local date and time of the last modification, where the system knows it. */
  readonly modified?: string
  load(): Uint8Array | Promise<Uint8Array>
}

/**
 * - `counted`: the return of that unit for that week
 * - `duplicate`: the same content as the one that counts
 * - `superseded`: a newer valid file counts
 * - `rejected`: a return, but it cannot be counted
 * - `ignored`: not a return of this week at all
 * - `unreadable`: not a workbook that can be read
 */
export type IntakeDecision = 'counted' | 'duplicate' | 'superseded' | 'rejected' | 'ignored' | 'unreadable'

/** Why: a code of `messages/intake.ts` (or `file/…`) and its placeholders. */
export interface IntakeReason {
  readonly code: string
  readonly severity: Severity | 'info'
  readonly params?: Readonly<Record<string, string | number>>
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
  /** When the content was settled, as far as can be known (see `stampOf`). */
  readonly stamp?: string
  readonly score?: number
}

/** What one week's files came to. */
export interface IntakeResult {
  readonly week: number
  /** One for each file, in the order given. */
  readonly verdicts: readonly FileVerdict[]
  /** One for every registered unit and group, in the registry's order. */
  readonly entries: readonly LedgerEntry[]
  /** Findings of the returns counted in this run, by unit or group id. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>
}
