import React from 'react'

/** A bar beside which its number stands: for the eye only. `share`: 0 … 1. */
export function Bar({ share, tone }: { readonly share: number; readonly tone?: 'error' | 'warning' }) {
  const width = `${Math.min(Math.max(share, 0), 1) * 100}%`
  return (
    <span className={`bar ${tone ?? ''}`} aria-hidden="true">
      <span className="bar-fill" style={{ width }} />
    </span>
  )
}
