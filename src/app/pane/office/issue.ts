/** Issuing from the pane: the registry at hand or one out of files → a zip to save. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { Registry } from '../../../domain/ranking/registry'
import type { RegisteredMember } from '../../../domain/registry/registry-reading'
import type { Finding } from '../../../domain/returns/finding'
import { countFindings } from '../../../domain/returns/group-findings'
import type { Language } from '../../../domain/text'
import { fileName } from '../../file-name'
import { issuedInZip, issueSteps } from '../../issue-zip'
import type { WorkerLike, ZipJob } from '../../office-worker'
import { readRegistry, type RegistryFile } from '../../registry'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import { troubleOf, type Trouble } from '../trouble'
import { Cancelled } from './desk-work'

export interface IssueState {
  readonly registry: Registry
  readonly members: readonly RegisteredMember[]
  /** Names of the files it came from; empty: the office workbook's own registry, which has no members. */
  readonly from: readonly string[]
  /** What is wrong with it. Nothing is issued while there are errors. */
  readonly findings: readonly Finding[]
  /** Workbooks there will be. */
  readonly count: number
  readonly isIssuable: boolean
  /** Week chosen beforehand; absent: each unit chooses on the cover. */
  readonly week?: number
  readonly work?: { readonly done: number; readonly total: number; readonly at: string }
  /** Name of the zip that was handed over. */
  readonly saved?: { readonly name: string; readonly count: number }
  /** Name of the office's own workbook, when it was handed over. */
  readonly savedOffice?: string
  readonly isCancelled?: boolean
  readonly trouble?: Trouble
}

export interface IssuePorts {
  readonly session: PaneSession
  /** Of the definition alone: settings of the office are not handed out. */
  readonly campaign: Campaign
  readonly language: Language
  startWorker(): WorkerLike
  pause(): Promise<void>
}

export class IssueDesk {
  readonly store: Store<IssueState>
  private stop: AbortController | undefined

  constructor(
    private readonly ports: IssuePorts,
    private own: Registry,
  ) {
    this.store = new Store<IssueState>(this.stateOf(own, [], [], []))
  }

  /** Of the campaign. */
  get weeks(): number {
    return this.ports.campaign.calendar.weeks
  }

  /** A registry out of files: units, and members to fill rosters with. */
  readonly chooseFiles = async (files: readonly RegistryFile[]): Promise<void> => {
    const { campaign, language, session } = this.ports
    try {
      const { registry, members, findings } = readRegistry(files, { definition: campaign.definition, language, format: await session.tools.format() })
      this.store.set(this.stateOf(registry, members, files.map(({ name }) => name), findings))
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    }
  }

  /** The office workbook's registry was read again; one that was chosen stays chosen. */
  readonly renewOwn = (own: Registry): void => {
    this.own = own
    const { from, work } = this.store.state
    if (from.length === 0 && !work) this.store.update({ registry: own, count: issuedInZip({ campaign: this.ports.campaign, registry: own }), isIssuable: own.units.length > 0 })
  }

  /** Back to the office workbook's registry. */
  readonly useOwn = (): void => this.store.set(this.stateOf(this.own, [], [], []))

  readonly chooseWeek = (week: number | undefined): void => this.store.update({ week, saved: undefined })

  readonly cancel = (): void => this.stop?.abort(new Cancelled())

  /** Makes the zip and hands it over. Nothing is handed over unless it is whole. */
  readonly issue = async (): Promise<void> => {
    const { registry, members, week, work, isIssuable, count } = this.store.state
    if (work || !isIssuable) return
    const { campaign, language, session } = this.ports
    const stop = new AbortController()
    this.stop = stop
    this.store.update({ work: { done: 0, total: count, at: '' }, saved: undefined, trouble: undefined, isCancelled: false })
    try {
      const job: ZipJob = { definition: campaign.definition, registry, members, language, ...(week !== undefined && { week }) }
      const pieces = await this.pieces(job, stop.signal)
      const name = fileName(campaign.definition.title[language], '.zip')
      session.tools.saveFile(name, joined(pieces))
      this.store.update({ saved: { name, count } })
    } catch (error) {
      this.store.update(error instanceof Cancelled ? { isCancelled: true } : { trouble: troubleOf(error) })
    } finally {
      this.stop = undefined
      this.store.update({ work: undefined })
    }
  }

  /** Makes the office's own workbook, for a campaign that has none yet, and hands it over. */
  readonly saveOffice = async (): Promise<void> => {
    const { registry, work, isIssuable } = this.store.state
    if (work || !isIssuable) return
    const { campaign, language, session } = this.ports
    this.store.update({ work: { done: 0, total: 1, at: '' }, savedOffice: undefined, trouble: undefined, isCancelled: false })
    try {
      const { tools, sayIn } = session
      const [{ issue }, format, definitionText] = await Promise.all([import('../../issue'), tools.format(), tools.pack(campaign.definition)])
      await this.ports.pause()
      for (const { kind, path, spec } of issue({ campaign, registry, words: { language, say: sayIn(language), definitionText } })) {
        if (kind !== 'office') break
        tools.saveFile(path, format.write(spec))
        this.store.update({ savedOffice: path })
      }
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    } finally {
      this.store.update({ work: undefined })
    }
  }

  private pieces(job: ZipJob, signal: AbortSignal): Promise<Uint8Array[]> {
    let worker: WorkerLike
    try {
      worker = this.ports.startWorker()
    } catch {
      // No workers here: the work is done on the page.
      return this.piecesHere(job, signal)
    }
    return new Promise<Uint8Array[]>((resolve, reject) => {
      const pieces: Uint8Array[] = []
      let answered = false
      signal.addEventListener('abort', () => reject(signal.reason as Error))
      worker.onmessage = ({ data }) => {
        answered = true
        if (data.kind === 'piece') pieces.push(data.bytes)
        else if (data.kind === 'issued') this.store.update({ work: { done: data.done, total: data.total, at: data.at } })
        else if (data.kind === 'finished') resolve(pieces)
        else if (data.kind === 'failed') reject(new Error(data.reason))
      }
      worker.onerror = ({ message }) => (answered ? reject(new Error(message)) : resolve(this.piecesHere(job, signal)))
      worker.postMessage({ kind: 'issue', job }, [])
    }).finally(() => worker.terminate())
  }

  private async piecesHere(job: ZipJob, signal: AbortSignal): Promise<Uint8Array[]> {
    const { tools, sayIn } = this.ports.session
    const [format, definitionText] = await Promise.all([tools.format(), tools.pack(job.definition)])
    const pieces: Uint8Array[] = []
    for (const step of issueSteps(job, { format, sayIn, pack: () => definitionText }, (bytes) => pieces.push(bytes))) {
      this.store.update({ work: step })
      await this.ports.pause()
      signal.throwIfAborted()
    }
    return pieces
  }

  private stateOf(registry: Registry, members: readonly RegisteredMember[], from: readonly string[], findings: readonly Finding[]): IssueState {
    return { registry, members, from, findings, count: issuedInZip({ campaign: this.ports.campaign, registry }), isIssuable: registry.units.length > 0 && countFindings(findings).errors === 0 }
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
