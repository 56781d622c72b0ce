import type { Registry } from '../ranking/registry'
import type { Finding } from '../returns/finding'
import type { RowCounts } from '../returns/return'

/** A member as the registry carries it, to fill a unit's roster beforehand. */
export interface RegisteredMember {
  /** Id of the unit. */
  readonly unit: string
  /** 1-based row in the registry. */
  readonly row: number
  /** By field id of the units' roster; dates as 1900-system serials. Fields without an entry are left out. */
  readonly values: Readonly<Record<string, string | number | boolean>>
}

/** What reading a registry gives: what could be used, and everything that was wrong with the rest. */
export interface RegistryReading {
  readonly registry: Registry
  /** In the registry's order. */
  readonly members: readonly RegisteredMember[]
  /** Codes `registry/…`; those with severity error name rows that were left out. */
  readonly findings: readonly Finding[]
  /** Rows of units and of members: read = accepted + rejected + blank. */
  readonly rows: { readonly units: RowCounts; readonly members: RowCounts }
}
