import type { LedgerEntry, Standing, Undetermined } from './ledger'
import { streaks } from './streak'
import { compareText, systemWeeks, type Place, type RankingOptions, type SystemWeek } from './week-table'

/**
 * Every unit's place within its system, week by week (R1, R2, R3), with its streak of last places.
 * The result depends on nothing but the entries, in whatever order they come; it is sorted by
 * week, system, rank and unit id. Entries of supervision groups are left out.
 * Throws for two entries of one unit in one week, and for a valid entry without a score.
 */
export function standings(entries: readonly LedgerEntry[], options: RankingOptions): Standing[] {
  const ofUnit = new Map<string, SystemWeek[]>()
  for (const table of systemWeeks(entries, options)) {
    for (const unit of table.members) {
      const tables = ofUnit.get(unit)
      if (tables) tables.push(table)
      else ofUnit.set(unit, [table])
    }
  }
  return [...ofUnit].flatMap(([unit, tables]) => standingsOf(unit, tables)).sort(byPlace)
}

function standingsOf(unit: string, tables: readonly SystemWeek[]): Standing[] {
  const runs = streaks(unit, tables)
  let ranked: { system: string; rank: number } | undefined
  return tables.map((table, i) => {
    const place = table.places.get(unit) as Place
    const run = runs[i] as { weeks: readonly number[]; doubts: Standing['doubts'] }
    const valid = place.entry.outcome === 'valid'
    const undetermined = undeterminedOf(place, table)
    const moved = valid && ranked?.system === table.system ? ranked.rank - place.rank : undefined
    if (valid) ranked = { system: table.system, rank: place.rank }
    return {
      week: table.week,
      unit,
      system: table.system,
      outcome: place.entry.outcome,
      ...(place.score !== undefined && { score: place.score }),
      rank: place.rank,
      tied: place.tied,
      ...(moved !== undefined && { movement: moved }),
      comparable: table.comparable,
      last: place.last,
      ...(undetermined && { undetermined }),
      streak: run.weeks.length,
      streakWeeks: run.weeks,
      doubts: run.doubts,
    }
  })
}

/** What keeps last place from being asserted; returns that are missing bear on who is last alone. */
function undeterminedOf({ entry, last }: Place, { undetermined }: SystemWeek): Undetermined | undefined {
  if (entry.outcome !== 'valid') return { reason: 'no-valid-return', params: {} }
  return undetermined?.reason === 'returns-missing' && !last ? undefined : undetermined
}

function byPlace(a: Standing, b: Standing): number {
  return a.week - b.week || compareText(a.system, b.system) || a.rank - b.rank || compareText(a.unit, b.unit)
}
