import React, { useState } from 'react'
import type { DeskReady, Done } from '../../app/pane/office-state'
import { Fold } from '../parts/Fold'
import { Notice } from '../shell/Notice'
import { useWords } from '../shell/words'
import { ConsequenceSection } from './ConsequenceSection'
import type { OfficeProps } from './ReadyOffice'
import { WorkLine } from './WeekPanel'

/** What the week entails, list by list: proposals until somebody decides them. */
export function ListsPanel({ desk, state }: OfficeProps) {
  const { say, pick } = useWords()
  const [by, setBy] = useState('')
  const { lists } = state.shown
  const { consequences } = state.office.campaign.definition
  return (
    <div className="panel">
      <p className="soft small">{say('office-pane/lists-about')}</p>
      <WorkLine desk={desk} state={state} />
      <div className="stays" aria-live="polite">{state.done?.at === 'lists' && <Outcome desk={desk} state={state} done={state.done} />}</div>
      {lists.map((list) => {
        const { consequence, waiting, doubtful, decided, units } = list
        const title = consequences[consequence]?.title
        return (
          <Fold
            key={consequence}
            className="list-fold"
            head={
              <span className="list-head">
                <strong>{title ? pick(title) : consequence}</strong>
                <span className="soft small">
                  {units.length === 0 ? say('office-pane/list-empty') : say('office-pane/list-counts', { waiting, decided })}
                  {doubtful > 0 && <span className="warning-words">{` · ${say('office-pane/list-doubtful', { count: doubtful })}`}</span>}
                </span>
              </span>
            }
          >
            <ConsequenceSection key={`${state.week} ${waiting} ${decided}`} desk={desk} state={state} list={list} by={by} onBy={setBy} />
          </Fold>
        )
      })}
    </div>
  )
}

function Outcome({ desk, state: { undoable, work }, done }: OfficeProps & { readonly state: DeskReady; readonly done: Done }) {
  const { say } = useWords()
  const undo = undoable?.kind === 'decided' && !work ? [{ text: say('office-pane/undo-decided'), onClick: () => void desk.undo() }] : []
  if (done.kind !== 'decided') return null
  return <Notice tone="done" title={say(`office-pane/decided-${done.answer ?? 'taken-back'}`, { count: done.count })} actions={undo} onClose={desk.dismiss} />
}
