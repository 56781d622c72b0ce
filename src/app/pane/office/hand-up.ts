/** Handing up from the pane: the workbook that the level above issued, filled with the week's figures, read before it is saved. */
import type { Campaign } from '../../../domain/campaign/campaign'
import { readSubject } from '../../../domain/returns/read-identity'
import { handUp, type HandedUp } from '../../hand-up'
import { HandUpError } from '../../hand-up/hand-up-error'
import type { OpenOffice } from '../../consolidate/open-office'
import { fileName } from '../../file-name'
import { officeNow } from './book'
import { Cancelled } from './desk-work'
import { handedUpView, type HandedUpView } from './handed-up'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import type { PickedFile } from '../tools'
import { troubleOf, type Trouble } from '../trouble'

export interface HandUpState {
  /** Campaign week whose figures are handed up; consolidated. */
  readonly week: number
  /** Name of the workbook that was chosen. */
  readonly file?: string
  readonly isWorking: boolean
  /** What would be saved. */
  readonly view?: HandedUpView
  /** Name of the file that was handed over. */
  readonly saved?: string
  readonly isCancelled?: boolean
  readonly trouble?: Trouble
}

export class HandUpDesk {
  readonly store = new Store<HandUpState>({ week: 0, isWorking: false })
  private stop: AbortController | undefined
  private office: OpenOffice | undefined
  private picked: PickedFile | undefined
  private issued: Uint8Array | undefined
  private made: HandedUp | undefined

  constructor(
    private readonly session: PaneSession,
    /** Of the definition alone. */
    private readonly campaign: Campaign,
    private readonly pause: () => Promise<void> = () => Promise.resolve(),
  ) {}

  /** For a consolidated week. A workbook that was chosen is filled anew when the office's workbook, or the week, is another. */
  readonly open = async (office: OpenOffice, week: number): Promise<void> => {
    if (this.office === office && this.store.state.week === week) return
    this.office = office
    this.forget()
    this.store.update({ week, ...NOTHING_SAID })
    if (this.issued) await this.fill()
  }

  /** The blank (or earlier) workbook that the level above issued to this office. */
  readonly choose = async (file: PickedFile): Promise<void> => {
    this.forget()
    this.picked = file
    this.issued = undefined
    this.store.update({ file: file.name, ...NOTHING_SAID })
    await this.fill(async () => {
      this.issued = await file.load().catch(() => Promise.reject(new NotIssued('file/not-handed-over')))
    })
  }

  /** The same once more, after it was cancelled. */
  readonly again = async (): Promise<void> => {
    if (this.picked) await this.choose(this.picked)
  }

  /** Hands over what is shown. */
  readonly save = (): void => {
    const { made } = this
    const { view, file = '' } = this.store.state
    if (!made || !view) return
    const name = fileName(this.session.sayIn(view.language)('hand-up-pane/file', { name: file.replace(/\.xls[xm]$/i, ''), week: view.upperWeek }), '.xlsx')
    this.session.tools.saveFile(name, made.bytes)
    this.store.update({ saved: name })
  }

  readonly cancel = (): void => this.stop?.abort(new Cancelled())
  readonly dismiss = (): void => this.store.update(NOTHING_SAID)

  private async fill(load?: () => Promise<unknown>): Promise<void> {
    this.stop?.abort(new Cancelled())
    const stop = new AbortController()
    this.stop = stop
    const { signal } = stop
    this.store.update({ isWorking: true })
    try {
      await load?.()
      const { made, view } = await this.filled(signal)
      signal.throwIfAborted()
      this.made = made
      this.store.update({ view })
    } catch (error) {
      if (!(error instanceof Cancelled)) this.store.update({ trouble: handUpTrouble(error) })
      else if (this.stop === stop) this.store.update({ isCancelled: true })
    } finally {
      if (this.stop === stop) this.store.update({ isWorking: false })
    }
  }

  private async filled(signal: AbortSignal): Promise<{ readonly made: HandedUp; readonly view: HandedUpView }> {
    const { tools, sayIn } = this.session
    const { week } = this.store.state
    const [{ book: office }, format] = await Promise.all([officeNow(this.session, this.campaign, [week]), tools.format()])
    await this.pause()
    signal.throwIfAborted()
    const bytes = this.issued as Uint8Array
    const issued = format.read(bytes)
    const carried = await tools.carried(issued)
    if (carried.state !== 'usable') throw new NotIssued(carried.state === 'mistaken' ? 'hand-up-pane/definition-mistaken' : 'hand-up-pane/no-definition')
    if (readSubject(issued).id === '') throw new NotIssued('hand-up-pane/no-sender')
    await this.pause()
    signal.throwIfAborted()
    const upper = carried.campaign
    const made = handUp({ campaign: this.campaign, office, upper, upperText: carried.text, sender: { issued, bytes }, week, now: tools.clock.now(), format, sayIn })
    return { made, view: handedUpView(made, upper, this.session) }
  }

  private forget(): void {
    this.made = undefined
    this.store.update({ view: undefined })
  }
}

const NOTHING_SAID = { saved: undefined, isCancelled: undefined, trouble: undefined } as const

/** What was chosen is not a workbook that the level above issued, or could not be had. */
class NotIssued extends Error {
  constructor(readonly code: 'file/not-handed-over' | 'hand-up-pane/no-definition' | 'hand-up-pane/definition-mistaken' | 'hand-up-pane/no-sender') {
    super(code)
  }
}

/** The command line's remedies name its options: the pane has its own. */
function handUpTrouble(error: unknown): Trouble {
  if (error instanceof NotIssued) return { code: error.code, params: {} }
  if (error instanceof HandUpError) return { code: error.code.replace(/^hand-up\//, 'hand-up-pane/'), params: error.params }
  return troubleOf(error)
}
