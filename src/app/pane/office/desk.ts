/** What the office does in the pane: chooses a week, takes returns in, consolidates, decides, issues. No React, no Excel. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { overridesIn } from '../../../domain/campaign/settings-in-time'
import { registeredIn } from '../../../domain/ranking/registry'
import type { FileVerdict } from '../../../domain/ranking/verdict'
import { isReturnsSheet, weekOfReturnsSheet } from '../../../domain/returns/identity'
import type { IsoDate } from '../../../domain/returns/return'
import type { Workbook } from '../../../workbook/model'
import { consolidate } from '../../consolidate'
import { staleWeeks } from '../../consolidate/judged-again'
import { openOffice, type OpenOffice } from '../../consolidate/open-office'
import { decide, type Answer } from '../../decide'
import type { Examination } from '../../intake/examine'
import type { IncomingFile } from '../../intake/incoming'
import type { InspectContext } from '../../intake/inspect'
import type { ReadingJob } from '../../office-worker'
import { examineAll } from '../../reading-pool'
import { recompute } from '../../recompute'
import { undoingOf } from '../journal'
import { DeskAtWork } from './desk-work'
import { contextFor, isZip, sightOf, WAITING, withFiles, type Incoming } from './incoming'
import { shownWeek } from './shown'
import type { SampleReturns } from '../tools'
import { troubleOf } from '../trouble'

export class OfficeDesk extends DeskAtWork {
  /** By what the files at hand were examined. */
  private basis = ''

  /** Reads the workbook; returns how to stop watching it. */
  readonly open = async (): Promise<() => void> => {
    const { tools, opened, sayIn } = this.ports.session
    try {
      const carried = await tools.carried(opened.book)
      if (carried.state !== 'usable') {
        this.store.set({ phase: 'unusable', trouble: { code: `pane/definition-${carried.state}`, params: carried.state === 'mistaken' ? { count: carried.mistakes.length } : {} } })
        return () => {}
      }
      this.campaign = carried.campaign
      const office = openOffice(opened.book, carried.campaign, sayIn)
      const week = office.state.shown ?? office.campaign.calendar.weekOf(tools.clock.today())
      this.store.set({ phase: 'ready', office, week, shown: shownWeek(office, week), isStale: false, incoming: [], redo: false })
    } catch (error) {
      this.store.set({ phase: 'unusable', trouble: troubleOf(error) })
      return () => {}
    }
    return this.watch()
  }

  /** Reads the workbook again, after people worked in it. */
  readonly refresh = (): Promise<void> => this.doing('head', 'refreshing', async () => this.show(await this.read()))

  readonly chooseWeek = async (week: number): Promise<void> => {
    const { office, work, incoming } = this.ready
    if (work) return
    this.set({ week, shown: shownWeek(office, week), done: undefined, trouble: undefined, incoming: incoming.map(({ file }) => ({ file, sight: WAITING })) })
    await this.readIncoming()
  }

  readonly setDeadline = (deadline: IsoDate | undefined): Promise<void> => {
    this.set({ deadline })
    return this.lookAgain(this.ready.office)
  }

  readonly setRedo = (redo: boolean): void => this.set({ redo })

  /** Puts files in, of a zip those that it holds, and reads them at once. */
  readonly addFiles = async (files: readonly IncomingFile[]): Promise<void> => {
    if (this.ready.work) return
    const all = (await Promise.all(files.map((file) => this.unpacked(file)))).flat()
    if (this.ready.work) return
    this.set({ incoming: withFiles(this.ready.incoming, all), done: undefined, trouble: undefined })
    await this.readIncoming()
  }

  /** Puts the sample returns in, for the week that they are of. */
  readonly addSamples = async (samples: SampleReturns): Promise<void> => {
    if (this.ready.work) return
    try {
      const files = await samples.load()
      await this.chooseWeek(samples.week)
      await this.addFiles(files)
    } catch (error) {
      this.set({ trouble: { at: 'week', trouble: troubleOf(error) } })
    }
  }

  readonly removeFile = (name: string): void => {
    if (!this.ready.work) this.set({ incoming: this.ready.incoming.filter(({ file }) => file.name !== name), trouble: undefined })
  }

  readonly clearFiles = (): void => {
    if (!this.ready.work) this.set({ incoming: [], done: undefined, trouble: undefined })
  }

  readonly readIncoming = (): Promise<void> => this.doing('week', 'reading', (signal) => this.examine(this.ready.office, signal))

  /** Decides about all files, ranks, and writes the result into the workbook in one patch. */
  readonly consolidate = (): Promise<void> =>
    this.doing('week', 'consolidating', async (signal) => {
      const { tools, sayIn } = this.ports.session
      const book = await this.bookToJudge()
      const office = openOffice(book, this.campaign as Campaign, sayIn)
      await this.examine(office, signal, true)
      this.progress('consolidating')
      await this.ports.pause()
      const { incoming, week, deadline, redo } = this.ready
      const examinations = new Map(incoming.map(({ file, examination }) => [file, examination as Examination]))
      const result = await consolidate({
        campaign: this.campaign as Campaign,
        office: book,
        files: incoming.map(({ file }) => file),
        week,
        ...(deadline !== undefined && { deadline }),
        redo,
        today: tools.clock.today(),
        now: tools.clock.now(),
        sayIn,
        signal,
        compression: (await tools.format()).compression,
        examined: (file) => examinations.get(file) as Examination,
      })
      signal.throwIfAborted()
      this.progress('writing')
      if (result.changed) await this.write(book, result.patch, 'consolidated')
      const verdicts = new Map<string, FileVerdict>(result.files.map((verdict) => [verdict.file, verdict]))
      this.show(result.changed ? await this.read() : office)
      this.set({ redo: false, incoming: incoming.map((one) => ({ ...one, sight: { state: 'decided', verdict: verdicts.get(one.file.name) as FileVerdict } })), done: { kind: 'consolidated', at: 'week', result } })
    })

  /** What people changed in the sheets (settings, weights, waivers, registry) takes effect, without a file. */
  readonly recompute = (): Promise<void> =>
    this.doing('head', 'recomputing', async (signal) => {
      const { tools, sayIn } = this.ports.session
      const book = await this.bookToJudge()
      await this.ports.pause()
      const { clock } = tools
      const result = await recompute({ campaign: this.base, office: book, today: clock.today(), now: clock.now(), sayIn, signal, compression: (await tools.format()).compression })
      signal.throwIfAborted()
      this.progress('writing')
      if (result.changed) await this.write(book, result.patch, 'recomputed')
      this.show(await this.read())
      this.set({ done: { kind: 'recomputed', at: 'head', changes: result.changes.length } })
    })

  /** Writes a person's answer to proposals into the workbook; `undefined` takes an answer back. */
  readonly decide = (keys: readonly string[], answer: Answer | undefined, by: string, note: string): Promise<void> =>
    this.doing('lists', 'deciding', async () => {
      const { tools, sayIn } = this.ports.session
      const book = await tools.workbook.snapshot({ leaveOut: isReturnsSheet })
      const { clock } = tools
      const patch = decide({ campaign: this.campaign as Campaign, office: book, keys, answer, by, note, today: clock.today(), now: clock.now(), sayIn })
      await this.write(book, patch, 'decided')
      this.show(await this.read())
      this.set({ done: { kind: 'decided', at: 'lists', count: keys.length, ...(answer && { answer }) } })
    })

  /** Puts back what the last action wrote, cells that were changed since excepted. */
  readonly undo = (): Promise<void> => {
    const { undoable } = this.ready
    if (!undoable) return Promise.resolve()
    return this.doing('head', 'undoing', async () => {
      const { workbook } = this.ports.session.tools
      const { patch, left } = undoingOf(undoable, await workbook.snapshot())
      await workbook.apply(patch)
      const office = await this.read()
      this.show(office)
      this.set({ undoable: undefined, done: { kind: 'undone', at: 'head', left: left.length } })
      await this.lookAgain(office)
    })
  }

  private async unpacked(file: IncomingFile): Promise<readonly IncomingFile[]> {
    if (!isZip(file.name)) return [file]
    try {
      return await this.ports.session.tools.filesInZip(file)
    } catch {
      // Put in as it is, it is read like any file, and the list says why it cannot be: damaged, no zip, not handed over.
      return [file]
    }
  }

  /** The workbook with the returns of this week, and of those that something changed for. */
  private async bookToJudge(): Promise<Workbook> {
    const { state, campaignIn } = await this.read()
    const needed = new Set([this.ready.week, ...staleWeeks(state, campaignIn)])
    return this.ports.session.tools.workbook.snapshot({ leaveOut: (sheet) => isReturnsSheet(sheet) && !needed.has(weekOfReturnsSheet(sheet) ?? 0) })
  }

  /**
   * Files that were examined by other settings, another registry or for another week are read again. What the workbook
   * remembers of a file is not; `keeps`: unless its return is missing from those that are kept (they were read).
   */
  private async examine(office: OpenOffice, signal: AbortSignal, keeps = false): Promise<void> {
    const { week } = this.ready
    const job: ReadingJob = { definition: (this.campaign as Campaign).definition, overrides: overridesIn([...office.state.settings, ...office.pending], week), asOf: office.campaign.calendar.weekEnd(week), everybody: registeredIn(office.state.registry, office.state.entries, week).everybody, waivers: office.state.waivers }
    const { definition, ...facts } = job
    const basis = JSON.stringify([definition.id, office.campaignIn(week).rules, facts])
    const isSame = basis === this.basis
    this.basis = basis
    if (!isSame) this.set({ incoming: this.ready.incoming.map(({ file }) => ({ file, sight: WAITING })) })
    const context = this.contextOf(office, keeps)
    const isKnown = (file: IncomingFile, hash: string) => context.recall?.(file, hash) !== undefined
    const isForgotten = ({ file, examination }: Incoming) => examination?.state === 'known' && !isKnown(file, examination.hash ?? '')
    this.set({ incoming: this.ready.incoming.map((one) => (isForgotten(one) ? { file: one.file, sight: WAITING } : one)) })
    const files = this.ready.incoming.filter(({ examination }) => !examination).map(({ file }) => file)
    if (files.length === 0) return
    let done = 0
    this.progress('reading', 0, files.length)
    const settling: Promise<void>[] = []
    const settle = async (file: IncomingFile, examination: Examination) => {
      const sight = await sightOf(file, examination, context)
      this.set({ incoming: this.ready.incoming.map((one) => (one.file === file ? { file, examination, sight } : one)) })
      this.progress('reading', ++done, files.length, file.name)
    }
    try {
      await examineAll(files, job, { ...this.ports, format: this.ports.session.tools.format }, { signal, isKnown, onExamined: (at, examination) => settling.push(settle(files[at] as IncomingFile, examination)) })
    } finally {
      // Also when cancelled: what was read by then is kept, and nothing moves afterwards.
      await Promise.all(settling)
    }
  }

  /** What can be said of each file by itself, as before they were consolidated. */
  private async lookAgain(office: OpenOffice): Promise<void> {
    const context = this.contextOf(office)
    this.set({ incoming: await Promise.all(this.ready.incoming.map(async (one) => (one.examination ? { ...one, sight: await sightOf(one.file, one.examination, context) } : one))) })
  }

  private contextOf(office: OpenOffice, keeps = false): InspectContext {
    return contextFor(office, this.ready, { now: this.ports.session.tools.clock.now(), keeps })
  }
}
