import React, { useEffect, useState } from 'react'
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot'
import type { ReturnPane } from '../../app/pane/return/return-pane'
import type { ReadyState } from '../../app/pane/return/return-state'
import { useWords } from '../shell/words'
import { FindingsPanel } from './FindingsPanel'
import { GapPanel } from './GapPanel'
import { ReturnHead } from './ReturnHead'
import { RowMessage } from './RowMessage'
import { ScorePanel } from './ScorePanel'
import { SubmitPanel } from './SubmitPanel'

export interface ReturnProps {
  readonly pane: ReturnPane
  readonly state: ReadyState
}

type Tab = 'gap' | 'findings' | 'score' | 'submit'

/** A return that can be checked: the head with its actions, and four pages of what came of it. */
export function ReadyReturn({ pane, state, copyText }: ReturnProps & { readonly copyText: (text: string) => Promise<void> }) {
  const { say } = useWords()
  const [tab, setTab] = useState<Tab>('gap')
  useProblemKeys(pane)
  const { checked, campaign, facts } = state
  const isScored = campaign.indicators.some((indicator) => indicator.in === facts.kind)
  const shown: Tab = tab === 'score' && !isScored ? 'gap' : tab
  return (
    <>
      <ReturnHead pane={pane} state={state} onFilter={(filter) => (pane.show(filter), setTab('findings'))} />
      <RowMessage state={state} />
      {checked && (
        <Pivot className="tabs" aria-label={say('pane/tabs')} selectedKey={shown} onLinkClick={(item) => setTab((item?.props.itemKey as Tab | undefined) ?? 'gap')}>
          <PivotItem itemKey="gap" headerText={say('pane/tab-gap')}>
            <GapPanel campaign={campaign} kind={facts.kind} result={checked.result} onReveal={pane.reveal} />
          </PivotItem>
          <PivotItem itemKey="findings" headerText={say('pane/tab-findings')}>
            <FindingsPanel findings={checked.result.findings} filter={state.filter} onFilter={pane.show} onReveal={pane.reveal} />
          </PivotItem>
          {isScored && (
            <PivotItem itemKey="score" headerText={say('pane/tab-score')}>
              <ScorePanel campaign={campaign} kind={facts.kind} result={checked.result} onReveal={pane.reveal} />
            </PivotItem>
          )}
          <PivotItem itemKey="submit" headerText={say('pane/tab-submit')}>
            <SubmitPanel pane={pane} state={state} copyText={copyText} />
          </PivotItem>
        </Pivot>
      )}
      {!checked && (
        <section className="submit-early">
          <h2>{say('pane/tab-submit')}</h2>
          <SubmitPanel pane={pane} state={state} copyText={copyText} />
        </section>
      )}
      <footer className="soft">{say('pane/private')}</footer>
    </>
  )
}

/** F8: next problem; Shift+F8: the one before. */
function useProblemKeys(pane: ReturnPane): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F8') return
      event.preventDefault()
      void pane.next(event.shiftKey ? -1 : 1)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [pane])
}
