/** The papers that a week calls for, one by one; and why something that is proposed has none yet. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { historyOf } from '../../../domain/ranking/history'
import type { Doubt, Proposal } from '../../../domain/ranking/ledger'
import { registered } from '../../../domain/ranking/registry'
import type { IsoDate } from '../../../domain/returns/return'
import type { Language, Say, Text } from '../../../domain/text'
import { rankingOf, type Decision } from '../../../reports/office/state'
import type { TransferFacts } from '../../../reports/papers/data/source'
import type { PaperInput, PaperKind } from '../../../reports/papers/fields'
import type { OpenOffice } from '../../consolidate/open-office'
import { papersFor } from '../../papers/papers-for'
import { groupBy } from '../group-by'

export interface PaperRow {
  /** Id in the definition. */
  readonly paper: string
  readonly kind: PaperKind
  readonly title: Text
  /** Name of its template. */
  readonly file: string
  /** Those of what is confirmed (or needs no confirming) first, then drafts of what is not; each in the registry's order. */
  readonly items: readonly PaperItem[]
  readonly withheld: readonly Withheld[]
  /** What it takes has to be read from the kept returns first: nothing is known of it yet. */
  readonly isUnread: boolean
}

/** One paper that can be made. */
export interface PaperItem {
  /** The same as long as it is about the same; no two alike in a week. */
  readonly id: string
  readonly paper: string
  /** Whom it is about: a unit, group or system by name; empty: the campaign. */
  readonly about: string
  /** Registry id, when it is about one unit. */
  readonly unit?: string
  readonly draft: boolean
  /** Proposals in it, by key, and how many of them nobody has confirmed; none for a paper that is not about proposals. */
  readonly keys: readonly string[]
  readonly unconfirmed: number
}

/** | `unreadable` | what the sheet says is no decision that can be told | · `lacking`: a unit lacks something to move on */
export type WithheldReason = 'undecided' | 'doubtful' | 'deferred' | 'dismissed' | 'unreadable' | 'lacking'

/** What is in no paper, or in a draft alone. */
export interface Withheld {
  /** Of the unit or group. */
  readonly name: string
  readonly why: WithheldReason
  /** Members concerned; empty: the unit or group as a whole. */
  readonly members: readonly string[]
  readonly doubts: readonly Doubt[]
  /** What it lacks, in words of the paper's language. */
  readonly lacking: readonly string[]
  /** What stands in the sheet, when that is no decision. */
  readonly text: string
}

export interface ListOptions {
  /** Consolidated. */
  readonly week: number
  readonly today: IsoDate
  /** Absent: nobody has looked at the kept returns. */
  readonly transfers?: readonly TransferFacts[]
  sayIn(language: Language): Say
}

/** A row for every paper of the definition, in its order. */
export function papersListed(open: Pick<OpenOffice, 'campaignIn' | 'state'>, options: ListOptions): PaperRow[] {
  const campaign = open.campaignIn(options.week)
  const { proposals } = historyOf(open.state.entries.filter(({ week }) => week <= options.week), rankingOf(open.state, campaign), campaign.calendar.weekOf)
  return Object.entries(campaign.definition.papers).map(([paper, definition]): PaperRow => {
    const { kind, title, file } = definition
    if (kind === 'consequence') {
      const those = proposalsFor(campaign, definition.consequence, proposals, options.week)
      return { paper, kind, title, file, isUnread: false, ...ofProposals(open, paper, definition.per ?? 'unit', those) }
    }
    const isUnread = kind === 'transfer' && options.transfers === undefined
    const items = paperInputsOf({ ...open, campaign }, options, paper, false)
    const drafts = kind === 'transfer' && !isUnread ? paperInputsOf({ ...open, campaign }, options, paper, true).filter(({ id }) => !items.some((item) => item.id === id)) : []
    return { paper, kind, title, file, isUnread, items: [...items, ...drafts.map((item) => ({ ...item, id: `${item.id}|draft` }))], withheld: kind === 'transfer' ? lackingOf(open, options.transfers ?? []) : [] }
  })
}

/** Open proposals that a paper about the consequence may speak of: last places are of the week alone. */
function proposalsFor({ definition }: Campaign, consequence: string, proposals: readonly Proposal[], week: number): Proposal[] {
  const isOfWeek = definition.consequences[consequence]?.trigger.on === 'last'
  return proposals.filter((one) => one.consequence === consequence && one.open && (!isOfWeek || one.week === week))
}

/** Why a proposal is in no paper but a draft; undefined: it is confirmed. */
export function withheldWhy({ state }: Pick<Proposal, 'state'>, decision: Pick<Decision, 'answer' | 'text'> | undefined): WithheldReason | undefined {
  if (decision?.answer === 'confirmed') return undefined
  if (decision?.answer) return decision.answer
  if (decision && decision.text !== '') return 'unreadable'
  return state === 'proposed' ? 'undecided' : 'doubtful'
}

