/** The workbench as a whole: the start view, opening a file, and the file that is open. No React, no browser. */
import type { Language } from '../../domain/text'
import type { SampleReturns } from '../pane/tools'
import { Store } from '../pane/store'
import { troubleOf, type Trouble } from '../pane/trouble'
import type { Draft, DraftSummary } from './drafts'
import { FileAtWork, type Saved } from './file-at-work'
import { WorkbenchTrouble, type WorkbenchPorts } from './ports'
import { returnsOf, sampleAt, type SampleCampaign } from './samples'

/** What opening is at: `fetching` the bytes, `reading` them, `preparing` the spreadsheet (loaded once), `drawing`. */
export type OpeningStep = 'fetching' | 'reading' | 'preparing' | 'drawing'

export type Page =
  | { readonly phase: 'start' }
  /** `before`: the file that stays open until the new one has turned out to be readable. */
  | { readonly phase: 'opening'; readonly name: string; readonly step: OpeningStep; readonly before?: FileAtWork }
  | { readonly phase: 'open'; readonly file: FileAtWork }

export interface WorkbenchState {
  readonly page: Page
  readonly samples: 'loading' | 'missing' | readonly SampleCampaign[]
  readonly drafts: readonly DraftSummary[]
  /** The file that could not be opened or closed last, and why. */
  readonly failure?: { readonly at: 'opening' | 'closing'; readonly name: string; readonly trouble: Trouble }
  /** Name of a file whose unsaved changes were put away as a draft when another took its place. */
  readonly kept?: string
  /** Begins to use a newer version of the page, which loads it anew; absent: this is the newest. */
  readonly useNewer?: () => void
}

/** A file to open. */
export interface Source {
  /** File name with its ending. */
  readonly name: string
  /** A folder that was dropped: nothing to open. */
  readonly isFolder?: boolean
  load(): Promise<Uint8Array>
}

interface Opening {
  readonly id: string
  readonly name: string
  readonly base: Uint8Array
  readonly sample?: string
  readonly changes?: Draft['changes']
  readonly saved?: Saved
}

/** Another file is being opened by now. */
class Overtaken extends Error {}

export class Workbench {
  readonly store = new Store<WorkbenchState>({ page: { phase: 'start' }, samples: 'loading', drafts: [] })
  private attempt = 0
  /** One workbook is drawn at a time. */
  private turn: Promise<unknown> = Promise.resolve()

  constructor(private readonly ports: WorkbenchPorts) {}

  /** Fills the start view. `sample`: path of a sample to open at once. */
  readonly start = async (sample?: string | null): Promise<void> => {
    const samples = this.ports.samples().catch((): 'missing' => 'missing')
    await Promise.all([this.listDrafts(), samples.then((found) => this.store.update({ samples: found }))])
    if (sample) await this.openSample(sample)
  }

  readonly open = (source: Source): Promise<void> =>
    this.opening(source.name, async () => ({ id: this.ports.newId(), name: source.name, base: await source.load() }))

  /** Opens the one workbook that was dropped; says so when it is more, a folder or a zip. */
  readonly openDropped = async (sources: readonly Source[]): Promise<void> => {
    const [source, ...others] = sources
    if (!source) return
    if (others.length > 0) return this.fail(source.name, new WorkbenchTrouble('workbench/one-file', { count: sources.length }))
    if (source.isFolder) return this.fail(source.name, new WorkbenchTrouble('workbench/folder'))
    if (/\.zip$/i.test(source.name)) return this.fail(source.name, new WorkbenchTrouble('workbench/zip'))
    await this.open(source)
  }

  /** By its path; only what is listed. */
  readonly openSample = async (path: string): Promise<void> => {
    const { samples } = this.store.state
    const found = typeof samples === 'string' ? undefined : sampleAt(samples, path)
    if (!found) return this.fail(path, new WorkbenchTrouble('workbench/no-such-sample', { path }))
    const { campaign, file } = found
    await this.opening(file.name, async () => ({ id: this.ports.newId(), name: file.name, base: await this.ports.fetchFile(file.path), sample: campaign.id }))
  }

  readonly openDraft = (id: string): Promise<void> => {
    const name = this.store.state.drafts.find((one) => one.id === id)?.name ?? ''
    return this.opening(name, async () => {
      const draft = await this.ports.drafts.load(id)
      if (!draft) throw new WorkbenchTrouble('workbench/draft-gone')
      return draft
    })
  }

  readonly discardDraft = async (id: string): Promise<void> => {
    await this.ports.drafts.discard(id).catch(() => {})
    await this.listDrafts()
  }

