/** Totals that a definition's bulletin asks for, added up over the units' returns (V5). */
import { exactSum } from '../campaign/exact-sum'
import { ExpressionFailure } from '../campaign/expression'
import { recordsOf } from '../evaluation/records'
import type { Campaign } from '../campaign/campaign'
import type { IsoDate, Return } from '../returns/return'

/** What one unit adds, by total; one that could not be worked out for it is left out. */
export type UnitTotals = ReadonlyMap<string, number>

export interface BulletinTotal {
  /** Id in the definition, in its order. */
  readonly total: string
  /** In the total's own unit, not rounded. 0 without a return. */
  readonly value: number
  /** Units that it comes from; and those whose return did not give it. */
  readonly units: number
  readonly without: readonly string[]
}

/** A unit's totals, read off its return as of a day. Empty when the definition asks for none. Never throws for bad data. */
export function totalsOf(campaign: Campaign, ret: Return, asOf: IsoDate): UnitTotals {
  const totals = campaign.bulletin?.totals ?? []
  if (totals.length === 0) return new Map()
  const { variables } = recordsOf(campaign, ret, asOf)
  return new Map(
    totals.flatMap(({ id, value }): [string, number][] => {
      try {
        return [[id, value.evaluate(variables)]]
      } catch (error) {
        if (error instanceof ExpressionFailure) return []
        throw error
      }
    }),
  )
}

/** The sums over all units with a return. They do not depend on the order of units. */
export function addTotals(campaign: Campaign, units: ReadonlyMap<string, UnitTotals>): BulletinTotal[] {
  return (campaign.bulletin?.totals ?? []).map(({ id }): BulletinTotal => {
    const values = [...units.values()].flatMap((totals) => totals.get(id) ?? [])
    const without = [...units].filter(([, totals]) => !totals.has(id)).map(([unit]) => unit)
    return { total: id, value: exactSum(values.sort((a, b) => a - b)), units: values.length, without: without.sort() }
  })
}
