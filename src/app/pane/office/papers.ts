/** Papers from the pane: which there are, one by one; those that are ticked saved, one as a document, several as a zip, or as sheets to print. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { PaperKind } from '../../../reports/papers/fields'
import { PaperError, type PaperTrouble } from '../../../reports/papers/paper-error'
import type { OpenOffice } from '../../consolidate/open-office'
import { bundled, type Bundling, type Output } from './paper-zip'
import { officeNow } from './book'
import { Cancelled } from './desk-work'
import { papersListed, type PaperItem, type PaperRow } from './paper-list'
import { factsFor, needsReturns } from './paper-facts'
import { PaperMaker, type PaperFacts } from './paper-maker'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import type { PickedFile } from '../tools'
import { troubleOf, type Trouble } from '../trouble'

export interface PapersState {
  /** Consolidated; 0: nothing has been counted. */
  readonly week: number
  readonly rows: readonly PaperRow[]
  /** Ids of items that are not to be made; every other one that is offered is. */
  readonly unticked: ReadonlySet<string>
  /** Drafts of what nobody has confirmed are offered, too. */
  readonly draft: boolean
  readonly bundling: Bundling
  readonly output: Output
  /** What is going on, and how far it is. */
  readonly work?: { readonly kind: 'making' | 'reading'; readonly done: number; readonly total: number }
  readonly saved?: Saved
  readonly isCancelled?: boolean
  /** What is wrong with templates; nothing was made then. */
  readonly templateTroubles: readonly PaperTrouble[]
  readonly trouble?: Trouble
  /** What came of a paper that was asked for where a proposal stands, under the id of that place. */
  readonly single?: { readonly at: string; readonly isMaking: boolean; readonly saved?: Saved; readonly trouble?: Trouble }
}

/** What was handed over; nothing (`count` 0) when there was nothing to put into a paper. */
export interface Saved {
  readonly name: string
  readonly count: number
}

export class PapersDesk {
  readonly store = new Store<PapersState>({ week: 0, rows: [], unticked: new Set(), draft: false, bundling: 'campaign', output: 'word', templateTroubles: [] })
  private stop: AbortController | undefined
  private office: OpenOffice | undefined
  /** As they were read for this office and week. */
  private transfers: PaperFacts['transfers']

  constructor(
    private readonly session: PaneSession,
    /** Of the definition alone. */
    private readonly campaign: Campaign,
    private readonly pause: () => Promise<void> = () => Promise.resolve(),
    readonly maker: PaperMaker = new PaperMaker(session),
  ) {}

  /** Lists what the week calls for. `week`: consolidated. What was unticked stays so within the week. */
  readonly count = (office: OpenOffice, week: number): void => {
    const isSame = this.store.state.week === week
    if (this.office !== office || !isSame) this.transfers = undefined
    this.office = office
    this.store.update({ week, rows: this.listed(office, week), ...(!isSame && { unticked: new Set() }), ...NOTHING_SAID })
  }

  readonly setDraft = (draft: boolean): void => this.store.update({ draft, saved: undefined })
  readonly setBundling = (bundling: Bundling): void => this.store.update({ bundling })
  readonly setOutput = (output: Output): void => this.store.update({ output })
  readonly cancel = (): void => this.stop?.abort(new Cancelled())
  readonly dismiss = (): void => this.store.update({ ...NOTHING_SAID, single: undefined })

  /** `ids`: of items. */
  readonly tick = (ids: readonly string[], isWanted: boolean): void => {
    const unticked = new Set(this.store.state.unticked)
    for (const id of ids) {
      if (isWanted) unticked.delete(id)
      else unticked.add(id)
    }
    this.store.update({ unticked, saved: undefined })
  }

  readonly useTemplates = async (files: readonly PickedFile[]): Promise<void> => {
    try {
      await this.maker.useTemplates(files)
      this.store.update({ templateTroubles: [], trouble: undefined })
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    }
  }

  readonly useOwnTemplates = (): void => {
    this.maker.useOwnTemplates()
    this.store.update({ templateTroubles: [], trouble: undefined })
  }

  /** Reads from the kept returns which papers there are of a kind that is unread. */
  readonly readTransfers = (): Promise<void> =>
    this.working('reading', 0, async (signal) => {
      const { week } = this.store.state
      const { facts } = await this.atHand(new Set(['transfer']), week, signal)
      this.transfers = facts.transfers
      if (this.office) this.store.update({ rows: this.listed(this.office, week) })
    })

