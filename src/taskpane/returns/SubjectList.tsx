import React from 'react'
import { spotOf } from '../../app/pane/next-problem'
import { isDueBy, type SubjectLine } from '../../app/pane/return/measure-lines'
import { shortDate } from '../../domain/returns/headings'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { PlaceButton } from '../parts/PlaceButton'
import { useWords } from '../shell/words'
import type { GapProps } from './GapPanel'
import { measureWords } from './measure-words'

/** Members of a unit, or units of a supervision group, each with what is open for them; those due first. */
export function SubjectList({ subjects, campaign, kind, result, onReveal }: GapProps & { readonly subjects: readonly SubjectLine[] }) {
  const { say, pick, language } = useWords()
  const words = measureWords(campaign, kind, say, language)
  const weekEnd = campaign.calendar.weekEnd(result.ret.identity.week ?? result.evaluation.week)
  const open = subjects
    .filter(({ short }) => short.length > 0)
    .map((line) => ({ ...line, due: line.short.filter((one) => isDueBy(one, weekEnd)).length }))
    .sort((a, b) => b.due - a.due)
  const fine = subjects.length - open.length
  return (
    <div className="measures">
      <Capped items={open} atOnce={20}>
        {(line, index) => (
          <li key={index}>
            <Fold
              className="measure"
              head={
                <span className="measure-title">
                  <strong>{line.subject}</strong>
                  <span className="tags">
                    {line.due > 0 && <span className="tag error">{say('pane/subject-due', { n: line.due })}</span>}
                    {line.short.length > line.due && <span className="tag plain">{say('pane/subject-short', { n: line.short.length - line.due })}</span>}
                  </span>
                </span>
              }
            >
              <ul className="places">
                {line.short.map((one) => {
                  const spot = spotOf(one)
                  const definition = campaign.definition.measures[one.measure]
                  const content = (
                    <>
                      <span className="who">{definition ? pick(definition.title) : one.measure}</span>
                      <span className="soft">{words.result(one)}</span>
                      <span className="soft">{say(one.status === 'shortfall' ? 'pane/overdue' : 'pane/due', { date: shortDate(one.due, language) })}</span>
                    </>
                  )
                  return <li key={one.measure}>{spot ? <PlaceButton onClick={() => onReveal(spot)}>{content}</PlaceButton> : <p className="place-button">{content}</p>}</li>
                })}
              </ul>
            </Fold>
          </li>
        )}
      </Capped>
      {fine > 0 && <p className="soft">{open.length > 0 ? say('pane/subjects-fine', { n: fine }) : say('pane/all-met')}</p>}
    </div>
  )
}
