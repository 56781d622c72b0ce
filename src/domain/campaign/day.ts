/**
 * A day in expressions (type `date`). A blank cell is a blank day: every ordering comparison with it
 * is false, it equals only another blank day, and a number of days reckoned with it is 0.
 */
import { isoOfSerial, serialOf } from '../returns/serial'
import type { IsoDate } from '../returns/return'

/** Ten years and more; what people mistype comes on top. */
const MOST_KEPT = 4096

export class Day {
  private constructor(
    /** Days since 1899-12-30; not a number for the blank day. */
    readonly serial: number,
    /** ISO date; empty for the blank day. */
    readonly iso: IsoDate,
  ) {}

  static readonly blank = new Day(Number.NaN, '')

  /** A campaign has few days and a week's returns name them a hundred thousand times: days are kept, up to a limit. */
  static of(iso: IsoDate | null | undefined): Day {
    if (!iso) return Day.blank
    const known = Day.#known.get(iso)
    if (known) return known
    const day = new Day(serialOf(iso), iso)
    if (Day.#known.size >= MOST_KEPT) Day.#known.clear()
    Day.#known.set(iso, day)
    return day
  }

  static readonly #known = new Map<IsoDate, Day>()

  get isBlank(): boolean {
    return this.iso === ''
  }

  /** Days from `other` to this one; 0 when either is blank. */
  since(other: Day): number {
    return this.isBlank || other.isBlank ? 0 : this.serial - other.serial
  }

  /** The day so many days later (a fraction is dropped); blank stays blank, as does what lies outside Excel's calendar. */
  plus(days: number): Day {
    if (this.isBlank || !Number.isFinite(days)) return Day.blank
    return Day.of(isoOfSerial(this.serial + Math.trunc(days)))
  }

  equals(other: Day): boolean {
    return this.iso === other.iso
  }
}
