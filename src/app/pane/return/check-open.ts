/** Checks the workbook that is open and writes the result into it: two steps of the host, a read and a write. */
import { readLanguage } from '../../../domain/returns/read-identity'
import type { Campaign } from '../../../domain/campaign/campaign'
import type { Language, Say } from '../../../domain/text'
import type { Workbook } from '../../../workbook/model'
import type { WorkbookPatch } from '../../../workbook/patch'
import { checkPatch, checkWorkbook, type CheckResult } from '../../check'
import type { Clock } from '../../ports'
import { changesOf, type Change } from '../journal'
import { patchedBook } from '../patched-book'

export interface CheckOpenOptions {
  readonly campaign: Campaign
  readonly clock: Clock
  readonly sayIn: (language: Language) => Say
  /** Cells to write before the check, the chosen week say; they are part of the same change. */
  readonly first?: WorkbookPatch
}

export interface OpenCheck {
  readonly result: CheckResult
  /** What has to be written: only cells that do not hold it already. */
  readonly changes: readonly Change[]
}

/** Words go into the sheets in the workbook's own language: that is the one its reader has. */
export function checkOpen(book: Workbook, { campaign, clock, sayIn, first = { sheets: [] } }: CheckOpenOptions): OpenCheck {
  const prepared = patchedBook(book, first)
  const result = checkWorkbook(prepared, { campaign, today: clock.today(), now: clock.now() })
  const language = readLanguage(book) ?? campaign.definition.language
  return { result, changes: [...changesOf(book, first), ...changesOf(prepared, checkPatch(result, sayIn(language), language))] }
}
