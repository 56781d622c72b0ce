/** What every paper says of itself: from whom, to whom, when, about which week. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { PaperDefinition } from '../../../domain/campaign/schema'
import { registered } from '../../../domain/ranking/registry'
import type { IsoDate } from '../../../domain/returns/return'
import type { FIELDS} from '../fields';
import { type Values } from '../fields'
import type { PaperSource } from './source'
import { dateText, later, listed, textIn } from './words'

type CommonFields = Pick<(typeof FIELDS)['transfer'], 'title' | 'campaign' | 'source' | 'issuer' | 'office' | 'leadership' | 'addressee' | 'copies' | 'date' | 'due' | 'days' | 'week' | 'weekFrom' | 'weekTo' | 'asOf'>

/** A paper of the definition with its id. */
export type PaperOf = PaperDefinition & { readonly id: string }

export function papersOf({ definition }: Campaign): PaperOf[] {
  return Object.entries(definition.papers).map(([id, paper]) => ({ ...paper, id }))
}

/** Ids of the units a paper is about, and of the groups that look after them. */
export interface About {
  readonly units: readonly string[]
  readonly groups: readonly string[]
}

/** @param due overrides what the paper's `days` say */
export function commonValues(source: PaperSource, paper: PaperOf, about: About, due?: IsoDate): Values<CommonFields> {
  const { campaign, week, asOf, date } = source
  const { definition, calendar } = campaign
  const days = campaign.paperDays.get(paper.id)
  const until = due ?? (days === undefined ? undefined : later(date, days))
  return {
    title: textIn(source, paper.title),
    campaign: textIn(source, definition.title),
    source: textIn(source, definition.source),
    issuer: textIn(source, definition.issuer),
    office: textIn(source, definition.terms.office),
    leadership: textIn(source, definition.terms.leadership),
    addressee: readers([paper.to], source, about),
    copies: readers(paper.copies, source, about),
    date: dateText(date, source),
    due: dateText(until, source),
    days: days === undefined ? '' : String(days),
    week: String(week),
    weekFrom: dateText(calendar.weekStart(week), source),
    weekTo: dateText(calendar.weekEnd(week), source),
    asOf: dateText(asOf, source),
  }
}

/** | rule | who | of whom nobody is known |: `group` of a unit without one is left out. */
function readers(rules: PaperDefinition['copies'], source: PaperSource, about: About): string {
  const { campaign, say } = source
  const { terms } = campaign.definition
  const every = (what: string) => say('papers/every', { what })
  const unit = every(textIn(source, terms.unit))
  const named = (ids: readonly string[]) => ids.map((id) => nameOf(source, id)).filter((name) => name !== '')
  const names = rules.flatMap((rule) => {
    switch (rule) {
      case 'unit':
        return named(about.units)
      case 'group':
        return named(about.groups)
      case 'units':
        return [unit]
      case 'everybody':
        return hasGroups(source) ? [unit, every(textIn(source, terms.group))] : [unit]
      case 'leadership':
        return [textIn(source, terms.leadership)]
    }
  })
  return listed([...new Set(names)], source)
}

/** Whether the campaign has groups that hand in something. */
export function hasGroups({ campaign, registry }: Pick<PaperSource, 'campaign' | 'registry'>): boolean {
  return registry.groups.length > 0 && campaign.forms.group.length > 0
}

/** Name of a unit or group; its id when the registry does not have it any more. */
export function nameOf({ registry }: Pick<PaperSource, 'registry'>, id: string): string {
  return registered(registry).find((one) => one.id === id)?.name ?? id
}

/** The group that looks after a unit, by id; empty: none. */
export function groupOf({ registry }: Pick<PaperSource, 'registry'>, unit: string): string {
  return registry.units.find(({ id }) => id === unit)?.group ?? ''
}
