import React, { useMemo } from 'react'
import { measureLines, type MeasureLine } from '../../app/pane/return/measure-lines'
import { scoreLines, type ScoreLine } from '../../app/pane/return/score-lines'
import { Bar } from '../parts/Bar'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'
import type { GapProps } from './GapPanel'
import { MeasureItem } from './MeasureItem'

const one = (points: number) => points.toFixed(1)

/** The score this return would get, and how it is made up: each indicator opens to its measures. */
export function ScorePanel(props: GapProps) {
  const { say, pick } = useWords()
  const { campaign, result } = props
  const { total, indicators, adjustments } = scoreLines(result.evaluation.score, campaign)
  const measures = useMemo(() => measureLines(result.evaluation, campaign), [result, campaign])
  return (
    <div className="panel">
      <p className="total">{say('pane/score', { total: total.toFixed(campaign.definition.ranking.digits) })}</p>
      <p className="soft">{say('pane/score-hint')}</p>
      <h2>{say('pane/indicators')}</h2>
      {indicators.map((line) => {
        const own = campaign.definition.indicators[line.id]?.measures ?? []
        return <Indicator key={line.id} line={line} measures={measures.filter(({ id }) => own.includes(id))} {...props} />
      })}
      {adjustments.length > 0 && <h2>{say('pane/adjustments')}</h2>}
      <ul>
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

function Indicator({ line: { title, points, most, fed }, measures, ...props }: GapProps & { readonly line: ScoreLine; readonly measures: readonly MeasureLine[] }) {
  const { say, pick } = useWords()
  const head = (
    <span className="score-line">
      <span>{pick(title)}</span>
      {most === undefined ? (
        <span className="soft">{say(fed ? 'supervision/score-by-office' : 'pane/not-counted')}</span>
      ) : (
        <>
          <span className="number">{say('pane/points', { points: one(points), most: one(most) })}</span>
          <Bar share={most > 0 ? points / most : 0} />
        </>
      )}
    </span>
  )
  return (
    <Fold className="indicator" head={head}>
      {fed && <p className="soft">{say('supervision/score-added')}</p>}
      {measures.map((line) => (
        <MeasureItem key={line.id} line={line} {...props} />
      ))}
    </Fold>
  )
}
