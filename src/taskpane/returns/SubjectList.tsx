import React from 'react'
import { isDueBy, type SubjectLine } from '../../app/pane/return/measure-lines'
import { spotOf } from '../../app/pane/next-problem'
import type { MeasureResult } from '../../domain/evaluation/evaluation'
import { shortDate } from '../../domain/returns/headings'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { PlaceButton } from '../parts/PlaceButton'
import { useWords } from '../shell/words'
import type { GapProps } from './GapPanel'
import { measureWords } from './measure-words'

/** Members of a unit, or units of a supervision group, each with what is open for them; those with most due first. */
export function SubjectList({ subjects, ...props }: GapProps & { readonly subjects: readonly SubjectLine[] }) {
  const { say } = useWords()
  const { campaign, kind, result } = props
  const weekEnd = campaign.calendar.weekEnd(result.ret.identity.week ?? result.evaluation.week)
  const counted = subjects.map((line) => ({ ...line, due: line.short.filter((one) => isDueBy(one, weekEnd)).length }))
  // A supervision group has a dozen units and looks after each; a unit's members who lack nothing can wait.
  const isListed = ({ short }: SubjectLine) => short.length > 0 || kind === 'group'
  const listed = counted.filter(isListed).sort((a, b) => b.due - a.due)
  const fine = counted.filter((line) => !isListed(line))
  return (
    <div className="measures">
      <Capped items={listed} atOnce={20}>
        {(line) => (
          <li key={line.subject}>
            <Fold
              className="measure"
              head={
                <span className="measure-title">
                  <strong>{line.subject}</strong>
                  <span className="tags">
                    {line.due > 0 && <span className="tag error">{say('pane/subject-due', { n: line.due })}</span>}
                    {line.short.length > line.due && <span className="tag plain">{say('pane/subject-short', { n: line.short.length - line.due })}</span>}
                    {line.short.length === 0 && <span className="tag plain">{say('pane/status-met')}</span>}
                  </span>
                </span>
              }
            >
              <Results results={kind === 'group' ? line.results : line.short} {...props} />
            </Fold>
          </li>
        )}
      </Capped>
      {fine.length > 0 && (
        <Fold head={say('pane/subjects-fine', { n: fine.length })}>
          <Capped items={fine} atOnce={20}>
            {(line) => (
              <li key={line.subject}>
                <Fold head={line.subject}>
                  <Results results={line.results} {...props} />
                </Fold>
              </li>
            )}
          </Capped>
        </Fold>
      )}
    </div>
  )
}

function Results({ results, campaign, kind, onReveal }: GapProps & { readonly results: readonly MeasureResult[] }) {
  const { say, pick, language } = useWords()
  const words = measureWords(campaign, kind, say, language)
  return (
    <ul className="places">
      {results.map((one) => {
        const spot = spotOf(one)
        const definition = campaign.definition.measures[one.measure]
        const isOpen = one.status === 'shortfall' || one.status === 'in-progress'
        const content = (
          <>
            <span className="who">{definition ? pick(definition.title) : one.measure}</span>
            <span className="soft">{words.result(one)}</span>
            <span className="soft due">{isOpen ? say(one.status === 'shortfall' ? 'pane/overdue' : 'pane/due', { date: shortDate(one.due, language) }) : say(`pane/status-${one.status}`)}</span>
          </>
        )
        return <li key={one.measure}>{spot ? <PlaceButton onClick={() => onReveal(spot)}>{content}</PlaceButton> : <p className="place-button">{content}</p>}</li>
      })}
    </ul>
  )
}
