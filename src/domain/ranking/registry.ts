import type { WorkbookKind } from '../campaign/schema'
import type { LedgerEntry, RegisteredUnit } from './ledger'

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

/**
 * The same as a week knew them. A week with a later one after it is settled: a unit keeps the system and headcount
 * that it had then. `settled`: who was expected then; absent: the week is not settled, and everybody is.
 */
export function registeredIn(registry: Registry, ledger: readonly LedgerEntry[], week: number): { readonly everybody: readonly Registered[]; readonly settled?: ReadonlyMap<string, LedgerEntry> } {
  const then = new Map(ledger.filter((entry) => entry.week === week).map((entry) => [entry.unit, entry]))
  const everybody = registered(registry)
  if (then.size === 0 || !ledger.some((entry) => entry.week > week)) return { everybody }
  return { everybody: everybody.map((one) => factsIn(one, then.get(one.id))), settled: then }
}

function factsIn(one: Registered, then: LedgerEntry | undefined): Registered {
  return then ? { ...one, system: then.system, headcount: then.headcount } : one
}
