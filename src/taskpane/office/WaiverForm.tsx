import React, { useEffect, useRef } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import { isForNobody } from '../../app/pane/office/waivers'
import type { DeskReady } from '../../app/pane/office/state'
import { writtenAs } from '../../app/waive'
import { clausesOf, subjectOf, type WaiverAsked } from '../../app/waivers'
import { registered } from '../../domain/ranking/registry'
import { Clauses } from '../parts/Clauses'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { RehearsedOutcome } from './RehearsedOutcome'
import type { WaiversProps } from './Waivers'

/** Whom a waiver relieves of what, why, who approves it, and until when; to be tried on a week before it is given. */
export function WaiverForm({ desk, state }: WaiversProps) {
  const { say, pick } = useWords()
  const { asked, mistakes, members, isTrying, outcome, isFresh } = useStore(desk.store)
  const { office, work } = state
  const { campaign } = office
  const form = useRef<HTMLDivElement>(null)
  const reason = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!isFresh) return
    reason.current?.focus()
    desk.seen()
  }, [desk, isFresh])
  const everybody = registered(office.state.registry)
  const subject = subjectOf(asked.unit, office)
  const clauses = clausesOf(campaign, subject?.kind ?? 'unit')
  const week = weekToTry(state)
  const asOf = office.state.weeks.find((one) => one.week === week)?.asOf ?? ''
  const isBusy = work !== undefined || isTrying
  const ask = (part: keyof WaiverAsked) => ({ target }: { readonly target: { readonly value: string } }) => desk.ask(part, target.value, office)
  const goOn = (job: Promise<void>) => void job.then(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  const wrong = (part: keyof WaiverAsked) => mistakes.find((one) => one.part === part)
  const said = (part: keyof WaiverAsked) => (wrong(part) ? { 'aria-invalid': true, 'aria-describedby': `waiver-${part}-wrong` } : {})
  const mistake = (part: keyof WaiverAsked) => {
    const found = wrong(part)
    return (
      found && (
        <p id={`waiver-${part}-wrong`} className="small error-words">
          {say(found.code, found.params)} {say(`${found.code}.fix`, found.params)}
        </p>
      )
    )
  }
  return (
    <div ref={form} className="waiver-form" role="group" aria-labelledby="waiver-give">
      <h2 id="waiver-give">{say('waiver-pane/give-head')}</h2>
      <label className="stacked">
        <span>{capital(pick(campaign.definition.terms.unit))}</span>
        <input type="text" list="waiver-units" autoComplete="off" placeholder={say('waiver-pane/unit-find')} value={asked.unit} onChange={ask('unit')} {...said('unit')} />
      </label>
      <datalist id="waiver-units">
        {everybody.map(({ id, system }) => (
          <option key={id} value={writtenAs(id, office.state.registry)} label={system} />
        ))}
      </datalist>
      {mistake('unit')}
      <label className="stacked">
        <span>{capital(say('office/waiver-member', { member: pick(campaign.definition.terms.member) }))}</span>
        <input type="text" list="waiver-members" autoComplete="off" placeholder={say('waiver-pane/member-find')} value={asked.member} onChange={ask('member')} {...said('member')} />
      </label>
      <datalist id="waiver-members">
        {members?.names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {mistake('member')}
      <div aria-live="polite">
        {isForNobody({ asked, members }) ? (
          <p className="small warning-words">{say('waiver-pane/nobody', { week: members?.week ?? 0, member: asked.member.trim() })}</p>
        ) : (
          subject && <p className="soft small">{members ? say('waiver-pane/members-of', { week: members.week, count: members.names.length }) : say('waiver-pane/members-none')}</p>
        )}
      </div>
      <label className="stacked">
        <span>{say('waiver-pane/clause')}</span>
        <select value={clauses.includes(asked.clause) ? asked.clause : ''} onChange={ask('clause')} {...said('clause')}>
          <option value="">{say('waiver-pane/clause-choose')}</option>
          {clauses.map((clause) => (
            <option key={clause} value={clause}>
              {say('waiver-pane/clause-option', { clause, says: pick(campaign.definition.clauses[clause]?.says ?? { zh: '', en: '' }) })}
            </option>
          ))}
        </select>
      </label>
      {mistake('clause')}
      {clauses.includes(asked.clause) && <Clauses campaign={campaign} ids={[asked.clause]} />}
      <label className="stacked">
        <span>{say('waiver-pane/reason')}</span>
        <textarea ref={reason} rows={2} value={asked.reason} onChange={ask('reason')} {...said('reason')} />
      </label>
      {mistake('reason')}
      <div className="waiver-sign">
        <label className="stacked">
          <span>{say('waiver-pane/approver')}</span>
          <input type="text" value={asked.approver} onChange={ask('approver')} {...said('approver')} />
        </label>
        <label className="stacked">
          <span>{say('waiver-pane/until')}</span>
          <input type="date" value={asked.until} min={campaign.calendar.start} onChange={ask('until')} {...said('until')} />
        </label>
      </div>
      {mistake('approver')}
      {mistake('until')}
      {week !== undefined && asked.until !== '' && asked.until < asOf && <p className="small warning-words">{say('waiver-pane/until-before', { week, asOf })}</p>}
      {/* The keyboard stays on them while they wait. */}
      <div className="actions">
        <PrimaryButton text={say('waiver-pane/give')} allowDisabledFocus disabled={isBusy} onClick={() => goOn(desk.give(office))} />
        {week !== undefined && <DefaultButton text={say('waiver-pane/try', { week })} allowDisabledFocus disabled={isBusy} onClick={() => goOn(desk.tryOn(office, week))} />}
      </div>
      {week === undefined && <p className="soft small">{say('waiver-pane/try-none')}</p>}
      {isTrying && <Spinner label={say('waiver-pane/trying')} />}
      <div aria-live="polite">{outcome && <RehearsedOutcome outcome={outcome} campaign={office.campaignIn(outcome.week)} title={say('waiver-pane/tried', { week: outcome.week })} />}</div>
    </div>
  )
}

/** A term of the definition begins a label with a capital letter, where its language has them. */
function capital(term: string): string {
  return term.slice(0, 1).toUpperCase() + term.slice(1)
}

/** The week that is shown, else the latest that was consolidated. */
function weekToTry({ office, week, shown }: DeskReady): number | undefined {
  return shown.ranking ? week : office.state.weeks.at(-1)?.week
}
