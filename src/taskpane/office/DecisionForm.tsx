import React, { useState } from 'react'
import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button'
import { TextField } from 'office-ui-fabric-react/lib/TextField'
import type { Answer } from '../../app/decide'
import type { Trouble } from '../../app/pane/trouble'
import { TroubleNotice } from '../shell/TroubleNotice'
import { useWords } from '../shell/words'

interface Props {
  /** Proposals selected. */
  readonly count: number
  readonly by: string
  readonly onBy: (name: string) => void
  readonly isBusy: boolean
  /** Why the last attempt did not go through. */
  readonly trouble?: Trouble
  readonly onDismiss: () => void
  /** Some of them are decided: that can be taken back. */
  readonly hasDecided: boolean
  readonly onDecide: (answer: Answer | undefined, note: string) => void
}

/** Who decides, what, and why; stays in view while the list is long. */
export function DecisionForm({ count, by, onBy, isBusy, trouble, onDismiss, hasDecided, onDecide }: Props) {
  const { say } = useWords()
  const [note, setNote] = useState('')
  return (
    <div className="decision" role="group" aria-label={say('office-pane/selected', { count })}>
      <p>
        <strong>{say('office-pane/selected', { count })}</strong>
      </p>
      <div className="decision-fields">
        <TextField label={say('office-pane/your-name')} value={by} onChange={(_, value) => onBy(value ?? '')} />
        <TextField label={say('office-pane/your-note')} value={note} onChange={(_, value) => setNote(value ?? '')} />
      </div>
      {trouble && <TroubleNotice trouble={trouble} onClose={onDismiss} />}
      <div className="actions">
        <PrimaryButton text={say('office-pane/confirm')} disabled={isBusy} onClick={() => onDecide('confirmed', note)} />
        <DefaultButton text={say('office-pane/dismiss')} disabled={isBusy} onClick={() => onDecide('dismissed', note)} />
        <DefaultButton text={say('office-pane/defer')} disabled={isBusy} onClick={() => onDecide('deferred', note)} />
        {hasDecided && <DefaultButton text={say('office-pane/take-back')} disabled={isBusy} onClick={() => onDecide(undefined, note)} />}
      </div>
    </div>
  )
}
