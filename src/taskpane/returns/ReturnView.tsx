import React, { useEffect, useState } from 'react'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import { ReturnPane } from '../../app/pane/return/return-pane'
import { MistakeList } from '../parts/MistakeList'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import type { ViewProps } from '../views'
import { ReadyReturn } from './ReadyReturn'

/** A unit's or supervision group's workbook. */
export default function ReturnView({ session }: ViewProps) {
  const { say } = useWords()
  const [pane] = useState(() => new ReturnPane(session))
  const state = useStore(pane.store)
  useEffect(() => {
    void pane.start()
    return pane.stop
  }, [pane])

  if (state.phase === 'loading') return <Spinner className="opening" label={say('pane/opening')} />
  if (state.phase === 'ready') return <ReadyReturn pane={pane} state={state} copyText={session.tools.copyText} />
  return (
    <>
      <h1>{session.opened.name}</h1>
      <TroubleNotice trouble={state.trouble} actions={[{ text: say('pane/again'), onClick: session.reopen }]} />
      <MistakeList mistakes={state.mistakes} />
    </>
  )
}
