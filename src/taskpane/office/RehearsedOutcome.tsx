import React from 'react'
import type { RehearsedMove, RehearsedWeek } from '../../app/pane/office/rehearsed'
import type { Campaign } from '../../domain/campaign/campaign'
import { Capped } from '../parts/Capped'
import { Notice } from '../shell/Notice'
import { useWords } from '../shell/words'

interface Props {
  readonly outcome: RehearsedWeek
  readonly campaign: Campaign
  /** Default: had what was tried held in that week. */
  readonly title?: string
}

/** What a rehearsal came to: in figures, then unit by unit and list by list. */
export function RehearsedOutcome({ outcome, campaign, title }: Props) {
  const { say, pick } = useWords()
  const { week, rows, units, moves, consequences, later, unknown } = outcome
  const figures = [
    { key: 'rows', value: rows },
    { key: 'scores', value: moves.filter((move) => move.scoreBefore !== move.scoreAfter).length },
    { key: 'ranks', value: moves.filter((move) => move.rankAfter !== undefined).length },
    { key: 'last', value: moves.filter((move) => move.last !== undefined).length },
  ]
  const isNothing = rows === 0 && moves.length === 0 && consequences.length === 0
  return (
    <Notice tone="info" title={title ?? say('rehearse-pane/outcome', { week })}>
      <p className="small">{say('rehearse-pane/not-written')}</p>
      {isNothing ? (
        <p>{say('rehearse-pane/nothing', { week })}</p>
      ) : (
        <dl className="rehearsed-figures">
          {figures.map(({ key, value }) => (
            <div key={key}>
              <dd className="number">{value}</dd>
              <dt>{say(`rehearse-pane/figure-${key}`)}</dt>
            </div>
          ))}
        </dl>
      )}
      {rows > 0 && <p className="small">{say('rehearse-pane/units', { units })}</p>}
      {moves.length > 0 && (
        <>
          <h3>{say('rehearse-pane/moves')}</h3>
          <Capped items={moves} atOnce={8} className="moves">
            {(move) => <Move key={move.unit} move={move} digits={campaign.definition.ranking.digits} />}
          </Capped>
        </>
      )}
      {consequences.length > 0 && (
        <>
          <h3>{say('rehearse-pane/consequences')}</h3>
          <ul className="plain-list">
            {consequences.map(({ consequence, title: heading, appeared, withdrawn, restated, decided }) => {
              const parts = [appeared > 0 && say('rehearse-pane/appeared', { count: appeared }), withdrawn > 0 && say('rehearse-pane/withdrawn', { count: withdrawn }), restated > 0 && say('rehearse-pane/restated', { count: restated })]
              return (
                <li key={consequence}>
                  {`${pick(heading)}${say('office/colon')}${parts.filter(Boolean).join(say('office/comma'))}`}
                  {decided > 0 && <span className="warning-words small">{` ${say('rehearse-pane/decided', { count: decided })}`}</span>}
                </li>
              )
            })}
          </ul>
        </>
      )}
      {later > 0 && <p className="small">{say('rehearse-pane/later', { count: later })}</p>}
      {unknown.length > 0 && <p className="small warning-words">{say('rehearse-pane/unknown', { count: unknown.length, names: unknown.slice(0, 5).join(say('office/comma')) })}</p>}
    </Notice>
  )
}

function Move({ move: { name, system, scoreBefore, scoreAfter, rankBefore, rankAfter, last }, digits }: { readonly move: RehearsedMove; readonly digits: number }) {
  const { say } = useWords()
  const number = (score: number | undefined) => score?.toFixed(digits) ?? '–'
  const up = rankBefore !== undefined && rankAfter !== undefined && rankAfter < rankBefore
  return (
    <li>
      <span className="sum-line">
        <span>
          {name} <span className="soft small">{system}</span>
          {last && <span className={`tag ${last === 'becomes' ? 'error' : ''}`}>{say(`rehearse-pane/${last}`)}</span>}
        </span>
        {rankAfter !== undefined && <span className={`number small movement ${up ? 'up' : 'down'}`}>{say('rehearse-pane/rank', { before: rankBefore ?? '–', after: rankAfter })}</span>}
      </span>
      {scoreBefore !== scoreAfter && <span className="soft small number">{say('rehearse-pane/score', { before: number(scoreBefore), after: number(scoreAfter) })}</span>}
    </li>
  )
}
