/** Two returns to look at: one in which a lot is wrong, and one in order. They are of units of the sample campaign, made for the purpose. */
import { cellFaults } from './faults/cell-faults'
import { editFaults, fallShort } from './faults/edit-faults'
import { duplicateRowFault } from './faults/sheet-faults'
import { finishReturn } from './finish-return'
import { ReturnInMaking } from './return-in-making'
import { fillingOf, type Subject } from './subject'
import { fileName, issuedSpec, type Issuing } from './subject-returns'
import type { Tuning } from './tuning'
import type { Random } from '../../domain/random'

export interface ShowpieceOptions extends Issuing {
  readonly tuning: Tuning
  /** Of the sample campaign: two units of theirs are taken. */
  readonly subjects: readonly Subject[]
  readonly week: number
  readonly random: Random
}

export interface Showpiece {
  /** Name of the file. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** As many as can be put right in a few minutes. */
const MOST_FAULTS = 8
/** Forms that are left alone by them: in these the unit falls short of requirements. */
const FORMS_LEFT = 2
/** Among the weaker units. */
const WEAKNESS = 0.8

/** Of the two units that are nearest to the usual size. Nobody checked the returns before they were sent. */
export function showpieces({ subjects, week, random, ...options }: ShowpieceOptions): { readonly faulty: Showpiece; readonly clean: Showpiece } {
  const [one, other] = ordinary(subjects)
  return {
    faulty: returnOf(one, week, options, (making) => spoil(making, options.tuning, random.fork('showpiece'))),
    clean: returnOf(other, week, options, () => {}),
  }
}

function ordinary(subjects: readonly Subject[]): readonly [Subject, Subject] {
  const units = subjects.filter(({ kind, reserved }) => kind === 'unit' && !reserved)
  const mean = units.reduce((sum, { roster }) => sum + roster.length, 0) / units.length
  const distance = ({ roster }: Subject) => Math.abs(roster.length - mean)
  const [one, other] = units.toSorted((a, b) => distance(a) - distance(b))
  if (!one || !other) throw new RangeError('too few units to choose two from')
  return [one, other]
}

function returnOf(subject: Subject, week: number, { tuning, ...issuing }: Pick<ShowpieceOptions, 'tuning'> & Issuing, change: (making: ReturnInMaking) => void): Showpiece {
  const { campaign, format } = issuing
  const spec = issuedSpec(subject, issuing)
  const making = new ReturnInMaking(campaign, subject, week, fillingOf(subject, week, campaign, tuning), spec)
  change(making)
  return { name: fileName(subject), bytes: finishReturn(making, spec, format.write(spec), format) }
}

/** Slips of the kinds that people put right in Excel: cells that cannot be read as meant, rows entered twice, rows at odds with themselves. Sheets stay whole. */
function spoil(making: ReturnInMaking, tuning: Tuning, random: Random): void {
  const { week, campaign } = making
  const ofRows = editFaults(campaign.definition, tuning).filter(({ code, kind, from, until }) => code.startsWith('row/') && kind === 'unit' && week >= from && week <= until)
  const faults = [duplicateRowFault('unit'), ...inTurn(random.sample(cellFaults('unit'), Infinity), random.sample(ofRows, Infinity))]
  const forms = making.forms.length - FORMS_LEFT
  let planted = 0
  for (const fault of faults) {
    if (planted >= MOST_FAULTS || making.spoilt.size >= forms) break
    if (fault.plant(making)) planted++
  }
  fallShort(tuning, making, WEAKNESS)
}

function inTurn<T>(one: readonly T[], other: readonly T[]): T[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, n) => [...one.slice(n, n + 1), ...other.slice(n, n + 1)]).flat()
}
