import React from 'react'
import type { CheckResult } from '../../app/check'
import { scoreLines, type ScoreLine } from '../../app/pane/return/score-lines'
import type { Campaign } from '../../domain/campaign/campaign'
import { Bar } from '../parts/Bar'
import { useWords } from '../shell/words'

const one = (points: number) => points.toFixed(1)

/** The score this return would get, and how it is made up. */
export function ScorePanel({ campaign, result }: { readonly campaign: Campaign; readonly result: CheckResult }) {
  const { say, pick } = useWords()
  const { total, indicators, adjustments } = scoreLines(result.evaluation.score, campaign)
  return (
    <div className="panel">
      <p className="total">{say('pane/score', { total: total.toFixed(campaign.definition.ranking.digits) })}</p>
      <p className="soft">{say('pane/score-hint')}</p>
      <h2>{say('pane/indicators')}</h2>
      <ul className="score-lines">
        {indicators.map((line) => (
          <Indicator key={line.id} line={line} />
        ))}
      </ul>
      {adjustments.length > 0 && <h2>{say('pane/adjustments')}</h2>}
      <ul className="score-lines">
        {adjustments.map(({ id, title, points }) => (
          <li key={id} className="score-line">
            <span>{pick(title)}</span>
            <span className={`number ${points < 0 ? 'error' : ''}`}>{points > 0 ? `+${one(points)}` : `−${one(-points)}`}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Indicator({ line: { title, points, most } }: { readonly line: ScoreLine }) {
  const { say, pick } = useWords()
  return (
    <li className="score-line">
      <span>{pick(title)}</span>
      {most === undefined ? (
        <span className="soft">{say('pane/not-counted')}</span>
      ) : (
        <>
          <span className="number">{say('pane/points', { points: one(points), most: one(most) })}</span>
          <Bar share={most > 0 ? points / most : 0} />
        </>
      )}
    </li>
  )
}
