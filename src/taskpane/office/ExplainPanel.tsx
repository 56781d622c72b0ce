import React, { useEffect, useRef } from 'react'
import { ActionButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import type { ExplainedPlace, ExplainState } from '../../app/pane/office/explain'
import { SPREAD } from '../../domain/ranking/robustness'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import { ExplainedScore } from './ExplainedScore'
import { baseName, signed } from './office-words'
import { reservations } from '../../domain/ranking/doubt-texts'

interface Props {
  readonly state: ExplainState
  readonly onBack: () => void
  /** Below the head: what can be done with it. */
  readonly children?: React.ReactNode
}

/** One unit's place in a week, explained from the score down to the cell. */
export function ExplainPanel({ state: { view, trouble, isReading }, onBack, children }: Props) {
  const { say } = useWords()
  return (
    <div className="panel explain">
      <ActionButton className="more" iconProps={{ iconName: 'Undo' }} text={say('explain-pane/back')} onClick={onBack} />
      {isReading && <Spinner label={say('explain-pane/reading')} />}
      {trouble && <TroubleNotice trouble={trouble} onClose={onBack} />}
      {view && <Explained view={view}>{children}</Explained>}
    </div>
  )
}

function Explained({ view, children }: { readonly view: ExplainedPlace; readonly children?: React.ReactNode }) {
  const { say } = useWords()
  const { name, explanation, week, asOf, campaign, file, kept, findings } = view
  const { standing, system, score } = explanation
  const { digits } = campaign.definition.ranking
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="explain-name">
        {name}
      </h2>
      <p>{score === undefined ? say('explain-pane/no-place', { week, system }) : say('explain-pane/place', { week, system, rank: standing.rank, of: standing.comparable, score: score.toFixed(digits) })}</p>
      <p className="soft small">{say('explain-pane/as-of', { asOf })}</p>
      {file !== '' && <p className="soft small break">{say('explain-pane/file', { file: baseName(file) })}</p>}
      {(standing.undetermined || standing.doubts.length > 0) && (
        <ul className="plain-list warning-words">
          {reservations(standing, week, say).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <Facts view={view} />
      {children}
      {score !== undefined && !kept && <Notice tone="info" title={say('explain-pane/not-kept')} />}
      {score !== undefined && <ExplainedScore view={view} />}
      {findings && <p className="soft small">{say('explain-pane/findings', { new: findings.new, open: findings['still-open'], back: findings['came-back'], right: findings['put-right'] })}</p>}
    </>
  )
}

/** Distance to the next place, change since last time, and whether last place hangs on the weights. */
function Facts({ view: { explanation, above, campaign } }: { readonly view: ExplainedPlace }) {
  const { say, pick } = useWords()
  const { next, change, robustness } = explanation
  const { indicators, ranking } = campaign.definition
  const number = (value: number) => value.toFixed(ranking.digits)
  const titleOf = (id: string) => (indicators[id] ? pick(indicators[id].title) : id)
  return (
    <ul className="explain-facts">
      {next && (
        <li>
          <p>{say('explain-pane/next', { rank: next.rank, units: above.join(say('office/comma')), score: number(next.score), gap: number(next.gap) })}</p>
          {next.steps.length > 0 && (
            <p className="soft small">{say(next.enough ? 'explain-pane/next-steps' : 'explain-pane/next-not-enough', { steps: next.steps.map(({ indicator, lost }) => say('explain-pane/step', { indicator: titleOf(indicator), lost: number(lost) })).join(say('office/comma')) })}</p>
          )}
        </li>
      )}
      {change && (
        <li>
          <p>{change.by === 0 ? say('explain-pane/change-none', { week: change.week }) : say('explain-pane/change', { week: change.week, before: number(change.before), by: signed(change.by, ranking.digits) })}</p>
          <p className="soft small">
            {change.lines
              .filter(({ by, kind }) => by !== 0 && kind !== 'floor')
              .toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by))
              .map(({ kind, id, by }) => `${kind === 'adjustment' ? pick(campaign.definition.adjustments[id]?.title ?? { zh: id, en: id }) : titleOf(id)} ${signed(by, ranking.digits)}`)
              .join(say('office/comma'))}
          </p>
          {change.rulesChanged && <p className="small warning-words">{say('explain-pane/change-rules')}</p>}
          {change.systemChanged && <p className="small warning-words">{say('explain-pane/change-system')}</p>}
        </li>
      )}
      {robustness && (
        <li>
          <p>{say('explain-pane/robust', { spread: SPREAD * 100, draws: robustness.draws, stays: robustness.stays, seed: robustness.seed })}</p>
          <p className={`small ${robustness.share === 1 ? 'soft' : 'warning-words'}`}>{say(`explain-pane/robust-${robustness.share === 1 ? 'all' : robustness.share >= 0.5 ? 'some' : 'few'}`)}</p>
        </li>
      )}
    </ul>
  )
}
