/**
 * What supervision groups say of units, as part of the units' scores. The ledger says it all: the group's entry of a
 * week holds the results of its rows, the unit's entry what its own return attained. So it makes no difference which
 * return came first, and a group's return that comes later, is corrected or is taken back tells on its units at once.
 */
import { attained } from '../evaluation/score'
import { weigh } from '../evaluation/weigh'
import type { Campaign } from '../campaign/campaign'
import type { MeasureResult } from '../evaluation/evaluation'
import type { LedgerEntry } from '../ranking/ledger'

/** The group that speaks for a unit in a week, and its results on the unit's row. */
export interface Fed {
  readonly group: string
  readonly results: readonly MeasureResult[]
}

/**
 * By unit, from the valid returns of groups in that week. A unit on the rosters of several groups is the one's that the
 * registry names (`groupOf`; '' or undefined: none); where it names none of them, nobody's.
 */
export function fedUnits(entries: readonly LedgerEntry[], week: number, groupOf: (unit: string) => string | undefined): ReadonlyMap<string, Fed> {
  const spoken = new Map<string, Fed[]>()
  for (const entry of entries) {
    if (entry.week !== week || entry.kind !== 'group' || entry.outcome !== 'valid') continue
    for (const { unit, results } of entry.supervision?.units ?? []) if (unit !== undefined) spoken.set(unit, [...(spoken.get(unit) ?? []), { group: entry.unit, results }])
  }
  return new Map(
    [...spoken].flatMap(([unit, all]) => {
      const one = all.length === 1 ? all[0] : all.find(({ group }) => group === groupOf(unit))
      return one ? [[unit, one] as const] : []
    }),
  )
}

/**
 * The ledger with the units' scores as the groups' returns make them. Only indicators that feed change, and with them
 * points and total; an indicator without anything to go by leaves its weight to the others, as any does. Entries that
 * stay as they are are the same objects; doing it again changes nothing.
 */
export function fed(entries: readonly LedgerEntry[], campaignIn: (week: number) => Pick<Campaign, 'indicators' | 'definition'>, groupOf: (unit: string) => string | undefined): readonly LedgerEntry[] {
  const weeks = new Map([...new Set(entries.map(({ week }) => week))].map((week) => {
    const { indicators, definition } = campaignIn(week)
    const feeding = indicators.filter((indicator) => indicator.definition.feeds)
    return [week, { feeding, digits: definition.ranking.digits, units: feeding.length > 0 ? fedUnits(entries, week, groupOf) : new Map<string, Fed>() }] as const
  }))
  let changed = false
  const after = entries.map((entry) => {
    const week = weeks.get(entry.week)
    if (!week || week.feeding.length === 0 || entry.kind !== 'unit' || entry.outcome !== 'valid') return entry
    const results = week.units.get(entry.unit)?.results ?? []
    const attainments = new Map(week.feeding.map((indicator) => [indicator.id, attained(indicator, results)]))
    if (entry.indicators.every(({ indicator, attainment }) => !attainments.has(indicator) || attainments.get(indicator) === attainment)) return entry
    changed = true
    const { unwaived } = entry
    return { ...entry, ...withAttainments(entry, attainments, week.digits), ...(unwaived && { unwaived: { ...unwaived, ...withAttainments(unwaived, attainments, week.digits) } }) }
  })
  return changed ? after : entries
}

function withAttainments({ indicators, adjustments }: Pick<LedgerEntry, 'indicators' | 'adjustments'>, attainments: ReadonlyMap<string, number | undefined>, digits: number): { readonly score: number; readonly indicators: LedgerEntry['indicators'] } {
  const made = indicators.map(({ indicator, weight, attainment }) => {
    const now = attainments.has(indicator) ? attainments.get(indicator) : attainment
    return { indicator, weight, ...(now !== undefined && { attainment: now }) }
  })
  const score = weigh(made, adjustments, digits)
  return { score: score.total, indicators: score.indicators }
}
