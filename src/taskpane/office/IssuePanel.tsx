import React, { useRef } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import type { IssueDesk } from '../../app/pane/office/issue'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import { IssueButtons, registryFiles, RegistryFindings } from './IssueParts'

/** A workbook for everybody in the registry, as one zip. */
export function IssuePanel({ desk }: { readonly desk: IssueDesk }) {
  const { say } = useWords()
  const state = useStore(desk.store)
  const input = useRef<HTMLInputElement>(null)
  const { registry, members, from, work } = state
  return (
    <div className="panel">
      <p className="soft small">{say('office-pane/issue-about')}</p>
      <p>{from.length === 0 ? say('office-pane/issue-own', { units: registry.units.length }) : say('office-pane/issue-from', { files: from.join(say('office/comma')), units: registry.units.length, members: members.length })}</p>
      <div className="actions">
        <DefaultButton text={say('office-pane/issue-choose')} iconProps={{ iconName: 'File' }} disabled={work !== undefined} onClick={() => input.current?.click()} />
        {from.length > 0 && <DefaultButton text={say('office-pane/issue-use-own')} disabled={work !== undefined} onClick={desk.useOwn} />}
      </div>
      <input ref={input} type="file" multiple accept=".xlsx,.csv,.txt" className="hidden-words" tabIndex={-1} aria-hidden onChange={({ target }) => void registryFiles(target).then((files) => files.length > 0 && void desk.chooseFiles(files))} />
      <RegistryFindings findings={state.findings} />
      <IssueButtons desk={desk} state={state} />
    </div>
  )
}
