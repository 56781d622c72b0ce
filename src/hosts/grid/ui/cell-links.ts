/** Cells that lead somewhere: a hand over them, and a click that follows. */
import type { Injector } from '@univerjs/core'
import { HoverManagerService } from '@univerjs/sheets-ui'
import type { GridScreen } from '../engine'

/** `element`: the grid's. */
export function cellLinks(injector: Injector, element: HTMLElement, { leads, go }: Parameters<GridScreen['links']>[0]): () => void {
  const hover = injector.get(HoverManagerService)
  let pressed: { readonly row: number; readonly col: number } | undefined
  const subscriptions = [
    hover.currentCell$.subscribe((cell) => void element.classList.toggle('muster-over-link', Boolean(cell && leads(cell.location.row + 1, cell.location.col + 1)))),
    hover.currentPointerDownCell$.subscribe(({ row, col }) => void (pressed = { row, col })),
    hover.currentClickedCell$.subscribe(({ location: { row, col } }) => {
      // A click, not the end of a selection that was drawn with the mouse.
      if (pressed?.row === row && pressed.col === col && leads(row + 1, col + 1)) go(row + 1, col + 1)
    }),
  ]
  return () => {
    for (const one of subscriptions) one.unsubscribe()
    element.classList.remove('muster-over-link')
  }
}
