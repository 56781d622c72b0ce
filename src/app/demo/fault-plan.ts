/** Which faults go into which returns: each kind once, spread over the weeks and the units. */
import { bookFaults, duplicateRowFault, sheetFaults } from './faults/sheet-faults'
import { cellFaults } from './faults/cell-faults'
import { editFaults } from './faults/edit-faults'
import { INTAKE_FAULTS, LEFT_TO_THE_OFFICE } from './faults/intake-faults'
import type { Fault } from './faults/fault'
import type { IntakeFault } from './faults/intake-faults'
import type { Unplanted } from './planted'
import type { Random } from '../../domain/random'
import type { ReturnInMaking } from './return-in-making'
import type { Subject } from './subject'
import type { Tuning } from './tuning'
import type { Campaign } from '../../domain/campaign/campaign'

/** A return carries one fault, where there are returns enough; in a small sample it carries as many as it takes. */
const MOST_IN_ONE = 12
/** Faults find no occasion in every return: they are tried somewhat more often than is needed. */
const HASTE = 1.6

const NO_OCCASION = 'no return gave occasion'
const TOO_FEW = 'too few returns'

export class FaultPlan {
  readonly #pending: { readonly fault: Fault; tried: boolean }[]
  readonly #intake: IntakeFault[]
  /** Returns still to come that may carry faults. */
  #left: number
  readonly #random: Random
  readonly #never: readonly Unplanted[]

  /** `returns`: how many of units will be asked for that are not reserved. */
  constructor(campaign: Campaign, tuning: Tuning, returns: number, random: Random) {
    const { definition, forms } = campaign
    const groups = forms.group.length > 0
    const faults = [
      ...editFaults(definition, tuning),
      ...cellFaults('unit'),
      ...sheetFaults('unit'),
      duplicateRowFault('unit'),
      ...bookFaults(),
    ].filter(({ kind }) => kind === 'unit' || groups)
    this.#pending = random.sample(faults, faults.length).map((fault) => ({ fault, tried: false }))
    this.#intake = random.sample(INTAKE_FAULTS, INTAKE_FAULTS.length)
    this.#left = returns
    this.#random = random.fork('spread')
    this.#never = Object.entries(tuning.faults).flatMap(([code, fault]) => ('never' in fault ? [{ code, reason: fault.never }] : []))
  }

  /** An intake fault for the return, which then carries no other; undefined: none. Given back to the plan by `decline`. */
  intakeFor(subject: Subject, week: number): IntakeFault | undefined {
    if (subject.reserved || subject.kind !== 'unit') return undefined
    const chance = (HASTE * this.#intake.length) / Math.max(1, this.#left)
    this.#left--
    if (!this.#random.chance(chance)) return undefined
    const at = this.#intake.findIndex(({ from }) => week >= from)
    return at < 0 ? undefined : this.#intake.splice(at, 1)[0]
  }

  decline(fault: IntakeFault): void {
    this.#intake.push(fault)
  }

  /** Plants what the return gives occasion for. */
  plant(making: ReturnInMaking): void {
    if (making.subject.reserved) return
    const most = this.#shareOf(making)
    let planted = 0
    for (let at = 0; at < this.#pending.length && planted < most; at++) {
      const one = this.#pending[at]
      if (!one || one.fault.kind !== making.subject.kind || making.week < one.fault.from || making.week > one.fault.until) continue
      if (one.fault.alone && planted > 0) continue
      one.tried = true
      if (!one.fault.plant(making)) continue
      this.#pending.splice(at--, 1)
      planted++
      if (one.fault.alone) return
    }
  }

  /** Kinds of which there was no occasion. */
  unplanted(weeks: number): Unplanted[] {
    const faults = this.#pending.map(({ fault: { code, from }, tried }) => ({
      code,
      reason: from > weeks ? `shows in week ${from} at the earliest` : tried ? NO_OCCASION : TOO_FEW,
    }))
    const office = Object.entries(LEFT_TO_THE_OFFICE).map(([code, reason]) => ({ code, reason }))
    return [...this.#never, ...office, ...faults, ...this.#intake.map(({ code }) => ({ code, reason: TOO_FEW }))]
  }

  /** How many faults a return is to carry. Groups send few: theirs take whatever is left for them. */
  #shareOf({ subject }: ReturnInMaking): number {
    if (subject.kind === 'group') return MOST_IN_ONE
    const pending = this.#pending.filter(({ fault }) => fault.kind === 'unit')
    const alone = pending.filter(({ fault }) => fault.alone).length
    const room = this.#left - this.#intake.length - alone
    const share = (HASTE * pending.length) / Math.max(1, room)
    if (share < 1) return this.#random.chance(share) ? 1 : 0
    return Math.min(MOST_IN_ONE, Math.ceil(share))
  }
}
