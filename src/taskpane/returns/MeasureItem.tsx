import React from 'react'
import type { MeasureLine } from '../../app/pane/return/measure-lines'
import { spotOf } from '../../app/pane/next-problem'
import { shortDate } from '../../domain/returns/headings'
import { Bar } from '../parts/Bar'
import { Capped } from '../parts/Capped'
import { Clauses } from '../parts/Clauses'
import { Fold } from '../parts/Fold'
import { PlaceButton } from '../parts/PlaceButton'
import { useWords } from '../shell/words'
import type { GapProps } from './GapPanel'
import { measureWords } from './measure-words'

/** One measure: how many are short and by how much; opened, who they are and which clause asks for it. */
export function MeasureItem({ line, campaign, kind, onReveal }: GapProps & { readonly line: MeasureLine }) {
  const { say, pick, language } = useWords()
  const { definition, status, short, results, due, attainment } = line
  const words = measureWords(campaign, kind, say, language)
  const isOpen = status === 'shortfall' || status === 'in-progress'
  const tone = status === 'shortfall' ? 'error' : status === 'in-progress' ? 'warning' : undefined
  const title = pick(definition.title)
  const shown = short.length > 0 ? short : status === 'met' ? [] : results
  return (
    <Fold
      className={`measure ${status}`}
      head={
        <>
          <span className="measure-title">
            <strong>{title}</strong>
            <span className={`tag ${tone ?? 'plain'}`}>{isOpen ? say(status === 'shortfall' ? 'pane/overdue' : 'pane/due', { date: shortDate(due, language) }) : say(`pane/status-${status}`)}</span>
          </span>
          {isOpen && <span className="measure-summary">{words.summary(line)}</span>}
          {(isOpen || status === 'met') && (
            <span className="bar-line">
              <Bar share={attainment} tone={tone} />
              <span className="number">{Math.floor(attainment * 100 + 1e-9)}%</span>
            </span>
          )}
        </>
      }
    >
      {shown.length > 0 && (
        <Capped items={shown} atOnce={10} className="places">
          {(result, index) => {
            const spot = spotOf(result)
            const content = (
              <>
                <span className="who">{line.whole ? (result.sheet ?? title) : result.subject}</span>
                <span className="soft">{words.result(result)}</span>
              </>
            )
            return <li key={index}>{spot ? <PlaceButton onClick={() => onReveal(spot)}>{content}</PlaceButton> : <p className="place-button">{content}</p>}</li>
          }}
        </Capped>
      )}
      <Fold className="clause-fold" head={`${say('pane/clause')} ${definition.clauses.join(' ')}`}>
        <Clauses campaign={campaign} ids={definition.clauses} />
      </Fold>
    </Fold>
  )
}
