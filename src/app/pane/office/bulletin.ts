/**
 * The bulletin as a person reads it before it is saved: the figures of the .docx, section by section, in the language of
 * the pane; with what the letter leaves out, namely what is undetermined or missing, and why.
 */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { PaperDefinition } from '../../../domain/campaign/schema'
import { bulletin, bulletinPeriod, type Bulletin } from '../../../domain/oversight/bulletin'
import { lateIn } from '../../../domain/ranking/arrivals'
import { historyOf } from '../../../domain/ranking/history'
import type { Standing } from '../../../domain/ranking/ledger'
import type { IsoDate } from '../../../domain/returns/return'
import type { Language, Say } from '../../../domain/text'
import { rankingOf } from '../../../reports/office/state'
import { dateText } from '../../../reports/papers/data/words'
import type { PaperInput } from '../../../reports/papers/fields'
import type { OpenOffice } from '../../consolidate/open-office'
import { papersFor } from '../../papers/papers-for'
import { totalFacts, type BulletinFacts } from './paper-facts'
import { sectionsOf } from './bulletin-sections'

export interface BulletinChoice {
  /** Campaign week at whose end the bulletin looks back. */
  readonly week: number
  readonly from: IsoDate
  readonly to: IsoDate
}

/** Periods that there can be a bulletin of: one for every consolidated week, the latest first. Empty: the definition has no bulletin. */
export function bulletinChoices({ state, campaignIn }: Pick<OpenOffice, 'state' | 'campaignIn'>): BulletinChoice[] {
  return state.weeks
    .map(({ week }) => week)
    .toSorted((a, b) => b - a)
    .flatMap((week) => {
      const campaign = campaignIn(week)
      const period = bulletinPeriod(campaign, campaign.calendar.weekEnd(week))
      return period ? [{ week, from: period.from, to: period.to }] : []
    })
}

export type SectionId = 'situation' | 'systems' | 'exemplary' | 'improved' | 'lagging' | 'undetermined' | 'unreturned' | 'late' | 'shortfalls' | 'totals' | 'supervision' | 'groups' | 'measures'

export interface BulletinLine {
  readonly label: string
  /** Blank: the label says it all. */
  readonly value: string
  readonly detail: string
}

export interface BulletinSection {
  readonly id: SectionId
  readonly title: string
  readonly lines: readonly BulletinLine[]
  /** Said below the lines; where there are none it says why. Blank only beside lines. */
  readonly note: string
}

export interface BulletinView {
  readonly title: string
  readonly week: number
  /** First to last day, in words. */
  readonly period: string
  /** Weeks of the period that have not been consolidated: nothing of theirs is in it. */
  readonly open: readonly number[]
  readonly sections: readonly BulletinSection[]
}

export interface BulletinOptions {
  /** Consolidated; the bulletin looks back from its end. */
  readonly week: number
  readonly today: IsoDate
  /** True: also consequences that nobody has decided yet. */
  readonly draft: boolean
  readonly language: Language
  /** What the kept returns say; absent: they are not read, which the sections that need them say. */
  readonly facts?: BulletinFacts
  sayIn(language: Language): Say
}

/** Everything that sections are drawn up from. */
export interface BulletinSource {
  readonly campaign: Campaign
  readonly state: OpenOffice['state']
  readonly say: Say
  readonly language: Language
  readonly values: (PaperInput & { readonly kind: 'bulletin' })['values']
  readonly figures: Bulletin
  /** Of the week. */
  readonly standings: readonly Standing[]
  readonly facts?: BulletinFacts
  /** Consequences of the period's weeks that nobody has answered. */
  readonly unanswered: number
  readonly draft: boolean
}

/** Undefined when the definition has no bulletin. @throws OfficeError `office/nothing-ranked` */
export function bulletinView(open: Pick<OpenOffice, 'state' | 'campaignIn'>, options: BulletinOptions): BulletinView | undefined {
  const { week, today, draft, language, facts, sayIn } = options
  const { state } = open
  const campaign = open.campaignIn(week)
  const ranking = rankingOf(state, campaign)
  const history = historyOf(state.entries.filter((entry) => entry.week <= week), ranking, campaign.calendar.weekOf)
  const figures = bulletin(campaign, history.entries, campaign.calendar.weekEnd(week), { ranking, late: new Map(state.weeks.map(({ week: of, verdicts }) => [of, lateIn(verdicts)])) })
  if (!figures) return undefined
  const asRead = readIn(campaign, language, sayIn(language))
  let input: PaperInput | undefined
  const fill = (_: Uint8Array, filled: PaperInput): Uint8Array => {
    input = filled
    return new Uint8Array()
  }
  papersFor({ campaign: asRead.campaign, state }, { week, date: today, draft, papers: [asRead.paper], ...(facts && { totals: totalFacts(campaign, facts.totals, language), compliance: facts.compliance }), template: () => new Uint8Array(), fill, sayIn })
  if (input?.kind !== 'bulletin') return undefined
  const unanswered = history.proposals.filter(({ week: of, key }) => figures.period.weeks.includes(of) && !state.decisions.get(key)?.answer).length
  const source: BulletinSource = { campaign, state, say: sayIn(language), language, values: input.values, figures, standings: history.standings.filter((one) => one.week === week), ...(facts && { facts }), unanswered, draft }
  return {
    title: asRead.title,
    week,
    period: source.say('bulletin-pane/period', { from: dateText(figures.period.from, source), to: dateText(figures.period.to, source) }),
    open: figures.period.weeks.filter((one) => !figures.returns.some((counts) => counts.week === one)),
    sections: sectionsOf(source),
  }
}

/** Id of the definition's paper for it; undefined: it can be read here, and there is no template to save it with. */
export function bulletinPaper({ definition }: Campaign): string | undefined {
  return Object.entries(definition.papers).find(([, { kind }]) => kind === 'bulletin')?.[0]
}

/** A paper speaks the definition's language; its reader here speaks the pane's. A definition without the paper is given a plain one. */
function readIn(campaign: Campaign, language: Language, say: Say): { readonly campaign: Campaign; readonly paper: string; readonly title: string } {
  const { definition } = campaign
  const own = bulletinPaper(campaign)
  const paper = own ?? 'bulletin'
  const plain: PaperDefinition = { kind: 'bulletin', title: { zh: say('bulletin-pane/title'), en: say('bulletin-pane/title') }, file: '', to: 'everybody', copies: [] }
  const papers = own === undefined ? { ...definition.papers, [paper]: plain } : definition.papers
  return { campaign: { ...campaign, definition: { ...definition, language, papers } }, paper, title: papers[paper]?.title[language] ?? '' }
}

/** What is read, as text: to be pasted into a message or a document. */
export function bulletinText({ title, period, sections, open }: BulletinView, say: Say): string {
  const line = ({ label, value, detail }: BulletinLine): string => `${label}${value === '' ? '' : `${say('office/colon')}${value}`}${detail === '' ? '' : say('bulletin-pane/detail', { detail })}`
  return [
    title,
    period,
    ...(open.length > 0 ? [say('bulletin-pane/weeks-open', { weeks: open.join(say('office/comma')) })] : []),
    ...sections.flatMap(({ title: heading, lines, note }) => ['', say('bulletin-pane/heading', { heading }), ...lines.map(line), ...(note === '' ? [] : [note])]),
  ].join('\n')
}
