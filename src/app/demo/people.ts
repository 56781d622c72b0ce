/** All who send returns in the sample campaign, and who has a part to play in it. */
import { castOf, castingFor, systemsFor, type CastUnit, type Casting } from './cast'
import { groupSubjects, unitSubject, type Subject } from './subject'
import type { Tuning } from './tuning'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Random } from '../../domain/random'

export interface People {
  readonly cast: readonly CastUnit[]
  readonly casting: Casting
  /** Indexes of the units that stay free of planted faults. */
  readonly reserved: readonly number[]
  /** Units in the order of the cast, then groups. */
  readonly subjects: readonly Subject[]
}

/** The same for the same seed, whatever else was drawn from it. */
export function peopleOf(campaign: Campaign, tuning: Tuning, units: number, random: Random): People {
  const cast = castOf(campaign, tuning, units, random)
  const casting = castingFor(units, systemsFor(tuning, units).length)
  const [one, other] = casting.twins
  const reserved = [casting.last, ...casting.twins]
  const unitSubjects = cast.map((unit, index) => unitSubject(unit, reserved.includes(index), index === one || index === other ? cast[one as number] : undefined))
  return { cast, casting, reserved, subjects: [...unitSubjects, ...groupSubjects(campaign, cast, casting.twins.flatMap((index) => cast[index] ?? []), random)] }
}
