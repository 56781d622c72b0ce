import type { WorkbookKind } from '../campaign/schema'
import type { RegisteredUnit } from './ledger'

export interface RegisteredGroup {
  readonly id: string
  readonly name: string
}

/** Who is expected to submit: the office's own list. */
export interface Registry {
  readonly units: readonly RegisteredUnit[]
  readonly groups: readonly RegisteredGroup[]
}

/** A unit or a group, where the difference does not matter. */
export interface Registered {
  readonly kind: WorkbookKind
  readonly id: string
  readonly name: string
  /** Empty for a group. */
  readonly system: string
  /** 0 for a group. */
  readonly headcount: number
}

/** Everybody who is expected to submit, units first, each in the registry's order. */
export function registered(registry: Registry): Registered[] {
  return [
    ...registry.units.map(({ id, name, system, headcount }) => ({ kind: 'unit' as const, id, name, system, headcount })),
    ...registry.groups.map(({ id, name }) => ({ kind: 'group' as const, id, name, system: '', headcount: 0 })),
  ]
}
