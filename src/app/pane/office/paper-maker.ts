/** Makes papers one by one: with the templates at hand, told how far it is, and stopped when a person cancels. */
import type { Compliance } from '../../../domain/oversight/compliance'
import type { PaperInput } from '../../../reports/papers/fields'
import { PaperError, type PaperTrouble } from '../../../reports/papers/paper-error'
import type { OpenOffice } from '../../consolidate/open-office'
import { FileNames } from '../../file-name'
import { paperFiller, type FillPaper } from '../../papers/filler'
import { papersFor, type Paper, type PapersOptions } from '../../papers/papers-for'
import { ItemIds, type PaperItem } from './paper-list'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import type { PickedFile } from '../tools'

/** What papers say besides what follows from the ledger. */
export type PaperFacts = Pick<PapersOptions, 'transfers' | 'totals'> & { readonly compliance?: readonly Compliance[] }

export interface MakingOptions {
  readonly week: number
  readonly facts?: PaperFacts
  readonly signal?: AbortSignal
  /** After each few papers. */
  onProgress?(done: number): void
  /** Gives the page its turn. */
  pause?(): Promise<void>
}

/** Papers between two looks at whether a person cancels. */
const AT_ONCE = 8

export class PaperMaker {
  /** Names of template files that a person chose; empty: those that ship with the campaign. */
  readonly templates = new Store<readonly string[]>([])
  private chosen: ReadonlyMap<string, Uint8Array> = new Map()

  constructor(private readonly session: PaneSession) {}

  /** Uses these files, by their names, instead of the campaign's own; of one that is not among them, the campaign's own. Throws what handing over a file throws. */
  readonly useTemplates = async (files: readonly PickedFile[]): Promise<void> => {
    this.chosen = new Map(await Promise.all(files.map(async (file): Promise<[string, Uint8Array]> => [file.name, await file.load()])))
    this.templates.set([...this.chosen.keys()])
  }

  readonly useOwnTemplates = (): void => {
    this.chosen = new Map()
    this.templates.set([])
  }

  /** In the order of the items. All or nothing. Throws PaperError with all that is wrong with the templates that were needed. */
  async make(items: readonly PaperItem[], open: OpenOffice, { week, facts = {}, signal, onProgress, pause }: MakingOptions): Promise<Paper[]> {
    const { tools, sayIn } = this.session
    const campaign = open.campaignIn(week)
    const [fill, templates] = await Promise.all([paperFiller(), this.templatesFor(campaign.definition.id, items.map(({ paper }) => campaign.definition.papers[paper]?.file ?? ''))])
    const made: Paper[] = []
    const troubles = new Map<string, PaperTrouble>()
    for (const batch of batches(items)) {
      signal?.throwIfAborted()
      const [{ paper, draft, keys }] = batch
      const only = batch.flatMap((item) => item.keys)
      try {
        const papers = papersFor({ ...open, campaign }, { week, date: tools.clock.today(), draft, papers: [paper], ...(keys.length > 0 && { only }), ...facts, template: (file) => templates.get(file), fill: keys.length > 0 ? fill : chosenAlone(fill, batch), sayIn })
        made.push(...papers.filter(({ bytes }) => bytes !== NOTHING))
      } catch (error) {
        if (!(error instanceof PaperError)) throw error
        // One template serves many papers: its troubles are told once.
        for (const trouble of error.troubles) troubles.set(JSON.stringify(trouble), trouble)
      }
      onProgress?.(made.length)
      await pause?.()
    }
    signal?.throwIfAborted()
    const [first, ...others] = troubles.values()
    if (first) throw new PaperError([first, ...others])
    return renamed(made)
  }

  private async templatesFor(campaign: string, names: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
    const { paperTemplate } = this.session.tools
    const files = [...new Set(names)]
    const found = await Promise.all(files.map(async (file): Promise<[string, Uint8Array | undefined]> => [file, this.chosen.get(file) ?? (await paperTemplate?.(campaign, file))]))
    return new Map(found.filter((one): one is [string, Uint8Array] => one[1] !== undefined))
  }
}

type Batch = readonly [PaperItem, ...PaperItem[]]

/** Of one paper each, drafts apart, a few at once. */
function batches(items: readonly PaperItem[]): Batch[] {
  const all: [PaperItem, ...PaperItem[]][] = []
  for (const item of items) {
    const last = all.at(-1)
    if (last && last[0].paper === item.paper && last[0].draft === item.draft && last.length < AT_ONCE) last.push(item)
    else all.push([item])
  }
  return all
}

const NOTHING = new Uint8Array()

/** Fills in what was chosen of a run, and nothing else of it. */
function chosenAlone(fill: FillPaper, batch: Batch): FillPaper {
  const ids = new ItemIds()
  const wanted = new Set(batch.map(({ id, draft }) => (draft ? id.replace(/\|draft$/, '') : id)))
  return (template, input: PaperInput, words) => (wanted.has(ids.of(input)) ? fill(template, input, words) : NOTHING)
}

/** Each run told its own papers apart; together they must not have one name either. */
function renamed(papers: readonly Paper[]): Paper[] {
  const names = new FileNames()
  return papers.map((paper) => {
    const dot = paper.name.lastIndexOf('.')
    return { ...paper, name: dot < 0 ? paper.name : names.free(paper.name.slice(0, dot), paper.name.slice(dot)) }
  })
}
