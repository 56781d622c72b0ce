/**
 * What supervision groups say of units, as part of the units' scores. The ledger says it all: the group's entry of a
 * week holds the results of its rows, the unit's entry what its own return attained. So it makes no difference which
 * return came first, and a group's return that comes later, is corrected or is taken back tells on its units at once.
 */
import { attained } from '../evaluation/score'
import { relievedOf, type Waived } from '../evaluation/waiver'
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

export interface FeedFacts {
  /** The registry's: which group speaks for a unit. */
  readonly groupOf: (unit: string) => string | undefined
  /** What a unit is relieved of in a week: an assessment that is waived counts neither for nor against. */
  readonly waived?: (week: number, unit: string) => readonly Waived[]
}

/**
 * The ledger with the units' scores as the groups' returns make them. Only indicators that feed change, and with them
 * points and total; an indicator without anything to go by leaves its weight to the others, as any does. Entries that
 * stay as they are are the same objects; doing it again changes nothing. Where a waiver keeps an assessment out, the
 * entry says both: with it (`unwaived`) and without.
 */
export function fed(entries: readonly LedgerEntry[], campaignIn: (week: number) => Pick<Campaign, 'indicators' | 'definition'>, { groupOf, waived }: FeedFacts): readonly LedgerEntry[] {
  const weeks = new Map([...new Set(entries.map(({ week }) => week))].map((week) => {
    const { indicators, definition } = campaignIn(week)
    const feeding = indicators.filter((indicator) => indicator.definition.feeds)
    return [week, { feeding, definition, digits: definition.ranking.digits, units: feeding.length > 0 ? fedUnits(entries, week, groupOf) : new Map<string, Fed>() }] as const
  }))
  let changed = false
  const after = entries.map((entry) => {
    const week = weeks.get(entry.week)
    if (!week || week.feeding.length === 0 || entry.kind !== 'unit' || entry.outcome !== 'valid') return entry
    const results = week.units.get(entry.unit)?.results ?? []
    const attainments = (from: readonly MeasureResult[]): Attainments => new Map(week.feeding.map((indicator) => [indicator.id, attained(indicator, from)]))
    const plain = attainments(results)
    const now = attainments(relievedOf(results, waived?.(entry.week, entry.unit) ?? [], week.definition))
    const unwaived = entry.unwaived ?? (week.feeding.some(({ id }) => now.get(id) !== plain.get(id)) ? entry : undefined)
    if (attains(entry, now) && (!unwaived || (entry.unwaived && attains(entry.unwaived, plain)))) return entry
    changed = true
    return { ...entry, ...withAttainments(entry, now, week.digits), ...(unwaived && { unwaived: { shortfalls: unwaived.shortfalls, adjustments: unwaived.adjustments, ...withAttainments(unwaived, plain, week.digits) } }) }
  })
  return changed ? after : entries
}

type Attainments = ReadonlyMap<string, number | undefined>

function attains({ indicators }: Pick<LedgerEntry, 'indicators'>, attainments: Attainments): boolean {
  return indicators.every(({ indicator, attainment }) => !attainments.has(indicator) || attainments.get(indicator) === attainment)
}

function withAttainments({ indicators, adjustments }: Pick<LedgerEntry, 'indicators' | 'adjustments'>, attainments: Attainments, digits: number): { readonly score: number; readonly indicators: LedgerEntry['indicators'] } {
  const made = indicators.map(({ indicator, weight, attainment }) => {
    const now = attainments.has(indicator) ? attainments.get(indicator) : attainment
    return { indicator, weight, ...(now !== undefined && { attainment: now }) }
  })
  const score = weigh(made, adjustments, digits)
  return { score: score.total, indicators: score.indicators }
}
