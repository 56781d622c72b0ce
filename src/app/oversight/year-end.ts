/** The year-end record of every unit, as a sheet or a CSV file, with or without members' names. */
import { yearEnd, type YearEndRecord } from '../../domain/oversight/year-end'
import { historyOf } from '../../domain/ranking/history'
import { boardOf } from '../../reports/office/tables/transfer'
import { csv } from '../../reports/year-end/csv'
import { yearEndTexts } from '../../reports/year-end/year-end-texts'
import { yearEndWorkbook } from '../../reports/year-end/year-end-workbook'
import type { WorkbookSpec } from '../../workbook/spec'
import { OfficeError } from '../consolidate/office-error'
import type { OpenOffice } from '../consolidate/open-office'
import { rankingOf } from '../../reports/office/state'

export interface YearEndExport {
  readonly records: readonly YearEndRecord[]
  /** A workbook of one sheet. */
  readonly spec: WorkbookSpec
  /** The same table as CSV: UTF-8 with its mark. */
  readonly csv: Uint8Array
}

/**
 * Of the units registered now, in the registry's order, over every week in the ledger; in the workbook's language.
 * Transfers are those of the board as it was last looked at.
 *
 * @throws OfficeError `office/no-year-end`: nothing has been consolidated
 */
export function yearEndExport({ campaign, state, language, say }: Pick<OpenOffice, 'campaign' | 'state' | 'language' | 'say'>, { names }: { readonly names: boolean }): YearEndExport {
  const { registry, entries, decisions, waivers } = state
  if (state.weeks.length === 0) throw new OfficeError('office/no-year-end')
  const { standings, proposals } = historyOf(entries, rankingOf(state, campaign), campaign.calendar.weekOf)
  const board = campaign.definition.transfer ? (boardOf({ campaign, state }) ?? []) : undefined
  const transferred = board && new Set(board.filter(({ transfers }) => transfers).map(({ unit }) => unit))
  const records = yearEnd({ campaign, units: registry.units, standings, proposals, decisions, waivers, ...(transferred && { transferred }) })
  const words = { language, say, names }
  const texts = yearEndTexts(campaign, records, words)
  return { records, spec: yearEndWorkbook(campaign, texts, { ...words, upTo: Math.max(...state.weeks.map(({ week }) => week)) }), csv: csv([texts.headings, ...texts.rows]) }
}
