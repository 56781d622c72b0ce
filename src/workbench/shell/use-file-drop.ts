import { useEffect, useState } from 'react'
import type { Source } from '../../app/workbench/workbench'
import { droppedSources } from './picked-file'

/** Parts of the pane that take files themselves. */
const TAKERS = '.drop-zone'

/**
 * Files dropped anywhere on the page, but for the places that take them themselves. Listens ahead of everything else:
 * a browser leaves the page for a file that nobody takes, and the spreadsheet must not see it.
 *
 * @returns whether files are held over the page now
 */
export function useFileDrop(onFiles: (sources: readonly Source[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const isOurs = (event: DragEvent) => [...(event.dataTransfer?.types ?? [])].includes('Files') && !(event.target instanceof Element && event.target.closest(TAKERS))
    const over = (event: DragEvent) => {
      setOver(isOurs(event))
      if (!isOurs(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    const leave = (event: DragEvent) => {
      // Into nothing: out of the window.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!isOurs(event) || !event.dataTransfer) return
      event.preventDefault()
      event.stopPropagation()
      onFiles(droppedSources(event.dataTransfer))
    }
    const listeners = [['dragenter', over], ['dragover', over], ['dragleave', leave], ['drop', drop]] as const
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true)
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, true)
    }
  }, [onFiles])
  return isOver
}
