/** What issuing looks like, from the office's workbook and when a campaign is set up. */
import React from 'react'
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import type { IssueDesk, IssueState } from '../../app/pane/office/issue'
import type { RegistryFile } from '../../app/registry'
import { findingText, whereOf } from '../../domain/returns/finding-text'
import { countFindings } from '../../domain/returns/group-findings'
import { Capped } from '../parts/Capped'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import { MakingLine } from './MakingLine'

/** The files that were chosen in a file field, which is emptied, so that the same ones can be chosen again. */
export async function registryFiles(input: HTMLInputElement): Promise<RegistryFile[]> {
  const files = [...(input.files ?? [])]
  input.value = ''
  return Promise.all(files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}

/** What is wrong with a registry, each with its place. */
export function RegistryFindings({ findings }: Pick<IssueState, 'findings'>) {
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

/** The week to issue for, the button, how far it is and what came of it. */
export function IssueButtons({ desk, state }: { readonly desk: IssueDesk; readonly state: IssueState }) {
  const { say } = useWords()
  const { work, week, count } = state
  return (
    <>
      <label className="week-choice">
        <span>{say('office-pane/issue-week')}</span>
        <select value={week ?? ''} disabled={work !== undefined} onChange={({ target }) => desk.chooseWeek(target.value === '' ? undefined : Number(target.value))}>
          <option value="">{say('office-pane/issue-week-open')}</option>
          {Array.from({ length: desk.weeks }, (_, at) => at + 1).map((n) => (
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
        <MakingLine label={say('office-pane/issuing', { done: work.done, total: work.total, at: work.at })} done={work.done} total={work.total} onCancel={desk.cancel} />
      )}
      <div aria-live="polite">
        {state.saved && <Notice tone="done" title={say('office-pane/issued', { ...state.saved })} />}
        {state.isCancelled && <Notice tone="info" title={say('office-pane/no-file-made')} />}
      </div>
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
    </>
  )
}
