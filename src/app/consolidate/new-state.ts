/** The office's state after a week's intake. */
import type { RankingRules } from '../../domain/ranking/history'
import type { SettingChange } from '../../domain/campaign/settings-in-time'
import type { Campaign } from '../../domain/campaign/campaign'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { FileVerdict } from '../../domain/ranking/verdict'
import type { IsoDate } from '../../domain/returns/return'
import { officeFindings } from '../../reports/office/finding-groups'
import { findingsKey, type FindingGroup, type OfficeState, type StoredReturn, type WeekRecord } from '../../reports/office/state'
import type { Compression } from '../../workbook/compression'
import type { IntakeResult } from '../intake/incoming'
import { storedReturn } from '../kept-returns'

export interface StateFacts {
  /** In force in the week. */
  readonly campaign: Campaign
  readonly asOf: IsoDate
  /** ISO local date and time. */
  readonly now: string
  readonly redo: boolean
  readonly compression: Compression
  readonly ranking: RankingRules
  /** With those recorded now. */
  readonly settings: readonly SettingChange[]
}

export function stateAfter(before: OfficeState, intake: IntakeResult, { campaign, asOf, now, redo, compression, ranking, settings }: StateFacts): OfficeState {
  const { week } = intake
  const known = before.weeks.find((record) => record.week === week)
  const record: WeekRecord = { week, asOf, at: known?.at ?? now, verdicts: verdictsAfter(redo ? [] : (known?.verdicts ?? []), intake) }
  const weeks = [...before.weeks.filter((one) => one.week !== week), record].sort((a, b) => a.week - b.week)
  const entries = [...before.entries.filter((entry) => entry.week !== week), ...intake.entries]
  return {
    ...before,
    entries,
    weeks,
    findings: findingsAfter(before, intake),
    returns: returnsAfter(before, intake, campaign, compression),
    ranking,
    settings,
    recordedWaivers: before.waivers,
    shown: Math.max(...weeks.map((one) => one.week)),
  }
}

/** Files of earlier runs stay listed; one whose return no longer counts is superseded. By name, so that the order of files makes no difference. */
function verdictsAfter(earlier: readonly FileVerdict[], intake: IntakeResult): FileVerdict[] {
  const now = new Set(intake.verdicts.map(({ file }) => file))
  const counted = new Map(intake.entries.filter(({ outcome }) => outcome === 'valid').map((entry) => [entry.unit, entry]))
  const kept = earlier.filter(({ file }) => !now.has(file)).map((verdict) => afterNews(verdict, counted.get(verdict.unit ?? '')))
  return [...kept, ...intake.verdicts].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0))
}

function afterNews(verdict: FileVerdict, entry: LedgerEntry | undefined): FileVerdict {
  if (!entry || verdict.content === undefined || (verdict.decision !== 'counted' && verdict.decision !== 'duplicate')) return verdict
  if (verdict.content !== entry.content) return { ...verdict, decision: 'superseded', reasons: [{ code: 'intake/superseded', severity: 'info', params: { other: entry.file ?? '', at: entry.stamp ?? '' } }] }
  if (verdict.file !== entry.file && verdict.decision === 'counted') return { ...verdict, decision: 'duplicate', reasons: [{ code: 'intake/duplicate', severity: 'info', params: { other: entry.file ?? '' } }] }
  return verdict
}

/** Findings of returns that still count are kept; those of this run are new. */
function findingsAfter(before: OfficeState, intake: IntakeResult): ReadonlyMap<string, readonly FindingGroup[]> {
  const { week } = intake
  const contentBefore = new Map(before.entries.filter((entry) => entry.week === week).map(({ unit, content }) => [unit, content]))
  const all = new Map([...before.findings].filter(([key]) => !key.startsWith(`${week}|`)))
  for (const { unit, content } of intake.entries) {
    const found = intake.findings.get(unit)
    const key = findingsKey(week, unit)
    const kept = content !== undefined && contentBefore.get(unit) === content ? before.findings.get(key) : undefined
    const groups = found ? officeFindings(found) : kept
    if (groups && groups.length > 0) all.set(key, groups)
  }
  return all
}

/** Of every unit the return that counts, as far as it is at hand: what came in this run, or what was kept. */
function returnsAfter(before: OfficeState, { week, entries, returns }: IntakeResult, { definition }: Campaign, compression: Compression): ReadonlyMap<string, StoredReturn> {
  const all = new Map([...before.returns].filter(([key]) => !key.startsWith(`${week}|`)))
  for (const { unit, content } of entries) {
    const key = findingsKey(week, unit)
    const [now, known] = [returns.get(unit), before.returns.get(key)]
    if (now) all.set(key, storedReturn(now, definition, known, compression))
    else if (known && known.content === content) all.set(key, known)
  }
  return all
}
