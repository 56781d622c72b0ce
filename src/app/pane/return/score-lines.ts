/** How a score is made up, for bars with numbers beside them. */
import type { Campaign } from '../../../domain/campaign/campaign'
import type { Score } from '../../../domain/evaluation/evaluation'
import type { Text } from '../../../domain/text'

export interface ScoreLine {
  readonly id: string
  readonly title: Text
  /** Points it gives. */
  readonly points: number
  /** Most points it could give now, its weight scaled to those that count; absent: it does not count yet. */
  readonly most?: number
  /** Assessed by the supervision group and added by the office: it is never counted here. */
  readonly fed?: true
}

export interface ScoreLines {
  readonly total: number
  readonly indicators: readonly ScoreLine[]
  /** Bonuses and penalties that gave or took something, signed. */
  readonly adjustments: readonly ScoreLine[]
}

export function scoreLines(score: Score, { definition }: Campaign): ScoreLines {
  const counted = score.indicators.reduce((sum, { weight, attainment }) => (attainment === undefined ? sum : sum + weight), 0)
  return {
    total: score.total,
    indicators: score.indicators.map(({ indicator, weight, attainment, points }) => ({
      id: indicator,
      title: definition.indicators[indicator]?.title ?? { zh: indicator, en: indicator },
      points,
      ...(attainment !== undefined && counted > 0 && { most: (100 * weight) / counted }),
      ...(definition.indicators[indicator]?.feeds && { fed: true as const }),
    })),
    adjustments: score.adjustments
      .filter(({ points }) => points !== 0)
      .map(({ adjustment, points }) => ({ id: adjustment, title: definition.adjustments[adjustment]?.title ?? { zh: adjustment, en: adjustment }, points })),
  }
}
