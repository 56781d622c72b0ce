/** How near a value is to its target. */

export type Compare = 'at-least' | 'at-most' | 'exactly'

export interface Attainment {
  readonly met: boolean
  /** How far the value is from the target, ≥ 0; 0 when met. */
  readonly gap: number
  /** 0 … 1; 1 exactly when met. */
  readonly attainment: number
}

/** Differences smaller than this (relative to the target) come from binary fractions, not from people. */
const TOLERANCE = 1e-9

/**
 * | compare  | met when       | gap            | attainment when not met                                   |
 * | at-least | value ≥ target | target − value | value ÷ target; 0 for a value of 0 or less                |
 * | at-most  | value ≤ target | value − target | 1 at the target, falling evenly to 0 at `zeroAt`          |
 * | exactly  | value = target | their distance | 1 − distance ÷ target, not below 0; 0 for a target of 0   |
 *
 * A target of 0 or less for `at-least` asks nothing: it is met by 0. `zeroAt` is target + 1, or twice the
 * target if that is more, unless given; where it does not lie above the target, attainment is 0 as soon as
 * the target is passed. All numbers are finite: an expression that gives another has failed already.
 */
export function attain(value: number, target: number, compare: Compare, zeroAt = Math.max(target + 1, target * 2)): Attainment {
  const slack = TOLERANCE * Math.max(1, Math.abs(target))
  const excess = value - target
  const met = compare === 'at-least' ? excess >= -slack : compare === 'at-most' ? excess <= slack : Math.abs(excess) <= slack
  if (met) return { met, gap: 0, attainment: 1 }
  return { met, gap: Math.abs(excess), attainment: clamp(partial(value, target, compare, zeroAt)) }
}

function partial(value: number, target: number, compare: Compare, zeroAt: number): number {
  switch (compare) {
    case 'at-least':
      return target > 0 ? value / target : 0
    case 'at-most':
      return zeroAt > target ? 1 - (value - target) / (zeroAt - target) : 0
    case 'exactly':
      return target === 0 ? 0 : 1 - Math.abs(value - target) / Math.abs(target)
  }
}

/** Not met is less than 1, however near: 9,999,999 of 10,000,000 characters is not all of them. */
const clamp = (share: number): number => Math.min(Math.max(share, 0), 1)
