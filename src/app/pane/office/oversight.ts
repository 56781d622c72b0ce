/** Spot checks, stage transfers, the year-end record and return slips, from the pane. */
import { standingRounds, type SpotCheckNote, type SpotCheckResult, type SpotCheckRound } from '../../../domain/oversight/spot-checks'
import { writeZip } from '../../../workbook/xlsx/write/zip'
import type { OpenOffice } from '../../consolidate/open-office'
import { fileName } from '../../file-name'
import { drawRound, enterResult, type DrawOutcome } from '../../oversight/spot-checks'
import { slipPath, unitSlip, unitSlips } from '../../oversight/slips'
import { approveTransfer, lookAtTransfers } from '../../oversight/transfer'
import { yearEndExport } from '../../oversight/year-end'
import { officeNow } from './book'
import type { OfficeDesk } from './desk'
import { Cancelled } from './desk-work'
import { mergedPatches } from '../merged-patches'
import { patchedBook } from '../patched-book'
import { transferView, type TransferView } from './transfers'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import { troubleOf, type Trouble } from '../trouble'
import type { WorkbookPatch } from '../../../workbook/patch'

export interface OversightState {
  /** Seed of the next draw, 0 … 4,294,967,295; shown before it is used. */
  readonly seed: number
  /** What had to be said of the last draw. */
  readonly notes: readonly SpotCheckNote[]
  /** Why nothing was drawn. */
  readonly refused?: Trouble
  /** The board as it was last looked at here. */
  readonly board?: TransferView
  /** What is being made for saving, and how far it is. */
  readonly making?: { readonly what: 'slips' | 'slip' | 'year-end' | 'board'; readonly done: number; readonly total: number }
  /** The slips were given up half-way: nothing was saved. */
  readonly isCancelled?: boolean
  readonly saved?: { readonly what: 'slips' | 'slip' | 'year-end'; readonly name: string; readonly count: number }
  readonly trouble?: Trouble
}

export interface OversightPorts {
  readonly session: PaneSession
  /** Writes go through it: one thing at a time, undone with its button. */
  readonly desk: OfficeDesk
  /** A whole number, 0 … 4,294,967,295, that nobody can foretell. */
  newSeed(): number
  pause(): Promise<void>
}

export interface Signed {
  readonly by: string
  readonly note: string
}

export class OversightDesk {
  readonly store: Store<OversightState>
  private stop: AbortController | undefined

  constructor(private readonly ports: OversightPorts) {
    this.store = new Store<OversightState>({ seed: ports.newSeed(), notes: [] })
  }

  readonly setSeed = (seed: number): void => this.store.update({ seed, refused: undefined })

  /** Draws a round, or (`again`: why) the latest once more. On record it stays: a draw cannot be undone, only drawn again with a reason. */
  readonly draw = async (by: string, perSystem: number, again?: string): Promise<void> => {
    this.store.update({ refused: undefined, notes: [] })
    const { desk, newSeed } = this.ports
    const outcome = await desk.record<DrawOutcome>(
      'oversight',
      [],
      ({ book }) => {
        const drawn = drawRound({ ...this.atHand(book), seed: this.store.state.seed, by, perSystem, ...(again !== undefined && { again }) })
        return 'refused' in drawn ? { result: drawn } : { result: drawn, patch: drawn.patch }
      },
      false,
    )
    if (!outcome) return
    if ('refused' in outcome) this.store.update({ refused: { code: `spot-check/${outcome.refused}`, params: outcome.params } })
    // The next draw has a seed of its own.
    else this.store.update({ notes: outcome.notes, seed: newSeed() })
  }

  /** `outcome` absent: takes the result back. */
  readonly enterResult = (unit: string, outcome: SpotCheckResult['outcome'] | undefined, { by, note }: Signed): Promise<unknown> =>
    this.ports.desk.record('oversight', [], ({ book }) => ({ patch: enterResult({ ...this.atHand(book), unit, outcome, by, note, on: this.ports.session.tools.clock.today() }), result: true }))

  /** Reads the week's returns and says of every unit what is missing. Writes nothing. */
  readonly lookAtTransfers = (week: number): Promise<void> =>
    this.making('board', async () => {
      const { session, desk } = this.ports
      const [{ book }, { compression }] = await Promise.all([officeNow(session, desk.base, [week]), session.tools.format()])
      this.store.update({ board: transferView(lookAtTransfers({ campaign: desk.base, office: book, sayIn: session.sayIn, week, compression }), session) })
    })

