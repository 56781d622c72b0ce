/** The pane over a return: check, go to a problem, undo, prepare for submission. */
import { readIdentity, readSubject } from '../../../domain/returns/read-identity'
import type { Workbook } from '../../../workbook/model'
import type { CheckResult } from '../../check'
import type { Carried } from '../../carried-definition'
import type { HostLack } from '../../open-workbook'
import { patchOf, undoingOf } from '../journal'
import { nextProblem, type Spot } from '../next-problem'
import type { PaneSession } from '../pane'
import { patchedBook } from '../patched-book'
import { Store } from '../store'
import { troubleOf } from '../trouble'
import { checkOpen } from './check-open'
import type { SeverityFilter } from './finding-list'
import { likelyWeek, preparationOf, weekPatch } from './preparation'
import type { Action, ReadyState, ReturnFacts, ReturnState } from './return-state'

export class ReturnPane {
  readonly store = new Store<ReturnState>({ phase: 'loading' })
  private readonly stops: (() => Promise<void>)[] = []
  private closed = false
  /** Counts what people change, so that a check knows whether it was overtaken. */
  private edits = 0

  constructor(private readonly session: PaneSession) {}

  /** What this host cannot tell of a workbook, said beside every result. */
  get lacks(): readonly HostLack[] {
    return this.session.tools.workbook.lacks ?? []
  }

  /** Campaign week that today is in; before the campaign its first, afterwards its last. */
  get weekOfToday(): number {
    const { state } = this.store
    return state.phase === 'ready' ? state.campaign.calendar.weekOf(this.session.tools.clock.today()) : 1
  }

  /** Loads the rules that the workbook brings and begins to listen. */
  readonly start = async (): Promise<void> => {
    const { tools, opened } = this.session
    try {
      this.store.set(this.stateOf(await tools.carried(opened.book)))
    } catch (error) {
      this.store.set({ phase: 'unusable', trouble: troubleOf(error), mistakes: [] })
      return
    }
    // Without events the pane works as well: a check always reads everything, and says when it was.
    await this.listen(tools.workbook.onEdited(this.noteEdit))
    await this.listen(tools.workbook.onSelected((selected) => this.change({ selected })))
    this.change({ selected: await tools.workbook.selected().catch(() => undefined) })
  }

  readonly stop = (): void => {
    this.closed = true
    for (const stop of this.stops.splice(0)) void stop().catch(() => undefined)
  }

  /** Reads everything, judges it, writes the result into the sheets. Results are shown also where writing fails. */
  readonly check = (): Promise<void> =>
    this.act('check', async ({ campaign }) => {
      const edits = this.edits
      const book = await this.session.tools.workbook.snapshot()
      const { result, changes } = checkOpen(book, { campaign, clock: this.session.tools.clock, sayIn: this.session.sayIn })
      this.change({ ...this.shown(result, book), checked: { result, stale: false, written: false }, undone: undefined, preparation: undefined })
      if (changes.length > 0) {
        await this.session.tools.workbook.apply(patchOf(changes))
        this.change({ undoable: { action: 'check', at: result.at, changes } })
      }
      this.change({ checked: { result, stale: this.edits !== edits, written: true } })
    })

  /**
   * Stamps the week on the cover, checks, seals. Refuses nothing; {@link Preparation} says what is short.
   * The week and the seal are one change: one Undo takes both back.
   */
  readonly prepare = (): Promise<void> =>
    this.act('prepare', async ({ campaign, week }) => {
      const { tools, sayIn } = this.session
      const edits = this.edits
      const book = await tools.workbook.snapshot()
      // It may have been saved under another name since it was opened.
      const openName = await tools.workbook.name()
      const { result, changes } = checkOpen(book, { campaign, clock: tools.clock, sayIn, first: weekPatch(book, week) })
      await tools.workbook.apply(patchOf(changes))
      this.change({
        ...this.shown(result, book),
        checked: { result, stale: this.edits !== edits, written: true },
        openName,
        preparation: preparationOf(result, campaign, openName),
        undoable: { action: 'prepare', at: result.at, changes },
        undone: undefined,
      })
    })

