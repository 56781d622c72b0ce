/** What was read of a registry, in figures that show at a glance whether all of it arrived. */
import type { Registry } from '../../domain/ranking/registry'
import type { RegisteredMember } from '../../domain/registry/registry-reading'

export interface SystemFacts {
  readonly system: string
  readonly units: number
  /** Sum of the headcounts that the registry gives. */
  readonly headcount: number
  /** Members that rosters are filled with beforehand. */
  readonly members: number
}

export interface RegistryFacts {
  /** In the registry's order. */
  readonly systems: readonly SystemFacts[]
  readonly units: number
  readonly groups: number
  readonly headcount: number
  readonly members: number
  /** Names of units that nobody supervises, though there are groups; of units with nobody to call. */
  readonly withoutGroup: readonly string[]
  readonly withoutContact: readonly string[]
}

export function registryFacts({ units, groups }: Registry, members: readonly RegisteredMember[]): RegistryFacts {
  const membersOf = new Map<string, number>()
  for (const { unit } of members) membersOf.set(unit, (membersOf.get(unit) ?? 0) + 1)
  const systems = new Map<string, SystemFacts>()
  for (const { id, system, headcount } of units) {
    const known = systems.get(system) ?? { system, units: 0, headcount: 0, members: 0 }
    systems.set(system, { system, units: known.units + 1, headcount: known.headcount + headcount, members: known.members + (membersOf.get(id) ?? 0) })
  }
  const names = (isMeant: (unit: (typeof units)[number]) => boolean) => units.filter(isMeant).map(({ name }) => name)
  return {
    systems: [...systems.values()],
    units: units.length,
    groups: groups.length,
    headcount: units.reduce((sum, { headcount }) => sum + headcount, 0),
    members: members.length,
    withoutGroup: groups.length > 0 ? names(({ group }) => group === '') : [],
    withoutContact: names(({ liaison, phone }) => liaison === '' && phone === ''),
  }
}
