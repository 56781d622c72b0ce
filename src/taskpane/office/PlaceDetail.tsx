import React, { useEffect, useRef } from 'react'
import { DefaultButton, type IButton } from 'office-ui-fabric-react/lib/Button'
import type { IndicatorReason, UnitPlace } from '../../app/pane/office/ranking'
import type { Campaign } from '../../domain/campaign/campaign'
import type { Say } from '../../domain/text'
import { useWords } from '../shell/words'
import { points, reasonText } from './office-words'
import { reservations } from '../../domain/ranking/doubt-texts'

/** Less than this is level: it would be shown as 0.0. */
const LEVEL = 0.05

interface Props {
  readonly place: UnitPlace
  /** The week that is shown. */
  readonly week: number
  readonly campaign: Campaign
  /** The person comes back to it from where it was explained. */
  readonly isBackAt: boolean
  readonly onExplain: () => void
}

/** Places week by week, and the score indicator by indicator against the system's median. */
export function PlaceDetail({ place, week, campaign, isBackAt, onExplain }: Props) {
  const { say, pick } = useWords()
  const { indicators, adjustments } = campaign.definition
  const button = useRef<IButton>(null)
  // Only when it is drawn anew: later on the keyboard is wherever the person is.
  useEffect(() => void (isBackAt && button.current?.focus()), [])
  return (
    <div className="detail">
      {(place.undetermined || place.doubts.length > 0) && (
        <ul className="plain-list warning-words">
          {reservations(place, week, say).map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      {place.submitted && <DefaultButton componentRef={button} text={say('explain-pane/open')} iconProps={{ iconName: 'Open' }} onClick={onExplain} />}
      {place.without && <p className="small">{say('office/without-waivers', { score: place.without.score?.toFixed(campaign.definition.ranking.digits) ?? '–', rank: place.without.rank })}</p>}
      {place.waivers.length > 0 && (
        <ul className="plain-list small">
          {place.waivers.map(({ member, clause, reason, approver, until }, at) => (
            <li key={at}>{say('office/log-waiver', { whom: member ?? say('office/waiver-whole'), clause, reason, approver, until })}</li>
          ))}
        </ul>
      )}
      {!place.submitted && <p>{reasonText({ code: place.reason ?? 'intake/missing' }, say)}</p>}
      <h2>{say('office-pane/over-weeks')}</h2>
      <ul className="week-places">
        {place.history.map(({ week: at, rank, of, score, last }) => (
          <li key={at} className={last ? 'error-words' : ''}>
            {rank === undefined ? say('office-pane/week-no-place', { week: at }) : say('office-pane/week-place', { week: at, rank, of, score: score?.toFixed(campaign.definition.ranking.digits) ?? '' })}
            {last && ` ${say('office-pane/last')}`}
          </li>
        ))}
      </ul>
      {place.reasons.length > 0 && (
        <>
          <h2>{say('office-pane/why')}</h2>
          <p className="soft small">{say('office-pane/why-hint')}</p>
          <ul className="why">
            {place.reasons.map((reason) => {
              const title = indicators[reason.indicator]?.title
              return (
                <li key={reason.indicator}>
                  <span>{title ? pick(title) : reason.indicator}</span>
                  <span className="number">{say('office-pane/points-of', { points: points(reason.points), most: points(reason.most) })}</span>
                  <BulletBar reason={reason} />
                  <span className={`soft small ${reason.points - reason.median < -LEVEL ? 'error-words' : ''}`}>{gapText(reason, say)}</span>
                </li>
              )
            })}
            {place.adjustments
              .filter((one) => one.points !== 0)
              .map(({ adjustment, points: given }) => {
                const title = adjustments[adjustment]?.title
                return (
                  <li key={adjustment}>
                    <span>{title ? pick(title) : adjustment}</span>
                    <span className={`number ${given < 0 ? 'error' : ''}`}>{given > 0 ? `+${points(given)}` : points(given)}</span>
                  </li>
                )
              })}
          </ul>
        </>
      )}
    </div>
  )
}

function gapText({ points: own, median, change }: IndicatorReason, say: Say): string {
  const gap = own - median
  const words = [say('office-pane/median', { median: points(median) })]
  words.push(Math.abs(gap) < LEVEL ? say('office-pane/level') : say(gap < 0 ? 'office-pane/below' : 'office-pane/above', { points: points(Math.abs(gap)) }))
  if (change !== undefined && Math.abs(change) >= LEVEL) words.push(say(change > 0 ? 'office-pane/change-up' : 'office-pane/change-down', { points: points(Math.abs(change)) }))
  return words.join(' · ')
}

/** The unit's points as a bar, the system's median as a mark across it: for the eye only. */
function BulletBar({ reason: { points: own, median, most } }: { readonly reason: IndicatorReason }) {
  const share = (value: number) => `${Math.min(1, Math.max(0, most === 0 ? 0 : value / most)) * 100}%`
  return (
    <span className={`bar bullet ${own - median < -LEVEL ? 'error' : ''}`} aria-hidden="true">
      <span className="bar-fill" style={{ width: share(own) }} />
      <span className="bullet-median" style={{ left: share(median) }} />
    </span>
  )
}
