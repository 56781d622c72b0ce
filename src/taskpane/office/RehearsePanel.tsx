import React, { useEffect, useState } from 'react'
import { ActionButton, DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import type { RehearseDesk, RehearseState } from '../../app/pane/office/rehearse'
import type { DeskReady } from '../../app/pane/office/state'
import type { Campaign } from '../../domain/campaign/campaign'
import { Capped } from '../parts/Capped'
import { Choice } from '../parts/Choice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { RehearseDefinition } from './RehearseDefinition'
import { RehearsedOutcome } from './RehearsedOutcome'
import { SettingTrial } from './SettingTrial'

interface Props {
  readonly desk: RehearseDesk
  /** Of a consolidated week. */
  readonly state: DeskReady
}

const WHAT = ['settings', 'definition'] as const

/** What could be changed, settings and weights or the whole definition, and what a past week would then be. */
export function RehearsePanel({ desk, state: { office, week } }: Props) {
  const { say } = useWords()
  const state = useStore(desk.store)
  useEffect(() => desk.open(office, week), [desk, office, week])
  const { what, definition, tried, isWorking, outcome } = state
  const campaign = office.campaignIn(week)
  return (
    <div className="panel rehearse">
      <Choice label={say('rehearse-pane/what')} value={what} onChange={desk.turnTo} options={WHAT.map((value) => ({ value, text: say(`rehearse-pane/what-${value}`) }))} />
      <p className="soft small">{say(what === 'settings' ? 'rehearse-pane/about' : 'rehearse-pane/definition-about', { week })}</p>
      {what === 'settings' ? <Trials desk={desk} state={state} campaign={campaign} /> : <RehearseDefinition desk={desk} tried={definition} inForce={campaign.definition} isDisabled={isWorking} />}
      <div className="rehearse-bar">
        {what === 'settings' && (
          <div className="line-between">
            <span>{say('rehearse-pane/tried', { count: tried.size })}</span>
            {tried.size > 0 && <ActionButton className="more" text={say('rehearse-pane/clear')} disabled={isWorking} onClick={desk.clear} />}
          </div>
        )}
        <PrimaryButton className="wide" text={say('rehearse-pane/run', { week })} allowDisabledFocus={isWorking} disabled={isWorking || !desk.isReady(state)} onClick={() => void desk.rehearse(week)} />
      </div>
      {isWorking && <Spinner label={say('rehearse-pane/running')} />}
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
      <div aria-live="polite">{outcome && <RehearsedOutcome outcome={outcome} campaign={campaign} />}</div>
      {outcome && <IntoForce desk={desk} state={state} />}
    </div>
  )
}

function Trials({ desk, state: { lines, tried, unusable, isWorking }, campaign }: { readonly desk: RehearseDesk; readonly state: RehearseState; readonly campaign: Campaign }) {
  const { say, pick } = useWords()
  const [wanted, setWanted] = useState('')
  const words = wanted.trim().toLowerCase()
  const found = lines.filter(({ key, title, clauses }) => words === '' || tried.has(key) || [pick(title), ...clauses].some((text) => text.toLowerCase().includes(words)))
  const group = (kind: 'setting' | 'weight') => found.filter((line) => line.kind === kind).toSorted((a, b) => Number(tried.has(b.key)) - Number(tried.has(a.key)))
  return (
    <>
      <input type="search" className="find" aria-label={say('rehearse-pane/find')} placeholder={say('rehearse-pane/find')} value={wanted} onChange={({ target }) => setWanted(target.value)} />
      {found.length === 0 && <p className="soft">{say('rehearse-pane/nothing-found')}</p>}
      {(['setting', 'weight'] as const).map((kind) => {
        const those = group(kind)
        return those.length === 0 ? null : (
          <section key={kind}>
            <h2>{say(`rehearse-pane/${kind}s`)}</h2>
            <Capped key={words} items={those} atOnce={6} className="trials">
              {(line) => <SettingTrial key={line.key} line={line} campaign={campaign} text={tried.get(line.key)} isUnusable={unusable.has(line.key)} isDisabled={isWorking} onTry={(text) => desk.try(line.key, text)} />}
            </Capped>
          </section>
        )
      })}
    </>
  )
}

/** The way to make it hold: by hand, values in the settings sheet, with week and name. */
function IntoForce({ desk, state: { what, lines, tried } }: { readonly desk: RehearseDesk; readonly state: RehearseState }) {
  const { say, pick } = useWords()
  return (
    <>
      <h2>{say('rehearse-pane/into-force')}</h2>
      <p className="soft small">{say(what === 'settings' ? 'rehearse-pane/into-force-how' : 'rehearse-pane/definition-into-force')}</p>
      <div className="actions">
        {lines
          .filter(({ key }) => what === 'settings' && tried.has(key))
          .map(({ key, title }) => (
            <DefaultButton key={key} className="long" text={say('rehearse-pane/go', { title: pick(title) })} onClick={() => void desk.reveal(key)} />
          ))}
      </div>
    </>
  )
}
