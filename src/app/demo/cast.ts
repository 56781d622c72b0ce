/** Who takes part in the sample campaign: systems, units, their members and how good each unit is. */
import { fillRow } from './fill-form'
import { personName } from './person-names'
import type { Filling } from './fill-form'
import type { DraftRow } from './draft'
import type { Random } from './random'
import type { Tuning } from './tuning'
import type { Campaign } from '../../domain/campaign/campaign'
import type { RegisteredUnit } from '../../domain/ranking/ledger'

export interface CastUnit extends RegisteredUnit {
  /** 0 (weak) … 1 (good) at the start; units get better from week to week. */
  readonly quality: number
  /** Rows of the roster form, in order; as many as the headcount. */
  readonly members: readonly DraftRow[]
  /** The unit's own stream. */
  readonly random: Random
}

const MOST_SYSTEMS = 10
/** Fewer units than this are not worth a ranking of their own. */
const UNITS_PER_SYSTEM = 6
/** Units differ in size by as much as this, around the mean. */
const SIZE_SPREAD = [0.4, 1.6] as const

/**
 * So many units in up to ten systems, their headcounts adding up to exactly what the tuning says
 * for that number of units. Ids are `U001` ….
 */
export function castOf(campaign: Campaign, tuning: Tuning, units: number, random: Random): CastUnit[] {
  const { definition } = campaign
  const systems = systemsFor(tuning, units)
  const total = Math.round((tuning.members.total * units) / tuning.members.units)
  const sizing = random.fork('sizes')
  const sizes = shareOut(total, Array.from({ length: units }, () => SIZE_SPREAD[0] + sizing.next() * (SIZE_SPREAD[1] - SIZE_SPREAD[0])))
  const roster = Object.entries(definition.forms).find(([, form]) => form.in === 'unit' && form.shape === 'roster')?.[0]
  const { language } = definition
  return sizes.map((headcount, index): CastUnit => {
    const system = systems[Math.floor((index * systems.length) / units)] as (typeof systems)[number]
    const place = index - Math.ceil((systems.indexOf(system) * units) / systems.length)
    const id = `U${String(index + 1).padStart(3, '0')}`
    const own = random.fork(id)
    const quality = own.fork('quality').next()
    const filling: Filling = { definition, tuning, language, random: own, quality, asOf: definition.calendar.start, roster: [] }
    return {
      id,
      name: system.units[place] ?? `${definition.terms.unit[language]} ${id.slice(1)}`,
      system: system.name,
      group: system.group,
      headcount,
      liaison: personName(own.fork('liaison'), language),
      phone: `1${String(own.fork('phone').whole(0, 9_999_999_999)).padStart(10, '0')}`,
      quality,
      members: roster === undefined ? [] : Array.from({ length: headcount }, (_, at) => fillRow(roster, at + 1, definition.calendar.start, filling)),
      random: own,
    }
  })
}

function systemsFor(tuning: Tuning, units: number): readonly Tuning['systems'][number][] {
  const count = Math.max(1, Math.min(MOST_SYSTEMS, Math.floor(units / UNITS_PER_SYSTEM)))
  return Array.from({ length: count }, (_, index) => tuning.systems[index] ?? { name: `S${index + 1}`, group: `G${String(index + 1).padStart(2, '0')}`, units: [] })
}

/** Whole numbers in proportion to the weights that add up to exactly the total (largest remainders). */
export function shareOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  const exact = weights.map((weight) => (total * weight) / sum)
  const shares = exact.map(Math.floor)
  const byRemainder = exact.map((value, index) => ({ index, remainder: value - Math.floor(value) })).sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  const missing = total - shares.reduce((a, b) => a + b, 0)
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] as number) + 1
  return shares
}
