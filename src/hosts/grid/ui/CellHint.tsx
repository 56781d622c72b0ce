/** What the workbook says of the selected cell, beside it. Screen readers hear it from a place of its own. */
import type { Injector } from '@univerjs/core'
import { SheetCanvasPopManagerService } from '@univerjs/sheets-ui'
import { ComponentManager } from '@univerjs/ui'
import React from 'react18'
import type { Hint } from '../engine'

const KEY = 'muster.cell-hint'

/** What Univer hands to the component that it shows at a cell. */
interface Shown {
  readonly popup: { readonly extraProps: Pick<Hint, 'title' | 'text'> }
}

function CellHint({ popup: { extraProps } }: Shown) {
  const { title, text } = extraProps
  return (
    <div className="muster-hint" aria-hidden="true">
      {title !== '' && <strong>{title}</strong>}
      <p>{text}</p>
    </div>
  )
}

/** Shows one hint at a time. `element`: the grid's. */
export function cellHints(injector: Injector, element: HTMLElement): (hint: Hint | undefined) => void {
  const said = document.createElement('p')
  said.className = 'muster-said'
  said.setAttribute('aria-live', 'polite')
  element.append(said)
  let shown: { dispose(): void } | undefined
  return (hint) => {
    shown?.dispose()
    shown = undefined
    said.textContent = hint ? [hint.title, hint.text].filter(Boolean).join(' ') : ''
    if (!hint) return
    const components = injector.get(ComponentManager)
    if (!components.get(KEY)) components.register(KEY, CellHint)
    const { row, column, title, text } = hint
    // Above the cell there is what was filled in already; below it is where one goes on, but clicks go through.
    shown = injector.get(SheetCanvasPopManagerService).attachPopupToCell(row - 1, column - 1, { componentKey: KEY, direction: 'bottom-left', zIndex: 90, noPushMinimumGap: true, hideOnInvisible: true, showOnSelectionMoving: true, extraProps: { title, text } }) ?? undefined
  }
}
