/** Entries that were judged by what no longer holds, judged again from the returns that are kept. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { Registered } from '../../domain/ranking/registry'
import type { FileVerdict } from '../../domain/ranking/verdict'
import { hasUntold } from '../../domain/supervision/units-named'
import { officeFindings } from '../../reports/office/finding-groups'
import { findingsKey, type FindingGroup, type OfficeState, type WeekRecord } from '../../reports/office/state'
import type { Compression } from '../../workbook/compression'
import { basesOf, type Bases } from '../intake/basis'
import { rejudge, type Rejudged } from '../rejudge'

/**
 * Every week that was consolidated, by the campaign in force in it, the day it was judged by and the ledger's own
 * facts. Returns the state itself when every entry was judged by what holds.
 */
export function judgedAgain(state: OfficeState, campaignIn: (week: number) => Campaign, compression: Compression): OfficeState {
  return state.weeks.reduce((now, { week, asOf }) => {
    const campaign = campaignIn(week)
    const bases = basesOf(campaign, asOf, now.waivers)
    const rejudged = rejudge(now, { campaign, week, asOf, bases, compression, concerns: (entry) => isStale(entry, bases, week === state.weeks.at(-1)?.week) })
    return rejudged.entries.length === 0 ? now : withRejudged(now, week, rejudged, bases)
  }, state)
}

/** Weeks with entries that {@link judgedAgain} would judge again: whose kept returns it needs. */
export function staleWeeks({ entries, weeks, waivers }: Pick<OfficeState, 'entries' | 'weeks' | 'waivers'>, campaignIn: (week: number) => Campaign): number[] {
  return weeks.flatMap(({ week, asOf }) => {
    const bases = basesOf(campaignIn(week), asOf, waivers)
    return entries.some((entry) => entry.week === week && entry.outcome === 'valid' && isStale(entry, bases, week === weeks.at(-1)?.week)) ? [week] : []
  })
}

/** In the latest week also a group's return with a row that means nobody: the registry may have been put right. */
function isStale(entry: LedgerEntry, bases: Bases, isLatest: boolean): boolean {
  return entry.basis !== bases.entry(unitOf(entry)) || (isLatest && hasUntold(entry.supervision))
}

/** By the facts in the ledger; the name is not among those that a judgement hangs on. */
function unitOf({ unit, kind, system, headcount }: LedgerEntry): Registered {
  return { id: unit, kind, name: '', system, headcount }
}

function withRejudged(state: OfficeState, week: number, { entries, findings }: Rejudged, bases: Bases): OfficeState {
  const anew = new Map(entries.map((entry) => [entry.unit, entry]))
  const groups = new Map(state.findings)
  for (const [unit, found] of findings) setFindings(groups, findingsKey(week, unit), officeFindings(found))
  return {
    ...state,
    entries: state.entries.map((entry) => (entry.week === week ? (anew.get(entry.unit) ?? entry) : entry)),
    findings: groups,
    weeks: state.weeks.map((record): WeekRecord => (record.week === week ? { ...record, verdicts: record.verdicts.map((verdict) => verdictAnew(verdict, anew.get(verdict.unit ?? ''), bases)) } : record)),
  }
}

function setFindings(all: Map<string, readonly FindingGroup[]>, key: string, groups: readonly FindingGroup[]): void {
  if (groups.length > 0) all.set(key, groups)
  else all.delete(key)
}

/** The file whose return was judged again: its score, and by what it is known again. */
function verdictAnew(verdict: FileVerdict, entry: LedgerEntry | undefined, bases: Bases): FileVerdict {
  if (!entry || verdict.content === undefined || verdict.content !== entry.content || verdict.score === undefined || entry.score === undefined) return verdict
  return { ...verdict, score: entry.score, ...(verdict.read && { read: { ...verdict.read, basis: bases.file(unitOf(entry)) } }) }
}