  /** Back to the start view; what is unsaved stays as a draft. */
  readonly close = async (): Promise<void> => {
    const { page } = this.store.state
    if (page.phase !== 'open') return
    this.attempt++
    try {
      await this.putAway(page.file)
      this.store.update({ page: { phase: 'start' }, failure: undefined })
      await this.listDrafts()
    } catch (error) {
      // Once its changes are kept there is nothing to stay for.
      if (page.file.isClosed) this.store.update({ page: { phase: 'start' } })
      this.fail(page.file.facts.name, error, 'closing')
      await this.listDrafts()
    }
  }

  /** Draws the open file anew, as it is now: in another language. */
  readonly redraw = async (): Promise<void> => {
    const { page } = this.store.state
    if (page.phase !== 'open') return
    const { facts, saved } = page.file
    const { id, name, base, sample } = facts
    const changes = facts.book.changes()
    await this.opening(name, async () => ({ id, name, base, changes, saved, ...(sample !== undefined && { sample }) }))
    this.store.update({ kept: undefined })
  }

  readonly tellOfNewer = (use: () => void): void => this.store.update({ useNewer: use })

  readonly dismiss = (): void => this.store.update({ failure: undefined, kept: undefined })

  /** Returns to try the office's work with; absent unless the open file is a sample whose campaign has some. */
  sampleReturns(file: FileAtWork): SampleReturns | undefined {
    const { samples } = this.store.state
    const found = typeof samples === 'string' ? undefined : returnsOf(samples, file.facts.sample)
    if (!found) return undefined
    const { week, file: zip } = found
    return { week, count: zip.count ?? 1, load: () => this.ports.filesInZip({ name: zip.name, load: () => this.ports.fetchFile(zip.path) }) }
  }

  /** One after the other; a later call overtakes an earlier one wherever that is. The file before stays until the new one can be shown. */
  private async opening(name: string, load: () => Promise<Opening>): Promise<void> {
    const attempt = ++this.attempt
    const { page } = this.store.state
    const before = page.phase === 'open' ? page.file : page.phase === 'opening' ? page.before : undefined
    const at = (step: OpeningStep): void => {
      if (attempt !== this.attempt) throw new Overtaken()
      this.store.update({ page: { phase: 'opening', name, step, ...(before && { before }) } })
    }
    this.store.update({ failure: undefined, kept: undefined })
    try {
      at('fetching')
      const opening = await load()
      const mine = this.turn.then(() => this.show(opening, before, at))
      this.turn = mine.catch(() => {})
      await mine
    } catch (error) {
      if (error instanceof Overtaken || attempt !== this.attempt) return
      this.store.update({ page: before && !before.isClosed ? { phase: 'open', file: before } : { phase: 'start' } })
      this.fail(name, error)
      await this.listDrafts()
    }
  }

  private async show({ id, name, base, sample, changes, saved }: Opening, before: FileAtWork | undefined, at: (step: OpeningStep) => void): Promise<void> {
    const { ports } = this
    at('reading')
    await ports.pause()
    const [format, readLook] = await Promise.all([ports.format(), ports.look()])
    const book = format.read(base)
    const look = readLook(base)
    at('preparing')
    // Drawn anew in another language, it has to leave the spreadsheet before there can be another.
    if (before?.facts.id === id) await this.putAway(before)
    const spreadsheet = await ports.spreadsheet()
    at('drawing')
    await ports.pause()
    if (before && !before.isClosed) await this.putAway(before)
    const edited = await spreadsheet.open({ name, book, look })
    if (changes) await edited.restore(changes)
    const facts = { id, name, base, book: edited, foreign: book.foreign, ...(sample !== undefined && { sample }) }
    const file = new FileAtWork(ports, facts, { isRestored: changes !== undefined, saved })
    try {
      at('drawing')
    } catch (error) {
      await file.close()
      throw error
    }
    this.store.update({ page: { phase: 'open', file } })
    // Whether a restored file is unsaved shows when it is held against what was saved.
    if (changes) await file.settle()
  }

  private async putAway(file: FileAtWork): Promise<void> {
    await file.close()
    this.store.update({ kept: file.isUnsaved ? file.facts.name : undefined })
  }

  private async listDrafts(): Promise<void> {
    // A browser that keeps nothing has nothing to list; once something cannot be kept, the file that is open says so.
    const drafts = await this.ports.drafts.list().catch(() => [])
    this.store.update({ drafts })
  }

  private fail(name: string, error: unknown, at: 'opening' | 'closing' = 'opening'): void {
    this.store.update({ failure: { at, name, trouble: troubleOf(error) } })
  }
}

/** `zh` or `en` of an address (`?language=`), of what was chosen before, or of the browser; in this order. */
export function pageLanguage(asked: string | null, chosen: string | null, browser: string): Language {
  for (const one of [asked, chosen]) if (one === 'zh' || one === 'en') return one
  return /^zh\b/i.test(browser) ? 'zh' : 'en'
}
