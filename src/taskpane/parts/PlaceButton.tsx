import React from 'react'

interface Props {
  readonly onClick: () => void
  /** Where it leads, read out after the words on it. */
  readonly label?: string
  readonly children: React.ReactNode
}

/** A line that leads to its cell. */
export function PlaceButton({ onClick, label, children }: Props) {
  return (
    <button type="button" className="place-button" onClick={onClick} title={label}>
      {children}
    </button>
  )
}
