import React, { useEffect, useRef } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import type { OfficeDesk } from '../../app/pane/office/desk'
import { hasUnsettled } from '../../app/pane/office/shown'
import type { DeskReady } from '../../app/pane/office/state'
import type { WaiverDone, WaiversDesk } from '../../app/pane/office/waivers'
import type { ListedWaiver } from '../../app/waivers'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { PlaceButton } from '../parts/PlaceButton'
import { Notice, type NoticeAction } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { WaiverForm } from './WaiverForm'

export interface WaiversProps {
  readonly desk: WaiversDesk
  readonly office: OfficeDesk
  readonly state: DeskReady
}

/** Waivers: one to give, and those that were given, in force or over. */
export function Waivers(props: WaiversProps) {
  const { desk } = props
  const { say } = useWords()
  const { trouble, done } = useStore(desk.store)
  return (
    <>
      <p className="soft small">{say('waiver-pane/about')}</p>
      <Outcome {...props} done={done} />
      {trouble && <TroubleNotice trouble={trouble} onClose={desk.dismiss} />}
      <WaiverForm {...props} />
      <Given {...props} />
    </>
  )
}

/** What was written just now, when it takes effect, and the way back. The keyboard goes there: the form below begins anew. */
function Outcome({ desk, office, state, done }: WaiversProps & { readonly done: WaiverDone | undefined }) {
  const { say } = useWords()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => void (done && place.current?.focus()), [done])
  const whom = done?.waiver.member ?? say('office/waiver-whole')
  const isPending = hasUnsettled(state.office)
  const actions: NoticeAction[] = [
    ...(isPending ? [{ text: say('office-pane/recompute'), onClick: () => void office.recompute() }] : []),
    ...(state.undoable?.kind === 'recorded' ? [{ text: say('office-pane/undo-recorded'), onClick: () => void office.undo().then(desk.dismiss) }] : []),
  ]
  return (
    <div ref={place} tabIndex={-1} aria-live="polite" className="waiver-outcome">
      {done?.kind === 'there' && (
        <Notice tone="info" title={say('waiver-pane/there', { ...done.waiver, name: done.name, whom })} onClose={desk.dismiss}>
          <p>{say('waiver-pane/there-fix')}</p>
        </Notice>
      )}
      {done && done.kind !== 'there' && (
        <Notice tone="done" title={say(`waiver-pane/${done.kind}`, { ...done.waiver, name: done.name, whom })} actions={state.work ? [] : actions} onClose={desk.dismiss}>
          <p>{say(state.office.state.weeks.length === 0 ? 'waiver-pane/pending-first' : isPending ? 'waiver-pane/pending' : 'waiver-pane/in-effect')}</p>
        </Notice>
      )}
    </div>
  )
}

function Given({ desk, office, state }: WaiversProps) {
  const { say } = useWords()
  const listed = desk.listed(state.office)
  const wrong = state.office.troubles.filter(({ code }) => code.startsWith('office/waiver-'))
  const over = listed.filter(({ isOver }) => isOver).length
  return (
    <>
      <h2>{say('waiver-pane/list')}</h2>
      <p className="soft small">{listed.length + wrong.length === 0 ? say('waiver-pane/list-none') : say('waiver-pane/list-counts', { held: listed.length - over, over, wrong: wrong.length })}</p>
      <Capped items={listed} atOnce={12} className="waivers">
        {(one, at) => (
          <li key={at}>
            <Line one={one} desk={desk} office={office} state={state} />
          </li>
        )}
      </Capped>
      {wrong.length > 0 && (
        <>
          <h3>{say('waiver-pane/wrong')}</h3>
          <ul className="plain-list">
            {wrong.map(({ code, sheet, cell, params }, at) => (
              <li key={at} className="small">
                {say(code, params)} <span className="soft">{say(`${code}.fix`, params)}</span>
                <PlaceButton onClick={() => void desk.reveal(sheet, cell)}>
                  <span className="cell">{say('waiver-pane/go', { cell })}</span>
                </PlaceButton>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Line({ one: { waiver, name, isOver, isUnsettled, endsOn }, desk, state }: WaiversProps & { readonly one: ListedWaiver }) {
  const { say, pick } = useWords()
  const { clause, reason, approver, until } = waiver
  const whom = waiver.member ?? say('office/waiver-whole')
  const says = state.office.campaign.definition.clauses[clause]?.says
  return (
    <Fold
      head={
        <span className={`list-head ${isOver ? 'soft' : ''}`}>
          <span>
            {say('waiver-pane/whom', { name, whom })} <span className="soft small">{clause}</span>
          </span>
          <span className="small">
            {isUnsettled && <span className="tag warning">{say('waiver-pane/unsettled')}</span>} <span className="soft number">{say(isOver ? 'waiver-pane/over' : 'waiver-pane/held', { until })}</span>
          </span>
        </span>
      }
    >
      {says && <p className="small">{say('waiver-pane/clause-option', { clause, says: pick(says) })}</p>}
      <p className="small break">{reason}</p>
      <p className="soft small">{say('waiver-pane/approved', { approver })}</p>
      {endsOn !== undefined && (
        <>
          <p className="soft small">{say('waiver-pane/end-about', { until: endsOn })}</p>
          <div className="actions">
            <DefaultButton text={say('waiver-pane/end')} ariaLabel={say('waiver-pane/end-named', { name, whom, clause })} disabled={state.work !== undefined} onClick={() => void desk.end(state.office, waiver)} />
          </div>
        </>
      )}
    </Fold>
  )
}
