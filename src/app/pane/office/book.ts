/** The office's workbook as it is now, read for one purpose: with the kept returns of as few weeks as that needs. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { isReturnsSheet, weekOfReturnsSheet } from '../../../domain/returns/identity'
import type { Workbook } from '../../../workbook/model'
import { openOffice, type OpenOffice } from '../../consolidate/open-office'
import type { PaneSession } from '../pane'

export interface OfficeNow {
  readonly book: Workbook
  readonly open: OpenOffice
}

/** Returns of these weeks; of no week when there are none, of every week for `all`. */
export type WeeksWanted = 'all' | readonly number[]

/** `campaign`: of the definition alone. Throws what reading a workbook and opening an office's throws. */
export async function officeNow({ tools, sayIn }: PaneSession, campaign: Campaign, weeks: WeeksWanted = []): Promise<OfficeNow> {
  const isWanted = (sheet: string) => weeks === 'all' || weeks.includes(weekOfReturnsSheet(sheet) ?? 0)
  const book = await tools.workbook.snapshot({ leaveOut: (sheet) => isReturnsSheet(sheet) && !isWanted(sheet) })
  return { book, open: openOffice(book, campaign, sayIn) }
}
