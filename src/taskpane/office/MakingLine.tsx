import React from 'react'
import { DefaultButton } from 'office-ui-fabric-react/lib/Button'
import { ProgressIndicator } from 'office-ui-fabric-react/lib/ProgressIndicator'
import { useWords } from '../shell/words'

interface Props {
  readonly label: string
  readonly done: number
  /** 0: how much there is to do is not known. */
  readonly total: number
  readonly onCancel: () => void
}

/** How far something is that takes a while, and how to stop it. */
export function MakingLine({ label, done, total, onCancel }: Props) {
  const { say } = useWords()
  return (
    <div className="work">
      <ProgressIndicator label={label} percentComplete={total > 0 ? done / total : undefined} />
      <DefaultButton text={say('office-pane/cancel')} onClick={onCancel} />
    </div>
  )
}
