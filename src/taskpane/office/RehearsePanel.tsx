import React, { useEffect, useState } from 'react'
import { ActionButton, DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import type { RehearseDesk, RehearseState } from '../../app/pane/office-rehearse'
import type { DeskReady } from '../../app/pane/office-state'
import { Capped } from '../parts/Capped'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { RehearsedOutcome } from './RehearsedOutcome'
import { SettingTrial } from './SettingTrial'

interface Props {
  readonly desk: RehearseDesk
  /** Of a consolidated week. */
  readonly state: DeskReady
}

/** Settings and weights to change, and what a past week would then be. */
export function RehearsePanel({ desk, state: { office, week } }: Props) {
  const { say, pick } = useWords()
  const state = useStore(desk.store)
  const [wanted, setWanted] = useState('')
  useEffect(() => desk.open(office, week), [desk, office, week])
  const { tried, unusable, isWorking, outcome } = state
  const campaign = office.campaignIn(week)
  const words = wanted.trim().toLowerCase()
  const found = state.lines.filter(({ key, title, clauses }) => words === '' || tried.has(key) || [pick(title), ...clauses].some((text) => text.toLowerCase().includes(words)))
  const group = (kind: 'setting' | 'weight') => found.filter((line) => line.kind === kind).toSorted((a, b) => Number(tried.has(b.key)) - Number(tried.has(a.key)))
  return (
    <div className="panel rehearse">
      <p className="soft small">{say('rehearse-pane/about', { week })}</p>
      <input type="search" className="find" aria-label={say('rehearse-pane/find')} placeholder={say('rehearse-pane/find')} value={wanted} onChange={({ target }) => setWanted(target.value)} />
      {found.length === 0 && <p className="soft">{say('rehearse-pane/nothing-found')}</p>}
      {(['setting', 'weight'] as const).map((kind) => {
        const lines = group(kind)
        return lines.length === 0 ? null : (
          <section key={kind}>
            <h2>{say(`rehearse-pane/${kind}s`)}</h2>
            <Capped key={words} items={lines} atOnce={6} className="trials">
              {(line) => <SettingTrial key={line.key} line={line} campaign={campaign} text={tried.get(line.key)} isUnusable={unusable.has(line.key)} isDisabled={isWorking} onTry={(text) => desk.try(line.key, text)} />}
            </Capped>
          </section>
        )
      })}
      <div className="rehearse-bar">
        <div className="line-between">
          <span>{say('rehearse-pane/tried', { count: tried.size })}</span>
          {tried.size > 0 && <ActionButton className="more" text={say('rehearse-pane/clear')} disabled={isWorking} onClick={desk.clear} />}
        </div>
        <PrimaryButton className="wide" text={say('rehearse-pane/run', { week })} disabled={isWorking || tried.size === 0 || unusable.size > 0} onClick={() => void desk.rehearse(week)} />
      </div>
      {isWorking && <Spinner label={say('rehearse-pane/running')} />}
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
      <div aria-live="polite">{outcome && <RehearsedOutcome outcome={outcome} campaign={campaign} />}</div>
      {outcome && <IntoForce desk={desk} state={state} />}
    </div>
  )
}

/** The way to make it hold: by hand, in the settings sheet, with week and name. */
function IntoForce({ desk, state: { lines, tried } }: { readonly desk: RehearseDesk; readonly state: RehearseState }) {
  const { say, pick } = useWords()
  return (
    <>
      <h2>{say('rehearse-pane/into-force')}</h2>
      <p className="soft small">{say('rehearse-pane/into-force-how')}</p>
      <div className="actions">
        {lines
          .filter(({ key }) => tried.has(key))
          .map(({ key, title }) => (
            <DefaultButton key={key} className="long" text={say('rehearse-pane/go', { title: pick(title) })} onClick={() => void desk.reveal(key)} />
          ))}
      </div>
    </>
  )
}
