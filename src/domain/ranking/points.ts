/** The points of a ledger entry, line by line, so that they add up to its score. */
import { exactSum } from '../campaign/exact-sum'
import { apportion } from './apportion'
import type { LedgerEntry } from './ledger'

export interface PointLine {
  /** `floor`: what was added because a score does not fall below 0. */
  readonly kind: 'indicator' | 'adjustment' | 'floor'
  /** Indicator or adjustment; empty for the floor. */
  readonly id: string
  /** On the grid of `digits` decimal places; all lines together are the score, exactly. */
  readonly points: number
}

/** Indicators in their order, then adjustments, then, where it is needed, the floor. None unless the entry is valid. */
export function pointLines({ outcome, score, indicators, adjustments }: LedgerEntry, digits: number): PointLine[] {
  if (outcome !== 'valid' || score === undefined) return []
  const sum = exactSum([...indicators, ...adjustments].map(({ points }) => points))
  const lines = [
    ...indicators.map(({ indicator, points }) => ({ kind: 'indicator' as const, id: indicator, points })),
    ...adjustments.map(({ adjustment, points }) => ({ kind: 'adjustment' as const, id: adjustment, points })),
    ...(sum < 0 ? [{ kind: 'floor' as const, id: '', points: -sum }] : []),
  ]
  const shown = apportion(lines.map(({ points }) => points), score, digits)
  return lines.map((line, i) => ({ ...line, points: shown[i] as number }))
}
