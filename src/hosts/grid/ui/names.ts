/**
 * Names and roles for what Univer draws without them, so that a screen reader can tell its controls. They are set anew
 * whenever it draws: it knows nothing of them.
 */

/** What the controls around the cells are called. */
export interface GridNames {
  readonly nameBox: string
  readonly namesList: string
  readonly moreFormula: string
  readonly sheets: string
  readonly tabsBack: string
  readonly tabsOn: string
  readonly zoomOut: string
  readonly zoomIn: string
  readonly zoom: string
  readonly calculating: string
}

export function nameControls(element: HTMLElement, names: GridNames): () => void {
  const set = (found: Element | null | undefined, attributes: Readonly<Record<string, string | null>>) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (!found || found.getAttribute(name) === value) continue
      if (value === null) found.removeAttribute(name)
      else found.setAttribute(name, value)
    }
  }
  const all = () => {
    const bar = element.querySelector('[data-u-comp="defined-name"]')
    set(bar?.querySelector('input'), { 'aria-label': names.nameBox })
    set(bar?.querySelector('[aria-haspopup=dialog]'), { role: 'button', type: null, 'aria-label': names.namesList })
    set(element.querySelector('button.univer-size-4'), { 'aria-label': names.moreFormula })
    const [sheets, back, on] = element.querySelectorAll('[data-u-comp="sheet-bar-append-button"]')
    set(sheets, { 'aria-label': names.sheets })
    // The element around it opens the list too, but the button is what one reaches.
    set(sheets?.closest('[aria-haspopup=menu]'), { role: 'presentation', type: null, 'aria-haspopup': null, 'aria-expanded': null })
    set(back, { 'aria-label': names.tabsBack })
    set(on, { 'aria-label': names.tabsOn })
    const track = element.querySelector('[role=track], [data-muster-track]')
    set(track, { role: null, 'data-muster-track': '' })
    const [out, into] = track?.parentElement?.parentElement?.querySelectorAll(':scope > button') ?? []
    set(out, { 'aria-label': names.zoomOut })
    set(into, { 'aria-label': names.zoomIn })
    set(track?.querySelector('button'), { role: null, 'aria-label': names.zoom })
    track?.querySelectorAll('a').forEach((reset) => set(reset, { 'aria-hidden': 'true', tabindex: '-1', role: null }))
    // Each list of messages is a landmark of the same name.
    ;[...element.querySelectorAll('section[aria-live][aria-label]')].slice(1).forEach((list) => set(list, { 'aria-label': null }))
    element.querySelectorAll('canvas[tabindex="1"]').forEach((canvas) => set(canvas, { tabindex: '0' }))
  }
  const watching = new MutationObserver(all)
  watching.observe(element, { childList: true, subtree: true })
  all()
  return () => watching.disconnect()
}
