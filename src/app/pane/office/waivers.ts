/** Waivers in the pane: one is asked for, tried on a past week, given, and ended before its time. The sheet stays the record. */
import type { Waiver } from '../../../domain/evaluation/waiver'
import { registered } from '../../../domain/ranking/registry'
import { findingsKey } from '../../../reports/office/state'
import { columnNumber } from '../../../workbook/address'
import type { OpenOffice } from '../../consolidate/open-office'
import { readStored } from '../../kept-returns'
import { rehearse } from '../../rehearse'
import { endWaiver, giveWaiver, writtenAs, type Given } from '../../waive'
import { isNamed, listedWaivers, mistakesIn, rosterNames, subjectOf, waiverOf, type ListedWaiver, type WaiverAsked, type WaiverMistake } from '../../waivers'
import { officeNow } from './book'
import type { OfficeDesk } from './desk'
import { rehearsedWeek, type RehearsedWeek } from './rehearsed'
import type { PaneSession } from '../pane'
import { Store } from '../store'
import { troubleOf, type Trouble } from '../trouble'

export interface WaiversState {
  readonly asked: WaiverAsked
  /** What is wrong with it is told only once somebody wanted to go on. */
  readonly mistakes: readonly WaiverMistake[]
  /** Whom the latest return of the unit lists; absent: not looked up, or no return of it is kept. */
  readonly members?: KnownMembers
  readonly isTrying: boolean
  readonly outcome?: RehearsedWeek
  readonly done?: WaiverDone
  readonly trouble?: Trouble
  /** The form was filled in from somewhere else, and nobody has looked at it yet. */
  readonly isFresh: boolean
}

export interface KnownMembers {
  /** Registry id. */
  readonly unit: string
  readonly week: number
  readonly names: readonly string[]
}

export interface WaiverDone {
  /** `there`: nothing was written, since `waiver` does the same. */
  readonly kind: 'given' | 'there' | 'ended'
  readonly name: string
  readonly waiver: Waiver
}

const BLANK: WaiverAsked = { unit: '', member: '', clause: '', reason: '', approver: '', until: '' }

export class WaiversDesk {
  readonly store: Store<WaiversState>
  private sought = ''

  constructor(
    private readonly session: PaneSession,
    /** Writes go through it: one thing at a time, undone with its button. */
    private readonly desk: OfficeDesk,
  ) {
    // Nothing is waived for longer than the campaign unless somebody says so.
    this.store = new Store<WaiversState>({ asked: { ...BLANK, until: desk.base.calendar.end }, mistakes: [], isTrying: false, isFresh: false })
  }

  readonly ask = (part: keyof WaiverAsked, text: string, office: OpenOffice): void => {
    const asked = { ...this.store.state.asked, [part]: text }
    this.store.update({ asked, outcome: undefined, done: undefined, trouble: undefined, mistakes: this.store.state.mistakes.filter((one) => one.part !== part) })
    if (part === 'unit') void this.lookUp(office)
  }

  /** Fills the form in for a unit (by id), as from a proposal; approver and last day stay as they were entered last. */
  readonly begin = (office: OpenOffice, { unit, member = '', clause }: { readonly unit: string; readonly member?: string; readonly clause: string }): void => {
    const { asked } = this.store.state
    this.store.update({ asked: { ...asked, unit: writtenAs(unit, office.state.registry), member, clause, reason: '' }, mistakes: [], outcome: undefined, done: undefined, trouble: undefined, isFresh: true })
    void this.lookUp(office)
  }

  readonly seen = (): void => this.store.update({ isFresh: false })

  /** Those that were given, as they stand today. */
  readonly listed = (office: OpenOffice): readonly ListedWaiver[] => listedWaivers(office, this.session.tools.clock.today())

  /** Works out what that week would be with this waiver beside those that it was judged with. Writes nothing. */
  readonly tryOn = async (office: OpenOffice, week: number): Promise<void> => {
    const { asked, isTrying } = this.store.state
    if (isTrying || !this.isRight(office)) return
    this.store.update({ isTrying: true, outcome: undefined, trouble: undefined })
    try {
      const [{ open }, { compression }] = await Promise.all([officeNow(this.session, this.desk.base, [week]), this.session.tools.format()])
      const rehearsal = rehearse({ office: open, week, change: { waivers: [...open.state.recordedWaivers, waiverOf(asked, open)] }, compression })
      this.store.update({ outcome: rehearsedWeek(rehearsal, open) })
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    } finally {
      this.store.update({ isTrying: false })
    }
  }

