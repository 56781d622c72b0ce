/**
 * What a check finds. A finding is data: its words come from the message catalogue
 * (`messages/`, key = code) or, for a definition's own constraint, from the definition.
 */
import type { Text } from '../text'

/**
 * - `error`: not well-formed, or a shortfall past its due date
 * - `warning`: likely wrong
 * - `query`: unusual; asks for an explanation
 */
export type Severity = 'error' | 'warning' | 'query'

/** `structure`: the template was altered. `intake`: found by the office only. */
export type FindingKind = 'structure' | 'cell' | 'row' | 'consistency' | 'requirement' | 'intake'

export interface Finding {
  /** Stable code, `kind/name`: `cell/not-a-date`, `row/<form>.<constraint>`, `requirement/<measure>`. */
  readonly code: string
  readonly kind: FindingKind
  readonly severity: Severity
  /** Name of the sheet as it is in the file; absent: the workbook as a whole. */
  readonly sheet?: string
  /** 1-based Excel row and column; absent: the sheet as a whole. */
  readonly row?: number
  readonly column?: number
  /** Form and field ids of the definition; `days[2].hours` for the second repetition. */
  readonly form?: string
  readonly field?: string
  /** Who it is about, as the sheet names it (a member's label). */
  readonly subject?: string
  /** What the cell shows, as text. */
  readonly value?: string
  /** What would have been right, as text. */
  readonly expected?: string
  /** Placeholders of the message. */
  readonly params?: Readonly<Record<string, string | number>>
  /** Placeholders that the definition gives in both languages (a measure's title, a unit's name). */
  readonly texts?: Readonly<Record<string, Text>>
  /** Key of the message in the catalogue where it is not the code: `requirement/shortfall` for `requirement/<measure>`. */
  readonly key?: string
  readonly clause?: string
  /** Message and remedy where they come from the definition rather than the catalogue. */
  readonly message?: Text
  readonly fix?: Text
}
