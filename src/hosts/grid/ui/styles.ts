/** Univer's style sheets and ours for it, as files of their own that the page links when the grid is wanted. */

/** Resolves when all are there, or could not be loaded: an unstyled grid is better than none. */
export function linkStyles(): Promise<unknown> {
  const sheets = [
    new URL('@univerjs/preset-sheets-core/lib/index.css', import.meta.url),
    new URL('@univerjs/preset-sheets-data-validation/lib/index.css', import.meta.url),
    new URL('@univerjs/preset-sheets-conditional-formatting/lib/index.css', import.meta.url),
    new URL('@univerjs/preset-sheets-filter/lib/index.css', import.meta.url),
    new URL('@univerjs/preset-sheets-find-replace/lib/index.css', import.meta.url),
    new URL('./grid.css', import.meta.url),
  ]
  return Promise.all(sheets.filter(({ href }) => !document.querySelector(`link[href="${href}"]`)).map(link))
}

function link({ href }: URL): Promise<void> {
  return new Promise((resolve) => {
    const element = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: () => resolve(), onerror: () => resolve() })
    // First of all: the page's own style sheets have the last word.
    document.head.prepend(element)
  })
}
