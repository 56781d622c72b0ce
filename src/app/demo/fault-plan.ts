/** Which faults go into which returns: each kind once, spread over the weeks and the units. */
import { bookFaults, duplicateRowFault, sheetFaults } from './faults/sheet-faults'
import { cellFaults } from './faults/cell-faults'
import { editFaults } from './faults/edit-faults'
import { INTAKE_FAULTS } from './faults/intake-faults'
import type { Fault } from './faults/fault'
import type { IntakeFault } from './faults/intake-faults'
import type { Unplanted } from './planted'
import type { Random } from './random'
import type { ReturnInMaking } from './return-in-making'
import type { Subject } from './subject'
import type { Tuning } from './tuning'
import type { Campaign } from '../../domain/campaign/campaign'

/** Half of the returns that could carry a fault stay in order, while that leaves room enough. */
const SPOILT_SHARE = 0.5
const MOST_IN_ONE = 8

export class FaultPlan {
  readonly #pending: { readonly fault: Fault; tried: boolean }[]
  readonly #intake: IntakeFault[]
  readonly #mostInOne: number
  readonly #random: Random
  readonly #never: readonly Unplanted[]

  /** `returns`: how many will be asked for in all; every one of them may get its share. */
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
    this.#mostInOne = Math.min(MOST_IN_ONE, Math.max(1, Math.ceil(faults.length / Math.max(1, returns * SPOILT_SHARE))))
    this.#random = random.fork('spread')
    this.#never = Object.entries(tuning.faults).flatMap(([code, fault]) => ('never' in fault ? [{ code, reason: fault.never }] : []))
  }

  /** An intake fault for the return, which then carries no other; undefined: none. Given back to the plan by `decline`. */
  intakeFor(subject: Subject, week: number): IntakeFault | undefined {
    if (subject.reserved || subject.kind !== 'unit' || !this.#random.chance(this.#pace())) return undefined
    const at = this.#intake.findIndex(({ from }) => week >= from)
    return at < 0 ? undefined : this.#intake.splice(at, 1)[0]
  }

  decline(fault: IntakeFault): void {
    this.#intake.push(fault)
  }

  /** Plants what the return gives occasion for. */
  plant(making: ReturnInMaking): void {
    if (making.subject.reserved) return
    // Groups send few returns: theirs take whatever is left for them.
    const most = making.subject.kind === 'group' ? MOST_IN_ONE : this.#random.chance(SPOILT_SHARE) || this.#mostInOne > 1 ? this.#mostInOne : 0
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
      reason: from > weeks ? `shows in week ${from} at the earliest` : tried ? 'no form of this campaign gives occasion' : 'too few returns',
    }))
    return [...this.#never, ...faults, ...this.#intake.map(({ code }) => ({ code, reason: 'too few returns' }))]
  }

  /** Intake faults are rare, but all of them have their turn. */
  #pace(): number {
    return this.#mostInOne > 1 ? 0.5 : 0.15
  }
}
