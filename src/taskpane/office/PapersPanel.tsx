import React, { useEffect, useRef } from 'react'
import { ActionButton, DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import type { PaperRow, PapersDesk, PapersState } from '../../app/pane/office-papers'
import type { DeskReady } from '../../app/pane/office-state'
import { Capped } from '../parts/Capped'
import { Choice } from '../parts/Choice'
import { Fold } from '../parts/Fold'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { pickedFiles } from './picked-files'
import type { OfficeTab } from './ReadyOffice'

interface Props {
  readonly desk: PapersDesk
  /** Of a consolidated week. */
  readonly state: DeskReady
  /** Some of the campaign's own templates can be had here. */
  readonly hasOwn: boolean
  readonly onGo: (tab: OfficeTab) => void
}

/** Which papers the week calls for, and all of them as a zip. */
export function PapersPanel({ desk, state: { office, week }, hasOwn, onGo }: Props) {
  const { say } = useWords()
  const state = useStore(desk.store)
  useEffect(() => desk.count(office, week), [desk, office, week])
  const { rows, wanted, draft, bundling, isMaking, saved } = state
  const count = rows.reduce((sum, { paper, ready, waiting }) => sum + (wanted.has(paper) ? ready + (draft ? waiting : 0) : 0), 0)
  if (rows.length === 0) return <p className="panel soft">{say('papers-pane/none-defined')}</p>
  return (
    <div className="panel">
      <p className="soft small">{say('papers-pane/about')}</p>
      <h2>{say('papers-pane/which', { week })}</h2>
      <ul className="paper-rows">
        {rows.map((row) => (
          <PaperLine key={row.paper} row={row} draft={draft} isWanted={wanted.has(row.paper)} onWant={(isWanted) => desk.want(row.paper, isWanted)} />
        ))}
      </ul>
      <label className="check-line">
        <input type="checkbox" checked={draft} disabled={isMaking} onChange={({ target }) => desk.setDraft(target.checked)} />
        <span>{say('papers-pane/draft')}</span>
      </label>
      <Choice label={say('papers-pane/bundling')} value={bundling} onChange={desk.setBundling} options={(['campaign', 'system', 'unit'] as const).map((value) => ({ value, text: say(`papers-pane/bundling-${value}`) }))} />
      <div className="actions">
        <PrimaryButton className="wide" text={say('papers-pane/make', { count })} iconProps={{ iconName: 'Save' }} disabled={isMaking || count === 0} onClick={() => void desk.make(week)} />
      </div>
      {isMaking && <Spinner label={say('papers-pane/making')} />}
      <div aria-live="polite">
        {saved && (saved.count > 0 ? <Notice tone="done" title={say('papers-pane/made', { ...saved })} /> : <Notice tone="info" title={say('papers-pane/made-none')} actions={[{ text: say('papers-pane/go-decide'), onClick: () => onGo('lists') }]} />)}
      </div>
      <TemplateTroubles state={state} />
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
      <Templates desk={desk} state={state} hasOwn={hasOwn} />
    </div>
  )
}

function PaperLine({ row: { title, ready, waiting }, draft, isWanted, onWant }: { readonly row: PaperRow; readonly draft: boolean; readonly isWanted: boolean; readonly onWant: (isWanted: boolean) => void }) {
  const { say, pick } = useWords()
  const some = ready > 0 || (draft && waiting > 0)
  return (
    <li>
      <label className="check-line">
        <input type="checkbox" checked={isWanted && some} disabled={!some} onChange={({ target }) => onWant(target.checked)} />
        <span className="paper-title">{pick(title)}</span>
        <span className="small number">
          {ready > 0 && <span className="decided">{say('papers-pane/ready', { ready })}</span>}
          {ready > 0 && waiting > 0 && ' · '}
          {waiting > 0 && <span className="warning-words">{say('papers-pane/waiting', { waiting })}</span>}
          {ready + waiting === 0 && <span className="soft">{say('papers-pane/nothing')}</span>}
        </span>
      </label>
    </li>
  )
}

/** Every mistake with its paper and file, in the words of the templates' checks. */
function TemplateTroubles({ state: { templateTroubles } }: { readonly state: PapersState }) {
  const { say } = useWords()
  if (templateTroubles.length === 0) return null
  return (
    <Notice tone="error" title={say('papers-pane/template-troubles', { count: templateTroubles.length })}>
      <Capped items={templateTroubles} atOnce={6} className="plain-list">
        {({ code, params }, at) => (
          <li key={at}>
            {say(code, params)} <span className="soft">{say(`${code}.fix`, params)}</span>
          </li>
        )}
      </Capped>
    </Notice>
  )
}

function Templates({ desk, state: { templates, rows, isMaking }, hasOwn }: { readonly desk: PapersDesk; readonly state: PapersState; readonly hasOwn: boolean }) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const comma = say('office/comma')
  return (
    <Fold className="options" head={say('papers-pane/templates')}>
      <p className="small">{templates.length > 0 ? say('papers-pane/templates-chosen', { files: templates.join(comma) }) : say(hasOwn ? 'papers-pane/templates-own' : 'papers-pane/templates-none')}</p>
      <p className="soft small break">{say('papers-pane/templates-hint', { files: [...new Set(rows.map(({ file }) => file))].join(comma) })}</p>
      <div className="actions">
        <DefaultButton text={say('papers-pane/templates-choose')} iconProps={{ iconName: 'File' }} disabled={isMaking} onClick={() => input.current?.click()} />
        {templates.length > 0 && <ActionButton className="more" text={say('papers-pane/templates-reset')} disabled={isMaking} onClick={desk.useOwnTemplates} />}
      </div>
      <input ref={input} type="file" multiple accept=".docx" className="hidden-words" tabIndex={-1} aria-hidden data-kind="templates" onChange={({ target }) => (void desk.useTemplates(pickedFiles(target.files)), void (target.value = ''))} />
    </Fold>
  )
}
