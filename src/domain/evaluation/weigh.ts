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
  const counted = countedWeight(attained)
  const indicators = attained.map(({ indicator, weight, attainment }): IndicatorScore => {
    if (attainment === undefined) return { indicator, weight, points: 0 }
    return { indicator, weight, attainment, points: counted > 0 ? (100 * weight * attainment) / counted : 0 }
  })
  const total = exactSum([...indicators, ...adjustments].map(({ points }) => points))
  return { total: roundHalfUp(Math.max(total, 0), digits), indicators, adjustments }
}

/** The weights that the 100 points are shared out by. */
export function countedWeight(attained: readonly Attained[]): number {
  return exactSum(attained.map(({ weight, attainment }) => (attainment === undefined ? 0 : weight)))
}
