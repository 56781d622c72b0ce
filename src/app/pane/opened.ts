/** What kind of workbook is open: that decides what the pane shows. */
import { readIdentity } from '../../domain/returns/read-identity'
import type { Workbook } from '../../workbook/model'

/** `other`: a workbook that says nothing of a campaign. */
export type OpenedKind = 'unit' | 'group' | 'office' | 'other'

export interface Opened {
  readonly kind: OpenedKind
  /** File name as the host shows it. */
  readonly name: string
  /** The workbook as it was when the pane opened. */
  readonly book: Workbook
}

export function kindOf(book: Workbook): OpenedKind {
  return readIdentity(book).kind ?? 'other'
}
