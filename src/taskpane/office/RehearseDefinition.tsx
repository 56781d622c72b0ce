import React, { useRef } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import type { RehearseDesk } from '../../app/pane/office/rehearse'
import type { Difference, TriedDefinition } from '../../app/pane/office/tried-definition'
import type { Definition } from '../../domain/campaign/schema'
import { Capped } from '../parts/Capped'
import { Fold } from '../parts/Fold'
import { MistakeList } from '../parts/MistakeList'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'
import { pickedFiles } from './picked-files'

interface Props {
  readonly desk: RehearseDesk
  readonly tried: TriedDefinition
  readonly inForce: Definition
  readonly isDisabled: boolean
}

/** Another definition is chosen: from its own file, or from a workbook that carries it; its mistakes, or what it says otherwise. */
export function RehearseDefinition({ desk, tried, inForce, isDisabled }: Props) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const isChosen = tried.state === 'usable' || tried.state === 'mistaken'
  return (
    <>
      <h2>{say('rehearse-pane/what-definition')}</h2>
      <div className="actions">
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml,.xlsx,.xlsm"
          className="hidden-words"
          tabIndex={-1}
          aria-hidden
          data-kind="definition"
          onChange={({ target }) => {
            const [file] = pickedFiles(target.files)
            if (file) void desk.chooseDefinition(file)
            // The same file, corrected, can be chosen again.
            target.value = ''
          }}
        />
        <DefaultButton className="wide" text={say(isChosen ? 'rehearse-pane/definition-other' : 'rehearse-pane/definition-choose')} iconProps={{ iconName: 'File' }} disabled={isDisabled} onClick={() => input.current?.click()} />
      </div>
      <div aria-live="polite">
        {tried.state === 'reading' && <Spinner label={say('pane/definition-reading', { file: tried.file })} />}
        {tried.state === 'none' && tried.trouble && <TroubleNotice trouble={tried.trouble} />}
        {tried.state === 'mistaken' && <Notice tone="error" title={say('pane/definition-mistakes', { file: tried.file, count: tried.mistakes.length })} />}
        {tried.state === 'usable' && (
          <Notice tone="done" title={say('pane/definition-ok', { file: tried.file })}>
            <p>{say('rehearse-pane/definition-versions', { tried: tried.campaign.definition.version, inForce: inForce.version })}</p>
            {tried.differences.length === 0 ? <p>{say('rehearse-pane/definition-same')}</p> : <p>{say('rehearse-pane/definition-differs', { count: tried.differences.length })}</p>}
          </Notice>
        )}
      </div>
      {tried.state === 'mistaken' && <MistakeList mistakes={tried.mistakes} />}
      {tried.state === 'usable' && tried.differences.length > 0 && <Differences differences={tried.differences} />}
    </>
  )
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const { say, pick } = useWords()
  return (
    <>
      {differences.some(({ kind }) => kind === 'form') && <p className="small warning-words">{say('rehearse-pane/definition-forms')}</p>}
      <Fold className="options" head={say('rehearse-pane/definition-differences')}>
        <Capped items={differences} atOnce={12} className="moves">
          {({ kind, id, title, change }) => (
            <li key={`${kind} ${id}`} className="sum-line">
              <span>
                {pick(title)} <span className="soft small">{say(`rehearse-pane/kind-${kind}`)}</span>
              </span>
              <span className="soft small number">{say(`rehearse-pane/definition-${change}`)}</span>
            </li>
          )}
        </Capped>
      </Fold>
    </>
  )
}
