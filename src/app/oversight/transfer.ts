/** The board of stage transfers, from the returns that the office's workbook keeps; and the office's approvals. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { MeasureResult } from '../../domain/evaluation/evaluation'
import type { TransferState } from '../../domain/oversight/transfer'
import { serialOf } from '../../domain/returns/serial'
import type { IsoDate } from '../../domain/returns/return'
import type { Language, Say } from '../../domain/text'
import { officePatch } from '../../reports/office/office-patch'
import { locateTables } from '../../reports/office/locate-tables'
import { patchTable } from '../../reports/office/patch-table'
import type { OfficeState, TransferRecord } from '../../reports/office/state'
import { logTable } from '../../reports/office/tables/log'
import { boardOf, transferKey } from '../../reports/office/tables/transfer'
import { officeView } from '../../reports/office/view'
import { requirementText } from '../../reports/papers/data/transfer-facts'
import type { Compression } from '../../workbook/compression'
import type { Workbook } from '../../workbook/model'
import type { WorkbookPatch } from '../../workbook/patch'
import { OfficeError } from '../consolidate/office-error'
import { openOffice, type OpenOffice } from '../consolidate/open-office'
import { keptEvidence } from './kept-evidence'
import { answerPatch, joined, logged } from './written-answer'

export interface BoardOptions {
  /** Default: the latest consolidated. */
  readonly week?: number
  readonly compression: Compression
}

type Office = Pick<OpenOffice, 'campaign' | 'state'> & Partial<Pick<OpenOffice, 'campaignIn'>>

/**
 * What the returns of a week say, for every registered unit. Only what the definition asks for is kept of them.
 *
 * @throws OfficeError `office/no-transfer`, `office/nothing-ranked`
 */
export function transferEvidence({ state, ...open }: Office, options: BoardOptions): TransferRecord {
  const week = options.week ?? state.shown
  const record = state.weeks.find((one) => one.week === week)
  if (!open.campaign.definition.transfer) throw new OfficeError('office/no-transfer')
  if (week === undefined || !record) throw new OfficeError('office/nothing-ranked', { week: week ?? '' })
  const campaign = open.campaignIn?.(week) ?? open.campaign
  const asked = new Set(Object.values(open.campaign.definition.transfer.requirements).flatMap(({ measure }) => measure ?? []))
  // A row that is asked nothing is a row all the same: one of its results stays.
  const only = (results: readonly MeasureResult[] | undefined) => results && (results.some(({ measure }) => asked.has(measure)) ? results.filter(({ measure }) => asked.has(measure)) : results.slice(0, 1))
  const ofUnits = campaign.measures.some((one) => one.in === 'unit' && asked.has(one.id))
  const evidence = keptEvidence(state, { campaign, week, compression: options.compression })
  return {
    week,
    asOf: record.asOf,
    units: state.registry.units.map(({ id }) => {
      const [own, group] = [ofUnits ? only(evidence.ofUnit(id)?.measures) : undefined, only(evidence.ofGroupOn(id))]
      return { unit: id, ...(own && { own }), ...(group && { group }) }
    }),
  }
}

export interface TransferOptions extends BoardOptions {
  /** Of the definition alone; see `consolidate`. */
  readonly campaign: Campaign
  readonly office: Workbook
  sayIn(language: Language): Say
}

export interface TransferBoard {
  readonly week: number
  readonly asOf: IsoDate
  /** In the registry's order. */
  readonly units: readonly (TransferState & { readonly name: string })[]
  /** How each requirement stands, in a few words; blank: it is met. */
  words(state: TransferState['requirements'][number], in_: { readonly language: Language; readonly say: Say }): string
  /** For the office's workbook: its sheet brought up to date. */
  readonly patch: WorkbookPatch
  readonly state: OfficeState
}

/** Throws as `openOffice` and {@link transferEvidence} do. */
export function lookAtTransfers({ campaign: definition, office, sayIn, ...options }: TransferOptions): TransferBoard {
  const open = openOffice(office, definition, sayIn)
  const { campaign, language, say } = open
  const transfer = transferEvidence(open, options)
  const state = { ...open.state, transfer }
  const names = new Map(state.registry.units.map(({ id, name }) => [id, name]))
  return {
    week: transfer.week,
    asOf: transfer.asOf,
    units: (boardOf({ campaign, state }) ?? []).map((one) => ({ ...one, name: names.get(one.unit) ?? one.unit })),
    words: (requirement, words) => requirementText(requirement, { campaign, ...words }),
    patch: officePatch(campaign, state, office, { language, say }),
    state,
  }
}

export interface ApproveOptions extends Omit<TransferOptions, 'week' | 'compression'> {
  /** Registry id. */
  readonly unit: string
  /** Absent: takes back what was decided. */
  readonly approved: boolean | undefined
  readonly by: string
  readonly note: string
  readonly today: IsoDate
  /** ISO local date and time. */
  readonly now: string
}

/**
 * Enters the office's decision as a person would in the sheet, and tells it in the log.
 *
 * @throws OfficeError besides those of `openOffice`, `office/no-transfer`, `office/no-such-unit`, `office/decision-without-name`
 */
export function approveTransfer({ campaign: definition, office, sayIn, unit, approved, by, note, today, now }: ApproveOptions): WorkbookPatch {
  const { campaign, state, language, say } = openOffice(office, definition, sayIn)
  if (!campaign.definition.transfer) throw new OfficeError('office/no-transfer')
  if (approved !== undefined && by.trim() === '') throw new OfficeError('office/decision-without-name')
  const decided = approved !== undefined
  const patch = answerPatch(office, 'transfer', transferKey(unit), {
    approved: decided ? say(approved ? 'office/yes' : 'office/no') : null,
    by: decided ? by.trim() : null,
    on: decided ? serialOf(today) : null,
    note: decided ? note.trim() || null : null,
  })
  if (!patch) throw new OfficeError('office/no-such-unit', { unit, week: state.shown ?? '' })
  const detail = decided ? say(approved ? 'transfer/log-approved' : 'transfer/log-refused', { by: by.trim(), note: note.trim() }) : say('transfer/log-taken-back')
  const view = officeView(campaign, state, { language, say })
  const log = logTable({ ...view, state: { ...state, log: logged(state, now, { kind: say('transfer/log'), unit: view.nameOf(unit), detail }) } })
  const at = locateTables(office).tables.get('log')
  return { sheets: joined([patch, ...(at ? [{ sheet: at.sheet.name, ...patchTable(log, at) }] : [])]) }
}
