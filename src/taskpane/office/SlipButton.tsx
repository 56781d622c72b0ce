import React, { useEffect } from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import type { OversightDesk } from '../../app/pane/office/oversight'
import { Notice } from '../shell/Notice'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useStore } from '../shell/use-store'
import { useWords } from '../shell/words'

/** Saves the unit's own copy of what is explained here. */
export function SlipButton({ desk, onSave }: { readonly desk: OversightDesk; readonly onSave: () => void }) {
  const { say } = useWords()
  const { making, saved, trouble } = useStore(desk.store)
  // What was saved for another unit is no news here.
  useEffect(() => desk.dismiss, [desk])
  return (
    <>
      <div className="actions">
        <DefaultButton text={say('explain-pane/save-slip')} title={say('explain-pane/slip-hint')} iconProps={{ iconName: 'Save' }} disabled={making !== undefined} onClick={onSave} />
      </div>
      <div aria-live="polite">{saved?.what === 'slip' && <Notice tone="done" title={say('explain-pane/slip-saved', { name: saved.name })} onClose={desk.dismiss} />}</div>
      {trouble && <TroubleNotice trouble={trouble} onClose={desk.dismiss} />}
    </>
  )
}
