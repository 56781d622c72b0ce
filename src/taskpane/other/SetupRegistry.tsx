import React, { useMemo, useRef } from 'react'
import { ActionButton, DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import type { IssueDesk, IssueState } from '../../app/pane/office/issue'
import type { SetupStep } from '../../app/pane/other-pane'
import { registryFacts, type RegistryFacts } from '../../app/pane/registry-facts'
import { IssueButtons, registryFiles, RegistryFindings } from '../office/IssueParts'
import { Notice } from '../shell/Notice'
import { useWords } from '../shell/words'
import { Step } from './Step'

interface Props {
  readonly issue: IssueDesk
  readonly state: IssueState
  readonly now: SetupStep
  /** A registry to fill in is asked for. */
  readonly onBlank: () => void
}

/** Steps 2 to 4: the registry, what was read of it, and everything that is handed out. */
export function SetupRegistry({ issue, state, now, onBlank }: Props) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const { from, registry, members, work, savedOffice } = state
  const facts = useMemo(() => registryFacts(registry, members), [registry, members])
  const isChosen = from.length > 0
  const Choose = isChosen ? DefaultButton : PrimaryButton
  return (
    <>
      <Step n={2} step="registry" now={now}>
        {isChosen ? <p className="break">{say('setup/registry-from', { files: from.join(say('office/comma')) })}</p> : <p className="soft">{say('setup/registry-about')}</p>}
        <div className="actions">
          <Choose text={say(isChosen ? 'setup/registry-other' : 'setup/registry-choose')} iconProps={{ iconName: 'File' }} disabled={work !== undefined} onClick={() => input.current?.click()} />
          {!isChosen && <ActionButton className="more" iconProps={{ iconName: 'Save' }} text={say('setup/registry-blank')} onClick={onBlank} />}
        </div>
        <input ref={input} type="file" multiple accept=".xlsx,.csv,.txt" className="hidden-words" tabIndex={-1} aria-hidden data-kind="registry" onChange={({ target }) => void registryFiles(target).then((files) => files.length > 0 && void issue.chooseFiles(files))} />
      </Step>
      <Step n={3} step="check" now={now}>
        <Check facts={facts} />
        <RegistryFindings findings={state.findings} />
        {state.findings.length === 0 && <Notice tone="done" title={say('setup/check-ok')} />}
      </Step>
      <Step n={4} step="issue" now={now}>
        <p className="soft">{say('setup/issue-office-about')}</p>
        <div className="actions">
          <DefaultButton className="wide" text={say('setup/issue-office')} iconProps={{ iconName: 'Save' }} disabled={work !== undefined || !state.isIssuable} onClick={() => void issue.saveOffice()} />
        </div>
        <div aria-live="polite">{savedOffice !== undefined && <Notice tone="done" title={say('setup/issued-office', { name: savedOffice })} />}</div>
        <p className="soft">{say('setup/issue-units-about')}</p>
        <IssueButtons desk={issue} state={state} />
        {state.saved && savedOffice !== undefined && <p>{say('setup/next')}</p>}
      </Step>
    </>
  )
}

const NAMES = 3

function Check({ facts }: { readonly facts: RegistryFacts }) {
  const { say } = useWords()
  const { systems, units, groups, headcount, members, withoutGroup, withoutContact } = facts
  const some = (names: readonly string[]) => {
    const shown = names.slice(0, NAMES).join(say('office/comma'))
    return names.length > NAMES ? say('setup/and-more', { names: shown }) : shown
  }
  const rows = [...systems.map((one) => ({ ...one, key: one.system })), { key: '', system: say('setup/total'), units, headcount, members }]
  return (
    <>
      <p>{say('setup/facts', { units, headcount, members, groups })}</p>
      <table className="figures-table">
        <thead>
          <tr>
            <th scope="col">{say('setup/system')}</th>
            {(['units', 'headcount', 'members'] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {say(`setup/${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className={row.key === '' ? 'sum' : ''}>
              <th scope="row">{row.system}</th>
              <td className="number">{row.units}</td>
              <td className="number">{row.headcount}</td>
              <td className="number">{row.members}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="plain-list small">
        {members === 0 ? <li>{say('setup/no-members')}</li> : members !== headcount && <li className="warning-words">{say('setup/members-differ', { members, headcount })}</li>}
        {withoutGroup.length > 0 && <li className="warning-words">{say('setup/without-group', { count: withoutGroup.length, names: some(withoutGroup) })}</li>}
        {withoutContact.length > 0 && <li className="warning-words">{say('setup/without-contact', { count: withoutContact.length, names: some(withoutContact) })}</li>}
      </ul>
    </>
  )
}
