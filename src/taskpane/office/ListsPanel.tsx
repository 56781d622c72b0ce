import React, { useEffect, useState } from 'react'
import type { PapersDesk } from '../../app/pane/office/papers'
import type { DeskReady, Done } from '../../app/pane/office/state'
import { Fold } from '../parts/Fold'
import { Notice } from '../shell/Notice'
import { useWords } from '../shell/words'
import { ConsequenceSection } from './ConsequenceSection'
import type { OnWaive } from './ProposalItem'
import type { OfficeProps, OfficeTab } from './ReadyOffice'
import { WorkLine } from './WeekPanel'

interface Props extends OfficeProps {
  readonly papers: PapersDesk
  readonly onWaive: OnWaive
  readonly onGo: (tab: OfficeTab) => void
}

/** What the week entails, list by list: proposals until somebody decides them, and the papers of those that are confirmed. */
export function ListsPanel({ desk, state, papers, onWaive, onGo }: Props) {
  const { say, pick } = useWords()
  const [by, setBy] = useState('')
  // What was said of a paper is no news when the page is opened again.
  useEffect(() => papers.dismiss, [papers])
  const { lists } = state.shown
  const { consequences } = state.office.campaign.definition
  return (
    <div className="panel">
      <p className="soft small">{say('office-pane/lists-about')}</p>
      <WorkLine desk={desk} state={state} />
      <div className="stays" aria-live="polite">{state.done?.at === 'lists' && <Outcome desk={desk} state={state} done={state.done} onGo={onGo} />}</div>
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
            <ConsequenceSection key={`${state.week} ${waiting} ${decided}`} desk={desk} state={state} list={list} papers={papers} by={by} onBy={setBy} onWaive={onWaive} />
          </Fold>
        )
      })}
    </div>
  )
}

function Outcome({ desk, state: { undoable, work }, done, onGo }: Pick<Props, 'desk' | 'state' | 'onGo'> & { readonly state: DeskReady; readonly done: Done }) {
  const { say } = useWords()
  const undo = undoable?.kind === 'decided' && !work ? [{ text: say('office-pane/undo-decided'), onClick: () => void desk.undo() }] : []
  if (done.kind !== 'decided') return null
  const go = done.answer === 'confirmed' ? [{ text: say('papers-pane/go-papers'), onClick: () => onGo('papers') }] : []
  return <Notice tone="done" title={say(`office-pane/decided-${done.answer ?? 'taken-back'}`, { count: done.count })} actions={[...go, ...undo]} onClose={desk.dismiss} />
}
