import React, { useState } from 'react'
import { Sign } from '../shell/icons'

interface Props {
  /** The line that opens it; what it says is its name. */
  readonly head: React.ReactNode
  readonly open?: boolean
  readonly className?: string
  /** Drawn only while it is open. */
  readonly children: React.ReactNode
}

let count = 0

/** A line that opens what belongs to it. */
export function Fold({ head, open = false, className = '', children }: Props) {
  const [isOpen, setOpen] = useState(open)
  const [id] = useState(() => `fold-${++count}`)
  return (
    <div className={`fold ${className}`}>
      <button type="button" className="fold-head" aria-expanded={isOpen} aria-controls={isOpen ? id : undefined} onClick={() => setOpen(!isOpen)}>
        <Sign name={isOpen ? 'Expanded' : 'Open'} />
        <span className="fold-words">{head}</span>
      </button>
      {isOpen && (
        <div className="fold-body" id={id}>
          {children}
        </div>
      )}
    </div>
  )
}