  /** Makes what is ticked and hands it over. All or nothing: a template with a mistake makes none. */
  readonly make = (): Promise<void> => {
    const { week, rows, unticked, draft, bundling: by, output } = this.store.state
    const items = rows.flatMap((row) => offered(row, draft)).filter(({ id }) => !unticked.has(id))
    if (items.length === 0) return Promise.resolve()
    return this.working('making', items.length, async (signal) => this.store.update({ saved: await this.save(items, week, { by, output }, signal) }))
  }

  /**
   * The paper of some proposals of one consequence, as the definition has it (of several papers a zip). `at`: where it was
   * asked for; what comes of it is told there.
   */
  readonly makeOf = async (at: string, { consequence, keys, week, draft }: { readonly consequence: string; readonly keys: readonly string[]; readonly week: number; readonly draft: boolean }): Promise<void> => {
    if (this.store.state.single?.isMaking) return
    this.store.update({ single: { at, isMaking: true } })
    try {
      const items = papersAbout(this.campaign, consequence).map((paper): PaperItem => ({ id: paper, paper, about: '', draft, keys, unconfirmed: draft ? keys.length : 0 }))
      this.store.update({ single: { at, isMaking: false, saved: await this.save(items, week, { by: 'campaign', output: 'word' }) } })
    } catch (error) {
      const [first] = error instanceof PaperError ? error.troubles : []
      this.store.update({ single: { at, isMaking: false, trouble: first ?? troubleOf(error) } })
    }
  }

  private async save(items: readonly PaperItem[], week: number, how: { readonly by: Bundling; readonly output: Output }, signal?: AbortSignal): Promise<Saved> {
    const kinds = new Set(items.flatMap(({ paper }) => this.campaign.definition.papers[paper]?.kind ?? []))
    const { open, format, facts } = await this.atHand(kinds, week, signal)
    const onProgress = (done: number) => this.store.update(signal ? { work: { kind: 'making', done, total: items.length } } : {})
    const papers = await this.maker.make(items, open, { week, facts, pause: this.pause, onProgress, ...(signal && { signal }) })
    if (papers.length === 0) return { name: '', count: 0 }
    const { name, bytes } = await bundled(papers, { ...how, registry: open.state.registry, week, campaign: open.campaignIn(week), format, say: this.session.sayIn(this.campaign.definition.language) })
    signal?.throwIfAborted()
    this.session.tools.saveFile(name, bytes)
    return { name, count: papers.length }
  }

  private async atHand(kinds: ReadonlySet<PaperKind>, week: number, signal?: AbortSignal) {
    const { tools, sayIn } = this.session
    const [{ open }, format] = await Promise.all([officeNow(this.session, this.campaign, [...kinds].some(needsReturns) ? [week] : []), tools.format()])
    signal?.throwIfAborted()
    const facts = await factsFor(kinds, open, { week, compression: format.compression, pause: this.pause, ...(signal && { signal }) }, sayIn)
    return { open, format, facts }
  }

  private listed(office: OpenOffice, week: number): PaperRow[] {
    const { tools, sayIn } = this.session
    return papersListed(office, { week, today: tools.clock.today(), sayIn, ...(this.transfers && { transfers: this.transfers }) })
  }

  private async working(kind: NonNullable<PapersState['work']>['kind'], total: number, job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.store.state.work) return
    const stop = new AbortController()
    this.stop = stop
    this.store.update({ work: { kind, done: 0, total }, ...NOTHING_SAID })
    try {
      await job(stop.signal)
    } catch (error) {
      this.store.update(error instanceof Cancelled ? { isCancelled: true } : error instanceof PaperError ? { templateTroubles: error.troubles } : { trouble: troubleOf(error) })
    } finally {
      this.stop = undefined
      this.store.update({ work: undefined })
    }
  }
}

const NOTHING_SAID = { saved: undefined, isCancelled: undefined, templateTroubles: [], trouble: undefined } as const

/** Of a row: what can be made, drafts only when they are wanted. */
export function offered({ items }: Pick<PaperRow, 'items'>, draft: boolean): readonly PaperItem[] {
  return draft ? items : items.filter((item) => !item.draft)
}

/** Ids of the definition's papers about a consequence; none where it calls for no paper. */
export function papersAbout({ definition }: Campaign, consequence: string): string[] {
  return Object.entries(definition.papers).flatMap(([id, paper]) => (paper.kind === 'consequence' && paper.consequence === consequence ? [id] : []))
}
