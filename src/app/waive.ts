/** A waiver given or ended without touching the sheet: what a person would have written into it, as a patch. */
import type { Campaign } from '../domain/campaign/campaign'
import type { Waiver } from '../domain/evaluation/waiver'
import { registered } from '../domain/ranking/registry'
import { serialOf } from '../domain/returns/serial'
import type { IsoDate } from '../domain/returns/return'
import type { Language, Say } from '../domain/text'
import { locateTables, tableRows, type LocatedTable } from '../reports/office/locate-tables'
import { heightOfRow } from '../reports/office/office-look'
import { subjectNamed, waiverRows } from '../reports/office/read-waivers'
import { waiversTable } from '../reports/office/tables/waivers'
import { officeView } from '../reports/office/view'
import type { Workbook } from '../workbook/model'
import type { WorkbookPatch } from '../workbook/patch'
import { OfficeError } from './consolidate/office-error'
import { openOffice } from './consolidate/open-office'
import { coveredBy, endOf, isSame, waiverOf, type WaiverAsked } from './waivers'

interface OfficeAtHand {
  /** Of the definition alone; see `consolidate`. */
  readonly campaign: Campaign
  readonly office: Workbook
  sayIn(language: Language): Say
}

/** `there`: nothing is written, since this one relieves of as much for as long. */
export type Given = { readonly waiver: Waiver; readonly patch: WorkbookPatch } | { readonly there: Waiver }

/**
 * A row below what stands in the sheet. It takes effect, and is told in the log, when results are next reckoned, as if a
 * person had written it.
 *
 * @throws OfficeError besides those of `openOffice`, `office/waive-…`: a part is missing or cannot be used ·
 * `office/no-waivers-sheet`: the sheet, or one of its columns, is gone
 */
export function giveWaiver({ campaign: definition, office, sayIn, asked }: OfficeAtHand & { readonly asked: WaiverAsked }): Given {
  const { campaign, state, language, say } = openOffice(office, definition, sayIn)
  const waiver = waiverOf(asked, { campaign, state })
  const there = coveredBy(state.waivers, waiver)
  if (there) return { there }
  const table = waiversIn(office)
  const row = Math.max(table.firstRow - 1, ...tableRows(table).flatMap((one) => (one.row.cells.some(({ value, formula }) => formula !== undefined || (value !== undefined && value !== '')) ? [one.row.row] : []))) + 1
  const { until, ...texts } = waiver
  const values: Readonly<Record<string, string | number>> = { ...texts, unit: writtenAs(waiver.unit, state.registry), until: serialOf(until) }
  const { columns } = waiversTable(officeView(campaign, state, { language, say }), '').design
  const cells = Object.entries(values).map(([id, value]) => ({ row, column: table.columns.get(id) as number, value }))
  return { waiver, patch: { sheets: [{ sheet: table.sheet.name, cells, heights: [{ row, height: heightOfRow(columns, values) }] }] } }
}

export interface Ended {
  /** Last day on which it holds. */
  readonly until: IsoDate
  readonly patch: WorkbookPatch
}

/**
 * Its last day is brought forward (see `endOf`) in every row that says the very same; the row stays, for the record.
 *
 * @throws OfficeError besides those of `openOffice`, `office/no-waiver`: no row says that any more, or it is over anyway ·
 * `office/no-waivers-sheet`
 */
export function endWaiver({ campaign: definition, office, sayIn, waiver, today }: OfficeAtHand & { readonly waiver: Waiver; readonly today: IsoDate }): Ended {
  const { campaign, state } = openOffice(office, definition, sayIn)
  const table = waiversIn(office)
  const until = endOf(waiver, { campaign, state }, today)
  const rows = waiverRows(table, { definition: campaign.definition, registry: state.registry }).filter((one) => one.waiver && isSame(one.waiver, waiver))
  if (until === undefined || rows.length === 0) throw new OfficeError('office/no-waiver')
  return { until, patch: { sheets: [{ sheet: table.sheet.name, cells: rows.map(({ row }) => ({ row, column: table.columns.get('until') as number, value: serialOf(until) })) }] } }
}

/** As the sheet's list offers it: by name, or by id where the name means somebody else. */
export function writtenAs(unit: string, registry: Parameters<typeof registered>[0]): string {
  const everybody = registered(registry)
  const name = everybody.find(({ id }) => id === unit)?.name ?? ''
  return subjectNamed(everybody, name)?.id === unit ? name : unit
}

const NEEDED = ['unit', 'member', 'clause', 'reason', 'approver', 'until']

function waiversIn(office: Workbook): LocatedTable {
  const table = locateTables(office).tables.get('waivers')
  if (!table || NEEDED.some((column) => !table.columns.has(column))) throw new OfficeError('office/no-waivers-sheet')
  return table
}
