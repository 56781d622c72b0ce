/** How indicators and adjustments become a score: the one rule, for returns and for what might have been. */
import { exactSum } from '../campaign/exact-sum'
import { roundHalfUp } from './rounding'
import type { AdjustmentScore, IndicatorScore, Score } from './evaluation'

/** What an indicator attained, before it is weighed. */
export type Attained = Pick<IndicatorScore, 'indicator' | 'weight' | 'attainment'>

/**
 * Indicators are weighed among those that count: one without an attainment leaves its weight to the others.
 * Adjustments are added afterwards, so a total can pass 100; it never falls below 0. With nothing to count
 * the weights give 0. Rounded half up to `digits` decimal places at the end, once.
 */
export function weigh(attained: readonly Attained[], adjustments: readonly AdjustmentScore[], digits: number): Score {
  const points = pointsOf(attained, attained.map(({ weight }) => weight))
  const indicators = attained.map(({ indicator, weight, attainment }, i): IndicatorScore => ({ indicator, weight, ...(attainment !== undefined && { attainment }), points: points[i] as number }))
  return { total: totalOf(points, adjustments, digits), indicators, adjustments }
}

/** The total alone, with other weights than the indicators' own (in their order). */
export function totalWith(weights: readonly number[], attained: readonly Attained[], adjustments: readonly AdjustmentScore[], digits: number): number {
  return totalOf(pointsOf(attained, weights), adjustments, digits)
}

function pointsOf(attained: readonly Attained[], weights: readonly number[]): number[] {
  const counted = exactSum(attained.map(({ attainment }, i) => (attainment === undefined ? 0 : (weights[i] as number))))
  return attained.map(({ attainment }, i) => (attainment === undefined || !(counted > 0) ? 0 : (100 * (weights[i] as number) * attainment) / counted))
}

function totalOf(points: readonly number[], adjustments: readonly AdjustmentScore[], digits: number): number {
  return roundHalfUp(Math.max(exactSum([...points, ...adjustments.map((one) => one.points)]), 0), digits)
}

/** Points of 100 that each indicator would give if it were attained in full; 0 for one that does not count. */
export function mostPoints(attained: readonly Attained[]): number[] {
  return pointsOf(attained.map((one) => (one.attainment === undefined ? one : { ...one, attainment: 1 })), attained.map(({ weight }) => weight))
}
