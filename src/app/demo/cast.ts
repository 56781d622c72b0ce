/** Who takes part in the sample campaign: systems, units, their members and how good each unit is. */
import { fillRow } from './fill-row'
import { personName } from './person-names'
import { labelField } from '../../domain/returns/layout'
import type { Filling } from './fill-form'
import type { DraftRow } from './draft'
import type { Random } from '../../domain/random'
import type { Tuning } from './tuning'
import type { Campaign } from '../../domain/campaign/campaign'
import type { FormDefinition } from '../../domain/campaign/schema'
import type { RegisteredUnit } from '../../domain/ranking/ledger'

export interface CastUnit extends RegisteredUnit {
  /** 0 (weak) … 1 (good) at the start; units get better from week to week. */
  readonly quality: number
  /** Rows of the roster form, in order; as many as the headcount. */
  readonly members: readonly DraftRow[]
  /** The unit's own stream. */
  readonly random: Random
}

type System = Tuning['systems'][number]

/** Quality of the weakest unit without a part to play. */
const WEAKEST = 0.15
const MOST_SYSTEMS = 10
/** Fewer units than this are not worth a ranking of their own. */
const UNITS_PER_SYSTEM = 6
/** Units differ in size by as much as this, around the mean. */
const SIZE_SPREAD = [0.4, 1.6] as const

/** Units with a part to play in the ranking, by their index. */
export interface Casting {
  /** Weak enough to be last in its system every week. */
  readonly last: number
  /** Two units of one system that do exactly the same, and not much. */
  readonly twins: readonly [number, number] | readonly []
}

/** The first unit of the first system; the first two of the second, where there is one. */
export function castingFor(units: number, systems: number): Casting {
  const second = Math.floor(units / systems) + (units % systems > 0 ? 1 : 0)
  return { last: 0, twins: systems > 1 ? [second, second + 1] : [] }
}

/**
 * So many units in up to ten systems, their headcounts adding up to exactly what the tuning says
 * for that number of units. Ids are `U001` ….
 */
export function castOf(campaign: Campaign, tuning: Tuning, units: number, random: Random): CastUnit[] {
  const { definition } = campaign
  const systems = systemsFor(tuning, units)
  const total = Math.round((tuning.members.total * units) / tuning.members.units)
  const sizing = random.fork('sizes')
  const casting = castingFor(units, systems.length)
  const [one, other] = casting.twins
  const sizes = evened(shareOut(total, Array.from({ length: units }, () => SIZE_SPREAD[0] + sizing.next() * (SIZE_SPREAD[1] - SIZE_SPREAD[0]))), casting)
  const roster = Object.entries(definition.forms).find(([, form]) => form.in === 'unit' && form.shape === 'roster')?.[0]
  const { language } = definition
  return sizes.map((headcount, index): CastUnit => {
    const { system, place } = placeOf(index, units, systems)
    const id = `U${String(index + 1).padStart(3, '0')}`
    // The twins share a stream: all that tells them apart is their people's names.
    const own = random.fork(index === other ? `unit ${one}` : `unit ${index}`)
    const weak = index === casting.last || index === one || index === other
    const quality = weak ? 0 : WEAKEST + own.fork('quality').next() * (1 - WEAKEST)
    const filling: Filling = { definition, tuning, language, random: own, quality, names: id, asOf: definition.calendar.start, roster: [] }
    return {
      id,
      name: system.units[place] ?? `${definition.terms.unit[language]} ${id.slice(1)}`,
      system: system.name,
      group: campaign.forms.group.length > 0 ? system.group : '',
      headcount,
      liaison: personName(own.fork('liaison'), language),
      phone: `1${String(own.fork('phone').whole(0, 9_999_999_999)).padStart(10, '0')}`,
      quality,
      members: roster === undefined ? [] : membersOf(roster, headcount, filling),
      random: own,
    }
  })
}

/** In every other unit two people have the same name: rosters are like that, and references have to cope. */
function membersOf(roster: string, headcount: number, filling: Filling): DraftRow[] {
  const members = Array.from({ length: headcount }, (_, at) => fillRow(roster, { number: at + 1, day: filling.asOf, member: at }, filling))
  const label = labelField(filling.definition.forms[roster] as FormDefinition)
  const [first] = members
  const last = members.at(-1)
  if (!label || !first || !last || members.length < 3 || filling.random.fork('namesake').chance(0.5)) return members
  return [...members.slice(0, -1), { values: { ...last.values, [label]: first.values[label] ?? null } }]
}

/** Twins as large as each other; what is left over goes to the unit after them. */
function evened(sizes: readonly number[], { twins: [one, other] }: Casting): number[] {
  const even = [...sizes]
  if (one === undefined || other === undefined) return even
  const both = (sizes[one] ?? 0) + (sizes[other] ?? 0)
  even[one] = even[other] = Math.floor(both / 2)
  const next = other + 1 < even.length ? other + 1 : 0
  even[next] = (even[next] ?? 0) + (both % 2)
  return even
}

/** Systems are as large as each other, the first ones by one unit larger where it does not come out even. */
function placeOf(index: number, units: number, systems: readonly System[]): { system: System; place: number } {
  const least = Math.floor(units / systems.length)
  const larger = units % systems.length
  const at = index < larger * (least + 1) ? Math.floor(index / (least + 1)) : larger + Math.floor((index - larger * (least + 1)) / least)
  return { system: systems[at] as System, place: index - at * least - Math.min(at, larger) }
}

/** As many systems as so many units fill: those of the tuning first, made-up ones after them. */
export function systemsFor(tuning: Tuning, units: number): readonly System[] {
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
