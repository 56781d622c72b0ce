import { useEffect } from 'react'

/** Parts of the page between which F6 goes, in this order; each carries its name as `data-part`. */
const PARTS = ['bar', 'grid', 'pane'] as const
export type Part = (typeof PARTS)[number]

interface Keys {
  readonly onSave: () => void
  /** The spreadsheet knows itself where its keyboard is. */
  readonly onGrid: () => void
}

/**
 * Keys that work wherever the focus is, ahead of the spreadsheet's own: Ctrl+S saves, F6 and Shift+F6 go from part to part.
 */
export function usePageKeys({ onSave, onGrid }: Keys): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F6' && !event.ctrlKey && !event.altKey) goTo(nextPart(event.shiftKey ? -1 : 1), onGrid)
      else if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) onSave()
      else return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('keydown', onKey, true)
    return () => window.removeEventListener('keydown', onKey, true)
  }, [onSave, onGrid])
}

/** Puts the focus into a part: on its first control. */
export function goTo(part: Part | undefined, onGrid: () => void): void {
  if (part === undefined) return
  if (part === 'grid') return onGrid()
  const place = placeOf(part)
  const first = place?.querySelector<HTMLElement>('button:not([disabled]), [href], input:not([type=file]):not([disabled]), select:not([disabled]), [role=tab], [tabindex="0"]')
  ;(first ?? place)?.focus()
}

function nextPart(step: 1 | -1): Part | undefined {
  const there = PARTS.filter((part) => placeOf(part))
  const at = there.findIndex((part) => placeOf(part)?.contains(document.activeElement))
  if (at < 0) return there.at(step > 0 ? 0 : -1)
  return there[(at + step + there.length) % there.length]
}

function placeOf(part: Part): HTMLElement | null {
  return document.querySelector(`[data-part=${part}]`)
}
