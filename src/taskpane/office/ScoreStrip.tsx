import React from 'react'
import type { SystemPlaces } from '../../app/pane/office/ranking'
import { useWords } from '../shell/words'
import { points } from './office-words'

const WIDTH = 296
const HEIGHT = 26

/** The scores of a system on one line, a dot each, the median marked; the same in numbers below. */
export function ScoreStrip({ system: { scores, medianScore, places } }: { readonly system: SystemPlaces }) {
  const { say } = useWords()
  const [low, high] = [scores[0], scores.at(-1)]
  if (low === undefined || high === undefined || medianScore === undefined) return null
  // Never so close that a hair looks like a mile: the line spans ten points at least.
  const from = Math.max(0, Math.floor(Math.min(low, high - 10) / 5) * 5)
  const to = Math.max(from + 10, Math.ceil(high / 5) * 5)
  const x = (score: number) => 6 + ((score - from) / (to - from)) * (WIDTH - 12)
  const isLast = new Set(places.filter(({ last }) => last).map(({ score }) => score))
  const numbers = { low: points(low), median: points(medianScore), high: points(high) }
  return (
    <figure className="strip">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('office-pane/distribution-text', { count: scores.length, ...numbers })}>
        <line className="axis" x1="2" x2={WIDTH - 2} y1={HEIGHT / 2} y2={HEIGHT / 2} />
        <line className="median" x1={x(medianScore)} x2={x(medianScore)} y1="3" y2={HEIGHT - 3} />
        {scores.map((score, at) => (isLast.has(score) ? <rect key={at} className="dot last" x={x(score) - 4} y={HEIGHT / 2 - 4} width="8" height="8" /> : <circle key={at} className="dot" cx={x(score)} cy={HEIGHT / 2} r="4" />))}
      </svg>
      <figcaption className="strip-scale soft">
        <span className="number">{from}</span>
        <span className="number">{say('office-pane/distribution-numbers', numbers)}</span>
        <span className="number">{to}</span>
      </figcaption>
    </figure>
  )
}
