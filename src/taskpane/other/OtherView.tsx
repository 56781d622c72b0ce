import React, { useRef, useState } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import { OtherPane, type DefinitionState } from '../../app/pane/other-pane'
import type { Campaign } from '../../domain/campaign/campaign'
import { MistakeList } from '../parts/MistakeList'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import type { ViewProps } from '../views'

/** A workbook that is of no campaign: what Muster is, where to begin, and a definition to check and make workbooks from. */
export default function OtherView({ session }: ViewProps) {
  const { say } = useWords()
  const [pane] = useState(() => new OtherPane(session))
  const state = useStore(pane.store)
  return (
    <>
      <h1>{say('pane/product')}</h1>
      <p>{say('pane/other-lead')}</p>
      <h2>{say('pane/other-where')}</h2>
      <ul className="plain-list">
        <li>{say('pane/other-unit')}</li>
        <li>{say('pane/other-office')}</li>
        <li>{say('pane/other-new')}</li>
      </ul>
      <ChooseFile onFile={(file) => void pane.read(file)} />
      {state.trouble && <TroubleNotice trouble={state.trouble} />}
      <Definition definition={state.definition}>{(campaign) => <Blanks pane={pane} campaign={campaign} making={state.making} />}</Definition>
      <footer className="soft">{say('pane/private')}</footer>
    </>
  )
}

function ChooseFile({ onFile }: { readonly onFile: (file: File) => void }) {
  const { say } = useWords()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="actions">
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml"
        hidden
        aria-label={say('pane/choose-definition')}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) onFile(file)
          // The same file, corrected, can be chosen again.
          target.value = ''
        }}
      />
      <PrimaryButton text={say('pane/choose-definition')} iconProps={{ iconName: 'File' }} onClick={() => input.current?.click()} />
    </div>
  )
}

function Definition({ definition, children }: { readonly definition: DefinitionState; readonly children: (campaign: Campaign) => React.ReactNode }) {
  const { say, pick } = useWords()
  if (definition.state === 'none') return null
  const { file } = definition
  if (definition.state === 'reading') return <Spinner label={say('pane/definition-reading', { file })} />
  if (definition.state === 'mistaken') {
    return (
      <>
        <Notice tone="error" title={say('pane/definition-mistakes', { file, count: definition.mistakes.length })} />
        <MistakeList mistakes={definition.mistakes} />
      </>
    )
  }
  const { campaign } = definition
  const { title, version, clauses, forms, measures } = campaign.definition
  const count = (record: object) => Object.keys(record).length
  return (
    <>
      <Notice tone="done" title={say('pane/definition-ok', { file })}>
        <p>{say('pane/definition-facts', { title: pick(title), version, clauses: count(clauses), forms: count(forms), measures: count(measures) })}</p>
      </Notice>
      {children(campaign)}
    </>
  )
}

function Blanks({ pane, campaign, making }: { readonly pane: OtherPane; readonly campaign: Campaign; readonly making: string | undefined }) {
  const { say } = useWords()
  return (
    <>
      <h2>{say('pane/blanks')}</h2>
      <p className="soft">{say('pane/blanks-hint')}</p>
      <div className="actions">
        {pane.blanks(campaign).map((name) => (
          <DefaultButton key={name} iconProps={{ iconName: 'Save' }} text={say(making === name ? 'pane/making' : `pane/blank-${name}`)} disabled={making !== undefined} onClick={() => void pane.make(name)} />
        ))}
      </div>
    </>
  )
}
