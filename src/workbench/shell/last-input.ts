/** What a person used last: how one tells a click from the key that stands for it, wherever the click comes from. */
export interface LastInput {
  readonly isKey: boolean
}

/** Listens from now on, ahead of everything else on the page. Nothing used yet: no key. */
export function lastInput(page: Pick<Window, 'addEventListener'>): LastInput {
  const last = { isKey: false }
  page.addEventListener('keydown', () => void (last.isKey = true), true)
  page.addEventListener('pointerdown', () => void (last.isKey = false), true)
  return last
}