  /** Puts back what the last action wrote, cells that were changed since excepted. */
  readonly undo = (): Promise<void> =>
    this.act('undo', async ({ undoable, checked }) => {
      if (!undoable) return
      const { workbook } = this.session.tools
      const book = await workbook.snapshot()
      const { patch, restored, left } = undoingOf(undoable, book)
      if (restored > 0) await workbook.apply(patch)
      this.change({
        undoable: undefined,
        undone: { action: undoable.action, restored, left: left.length },
        preparation: undefined,
        // Taking the week back changes what a check would say; taking marks back does not, but they are no longer in the sheets.
        checked: checked && { ...checked, written: false, stale: checked.stale || undoable.action === 'prepare' },
        facts: this.factsOf(patchedBook(book, patch)),
      })
    })

  readonly reveal = ({ sheet, row, column }: Spot): Promise<void> =>
    this.act('reveal', async () => {
      await this.session.tools.workbook.reveal(sheet, row, column)
      this.change({ selected: { sheet, row, column } })
    })

  /** From where the person is to the next problem that the filter lets through (or back, with -1). */
  readonly next = (step: 1 | -1 = 1): Promise<void> =>
    this.act('reveal', async ({ checked, filter, selected }) => {
      if (!checked) return
      const { workbook } = this.session.tools
      const from = (await workbook.selected()) ?? selected
      const findings = checked.result.findings.filter(({ severity }) => filter === 'all' || severity === filter)
      const spot = nextProblem(findings, from, step)
      if (!spot) return
      await workbook.reveal(spot.sheet, spot.row, spot.column)
      this.change({ selected: spot })
    })

  readonly show = (filter: SeverityFilter): void => this.change({ filter })

  readonly choose = (week: number): void => this.change({ week, preparation: undefined })

  readonly dismiss = (what: 'trouble' | 'undone'): void => this.change({ [what]: undefined })

  private stateOf(carried: Carried): ReturnState {
    const { book } = this.session.opened
    if (carried.state === 'usable') {
      const { campaign } = carried
      return { phase: 'ready', campaign, openName: this.session.opened.name, facts: this.factsOf(book), work: 'nothing', filter: 'all', week: likelyWeek(book, campaign, this.session.tools.clock.today()) }
    }
    if (carried.state === 'mistaken') return { phase: 'unusable', trouble: { code: 'pane/definition-mistaken', params: { count: carried.mistakes.length } }, mistakes: carried.mistakes }
    return { phase: 'unusable', trouble: { code: carried.state === 'none' ? 'pane/definition-none' : 'pane/definition-damaged', params: {} }, mistakes: [] }
  }

  private factsOf(book: Workbook): ReturnFacts {
    const { week, version, seal } = readIdentity(book)
    return { kind: this.session.opened.kind === 'group' ? 'group' : 'unit', subject: readSubject(book), ...(week !== undefined && { week }), ...(version !== undefined && { version }), ...(seal && { seal }) }
  }

  /** What the head of the pane says, after a check: the workbook may have changed since it was opened. */
  private shown({ ret }: CheckResult, book: Workbook): Pick<ReadyState, 'facts'> & Partial<ReadyState> {
    const { week } = ret.identity
    return { facts: { ...this.factsOf(book), subject: ret.subject, week }, ...(week !== undefined && { week }) }
  }

  private readonly noteEdit = (): void => {
    this.edits++
    const { state } = this.store
    if (state.phase === 'ready' && state.checked && !state.checked.stale) this.change({ checked: { ...state.checked, stale: true } })
  }

  /** One action at a time; what goes wrong is told where it was asked for. */
  private async act(action: Action, run: (state: ReadyState) => Promise<void>): Promise<void> {
    const { state } = this.store
    if (state.phase !== 'ready' || state.work !== 'nothing') return
    this.change({ trouble: undefined, ...(action !== 'reveal' && { work: action }) })
    try {
      await run(state)
    } catch (error) {
      this.change({ trouble: { trouble: troubleOf(error), during: action } })
    } finally {
      if (action !== 'reveal') this.change({ work: 'nothing' })
    }
  }

  private change(part: Partial<ReadyState>): void {
    const { state } = this.store
    if (!this.closed && state.phase === 'ready') this.store.set({ ...state, ...part })
  }

  private async listen(listening: Promise<() => Promise<void>>): Promise<void> {
    try {
      const stop = await listening
      if (this.closed) await stop()
      else this.stops.push(stop)
    } catch {
      // A host without events: staleness and the selected cell are then unknown, nothing else is missing.
    }
  }
}
