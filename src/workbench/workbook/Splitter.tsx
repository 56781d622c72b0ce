import React from 'react'
import { useWords } from '../../taskpane/shell/words'
import type { PaneWidth } from './use-pane-width'

/** Pixels that an arrow key moves it by; with Shift. */
const STEP = 16
const LEAP = 64

/** The border between spreadsheet and pane: dragged, moved by arrow keys, put back by a double click. */
export function Splitter({ value, min, max, set, reset }: PaneWidth) {
  const { say } = useWords()
  const onPointerDown = (event: React.PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    const bar = event.currentTarget
    const from = event.clientX
    bar.setPointerCapture(event.pointerId)
    bar.focus()
    const onMove = (move: PointerEvent) => set(value + from - move.clientX)
    const onEnd = () => {
      bar.removeEventListener('pointermove', onMove)
      bar.removeEventListener('pointerup', onEnd)
      bar.removeEventListener('pointercancel', onEnd)
    }
    bar.addEventListener('pointermove', onMove)
    bar.addEventListener('pointerup', onEnd)
    bar.addEventListener('pointercancel', onEnd)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = event.shiftKey ? LEAP : STEP
    // Leftwards the pane grows: it lies to the right.
    const wanted = { ArrowLeft: value + step, ArrowRight: value - step, Home: min, End: max }[event.key]
    if (wanted === undefined) return
    event.preventDefault()
    set(wanted)
  }
  return (
    <div
      className="splitter"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say('workbench/splitter')}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      title={say('workbench/splitter.hint')}
      onPointerDown={onPointerDown}
      onKeyDown={onKeyDown}
      onDoubleClick={reset}
    />
  )
}
