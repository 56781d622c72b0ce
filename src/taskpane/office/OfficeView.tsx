import React, { useEffect, useState } from 'react'
import { Spinner } from 'office-ui-fabric-react/lib/Spinner'
import { OfficeDesk } from '../../app/pane/office/desk'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'
import type { ViewProps } from '../views'
import { ReadyOffice } from './ReadyOffice'
import { startOfficeWorker, WORKERS } from './start-office-worker'

/** Gives the page its turn: what was set is drawn before the work goes on. */
const pause = () => new Promise<void>((resolve) => setTimeout(resolve))

/** The campaign office's workbook. */
export default function OfficeView({ session }: ViewProps) {
  const { say } = useWords()
  const [desk] = useState(() => new OfficeDesk({ session, startWorker: startOfficeWorker, size: WORKERS, pause }))
  const state = useStore(desk.store)
  useEffect(() => {
    const watching = desk.open()
    return () => void watching.then((stop) => stop())
  }, [desk])

  if (state.phase === 'opening') return <Spinner className="opening" label={say('pane/opening')} />
  if (state.phase === 'ready') return <ReadyOffice desk={desk} state={state} session={session} startWorker={startOfficeWorker} pause={pause} />
  return (
    <>
      <h1>{session.opened.name}</h1>
      <TroubleNotice trouble={state.trouble} actions={[{ text: say('pane/again'), onClick: session.reopen }]} />
    </>
  )
}
