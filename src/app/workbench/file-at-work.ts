/** A file that is open in the workbench: what of it is saved, what is kept as a draft, what was refused. */
import type { ForeignContent } from '../../workbook/model'
import type { EditedWorkbook, Refusal } from '../edited-workbook'
import { Store } from '../pane/store'
import { troubleOf, type Trouble } from '../pane/trouble'
import { changeMark, UNCHANGED, type Draft } from './drafts'
import type { WorkbenchPorts } from './ports'

/** Milliseconds without a change after which a draft is written, and the most that one waits for such a pause. */
export const QUIET = 800
export const LONGEST = 5000
/** Milliseconds for which a refusal is shown: two lines are read by then. */
export const SHOWN = 8000

/**
 * | save        | means                                                 |
 * |-------------|-------------------------------------------------------|
 * | `unchanged` | as it was opened                                      |
 * | `unsaved`   | something was done since it was opened or last saved  |
 * | `saving`    | the file is being made                                |
 * | `saved`     | what is shown is what was saved last, at `savedAt`    |
 */
export interface FileState {
  readonly save: 'unchanged' | 'unsaved' | 'saving' | 'saved'
  /** ISO local date and time. */
  readonly savedAt?: string
  /** The browser takes no drafts: closing the tab loses what is not saved. */
  readonly isDraftRefused: boolean
  /** The same refusal twice is two objects. */
  readonly refusal?: Refusal
  readonly trouble?: Trouble
}

/** What was saved last, by its mark, and when; empty: nothing was. */
export interface Saved {
  readonly mark?: string
  readonly at?: string
}

export interface FileFacts extends Omit<Draft, 'at' | 'changes'> {
  readonly book: EditedWorkbook
  readonly foreign: readonly ForeignContent[]
}

type Ports = Pick<WorkbenchPorts, 'format' | 'drafts' | 'saveFile' | 'clock' | 'timer' | 'pause'>

export class FileAtWork {
  readonly store: Store<FileState>
  private readonly stops: (() => void)[]
  /** Of what was saved last; of the file as it was opened to begin with. */
  private savedMark = UNCHANGED
  /** Stop the timers until the next draft is written. */
  private quiet: (() => void) | undefined
  private longest: (() => void) | undefined
  private closed = false
  private hideRefusal: (() => void) | undefined
  /** Drafts are written and discarded one after the other. */
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly ports: Ports,
    readonly facts: FileFacts,
    { isRestored = false, saved = {} }: { readonly isRestored?: boolean; readonly saved?: Saved } = {},
  ) {
    this.savedMark = saved.mark ?? UNCHANGED
    this.store = new Store<FileState>({ save: isRestored ? 'unsaved' : 'unchanged', ...(saved.at !== undefined && { savedAt: saved.at }), isDraftRefused: false })
    this.stops = [facts.book.onChanged(this.changed), facts.book.onRefused(this.refused)]
  }

  get isUnsaved(): boolean {
    const { save } = this.store.state
    return save === 'unsaved' || save === 'saving'
  }

  /** The workbook is no longer there; what was unsaved is a draft. */
  get isClosed(): boolean {
    return this.closed
  }

  get saved(): Saved {
    const { savedAt: at } = this.store.state
    return { mark: this.savedMark, ...(at !== undefined && { at }) }
  }

  /** Hands over the file with its changes. What is typed afterwards is unsaved again. */
  readonly save = async (): Promise<void> => {
    const { ports, facts } = this
    if (this.store.state.save === 'saving') return
    this.store.update({ save: 'saving', trouble: undefined })
    try {
      await ports.pause()
      // A cell that is still being typed into is finished by it, or it says that it cannot be.
      await facts.book.snapshot()
      const changes = facts.book.changes()
      const format = await ports.format()
      ports.saveFile(facts.name, format.patch(facts.base, changes))
      this.savedMark = changeMark(changes)
      this.store.update({ save: 'saved', savedAt: ports.clock.now() })
      await this.settle()
    } catch (error) {
      this.store.update({ save: 'unsaved', trouble: troubleOf(error) })
    }
  }

  readonly undo = (): Promise<void> => this.trying(() => this.facts.book.undo())
  readonly redo = (): Promise<void> => this.trying(() => this.facts.book.redo())
  readonly sort = (direction: 'ascending' | 'descending'): Promise<void> => this.trying(() => this.facts.book.sort(direction))

  readonly dismiss = (): void => this.store.update({ refusal: undefined, trouble: undefined })

  /** Writes the draft now, or takes it away when there is nothing unsaved; when it is done, the store knows which. */
  readonly settle = async (): Promise<void> => {
    this.stopWaiting()
    const { id, name, base, sample, book } = this.facts
    const changes = book.changes()
    const mark = changeMark(changes)
    const isSaved = mark === this.savedMark
    if (this.store.state.save !== 'saving') this.store.update({ save: !isSaved ? 'unsaved' : this.store.state.savedAt === undefined ? 'unchanged' : 'saved' })
    const at = this.ports.clock.now()
    this.writing = this.writing.then(async () => {
      try {
        if (isSaved) await this.ports.drafts.discard(id)
        else await this.ports.drafts.save({ id, name, at, base, changes, ...(sample !== undefined && { sample }) })
        this.store.update({ isDraftRefused: false })
      } catch {
        // No room, or a browser that keeps nothing: whoever works here is told, and can save.
        this.store.update({ isDraftRefused: !isSaved })
      }
    })
    await this.writing
  }

  /** Keeps what is unsaved and lets go of the workbook. */
  async close(): Promise<void> {
    await this.settle()
    this.leave()
    this.closed = true
    await this.facts.book.close()
  }

  private leave(): void {
    for (const stop of this.stops) stop()
    this.hideRefusal?.()
    this.stopWaiting()
  }

  private stopWaiting(): void {
    this.quiet?.()
    this.longest?.()
    this.quiet = this.longest = undefined
  }

  private readonly changed = (): void => {
    const { save } = this.store.state
    this.store.update({ save: save === 'saving' ? save : 'unsaved', refusal: undefined, trouble: undefined })
    const settle = () => void this.settle().catch(this.failed)
    this.quiet?.()
    this.quiet = this.ports.timer.after(QUIET, settle)
    this.longest ??= this.ports.timer.after(LONGEST, settle)
  }

  private readonly refused = (refusal: Refusal): void => {
    this.hideRefusal?.()
    this.store.update({ refusal: { ...refusal } })
    this.hideRefusal = this.ports.timer.after(SHOWN, () => this.store.update({ refusal: undefined }))
  }

  private async trying(job: () => Promise<void>): Promise<void> {
    this.dismiss()
    try {
      await job()
    } catch (error) {
      this.failed(error)
    }
  }

  private readonly failed = (error: unknown): void => this.store.update({ trouble: troubleOf(error) })
}
