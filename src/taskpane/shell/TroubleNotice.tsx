import React from 'react'
import { troubleText, type Trouble } from '../../app/pane/trouble'
import { Notice, type NoticeAction } from './Notice'
import { useWords } from './words'

interface Props {
  readonly trouble: Trouble
  /** What can be done about it here; usually trying again. */
  readonly actions?: readonly NoticeAction[]
  readonly onClose?: () => void
}

/** Something went wrong: what, and what to do, in words, where it happened. */
export function TroubleNotice({ trouble, actions, onClose }: Props) {
  const { say } = useWords()
  const { what, fix } = troubleText(trouble, say)
  return (
    <Notice tone="error" title={what} actions={actions} onClose={onClose}>
      <p>{fix}</p>
    </Notice>
  )
}
