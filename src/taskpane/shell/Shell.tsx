import React, { Suspense, lazy, useMemo } from 'react'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import type { Pane, PaneSession } from '../../app/pane/pane'
import type { Say } from '../../domain/text'
import { VIEWS } from '../views'
import { TroubleNotice } from './TroubleNotice'
import { useStore } from './use-store'
import { ViewBoundary } from './ViewBoundary'
import { WordsProvider } from './words'

interface Props {
  readonly pane: Pane
  /** The pane's own words, there before the whole catalogue is loaded. */
  readonly say: Say
}

/** The pane: what is open decides which view is loaded and shown. */
export function Shell({ pane, say }: Props) {
  const state = useStore(pane.store)
  return (
    <WordsProvider language={pane.language} say={state.phase === 'open' ? state.session.say : say}>
      <main className="pane" lang={pane.language === 'zh' ? 'zh-CN' : 'en-US'}>
        {state.phase === 'opening' && <Spinner className="opening" label={say('pane/opening')} />}
        {state.phase === 'failed' && (
          <>
            <h1>{say('pane/product')}</h1>
            <TroubleNotice trouble={state.trouble} actions={[{ text: say('pane/again'), onClick: () => void pane.open() }]} />
          </>
        )}
        {state.phase === 'open' && <OpenView session={state.session} />}
      </main>
    </WordsProvider>
  )
}

function OpenView({ session }: { readonly session: PaneSession }) {
  const View = useMemo(() => lazy(VIEWS[session.opened.kind]), [session])
  return (
    <ViewBoundary key={session.opened.kind} onRetry={session.reopen}>
      <Suspense fallback={<Spinner className="opening" label={session.say('pane/opening')} />}>
        <View session={session} />
      </Suspense>
    </ViewBoundary>
  )
}
