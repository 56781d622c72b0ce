/** The key to the sample data: what was planted where. */
import type { WorkbookKind } from '../../domain/campaign/schema'
import type { Severity } from '../../domain/returns/finding'

export interface Planted {
  /** Relative to the folder of the sample data, with `/`. */
  readonly file: string
  readonly week: number
  readonly kind: WorkbookKind
  /** Registry id of the unit or group. */
  readonly unit: string
  /** The code that has to come out: of a check, or (`intake/…`, `file/…`) of the office's intake. */
  readonly code: string
  readonly severity: Severity | 'info'
  readonly sheet?: string
  /** 1-based. */
  readonly row?: number
  readonly column?: number
  /** Who it is about, as the sheet names it. */
  readonly subject?: string
  /** What was done. */
  readonly note: string
  /** Codes that may follow from it in the same file, where they would not be there otherwise. */
  readonly entails: readonly string[]
}

/** A kind of fault of which there is none, and why. */
export interface Unplanted {
  readonly code: string
  readonly reason: string
}

export interface Key {
  readonly campaign: string
  readonly seed: number
  readonly units: number
  readonly weeks: number
  readonly members: number
  /** Units that were made to stand out, by registry id. */
  readonly roles: {
    /** Last in its system in every week. */
    readonly lastEveryWeek: string
    /** Tied at the bottom of their system in every week. */
    readonly tied: readonly [string, string] | readonly []
  }
  readonly planted: readonly Planted[]
  readonly unplanted: readonly Unplanted[]
}
