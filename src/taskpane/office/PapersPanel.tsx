import React, { useState } from 'react'
import type { BulletinDesk } from '../../app/pane/office/bulletin-desk'
import type { HandUpDesk } from '../../app/pane/office/hand-up'
import type { PapersDesk } from '../../app/pane/office/papers'
import type { DeskReady } from '../../app/pane/office/state'
import { Choice } from '../parts/Choice'
import { useWords } from '../shell/words'
import { BulletinPage } from './BulletinPage'
import { HandUpPage } from './HandUpPage'
import { PapersOfWeek } from './PapersOfWeek'
import type { OfficeTab } from './ReadyOffice'

const PAGES = ['letters', 'bulletin', 'hand-up'] as const

interface Props {
  readonly desk: PapersDesk
  readonly bulletin: BulletinDesk
  readonly handUp: HandUpDesk
  /** Of a consolidated week. */
  readonly state: DeskReady
  /** Some of the campaign's own templates can be had here. */
  readonly hasOwn: boolean
  readonly onGo: (tab: OfficeTab) => void
}

/** All that leaves the office in words: letters, the bulletin, and the week's figures for the level above. */
export function PapersPanel({ desk, bulletin, handUp, state, hasOwn, onGo }: Props) {
  const { say } = useWords()
  const [page, setPage] = useState<(typeof PAGES)[number]>('letters')
  return (
    <div className="panel">
      <Choice label={say('papers-pane/pages')} value={page} onChange={setPage} options={PAGES.map((value) => ({ value, text: say(`papers-pane/page-${value}`) }))} />
      {page === 'letters' && <PapersOfWeek desk={desk} state={state} hasOwn={hasOwn} onGo={onGo} />}
      {page === 'bulletin' && <BulletinPage desk={bulletin} papers={desk} state={state} hasOwn={hasOwn} />}
      {page === 'hand-up' && <HandUpPage desk={handUp} state={state} />}
    </div>
  )
}
