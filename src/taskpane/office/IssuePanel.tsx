import React, { useRef } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator'
import type { IssueDesk } from '../../app/pane/office-issue'
import type { Campaign } from '../../domain/campaign/campaign'
import { findingText, whereOf } from '../../domain/returns/finding-text'
import { countFindings } from '../../domain/returns/group-findings'
import { Capped } from '../parts/Capped'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'

/** A workbook for everybody in the registry, as one zip. */
export function IssuePanel({ desk, campaign }: { readonly desk: IssueDesk; readonly campaign: Campaign }) {
  const { say } = useWords()
  const state = useStore(desk.store)
  const input = useRef<HTMLInputElement>(null)
  const { registry, members, from, work, count, week } = state
  const onChosen = async ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])]
    target.value = ''
    if (files.length > 0) void desk.chooseFiles(await Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }))))
  }
  return (
    <div className="panel">
      <p className="soft small">{say('office-pane/issue-about')}</p>
      <p>{from.length === 0 ? say('office-pane/issue-own', { units: registry.units.length }) : say('office-pane/issue-from', { files: from.join(say('office/comma')), units: registry.units.length, members: members.length })}</p>
      <div className="actions">
        <DefaultButton text={say('office-pane/issue-choose')} iconProps={{ iconName: 'File' }} disabled={work !== undefined} onClick={() => input.current?.click()} />
        {from.length > 0 && <DefaultButton text={say('office-pane/issue-use-own')} disabled={work !== undefined} onClick={desk.useOwn} />}
      </div>
      <input ref={input} type="file" multiple accept=".xlsx,.csv,.txt" className="hidden-words" tabIndex={-1} aria-hidden onChange={(event) => void onChosen(event)} />
      <RegistryFindings findings={state.findings} />
      <label className="week-choice">
        <span>{say('office-pane/issue-week')}</span>
        <select value={week ?? ''} disabled={work !== undefined} onChange={({ target }) => desk.chooseWeek(target.value === '' ? undefined : Number(target.value))}>
          <option value="">{say('office-pane/issue-week-open')}</option>
          {Array.from({ length: campaign.calendar.weeks }, (_, at) => at + 1).map((n) => (
            <option key={n} value={n}>
              {say('office-pane/issue-week-n', { week: n })}
            </option>
          ))}
        </select>
      </label>
      <div className="actions">
        <PrimaryButton className="wide" text={say('office-pane/issue', { count })} iconProps={{ iconName: 'Save' }} disabled={work !== undefined || !state.isIssuable} onClick={() => void desk.issue()} />
      </div>
      {work && (
        <div className="work">
          <ProgressIndicator label={say('office-pane/issuing', { done: work.done, total: work.total, at: work.at })} percentComplete={work.total === 0 ? 0 : work.done / work.total} />
          <DefaultButton text={say('office-pane/cancel')} onClick={desk.cancel} />
        </div>
      )}
      <div aria-live="polite">
        {state.saved && <Notice tone="done" title={say('office-pane/issued', { ...state.saved })} />}
        {state.isCancelled && <Notice tone="info" title={say('office-pane/issue-cancelled')} />}
      </div>
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
    </div>
  )
}

function RegistryFindings({ findings }: Pick<IssueDesk['store']['state'], 'findings'>) {
  const { say, language } = useWords()
  if (findings.length === 0) return null
  const { errors } = countFindings(findings)
  return (
    <Notice tone={errors > 0 ? 'error' : 'warning'} title={errors > 0 ? say('office-pane/issue-errors', { errors }) : say('office-pane/issue-warnings', { count: findings.length })}>
      <Capped items={findings} atOnce={5} className="plain-list">
        {(finding, at) => {
          const { message, fix } = findingText(finding, say, language)
          return (
            <li key={at}>
              <span className="cell">{[finding.sheet, whereOf(finding)].filter(Boolean).join(' ')}</span> {message} <span className="soft">{fix}</span>
            </li>
          )
        }}
      </Capped>
    </Notice>
  )
}
