/**
 * The office workbook's record: a very-hidden sheet of key and JSON. What people see is made from it; nothing
 * people type goes into it.
 */
import { IDENTITY_SHEET } from '../../domain/returns/identity'
import type { SpotCheckRound } from '../../domain/oversight/spot-checks'
import type { SettingChange } from '../../domain/campaign/settings-in-time'
import type { Waiver } from '../../domain/evaluation/waiver'
import type { RankingRules } from '../../domain/ranking/history'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { Workbook } from '../../workbook/model'
import type { CellPatch } from '../../workbook/patch'
import type { SheetSpec } from '../../workbook/spec'
import { parsedRecord, patchRecords, readRecords, recordSheet } from './record-sheet'
import { findingsKey, type FindingGroup, type OfficeState, type TransferRecord, type WeekRecord } from './state'

export const STORE_SHEET = `${IDENTITY_SHEET}_ledger`

type Stored = Pick<OfficeState, 'entries' | 'weeks' | 'findings' | 'shown' | 'ranking' | 'settings' | 'recordedWaivers' | 'spotChecks' | 'transfer'>

/** A record that cannot be read. */
export interface StoreDamage {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly key: string
}

export function storeSheet(state: Stored): SheetSpec {
  return recordSheet(STORE_SHEET, records(state))
}

export function patchStore(state: Stored, book: Workbook): CellPatch[] {
  return patchRecords(records(state), book.sheets.find(({ name }) => name === STORE_SHEET))
}

export function readStore(book: Workbook): Stored & { readonly damage: readonly StoreDamage[] } {
  const entries: LedgerEntry[] = []
  const weeks: WeekRecord[] = []
  const findings = new Map<string, readonly FindingGroup[]>()
  const damage: StoreDamage[] = []
  const seen = new Set<string>()
  let shown: number | undefined
  let ranking: RankingRules | undefined
  let settings: readonly SettingChange[] = []
  let recordedWaivers: readonly Waiver[] = []
  let spotChecks: readonly SpotCheckRound[] = []
  let transfer: TransferRecord | undefined
  for (const { row, key, text } of readRecords(book.sheets.find(({ name }) => name === STORE_SHEET))) {
    const [kind, first = '', second = ''] = key.split('|')
    const value = parsedRecord(text)
    if (value === undefined || seen.has(key)) damage.push({ sheet: STORE_SHEET, row, key })
    else if (kind === 'entry') entries.push(value as LedgerEntry)
    else if (kind === 'week') weeks.push(value as WeekRecord)
    else if (kind === 'findings') findings.set(findingsKey(Number(first), second), value as FindingGroup[])
    else if (kind === 'shown') shown = Number(value)
    else if (kind === 'ranking') ranking = value as RankingRules
    else if (kind === 'settings') settings = value as SettingChange[]
    else if (kind === 'waivers') recordedWaivers = value as Waiver[]
    else if (kind === 'spot-checks') spotChecks = value as SpotCheckRound[]
    else if (kind === 'transfer') transfer = value as TransferRecord
    seen.add(key)
  }
  return { entries, weeks: weeks.sort((a, b) => a.week - b.week), findings, settings, recordedWaivers, spotChecks, ...(transfer && { transfer }), ...(shown !== undefined && { shown }), ...(ranking && { ranking }), damage }
}

function records(state: Stored): Map<string, string> {
  const all = new Map<string, string>()
  if (state.shown !== undefined) all.set('shown', JSON.stringify(state.shown))
  if (state.ranking) all.set('ranking', JSON.stringify(state.ranking))
  if (state.settings.length > 0) all.set('settings', JSON.stringify(state.settings))
  // Results are read off the sheet that people enter them in.
  if (state.spotChecks.length > 0) all.set('spot-checks', JSON.stringify(state.spotChecks.map((round) => ({ ...round, units: round.units.map(({ unit, system }) => ({ unit, system })) }))))
  if (state.transfer) all.set('transfer', JSON.stringify(state.transfer))
  if (state.recordedWaivers.length > 0) all.set('waivers', JSON.stringify(state.recordedWaivers))
  for (const week of state.weeks) all.set(`week|${week.week}`, JSON.stringify(week))
  for (const entry of state.entries) all.set(`entry|${entry.week}|${entry.unit}`, JSON.stringify(entry))
  for (const [key, groups] of state.findings) if (groups.length > 0) all.set(`findings|${key}`, JSON.stringify(groups))
  return all
}
