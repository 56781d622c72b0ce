import React from 'react'
import { DefaultButton, IconButton } from 'office-ui-fabric-react/lib/Button'
import { Sign, type IconName } from './icons'
import { useWords } from './words'

export type Tone = 'error' | 'warning' | 'info' | 'done'

export interface NoticeAction {
  readonly text: string
  readonly onClick: () => void
}

interface Props {
  readonly tone: Tone
  readonly title: React.ReactNode
  readonly children?: React.ReactNode
  readonly actions?: readonly NoticeAction[]
  readonly onClose?: () => void
}

const SIGNS: Readonly<Record<Tone, IconName>> = { error: 'Error', warning: 'Warning', info: 'Info', done: 'Done' }

/** A message in the pane; read out when it appears (errors at once). */
export function Notice({ tone, title, children, actions = [], onClose }: Props) {
  const { say } = useWords()
  return (
    <div className={`notice ${tone}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Sign name={SIGNS[tone]} />
      <div className="notice-body">
        <p className="notice-title">{title}</p>
        {children}
        {actions.length > 0 && (
          <div className="actions">
            {actions.map(({ text, onClick }) => (
              <DefaultButton key={text} text={text} onClick={onClick} />
            ))}
          </div>
        )}
      </div>
      {onClose && <IconButton className="notice-close" iconProps={{ iconName: 'Close' }} ariaLabel={say('pane/close')} onClick={onClose} />}
    </div>
  )
}
