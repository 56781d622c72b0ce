/** Papers from the pane: which are ready, which would be drafts, and all of them at once as a zip to save. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { Language, Text } from '../../domain/text'
import { PaperError, type PaperTrouble } from '../../reports/papers/paper-error'
import type { PaperKind } from '../../reports/papers/fields'
import type { OpenOffice } from '../consolidate/open-office'
import { paperFacts } from '../oversight/paper-facts'
import { papersFor, type Paper } from '../papers/papers-for'
import { paperFiller } from '../papers/filler'
import { bundled, type Bundling } from './office-paper-zip'
import { officeNow } from './office-book'
import type { PaneSession } from './pane'
import { Store } from './store'
import type { PickedFile } from './tools'
import { troubleOf, type Trouble } from './trouble'

export interface PapersState {
  readonly rows: readonly PaperRow[]
  /** Ids of the papers to make. */
  readonly wanted: ReadonlySet<string>
  /** Also what nobody has decided; every paper is marked as a draft. */
  readonly draft: boolean
  readonly bundling: Bundling
  /** Names of template files that a person chose; empty: those that ship with the campaign. */
  readonly templates: readonly string[]
  readonly isMaking: boolean
  readonly saved?: { readonly name: string; readonly count: number }
  /** What is wrong with templates; nothing was made then. */
  readonly templateTroubles: readonly PaperTrouble[]
  readonly trouble?: Trouble
}

export interface PaperRow {
  /** Id in the definition. */
  readonly paper: string
  readonly kind: PaperKind
  readonly title: Text
  /** Name of its template. */
  readonly file: string
  /** Papers there would be of what is confirmed (or needs no confirming), and besides of what still waits. */
  readonly ready: number
  readonly waiting: number
}

export class PapersDesk {
  readonly store = new Store<PapersState>({ rows: [], wanted: new Set(), draft: false, bundling: 'campaign', templates: [], isMaking: false, templateTroubles: [] })
  private chosen: ReadonlyMap<string, Uint8Array> = new Map()

  constructor(
    private readonly session: PaneSession,
    /** Of the definition alone. */
    private readonly campaign: Campaign,
  ) {}

  /** Counts what the week calls for; all kinds that have something are wanted. `week`: consolidated. */
  readonly count = (office: OpenOffice, week: number): void => {
    const rows = this.rowsOf(office, week)
    this.store.update({ rows, wanted: new Set(rows.filter(({ ready, waiting }) => ready + waiting > 0).map(({ paper }) => paper)), saved: undefined, templateTroubles: [], trouble: undefined })
  }

  readonly setDraft = (draft: boolean): void => this.change({ draft })
  readonly setBundling = (bundling: Bundling): void => this.change({ bundling })

  readonly want = (paper: string, isWanted: boolean): void => {
    const wanted = new Set(this.store.state.wanted)
    if (isWanted) wanted.add(paper)
    else wanted.delete(paper)
    this.change({ wanted })
  }

  /** Uses these files, by their names, instead of the campaign's own; of one that is not among them, the campaign's own. */
  readonly useTemplates = async (files: readonly PickedFile[]): Promise<void> => {
    try {
      this.chosen = new Map(await Promise.all(files.map(async (file): Promise<[string, Uint8Array]> => [file.name, await file.load()])))
      this.change({ templates: [...this.chosen.keys()], templateTroubles: [], trouble: undefined })
    } catch (error) {
      this.change({ trouble: troubleOf(error) })
    }
  }

  readonly useOwnTemplates = (): void => {
    this.chosen = new Map()
    this.change({ templates: [], templateTroubles: [], trouble: undefined })
  }

  /** Makes all that is wanted and hands over one zip. All or nothing: a template with a mistake makes none. */
  readonly make = async (week: number): Promise<void> => {
    const { isMaking, wanted, draft, bundling, rows } = this.store.state
    if (isMaking || wanted.size === 0) return
    this.change({ isMaking: true, saved: undefined, templateTroubles: [], trouble: undefined })
    try {
      const { tools, sayIn } = this.session
      const asked = rows.filter(({ paper }) => wanted.has(paper))
      const needsReturns = asked.some(({ kind }) => kind === 'bulletin' || kind === 'transfer')
      const [{ open }, format, fill, templates] = await Promise.all([officeNow(this.session, this.campaign, needsReturns ? [week] : []), tools.format(), paperFiller(), this.templatesFor(asked)])
      const facts = needsReturns ? paperFacts(open, { week, compression: format.compression }, sayIn) : {}
      const papers = papersFor({ ...open, campaign: open.campaignIn(week) }, { week, date: tools.clock.today(), draft, papers: [...wanted], ...facts, template: (file) => templates.get(file), fill, sayIn })
      if (papers.length > 0) {
        const { name, bytes } = bundled(papers, bundling, { registry: open.state.registry, week, say: sayIn(this.campaign.definition.language), compression: format.compression })
        tools.saveFile(name, bytes)
        this.change({ saved: { name, count: papers.length } })
      } else this.change({ saved: { name: '', count: 0 } })
    } catch (error) {
      this.change(error instanceof PaperError ? { templateTroubles: error.troubles } : { trouble: troubleOf(error) })
    } finally {
      this.change({ isMaking: false })
    }
  }

  private async templatesFor(rows: readonly PaperRow[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const files = [...new Set(rows.map(({ file }) => file))]
    const { paperTemplate } = this.session.tools
    const found = await Promise.all(files.map(async (file): Promise<[string, Uint8Array | undefined]> => [file, this.chosen.get(file) ?? (await paperTemplate?.(this.campaign.definition.id, file))]))
    return new Map(found.filter((one): one is [string, Uint8Array] => one[1] !== undefined))
  }

  private rowsOf(office: OpenOffice, week: number): PaperRow[] {
    const nothing = new Uint8Array()
    const sayIn = (language: Language) => this.session.sayIn(language)
    const campaign = office.campaignIn(week)
    const counted = (draft: boolean): ReadonlyMap<string, number> => {
      const counts = new Map<string, number>()
      // Nothing is filled in: only what there would be is asked.
      for (const { paper } of papersFor({ ...office, campaign }, { week, date: this.session.tools.clock.today(), draft, template: () => nothing, fill: () => nothing, sayIn }) as readonly Paper[]) counts.set(paper, (counts.get(paper) ?? 0) + 1)
      return counts
    }
    const [ready, all] = [counted(false), counted(true)]
    return Object.entries(campaign.definition.papers ?? {}).map(([paper, { kind, title, file }]): PaperRow => {
      const confirmed = ready.get(paper) ?? 0
      return { paper, kind, title, file, ready: confirmed, waiting: Math.max(0, (all.get(paper) ?? 0) - confirmed) }
    })
  }

  private change(change: Partial<PapersState>): void {
    this.store.update(change)
  }
}
