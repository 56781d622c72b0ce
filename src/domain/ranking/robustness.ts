/** Whether a last place hangs on the exact weights, which the directive leaves to the office. */
import { totalWith } from '../evaluation/weigh'
import { randomFrom } from '../random'
import { compareText, systemWeek, systemWeeks, type RankingOptions, type SystemWeek } from './week-table'
import type { Random } from '../random'
import type { LedgerEntry } from './ledger'

/** How often weights are perturbed, and by how much at most, as a share of each weight. */
export const DRAWS = 200
export const SPREAD = 0.2

export interface Robustness {
  readonly week: number
  readonly system: string
  readonly unit: string
  /** The seed the weights were drawn with: the same seed gives the same share. */
  readonly seed: number
  readonly draws: number
  /** Draws in which the unit is last as well. */
  readonly stays: number
  /** `stays` of `draws`, 0 … 1. 1: last whatever the weights; near 0: the last place hangs on them. */
  readonly share: number
}

/**
 * For every unit that is last in its system in a week: the share of {@link DRAWS} seeded perturbations of the
 * weights in which it stays last. In a draw every indicator's weight is taken times 1 + u, u even in ±{@link SPREAD},
 * the same for all units of the system; scores and last place come about by the rules that hold for the real
 * ones (weigh.ts, week-table.ts): the weight of an indicator that does not count goes to the others, scores are
 * rounded before they are compared, all tied means nobody is last. Draws differ between systems and weeks and
 * depend on neither the order of entries nor on what else is in the ledger. Sorted by system and unit.
 * Empty when nobody is last, or the week is not in the ledger. Throws as `systemWeek` does.
 */
export function robustness(entries: readonly LedgerEntry[], week: number, options: RankingOptions, seed: number): Robustness[] {
  const tables = systemWeeks(entries.filter((entry) => entry.week === week), options)
  return tables.flatMap((table) => ofSystem(table, options, seed)).sort((a, b) => compareText(a.system, b.system) || compareText(a.unit, b.unit))
}

function ofSystem(table: SystemWeek, options: RankingOptions, seed: number): Robustness[] {
  const { week, system } = table
  const places = [...table.places.values()]
  const last = places.filter((place) => place.last).map((place) => place.entry.unit)
  if (last.length === 0) return []
  // Who has no valid return is never last and keeps nobody from being it.
  const valid = places.filter(({ score }) => score !== undefined).map(({ entry }) => entry)
  const factors = factorsOf(valid, randomFrom(seed).fork(week).fork(system))
  const stays = new Map(last.map((unit) => [unit, 0]))
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const next = new Map([...factors].map(([indicator, stream]) => [indicator, 1 + SPREAD * (2 * stream.next() - 1)]))
    const perturbed = systemWeek(valid.map((entry) => ({ ...entry, score: scoreWith(entry, next, options.digits) })), options)
    for (const unit of last) if (perturbed.places.get(unit)?.last) stays.set(unit, (stays.get(unit) as number) + 1)
  }
  return last.map((unit) => ({ week, system, unit, seed, draws: DRAWS, stays: stays.get(unit) as number, share: (stays.get(unit) as number) / DRAWS }))
}

/** A stream of its own for every indicator: one more in the definition leaves the others' draws as they were. */
function factorsOf(entries: readonly LedgerEntry[], random: Random): ReadonlyMap<string, Random> {
  const indicators = new Set(entries.flatMap((entry) => entry.indicators.map(({ indicator }) => indicator)))
  return new Map([...indicators].map((indicator) => [indicator, random.fork(indicator)]))
}

function scoreWith({ indicators, adjustments }: LedgerEntry, factors: ReadonlyMap<string, number>, digits: number): number {
  return totalWith(indicators.map(({ indicator, weight }) => weight * (factors.get(indicator) as number)), indicators, adjustments, digits)
}
