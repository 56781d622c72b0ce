import React from 'react'
import type { WeekPlace } from '../../app/pane/office/ranking'

const WIDTH = 46
const HEIGHT = 18

/** Places over the weeks, first place at the top: for the eye only, the numbers stand beside it. A week without a place is a gap. */
export function RankLine({ history }: { readonly history: readonly WeekPlace[] }) {
  const ranked = history.filter(({ rank }) => rank !== undefined)
  if (ranked.length < 2) return <span className="rank-line" aria-hidden="true" />
  const most = Math.max(2, ...history.map(({ of }) => of))
  const x = (at: number) => 3 + (at / Math.max(1, history.length - 1)) * (WIDTH - 6)
  const y = (rank: number) => 3 + ((rank - 1) / (most - 1)) * (HEIGHT - 6)
  const runs: string[][] = [[]]
  history.forEach(({ rank }, at) => (rank === undefined ? runs.push([]) : runs.at(-1)?.push(`${x(at).toFixed(1)},${y(rank).toFixed(1)}`)))
  const end = history.findLastIndex(({ rank }) => rank !== undefined)
  return (
    <svg className="rank-line" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {runs.filter(({ length }) => length > 1).map((run) => (
        <polyline key={run[0]} points={run.join(' ')} />
      ))}
      <circle cx={x(end)} cy={y(history[end]?.rank as number)} r="2.5" />
    </svg>
  )
}
