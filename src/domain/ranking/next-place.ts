import { exactSum } from '../campaign/exact-sum'
import { mostPoints } from '../evaluation/weigh'
import { roundScore } from './competition'
import type { LedgerEntry, Standing } from './ledger'

export interface NextPlace {
  /** The place above, and who holds it (several when they are tied). */
  readonly rank: number
  readonly units: readonly string[]
  readonly score: number
  /** Points that are missing to it; with them the place is shared. */
  readonly gap: number
  /** The unit's indicators by what they lose, most first, down to the one with which the place would be reached. */
  readonly steps: readonly Step[]
  /** True: putting these right is enough. False: not even all of them are (what adjustments took is not among them). */
  readonly enough: boolean
}

export interface Step {
  readonly indicator: string
  /** Points it loses; what it would bring if everything in it were put right. */
  readonly lost: number
  /** The unit's score with this and the steps before it put right. */
  readonly score: number
}

/**
 * How far it is to the next place above within the system, and what would have to happen within the unit's own
 * indicators to reach it, the others staying as they are. Undefined for who is first, or has no valid return.
 * `standings`: those of the unit's system and week.
 */
export function nextPlace(entry: LedgerEntry, standings: readonly Standing[], digits: number): NextPlace | undefined {
  const own = standings.find(({ unit }) => unit === entry.unit)
  const mine = own?.score
  if (mine === undefined) return undefined
  const above = standings.filter((one): one is Standing & { score: number } => one.score !== undefined && one.score > mine)
  if (above.length === 0) return undefined
  const score = Math.min(...above.map((one) => one.score))
  const holders = above.filter((one) => one.score === score)
  const steps = stepsTo(entry, score, digits)
  return {
    rank: (holders[0] as Standing).rank,
    units: holders.map(({ unit }) => unit),
    score,
    gap: roundScore(score - mine, digits),
    steps,
    enough: (steps.at(-1)?.score ?? mine) >= score,
  }
}

function stepsTo({ indicators, adjustments }: LedgerEntry, target: number, digits: number): Step[] {
  const most = mostPoints(indicators)
  const sum = exactSum([...indicators, ...adjustments].map(({ points }) => points))
  const losses = indicators.map(({ indicator, points }, i) => ({ indicator, lost: (most[i] as number) - points })).filter(({ lost }) => lost > 1e-9)
  losses.sort((a, b) => b.lost - a.lost)
  const steps: Step[] = []
  for (const [i, { indicator, lost }] of losses.entries()) {
    const gained = exactSum(losses.slice(0, i + 1).map((one) => one.lost))
    const score = roundScore(Math.max(sum + gained, 0), digits)
    steps.push({ indicator, lost: roundScore(lost, digits), score })
    if (score >= target) break
  }
  return steps
}
