/** What a consolidation writes into the office's log. */
import { amountText } from '../../domain/campaign/amount'
import type { SettingChange, SettingValue } from '../../domain/campaign/settings-in-time'
import type { Change } from '../../domain/ranking/changes'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { Language, Say } from '../../domain/text'
import type { Campaign } from '../../domain/campaign/campaign'
import type { WaiverChange } from './waiver-changes'
import type { LogRow } from '../../reports/office/state'

export interface LogFacts {
  readonly occasion: 'consolidated' | 'recomputed'
  readonly campaign: Campaign
  readonly language: Language
  readonly say: Say
  readonly week: number
  readonly asOf: string
  /** Time of writing; ISO local date and time. */
  readonly now: string
  readonly files: number
  readonly entries: readonly LedgerEntry[]
  readonly changes: readonly Change[]
  /** Settings recorded now. */
  readonly settings: readonly SettingChange[]
  readonly waivers: readonly WaiverChange[]
  nameOf(unit: string): string
}

/** The new lines and the earlier ones, newest first: the run itself, then what it changed in other weeks. */
export function logAfter(earlier: readonly LogRow[], facts: LogFacts): LogRow[] {
  const { say, week, asOf, now, files } = facts
  const count = (outcome: LedgerEntry['outcome']) => facts.entries.filter((entry) => entry.kind === 'unit' && entry.outcome === outcome).length
  const [valid, missing, rejected] = [count('valid'), count('missing'), count('rejected')]
  const summary = { week, kind: say(`office/log-${facts.occasion}`), unit: '', detail: say(facts.occasion === 'consolidated' ? 'office/log-summary' : 'office/log-recomputed-summary', { week, asOf, expected: valid + missing + rejected, valid, missing, rejected, files }) }
  const lines = [summary, ...facts.settings.map((change) => settingLine(change, facts)), ...facts.waivers.map((change) => waiverLine(change, facts)), ...facts.changes.map((change) => ({ week: change.week, kind: say(`office/log-${change.kind}`), unit: facts.nameOf(change.unit), detail: detailOf(change, facts) }))]
  const last = Math.max(0, ...earlier.map(({ n }) => n))
  return [...lines.map((line, i) => ({ n: last + lines.length - i, at: now.slice(0, 19).replace('T', ' '), ...line })), ...earlier]
}

/** Who decided it, what it was and is, from which week on, and which clause it is of. */
function settingLine({ kind, id, old, new: now, fromWeek, by }: SettingChange, { campaign, language, say }: LogFacts): Omit<LogRow, 'n' | 'at'> {
  const { settings, indicators, measures } = campaign.definition
  const title = (kind === 'setting' ? settings[id] : indicators[id])?.title[language] ?? id
  const clauses = kind === 'setting' ? [settings[id]?.clause ?? []].flat() : [...new Set((indicators[id]?.measures ?? []).flatMap((measure) => measures[measure]?.clauses ?? []))]
  const shown = (value: SettingValue): string => (typeof value === 'boolean' ? say(value ? 'office/yes' : 'office/no') : typeof value === 'number' && kind === 'setting' ? amountText(campaign.definition, value, settings[id]?.unit, language) : String(value))
  const params = { title, old: shown(old), new: shown(now), by: by === '' ? say('office/nobody') : by, clauses: clauses.join(say('office/comma')) }
  return { week: fromWeek, kind: say(`office/log-${kind}`), unit: '', detail: say(clauses.length > 0 ? 'office/log-setting-clause' : 'office/log-setting-detail', params) }
}

function waiverLine({ kind, waiver }: WaiverChange, { say, week, nameOf }: LogFacts): Omit<LogRow, 'n' | 'at'> {
  const { unit, member = '', clause, reason, approver, until } = waiver
  const whom = member === '' ? say('office/waiver-whole') : member
  return { week, kind: say(`office/log-waiver-${kind}`), unit: nameOf(unit), detail: say('office/log-waiver', { whom, clause, reason, approver, until }) }
}

function detailOf(change: Change, { campaign, language, say }: LogFacts): string {
  if ('key' in change) {
    const title = campaign.definition.consequences[change.consequence]?.title[language] ?? change.consequence
    const params = { consequence: title, member: change.member ?? '', decision: change.decision ?? '' }
    return say(change.decision === undefined ? 'office/log-proposal' : 'office/log-decided', params).trim()
  }
  const word = (value: string | number | boolean | undefined): string | number => {
    if (value === undefined) return say('office/none')
    if (typeof value === 'boolean') return say(value ? 'office/yes' : 'office/no')
    return change.kind === 'outcome' ? say(`office/outcome-${value}`) : value
  }
  return say('office/log-change', { week: change.week, before: word(change.before), after: word(change.after) })
}