  /** Writes it into the sheet. It takes effect when the office's weeks are judged again. */
  readonly give = async (office: OpenOffice): Promise<void> => {
    const { asked } = this.store.state
    if (!this.isRight(office)) return
    const given = await this.desk.record<Given>('oversight', [], ({ book }) => {
      const result = giveWaiver({ campaign: this.desk.base, office: book, sayIn: this.session.sayIn, asked })
      return 'there' in result ? { result } : { result, patch: result.patch }
    })
    if (!given) return
    const waiver = 'there' in given ? given.there : given.waiver
    const name = this.nameOf(waiver.unit, office)
    if ('there' in given) return this.store.update({ done: { kind: 'there', name, waiver } })
    const { approver, until } = asked
    this.store.update({ asked: { ...BLANK, approver, until }, members: undefined, outcome: undefined, done: { kind: 'given', name, waiver } })
  }

  /** Brings its last day forward; the row stays. */
  readonly end = async (office: OpenOffice, waiver: Waiver): Promise<void> => {
    const { clock } = this.session.tools
    this.dismiss()
    const ended = await this.desk.record('oversight', [], ({ book }) => {
      const { patch, until } = endWaiver({ campaign: this.desk.base, office: book, sayIn: this.session.sayIn, waiver, today: clock.today() })
      return { patch, result: until }
    })
    if (ended !== undefined) this.store.update({ done: { kind: 'ended', name: this.nameOf(waiver.unit, office), waiver: { ...waiver, until: ended } } })
  }

  /** `cell`: as in `B12`. */
  readonly reveal = async (sheet: string, cell: string): Promise<void> => {
    const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
    try {
      await this.session.tools.workbook.reveal(sheet, Number(row), columnNumber(letters) ?? 1)
    } catch (error) {
      this.store.update({ trouble: troubleOf(error) })
    }
  }

  readonly dismiss = (): void => this.store.update({ done: undefined, trouble: undefined })

  private isRight(office: OpenOffice): boolean {
    const mistakes = mistakesIn(this.store.state.asked, office)
    this.store.update({ mistakes, done: undefined, trouble: undefined })
    return mistakes.length === 0
  }

  /** Reads the unit's latest return that counts, for the names in it. That there is none is no trouble: names can be typed. */
  private async lookUp(office: OpenOffice): Promise<void> {
    const unit = subjectOf(this.store.state.asked.unit, office)?.id ?? ''
    if (unit !== '' && (unit === this.store.state.members?.unit || unit === this.sought)) return
    this.sought = unit
    this.store.update({ members: undefined })
    const week = office.state.entries.filter((entry) => entry.unit === unit && entry.outcome === 'valid').reduce((latest, entry) => Math.max(latest, entry.week), 0)
    if (unit === '' || week === 0) return void (this.sought = '')
    try {
      const [{ open }, { compression }] = await Promise.all([officeNow(this.session, this.desk.base, [week]), this.session.tools.format()])
      const stored = open.state.returns.get(findingsKey(week, unit))
      const kept = stored && readStored(stored, compression)
      if (kept && this.sought === unit) this.store.update({ members: { unit, week, names: rosterNames(open.campaignIn(week), kept.ret) } })
    } catch {
      // The host could not be read just now; whatever is wrong shows when something is written.
    } finally {
      if (this.sought === unit) this.sought = ''
    }
  }

  private nameOf(unit: string, office: OpenOffice): string {
    return registered(office.state.registry).find(({ id }) => id === unit)?.name ?? unit
  }
}

/** A member is named whom the roster that is known does not have: the waiver would relieve nobody. */
export function isForNobody({ asked: { member }, members }: Pick<WaiversState, 'asked' | 'members'>): boolean {
  return members !== undefined && member.trim() !== '' && !isNamed(members.names, member)
}
