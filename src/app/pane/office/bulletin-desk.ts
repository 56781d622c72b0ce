/** The bulletin in the pane: of which period, what it says, and the document to save. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { PaperError, type PaperTrouble } from '../../../reports/papers/paper-error'
import type { OpenOffice } from '../../consolidate/open-office'
import { officeNow } from './book'
import { bulletinChoices, bulletinPaper, bulletinText, bulletinView, type BulletinChoice, type BulletinView } from './bulletin'
import { Cancelled } from './desk-work'
import { bulletinFacts, totalFacts, type BulletinFacts } from './paper-facts'
import { campaignItem } from './paper-list'
import type { PaperMaker } from './paper-maker'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import { troubleOf, type Trouble } from '../trouble'

export interface BulletinState {
  /** Empty: the definition has no bulletin. */
  readonly choices: readonly BulletinChoice[]
  /** The week it looks back from. */
  readonly week: number
  /** Also what nobody has decided; the document is marked as a draft. */
  readonly draft: boolean
  readonly view?: BulletinView
  /** There is a paper to save it as. */
  readonly canSave: boolean
  /** The kept returns are being added up, or the document is being made. */
  readonly work?: 'reading' | 'making'
  /** The kept returns were not read: totals and supervision are not in what is shown. */
  readonly isPartial: boolean
  /** Name of the document that was handed over. */
  readonly saved?: string
  readonly copied?: 'yes' | 'failed'
  readonly templateTroubles: readonly PaperTrouble[]
  readonly trouble?: Trouble
}

export class BulletinDesk {
  readonly store = new Store<BulletinState>({ choices: [], week: 0, draft: false, canSave: false, isPartial: true, templateTroubles: [] })
  private stop: AbortController | undefined
  private office: OpenOffice | undefined
  private facts: BulletinFacts | undefined
  /** Week of the pane when it was opened. */
  private asked = 0

  constructor(
    private readonly session: PaneSession,
    /** Of the definition alone. */
    private readonly campaign: Campaign,
    private readonly maker: PaperMaker,
    private readonly pause: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** Shows the bulletin up to a week as far as the ledger goes, then reads the returns that are kept for the rest. What is read already stays. */
  readonly open = async (office: OpenOffice, week: number): Promise<void> => {
    if (this.office === office && this.asked === week) return
    this.asked = week
    this.office = office
    this.store.update({ choices: bulletinChoices(office), canSave: bulletinPaper(office.campaign) !== undefined })
    await this.choose(week)
  }
  /** Another period: up to the end of a consolidated week. */
  readonly choose = async (week: number): Promise<void> => {
    this.stop?.abort(new Cancelled())
    this.facts = undefined
    this.store.update({ week, ...NOTHING_SAID })
    this.show()
    await this.read()
  }

  readonly setDraft = (draft: boolean): void => {
    this.store.update({ draft, ...NOTHING_SAID })
    this.show()
  }

  /** Adds up the kept returns of the week. */
  readonly read = (): Promise<void> =>
    this.working('reading', async (signal) => {
      this.facts = (await this.readFacts(signal)).facts
      this.show()
    })

  /** Saves it as the document that the campaign's template makes of it. */
  readonly save = async (): Promise<void> => {
    if (this.store.state.work) return
    await this.working('making', async (signal) => {
      const { week, draft } = this.store.state
      const paper = bulletinPaper(this.campaign)
      if (paper === undefined || !this.store.state.view) return
      const { open, facts } = await this.readFacts(signal)
      const campaign = open.campaignIn(week)
      const [made] = await this.maker.make([campaignItem(paper, draft)], open, { week, signal, pause: this.pause, facts: { totals: totalFacts(campaign, facts.totals, campaign.definition.language), compliance: facts.compliance } })
      if (!made) return
      this.session.tools.saveFile(made.name, made.bytes)
      this.store.update({ saved: made.name })
    })
  }

  readonly copy = async (): Promise<void> => {
    const { view } = this.store.state
    if (!view) return
    const { tools, say } = this.session
    await tools.copyText(bulletinText(view, say)).then(() => this.store.update({ copied: 'yes' }), () => this.store.update({ copied: 'failed' }))
  }

  /** What was copied, for a host that does not let a page copy. */
  get text(): string {
    const { view } = this.store.state
    return view ? bulletinText(view, this.session.say) : ''
  }

  readonly cancel = (): void => this.stop?.abort(new Cancelled())
  readonly dismiss = (): void => this.store.update(NOTHING_SAID)

  private show(): void {
    const { office, facts, session } = this
    const { week, draft } = this.store.state
    if (!office || !office.state.weeks.some((one) => one.week === week)) return this.store.update({ view: undefined })
    const view = bulletinView(office, { week, draft, today: session.tools.clock.today(), language: session.language, sayIn: session.sayIn, ...(facts && { facts }) })
    this.store.update({ view, isPartial: facts === undefined })
  }

  private async readFacts(signal: AbortSignal): Promise<{ readonly open: OpenOffice; readonly facts: BulletinFacts }> {
    const { week } = this.store.state
    const [{ open }, { compression }] = await Promise.all([officeNow(this.session, this.campaign, [week]), this.session.tools.format()])
    signal.throwIfAborted()
    return { open, facts: await bulletinFacts(open, { week, compression, signal, pause: this.pause }) }
  }

  private async working(work: NonNullable<BulletinState['work']>, job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.stop?.abort(new Cancelled())
    const stop = new AbortController()
    this.stop = stop
    this.store.update({ work, ...NOTHING_SAID })
    try {
      await job(stop.signal)
    } catch (error) {
      if (!(error instanceof Cancelled)) this.store.update(error instanceof PaperError ? { templateTroubles: error.troubles } : { trouble: troubleOf(error) })
    } finally {
      // Something that was begun since is not over.
      if (this.stop === stop) this.store.update({ work: undefined })
    }
  }
}

const NOTHING_SAID = { saved: undefined, copied: undefined, templateTroubles: [], trouble: undefined } as const
