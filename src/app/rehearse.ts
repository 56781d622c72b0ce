/** A change tried on a week that was consolidated: what it would change, before it counts. Nothing is written. */
import { checkDefinition, withOverrides } from '../domain/campaign/check-definition'
import type { Campaign, Overrides } from '../domain/campaign/campaign'
import { overridesIn } from '../domain/campaign/settings-in-time'
import type { Definition } from '../domain/campaign/schema'
import { affectedBy } from '../domain/evaluation/affected'
import type { Waiver } from '../domain/evaluation/waiver'
import { changes, type Change } from '../domain/ranking/changes'
import { historyOf, rankingRulesOver } from '../domain/ranking/history'
import type { LedgerEntry } from '../domain/ranking/ledger'
import { registered } from '../domain/ranking/registry'
import { findingsKey, type OfficeState } from '../reports/office/state'
import type { Compression } from '../workbook/compression'
import { OfficeError } from './consolidate/office-error'
import type { OpenOffice } from './consolidate/open-office'
import { withFeeds } from './consolidate/with-feeds'
import { readStored } from './kept-returns'
import { triedOn, type ResultChange, type Trial } from './rehearse/tried-on'

export type { ResultChange }

export interface Rehearsed {
  /** Settings and weights beside those in force in the week. */
  readonly settings?: Overrides['settings']
  readonly weights?: Overrides['weights']
  /** Instead of the office's. */
  readonly waivers?: readonly Waiver[]
  /**
   * Another version of the definition. The returns are those that were read by the one before: what only this one asks for
   * is blank in them. What the office decided of settings and weights holds where it has them, too.
   */
  readonly definition?: Definition
}

export interface RehearseOptions {
  /** As it was opened, with the returns of the week. */
  readonly office: Pick<OpenOffice, 'campaignIn' | 'state'>
  readonly week: number
  readonly change: Rehearsed
  readonly compression: Compression
}

export interface Rehearsal {
  readonly week: number
  readonly asOf: string
  /** Results that would be others, in the order of the ledger, of the definition and of the sheet. */
  readonly results: readonly ResultChange[]
  /** Scores, places, last places, streaks and proposals that would be others; of later weeks, what follows in them. */
  readonly changes: readonly Change[]
  /** Entries of the week as they would be. Their findings are not counted again. */
  readonly entries: readonly LedgerEntry[]
  /** Units and groups whose return counts and is not kept: they are taken as they are. */
  readonly unknown: readonly string[]
}

/**
 * Only what the change can touch is worked out; a change of weights alone opens no return. Other weeks are taken as they are,
 * also where the change, made for good, would hold for them.
 *
 * Throws {@link OfficeError}: `office/nothing-ranked` for a week that was not consolidated, `office/settings-refused`.
 */
export function rehearse({ office: { campaignIn, state }, week, change, compression }: RehearseOptions): Rehearsal {
  const record = state.weeks.find((one) => one.week === week)
  if (!record) throw new OfficeError('office/nothing-ranked', { week })
  const before = campaignIn(week)
  const after = campaignWith(before, state, week, change)
  const trial: Trial = { before, after, affected: affectedBy(before, after), asOf: record.asOf, waiversBefore: state.recordedWaivers, waiversAfter: change.waivers ?? state.recordedWaivers, everybody: registered(state.registry) }
  const names = new Map(trial.everybody.map(({ id, name }) => [id, name]))

  const unknown: string[] = []
  const results: ResultChange[] = []
  const entries = state.entries.map((entry) => {
    if (entry.week !== week || entry.outcome !== 'valid') return entry
    const open = () => keptReturn(state, entry, compression)
    const tried = triedOn(entry, names.get(entry.unit), open, trial)
    if (tried === 'unknown') unknown.push(entry.unit)
    else results.push(...tried.results)
    return tried === 'unknown' ? entry : tried.entry
  })
  const campaignThen = (at: number) => (at === week ? after : campaignIn(at))
  const fed = withFeeds({ entries, registry: state.registry, weeks: state.weeks, recordedWaivers: trial.waiversAfter }, campaignThen)
  const { weeks, weekOf } = before.calendar
  const decisions = new Map([...state.decisions].filter(([, { text }]) => text !== '').map(([key, { text }]) => [key, text]))
  return {
    week,
    asOf: record.asOf,
    results,
    changes: changes(historyOf(state.entries, rankingRulesOver(weeks, campaignIn), weekOf), historyOf(fed.entries, rankingRulesOver(weeks, campaignThen), weekOf), { decisions }),
    entries: fed.entries.filter((entry) => entry.week === week),
    unknown,
  }
}

function campaignWith(before: Campaign, state: OfficeState, week: number, { settings, weights, definition = before.definition }: Rehearsed): Campaign {
  if (definition === before.definition && !settings && !weights) return before
  const held = overridesIn(state.settings, week)
  const known = <Value>(values: Readonly<Record<string, Value>> = {}, among: object) => Object.fromEntries(Object.entries(values).filter(([id]) => Object.hasOwn(among, id)))
  const overrides = { settings: { ...known(held.settings, definition.settings), ...settings }, weights: { ...known(held.weights, definition.indicators), ...weights } }
  const { campaign, mistakes } = definition === before.definition ? withOverrides(definition, overrides) : checkDefinition(definition, overrides)
  if (!campaign) throw new OfficeError('office/settings-refused', { path: mistakes[0]?.path ?? '', reason: mistakes[0]?.code ?? '' })
  return campaign
}

function keptReturn(state: OfficeState, entry: LedgerEntry, compression: Compression) {
  const stored = state.returns.get(findingsKey(entry.week, entry.unit))
  return stored && stored.content === entry.content ? readStored(stored, compression) : undefined
}
