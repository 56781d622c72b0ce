import React, { useEffect, useRef } from 'react'
import { PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import type { WorkbenchState } from '../../app/workbench/workbench'
import type { Language } from '../../domain/text'
import { useWords } from '../../taskpane/shell/words'
import type { PageTools } from '../page-tools'
import { sourceOf } from '../shell/picked-file'
import { LanguageChoice } from '../shell/LanguageChoice'
import { PageNotices } from '../shell/PageNotices'
import { DraftList } from './DraftList'
import { FirstMinute } from './FirstMinute'
import { SampleList } from './SampleList'

export interface PageProps {
  readonly tools: PageTools
  readonly state: WorkbenchState
  readonly onLanguage: (language: Language) => void
}

/** Where one begins: a file of one's own, work that was left, or a sample. */
export function StartView({ tools, state, onLanguage }: PageProps) {
  const { say } = useWords()
  const { bench } = tools
  const heading = useRef<HTMLHeadingElement>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Back from a workbook, the focus would be nowhere.
    heading.current?.focus()
    tools.warmUp()
  }, [tools])
  const onChosen = ({ target }: React.ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) void bench.open(sourceOf(file))
    // So that the same file can be chosen again.
    target.value = ''
  }
  return (
    <main className="start" data-part="pane">
      <header className="start-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {say('workbench/title')}
          </h1>
          <p className="lead">{say('workbench/lead')}</p>
        </div>
        <LanguageChoice onChoose={onLanguage} />
      </header>
      <PageNotices bench={bench} state={state} />
      <div className="start-columns">
        <div>
          <section className="open-box">
            <PrimaryButton text={say('workbench/open')} iconProps={{ iconName: 'File' }} onClick={() => input.current?.click()} />
            <p>{say('workbench/drop')}</p>
            <p className="soft">{say('workbench/private')}</p>
            <input ref={input} type="file" accept=".xlsx,.xlsm" className="hidden-words" tabIndex={-1} aria-hidden="true" onChange={onChosen} />
          </section>
          <DraftList bench={bench} drafts={state.drafts} />
          <FirstMinute bench={bench} samples={state.samples} />
        </div>
        <SampleList bench={bench} samples={state.samples} />
      </div>
      <footer className="soft">
        {say('workbench/version', { version: tools.version })}
        {state.useNewer && (
          <>
            {' '}
            {say('workbench/newer')}{' '}
            <button type="button" className="link" onClick={state.useNewer}>
              {say('workbench/newer-use')}
            </button>
          </>
        )}
      </footer>
    </main>
  )
}
