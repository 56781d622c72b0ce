import React, { useRef, useState } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import type { IssueDesk } from '../../app/pane/office/issue'
import { nextStep, OtherPane, type DefinitionState, type SetupStep } from '../../app/pane/other-pane'
import type { Campaign } from '../../domain/campaign/campaign'
import { Fold } from '../parts/Fold'
import { MistakeList } from '../parts/MistakeList'
import { startOfficeWorker } from '../office/start-office-worker'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import type { ViewProps } from '../views'
import { SetupRegistry } from './SetupRegistry'
import { Step } from './Step'

/** Gives the page its turn: what was set is drawn before the work goes on. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/** A workbook that is of no campaign: what Muster is, where to begin, and a campaign set up step by step. */
export default function OtherView({ session }: ViewProps) {
  const { say } = useWords()
  const [pane] = useState(() => new OtherPane(session, { startWorker: startOfficeWorker, pause }))
  const { definition, making, trouble } = useStore(pane.store)
  return (
    <>
      <h1>{say('pane/product')}</h1>
      <p>{say('pane/other-lead')}</p>
      <h2>{say('pane/other-where')}</h2>
      <ul className="plain-list">
        <li>{say('pane/other-unit')}</li>
        <li>{say('pane/other-office')}</li>
      </ul>
      <h2>{say('setup/title')}</h2>
      {definition.state === 'usable' ? (
        <Steps key={definition.file} pane={pane} definition={definition} issue={definition.issue}>
          <Blanks pane={pane} campaign={definition.campaign} making={making} />
        </Steps>
      ) : (
        <ol className="setup-steps">
          <Step n={1} step="definition" now="definition">
            <ChooseDefinition pane={pane} definition={definition} />
          </Step>
          {(['registry', 'check', 'issue'] as const).map((step, at) => (
            <Step key={step} n={at + 2} step={step} now="definition" />
          ))}
        </ol>
      )}
      {trouble && <TroubleNotice trouble={trouble} />}
      <footer className="soft">{say('pane/private')}</footer>
    </>
  )
}

interface StepsProps {
  readonly pane: OtherPane
  readonly definition: DefinitionState
  readonly issue: IssueDesk
  readonly children: React.ReactNode
}

function Steps({ pane, definition, issue, children }: StepsProps) {
  const { say } = useWords()
  const state = useStore(issue.store)
  const now: SetupStep = nextStep(state)
  return (
    <>
      <ol className="setup-steps">
        <Step n={1} step="definition" now={now}>
          <ChooseDefinition pane={pane} definition={definition} />
        </Step>
        <SetupRegistry issue={issue} state={state} now={now} onBlank={() => void pane.make('registry.xlsx')} />
      </ol>
      <Fold className="options" head={say('setup/blanks')}>
        {children}
      </Fold>
    </>
  )
}

function ChooseDefinition({ pane, definition }: { readonly pane: OtherPane; readonly definition: DefinitionState }) {
  const { say, pick } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const isUsable = definition.state === 'usable'
  const Choose = isUsable ? DefaultButton : PrimaryButton
  return (
    <>
      {!isUsable && <p className="soft">{say('setup/definition-about')}</p>}
      {definition.state === 'reading' && <Spinner label={say('pane/definition-reading', { file: definition.file })} />}
      {isUsable && (
        <Notice tone="done" title={say('pane/definition-ok', { file: definition.file })}>
          <DefinitionFacts campaign={definition.campaign} title={pick(definition.campaign.definition.title)} />
        </Notice>
      )}
      {definition.state === 'mistaken' && (
        <>
          <Notice tone="error" title={say('pane/definition-mistakes', { file: definition.file, count: definition.mistakes.length })} />
          <MistakeList mistakes={definition.mistakes} />
        </>
      )}
      <div className="actions">
        <input
          ref={input}
          type="file"
          accept=".yaml,.yml"
          hidden
          aria-label={say('pane/choose-definition')}
          onChange={({ target }) => {
            const file = target.files?.[0]
            if (file) void pane.read(file)
            // The same file, corrected, can be chosen again.
            target.value = ''
          }}
        />
        <Choose text={say(isUsable ? 'setup/definition-other' : 'pane/choose-definition')} iconProps={{ iconName: 'File' }} onClick={() => input.current?.click()} />
      </div>
    </>
  )
}

function DefinitionFacts({ campaign: { definition }, title }: { readonly campaign: Campaign; readonly title: string }) {
  const { say } = useWords()
  const { version, clauses, forms, measures } = definition
  const count = (record: object) => Object.keys(record).length
  return <p>{say('pane/definition-facts', { title, version, clauses: count(clauses), forms: count(forms), measures: count(measures) })}</p>
}

function Blanks({ pane, campaign, making }: { readonly pane: OtherPane; readonly campaign: Campaign; readonly making: string | undefined }) {
  const { say } = useWords()
  return (
    <>
      <p className="soft">{say('pane/blanks-hint')}</p>
      <div className="actions">
        {pane.blanks(campaign).map((name) => (
          <DefaultButton key={name} iconProps={{ iconName: 'Save' }} text={say(making === name ? 'pane/making' : `pane/blank-${name}`)} disabled={making !== undefined} onClick={() => void pane.make(name)} />
        ))}
      </div>
    </>
  )
}