function ofProposals({ state }: Pick<OpenOffice, 'state'>, paper: string, per: 'unit' | 'group' | 'system' | 'campaign', proposals: readonly Proposal[]): Pick<PaperRow, 'items' | 'withheld'> {
  const { units } = state.registry
  const everybody = registered(state.registry)
  const order = new Map(everybody.map(({ id }, at) => [id, at]))
  const nameOf = (id: string) => everybody.find((one) => one.id === id)?.name ?? id
  const inOrder = proposals.toSorted((a, b) => (order.get(a.unit) ?? Infinity) - (order.get(b.unit) ?? Infinity))
  const whyOf = (one: Proposal) => withheldWhy(one, state.decisions.get(one.key))
  const groupOf = (unit: string) => units.find(({ id }) => id === unit)?.group ?? ''
  const aboutOf = ({ unit, system }: Proposal) => (per === 'campaign' ? '' : per === 'system' ? system : per === 'group' ? groupOf(unit) : unit)
  const gathered = [...groupBy(inOrder.filter((one) => whyOf(one) !== 'dismissed'), aboutOf)]
  const item = (about: string, those: readonly Proposal[], draft: boolean): PaperItem => {
    const [first] = those
    const isOne = those.every(({ unit }) => unit === first?.unit)
    return {
      id: [paper, about, ...(draft ? ['draft'] : [])].join('|'),
      paper,
      about: per === 'unit' || (per === 'group' && about !== '') ? nameOf(about) : about,
      ...(isOne && first && { unit: first.unit }),
      draft,
      keys: those.map(({ key }) => key),
      unconfirmed: those.filter((one) => whyOf(one) !== undefined).length,
    }
  }
  const confirmed = gathered.map(([about, those]) => [about, those.filter((one) => whyOf(one) === undefined)] as const).filter(([, those]) => those.length > 0)
  const waiting = gathered.filter(([, those]) => those.some((one) => whyOf(one) !== undefined))
  return {
    items: [...confirmed.map(([about, those]) => item(about, those, false)), ...waiting.map(([about, those]) => item(about, those, true))],
    withheld: [...groupBy(inOrder.filter((one) => whyOf(one) !== undefined), (one) => `${one.unit}|${whyOf(one)}`).values()].map((those): Withheld => {
      const first = those[0] as Proposal
      return { name: nameOf(first.unit), why: whyOf(first) as WithheldReason, members: [...new Set(those.flatMap(({ member }) => member ?? []))], doubts: distinct(those.flatMap(({ doubts }) => doubts)), lacking: [], text: state.decisions.get(first.key)?.text ?? '' }
    }),
  }
}

function distinct(doubts: readonly Doubt[]): Doubt[] {
  return [...new Map(doubts.map((doubt) => [`${doubt.reason}|${doubt.week}`, doubt])).values()]
}

function lackingOf({ state }: Pick<OpenOffice, 'state'>, transfers: readonly TransferFacts[]): Withheld[] {
  const names = new Map(state.registry.units.map(({ id, name }) => [id, name]))
  return transfers.flatMap(({ unit, conditions }): Withheld[] => {
    const lacking = conditions.filter(({ met }) => !met).map(({ title }) => title)
    return lacking.length === 0 ? [] : [{ name: names.get(unit) ?? unit, why: 'lacking', members: [], doubts: [], lacking, text: '' }]
  })
}

/** Papers of a kind that are not about proposals: what would be filled in is asked, nothing is. */
function paperInputsOf(open: Pick<OpenOffice, 'campaign' | 'state'>, { week, today, transfers, sayIn }: ListOptions, paper: string, draft: boolean): PaperItem[] {
  const ids = new ItemIds()
  const items: PaperItem[] = []
  const fill = (_: Uint8Array, input: PaperInput): Uint8Array => {
    items.push({ id: ids.of(input), paper, about: input.about, ...(input.unit !== undefined && { unit: input.unit }), draft, keys: [], unconfirmed: draft ? 1 : 0 })
    return NOTHING
  }
  papersFor(open, { week, date: today, draft, papers: [paper], ...(transfers && { transfers }), template: () => NOTHING, fill, sayIn })
  return items
}

const NOTHING = new Uint8Array()

/** The paper of a kind of which there is one, about the campaign as a whole. */
export function campaignItem(paper: string, draft: boolean): PaperItem {
  return { id: new ItemIds().of({ paper, about: '' }), paper, about: '', draft, keys: [], unconfirmed: 0 }
}

/** Tells papers of a run apart, always in the same way: two groups may have one name. */
export class ItemIds {
  private readonly seen = new Map<string, number>()

  of({ paper, about, unit }: Pick<PaperInput, 'paper' | 'about' | 'unit'>): string {
    const id = [paper, unit ?? about].join('|')
    const n = (this.seen.get(id) ?? 0) + 1
    this.seen.set(id, n)
    return n === 1 ? id : `${id}|${n}`
  }
}
