import React from 'react'
import type { ExplainedPlace, IndicatorLine, MeasureLine, RowLine } from '../../app/pane/office/explain'
import { amountText } from '../../domain/campaign/amount'
import type { Campaign } from '../../domain/campaign/campaign'
import { Bar } from '../parts/Bar'
import { Capped } from '../parts/Capped'
import { Clauses } from '../parts/Clauses'
import { Fold } from '../parts/Fold'
import { useWords } from '../shell/words'
import { signed } from './office-words'

/** The score as a sum: indicators, of each its measures, of each the rows that cost points. */
export function ExplainedScore({ view: { indicators, adjustments, explanation, campaign } }: { readonly view: ExplainedPlace }) {
  const { say, pick } = useWords()
  const { definition } = campaign
  const { digits } = definition.ranking
  return (
    <>
      <h2>{say('explain-pane/made-of')}</h2>
      <p className="soft small">{say('explain-pane/made-of-hint')}</p>
      <ul className="explained">
        {indicators.map((line) => (
          <li key={line.indicator}>
            <Indicator line={line} campaign={campaign} />
          </li>
        ))}
        {adjustments.map(({ adjustment, points: given, capped }) => (
          <li key={adjustment} className="sum-line">
            <span>
              {pick(definition.adjustments[adjustment]?.title ?? { zh: adjustment, en: adjustment })}
              {capped && <span className="tag">{say('explain-pane/adjustment-capped')}</span>}
            </span>
            <span className={`number ${given < 0 ? 'error' : ''}`}>{signed(given, digits)}</span>
          </li>
        ))}
        {explanation.floor > 0 && (
          <li className="sum-line">
            <span>{say('explain-pane/floor')}</span>
            <span className="number">{signed(explanation.floor, digits)}</span>
          </li>
        )}
        <li className="sum-line total">
          <strong>{say('explain-pane/total')}</strong>
          <strong className="number">{explanation.score?.toFixed(digits)}</strong>
        </li>
      </ul>
    </>
  )
}

function Indicator({ line, campaign }: { readonly line: IndicatorLine; readonly campaign: Campaign }) {
  const { say, pick } = useWords()
  const { definition } = campaign
  const { indicator, attainment, points: given, most, lost, because, measures } = line
  const known = definition.indicators[indicator]
  const counts = attainment !== undefined
  return (
    <Fold
      head={
        <>
          <span className="sum-line">
            <strong>{known ? pick(known.title) : indicator}</strong>
            {counts && <span className="number">{say('office-pane/points-of', { points: given.toFixed(definition.ranking.digits), most: most.toFixed(definition.ranking.digits) })}</span>}
          </span>
          {counts ? (
            <span className="bar-line">
              <Bar share={most === 0 ? 0 : given / most} tone={lost > 0 ? 'warning' : undefined} />
              <span className={`number lost ${lost > 0 ? 'error' : ''}`}>{lost > 0 ? say('explain-pane/lost', { points: lost.toFixed(definition.ranking.digits) }) : say('explain-pane/full')}</span>
            </span>
          ) : (
            <span className="soft small">{say('explain-pane/not-counted', { why: because.map((one) => say(`explain/${one}`)).join(say('office/comma')) })}</span>
          )}
        </>
      }
    >
      <ul className="explained-measures">
        {measures.map((measure) => (
          <li key={measure.measure}>
            <Measure line={measure} campaign={campaign} />
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Measure({ line, campaign }: { readonly line: MeasureLine; readonly campaign: Campaign }) {
  const { say, pick } = useWords()
  const { definition } = campaign
  const known = definition.measures[line.measure]
  const { subjects, met, lost, rows, unlisted, lostUnlisted } = line
  return (
    <Fold
      head={
        <span className="sum-line">
          <span>
            {known ? pick(known.title) : line.measure}
            {subjects > 1 && <span className="soft small">{` ${say('explain-pane/measure-count', { met, subjects })}`}</span>}
          </span>
          <span className={`number small ${lost > 0 ? 'error' : 'soft'}`}>{lost > 0 ? say('explain-pane/lost', { points: lost.toFixed(2) }) : say('explain-pane/full')}</span>
        </span>
      }
    >
      {rows.length === 0 && unlisted === 0 && <p className="soft small">{say('explain-pane/no-rows')}</p>}
      {unlisted > 0 && <p className="small">{say('explain-pane/measure-unlisted', { count: unlisted, points: lostUnlisted.toFixed(2) })}</p>}
      <Capped items={rows} atOnce={8} className="explained-rows">
        {(row, at) => <Row key={at} row={row} measure={line.measure} campaign={campaign} isOnly={subjects <= 1} />}
      </Capped>
      {known && known.clauses.length > 0 && (
        <Fold className="clause-fold" head={`${say('pane/clause')} ${known.clauses.join(' ')}`}>
          <Clauses campaign={campaign} ids={known.clauses} />
        </Fold>
      )}
    </Fold>
  )
}

function Row({ row, measure, campaign: { definition }, isOnly }: { readonly row: RowLine; readonly measure: string; readonly campaign: Campaign; readonly isOnly: boolean }) {
  const { say, language } = useWords()
  const known = definition.measures[measure]
  const amount = (value: number) => amountText(definition, value, known?.unit, language)
  const { subject, status, value, target, due, place, lost } = row
  return (
    <li>
      <span className="sum-line">
        <span>{isOnly ? say(`pane/status-${status}`) : subject}</span>
        <span className="number small">{lost > 0 ? say('explain-pane/lost', { points: lost.toFixed(2) }) : ''}</span>
      </span>
      <span className="soft small">
        {[status === 'undetermined' ? say('explain/undetermined') : say(known?.compare === 'at-most' ? 'explain-pane/row-most' : 'explain-pane/row', { value: amount(value), target: amount(target) }), status === 'in-progress' && say('explain-pane/row-due', { due })].filter(Boolean).join(' · ')}
        {place !== '' && <span className="cell">{` ${place}`}</span>}
      </span>
    </li>
  )
}
