import React from 'react'
import { troubleOf, type Trouble } from '../../app/pane/trouble'
import { TroubleNotice } from './TroubleNotice'
import { useWords } from './words'

interface Props {
  /** Begins again with the workbook as it is now. */
  readonly onRetry: () => void
  readonly retryText: string
  readonly children: React.ReactNode
}

class Boundary extends React.Component<Props, { readonly trouble?: Trouble }> {
  override readonly state: { readonly trouble?: Trouble } = {}

  static getDerivedStateFromError(error: unknown): { trouble: Trouble } {
    return { trouble: troubleOf(error) }
  }

  override render(): React.ReactNode {
    const { trouble } = this.state
    if (!trouble) return this.props.children
    return <TroubleNotice trouble={trouble} actions={[{ text: this.props.retryText, onClick: this.props.onRetry }]} />
  }
}

/** A view that fails says so in words instead of leaving a white page; so does one that cannot be loaded. */
export function ViewBoundary({ onRetry, children }: Pick<Props, 'onRetry' | 'children'>) {
  const { say } = useWords()
  return (
    <Boundary onRetry={onRetry} retryText={say('pane/again')}>
      {children}
    </Boundary>
  )
}