  /** Decides on units and shows the board anew; the board is written into its sheet with it. `approved` absent: takes decisions back. */
  readonly approve = async (week: number, units: readonly string[], approved: boolean | undefined, { by, note }: Signed): Promise<void> => {
    const { session, desk } = this.ports
    const { compression } = await session.tools.format()
    const board = await desk.record('oversight', [week], ({ book }) => {
      const patches: WorkbookPatch[] = []
      let now = book
      const add = (patch: WorkbookPatch) => {
        patches.push(patch)
        now = patchedBook(now, patch)
      }
      const look = () => lookAtTransfers({ campaign: desk.base, office: now, sayIn: session.sayIn, week, compression })
      add(look().patch)
      for (const unit of units) add(approveTransfer({ ...this.atHand(now), unit, approved, by, note, today: session.tools.clock.today() }))
      return { patch: mergedPatches(patches), result: transferView(look(), session) }
    })
    if (board) this.store.update({ board })
  }

  /** Saves the year-end record of all units. */
  readonly saveYearEnd = (names: boolean, format: 'xlsx' | 'csv'): Promise<void> =>
    this.making('year-end', async () => {
      const { session, desk } = this.ports
      const { open } = await officeNow(session, desk.base)
      const { records, spec, csv } = yearEndExport(open, { names })
      const title = open.campaign.definition.title[open.language]
      const name = fileName(open.say(names ? 'oversight-pane/year-end-file-names' : 'oversight-pane/year-end-file', { title }), `.${format}`)
      session.tools.saveFile(name, format === 'csv' ? csv : (await session.tools.format()).write(spec))
      this.store.update({ saved: { what: 'year-end', name, count: records.length } })
    })

  /** Saves the return slip of one unit. */
  readonly saveSlip = (week: number, unit: string): Promise<void> =>
    this.making('slip', async () => {
      const { session, desk } = this.ports
      const [{ open }, format] = await Promise.all([officeNow(session, desk.base, [week]), session.tools.format()])
      const { name, spec } = unitSlip(open, { week, unit, compression: format.compression })
      session.tools.saveFile(name, format.write(spec))
      this.store.update({ saved: { what: 'slip', name, count: 1 } })
    })

  /** Gives the slips up: nothing is saved. */
  readonly cancel = (): void => this.stop?.abort(new Cancelled())

  /** Saves every unit's slip, in one zip with a folder for each system. */
  readonly saveSlips = (week: number): Promise<void> =>
    this.making('slips', async () => {
      const { session, desk, pause } = this.ports
      const { signal } = (this.stop = new AbortController())
      const [{ open }, format] = await Promise.all([officeNow(session, desk.base, [week]), session.tools.format()])
      const total = open.state.entries.filter((entry) => entry.week === week && entry.kind === 'unit').length
      const entries: { name: string; bytes: Uint8Array }[] = []
      for (const slip of unitSlips(open, { week, compression: format.compression })) {
        entries.push({ name: slipPath(slip), bytes: format.write(slip.spec) })
        this.store.update({ making: { what: 'slips', done: entries.length, total } })
        await pause()
        signal.throwIfAborted()
      }
      const name = fileName(open.say('oversight-pane/slips-file', { week }), '.zip')
      session.tools.saveFile(name, writeZip(entries, format.compression))
      this.store.update({ saved: { what: 'slips', name, count: entries.length } })
    })

  readonly dismiss = (): void => this.store.update({ saved: undefined, isCancelled: undefined, refused: undefined, trouble: undefined })

  private atHand(office: Parameters<typeof drawRound>[0]['office']) {
    const { desk, session } = this.ports
    return { campaign: desk.base, office, now: session.tools.clock.now(), sayIn: session.sayIn }
  }

  private async making(what: NonNullable<OversightState['making']>['what'], job: () => Promise<void>): Promise<void> {
    if (this.store.state.making) return
    this.store.update({ making: { what, done: 0, total: 0 }, saved: undefined, isCancelled: undefined, trouble: undefined })
    try {
      await job()
    } catch (error) {
      this.store.update(error instanceof Cancelled ? { isCancelled: true } : { trouble: troubleOf(error) })
    } finally {
      this.store.update({ making: undefined })
    }
  }
}

/** Draws as the pane lists them: those that stand, the latest first, with those that they replaced. */
export function roundsOf({ state }: OpenOffice): { readonly stands: SpotCheckRound; readonly replaced: readonly SpotCheckRound[] }[] {
  return standingRounds(state.spotChecks)
    .map((stands) => ({ stands, replaced: state.spotChecks.filter((one) => one.round === stands.round && one !== stands) }))
    .reverse()
}
