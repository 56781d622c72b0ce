/** Everything the office's sheets are made from: the state, what follows from it, and words. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { History } from '../../domain/ranking/changes'
import { historyOf } from '../../domain/ranking/history'
import type { LedgerEntry, Standing } from '../../domain/ranking/ledger'
import { registered, type Registered } from '../../domain/ranking/registry'
import { standings as places } from '../../domain/ranking/standings'
import { withoutWaivers } from '../../domain/ranking/unwaived'
import { systemStandings, type SystemStanding } from '../../domain/ranking/system-standings'
import type { Language, Say, Text } from '../../domain/text'
import { rankingOf, type OfficeState, type WeekRecord } from './state'

export interface OfficeWords {
  readonly language: Language
  readonly say: Say
}

export interface OfficeView extends OfficeWords {
  readonly campaign: Campaign
  readonly state: OfficeState
  readonly history: History
  readonly systems: readonly SystemStanding[]
  /** The week shown and its record; absent: nothing has been consolidated. */
  readonly week?: WeekRecord
  readonly everybody: readonly Registered[]
  text(text: Text): string
  /** Name of a unit or group; its id when the registry does not have it any more. */
  nameOf(id: string): string
  entry(week: number, unit: string): LedgerEntry | undefined
  standing(week: number, unit: string): Standing | undefined
  /** Where a unit would stand without waivers; undefined where none makes a difference to its score. */
  unwaived(week: number, unit: string): Standing | undefined
  /** Systems in the order of the registry, then those only the ledger knows. */
  readonly systemOrder: readonly string[]
}

/** What the tables show, worked out once for all of them. */
export function officeView(campaign: Campaign, state: OfficeState, words: OfficeWords): OfficeView {
  const rules = rankingOf(state, campaign)
  const history = historyOf(state.entries, rules, campaign.calendar.weekOf)
  const everybody = registered(state.registry)
  const names = new Map(everybody.map(({ id, name }) => [id, name]))
  const entries = new Map(state.entries.map((entry) => [`${entry.week}|${entry.unit}`, entry]))
  const standings = new Map(history.standings.map((standing) => [`${standing.week}|${standing.unit}`, standing]))
  const isWaived = new Set(state.entries.flatMap((entry) => (entry.unwaived ? [`${entry.week}|${entry.unit}`] : [])))
  const plain = isWaived.size === 0 ? [] : places(withoutWaivers(state.entries), rules)
  const unwaived = new Map(plain.map((standing) => [`${standing.week}|${standing.unit}`, standing]))
  const week = state.weeks.find((record) => record.week === state.shown)
  return {
    ...words,
    campaign,
    state,
    history,
    systems: systemStandings(state.entries, rules),
    ...(week && { week }),
    everybody,
    text: (text) => text[words.language],
    nameOf: (id) => names.get(id) ?? id,
    entry: (at, unit) => entries.get(`${at}|${unit}`),
    standing: (at, unit) => standings.get(`${at}|${unit}`),
    unwaived: (at, unit) => (isWaived.has(`${at}|${unit}`) ? unwaived.get(`${at}|${unit}`) : undefined),
    systemOrder: [...new Set([...state.registry.units.map(({ system }) => system), ...state.entries.filter(({ kind }) => kind === 'unit').map(({ system }) => system)])],
  }
}

/** `第3周（2005-03-07至2005-03-13），截至2005-03-13` or that nothing has been consolidated yet. */
export function weekLine({ week, campaign, say }: OfficeView): string {
  if (!week) return say('office/no-week')
  const { calendar } = campaign
  return say('office/week-line', { week: week.week, from: calendar.weekStart(week.week), to: calendar.weekEnd(week.week), asOf: week.asOf, at: week.at.slice(0, 16).replace('T', ' ') })
}

/** How a unit stands in a week, in a word. */
export function outcomeWord(say: Say, outcome: LedgerEntry['outcome']): string {
  return say(`office/outcome-${outcome}`)
}

/** Why nothing counts, in a few words. */
export function shortReason(say: Say, reason: string): string {
  return say(reason.startsWith('file/') ? 'intake/unreadable.short' : `${reason}.short`)
}
