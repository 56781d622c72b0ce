import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { FileVerdict } from '../../domain/ranking/verdict'
import type { KeptReturn } from '../kept-returns'
import type { Finding } from '../../domain/returns/finding'

/** A file as it came; loaded only when its turn has come. */
export interface IncomingFile {
  /** Name to show and to look for a unit's name in; with folders where two files may have the same name. */
  readonly name: string
  /** ISO local date and time of the last modification, where the system knows it. */
  readonly modified?: string
  load(): Uint8Array | Promise<Uint8Array>
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
  /** The same returns, to be kept. */
  readonly returns: ReadonlyMap<string, KeptReturn>
}
