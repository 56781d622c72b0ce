/** What every action of the office's desk has in common: one at a time, told where it was asked for, undone with one button. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { isReturnsSheet } from '../../../domain/returns/identity'
import type { Workbook } from '../../../workbook/model'
import type { WorkbookPatch } from '../../../workbook/patch'
import { openOffice, type OpenOffice } from '../../consolidate/open-office'
import type { ReadingPoolPorts } from '../../reading-pool'
import { changesOf } from '../journal'
import { officeNow, type OfficeNow, type WeeksWanted } from './book'
import { shownWeek } from './shown'
import type { DeskReady, DeskState, Place, Undoable, Work } from './state'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import { troubleOf } from '../trouble'

/** What a use case made of the workbook: what is to be written, and what it found besides. */
export interface Made<Result> {
  /** Absent: nothing is written. */
  readonly patch?: WorkbookPatch
  readonly result: Result
}

export interface DeskPorts extends Omit<ReadingPoolPorts, 'format'> {
  readonly session: PaneSession
}

/** An action is aborted with it when a person cancels: not a trouble. */
export class Cancelled extends Error {}

export abstract class DeskAtWork {
  readonly store = new Store<DeskState>({ phase: 'opening' })
  protected campaign: Campaign | undefined
  private stop: AbortController | undefined

  constructor(protected readonly ports: DeskPorts) {}

  /** Of the definition alone, without the office's settings. There once the workbook is open. */
  get base(): Campaign {
    return this.campaign as Campaign
  }

  /**
   * Reads the workbook, with the kept returns of some weeks, and writes what `make` makes of it. Undefined: something else
   * is going on, or it failed, which is shown at `at`. `isUndoable`: not for what must stay on record.
   */
  readonly record = async <Result>(at: Place, weeks: WeeksWanted, make: (now: OfficeNow) => Made<Result> | Promise<Made<Result>>, isUndoable = true): Promise<Result | undefined> => {
    let made: Made<Result> | undefined
    await this.doing(at, 'writing', async () => {
      const now = await officeNow(this.ports.session, this.base, weeks)
      const { patch, result } = await make(now)
      if (patch) {
        await this.write(now.book, patch, 'recorded')
        if (!isUndoable) this.set({ undoable: undefined })
        this.show(await this.read())
      }
      made = { result }
    })
    return made?.result
  }

  /** Stops what is going on, where it can be stopped; what was read stays, the workbook is as it was. */
  readonly cancel = (): void => this.stop?.abort(new Cancelled())

  readonly dismiss = (): void => this.set({ done: undefined, trouble: undefined })

  protected async write(book: Workbook, patch: WorkbookPatch, kind: Undoable['kind']): Promise<void> {
    await this.ports.session.tools.workbook.apply(patch)
    this.set({ undoable: { kind, changes: changesOf(book, patch) } })
  }

  protected async read(): Promise<OpenOffice> {
    return openOffice(await this.ports.session.tools.workbook.snapshot({ leaveOut: isReturnsSheet }), this.campaign as Campaign, this.ports.session.sayIn)
  }

  protected show(office: OpenOffice): void {
    this.set({ office, shown: shownWeek(office, this.ready.week), isStale: false })
  }

  /** One thing at a time; what goes wrong is shown where it was asked for. */
  protected async doing(at: Place, kind: Work['kind'], job: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.ready.work) return
    const stop = new AbortController()
    this.stop = stop
    this.set({ work: { kind, done: 0, total: 0, at: '' }, done: undefined, trouble: undefined })
    try {
      await job(stop.signal)
    } catch (error) {
      if (error instanceof Cancelled) this.set({ done: { kind: 'cancelled', at } })
      else this.set({ trouble: { at, trouble: troubleOf(error) } })
    } finally {
      this.stop = undefined
      this.set({ work: undefined })
    }
  }

  protected progress(kind: Work['kind'], done = 0, total = 0, at = ''): void {
    this.set({ work: { kind, done, total, at } })
  }

  protected watch(): () => void {
    let isOver = false
    let unwatch: (() => Promise<void>) | undefined
    this.ports.session.tools.workbook
      .onEdited(() => !this.ready.work && this.set({ isStale: true }))
      .then((stop) => (isOver ? stop() : void (unwatch = stop)))
      // Without it a person refreshes by hand.
      .catch(() => {})
    return () => {
      isOver = true
      void unwatch?.()
    }
  }

  protected get ready(): DeskReady {
    const { state } = this.store
    if (state.phase !== 'ready') throw new Error('the office workbook is not open')
    return state
  }

  protected set(change: Partial<DeskReady>): void {
    this.store.set({ ...this.ready, ...change })
  }
}
