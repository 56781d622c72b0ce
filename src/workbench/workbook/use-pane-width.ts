import { useEffect, useState } from 'react'
import type { Settings } from '../shell/settings'

/** In pixels. The pane is made for its narrowest; the spreadsheet needs room for a few columns. */
const NARROWEST = 320
const USUAL = 380
const LEAST_GRID = 420

export interface PaneWidth {
  readonly value: number
  readonly min: number
  readonly max: number
  /** Kept within what fits, and remembered. */
  readonly set: (width: number) => void
  readonly reset: () => void
}

export function usePaneWidth(settings: Settings): PaneWidth {
  const [chosen, setChosen] = useState(() => Number(settings.get('pane-width')) || USUAL)
  const [page, setPage] = useState(window.innerWidth)
  useEffect(() => {
    const onResize = () => setPage(window.innerWidth)
    window.addEventListener('resize', onResize)
    return () => window.removeEventListener('resize', onResize)
  }, [])
  const max = Math.max(NARROWEST, page - LEAST_GRID)
  const within = (width: number) => Math.round(Math.min(max, Math.max(NARROWEST, width)))
  const set = (width: number) => {
    setChosen(within(width))
    settings.set('pane-width', String(within(width)))
  }
  return { value: within(chosen), min: NARROWEST, max, set, reset: () => set(USUAL) }
}
