/** Univer's style sheets, package by package, and ours for it, as files of their own that the page links when the grid is wanted. */

/** Resolves when all are there, or could not be loaded: an unstyled grid is better than none. */
export function linkStyles(): Promise<unknown> {
  const sheets = [
    new URL('@univerjs/design/lib/index.css', import.meta.url),
    new URL('@univerjs/ui/lib/index.css', import.meta.url),
    new URL('@univerjs/docs-ui/lib/index.css', import.meta.url),
    new URL('@univerjs/sheets-ui/lib/index.css', import.meta.url),
    new URL('@univerjs/sheets-formula-ui/lib/index.css', import.meta.url),
    new URL('@univerjs/sheets-numfmt-ui/lib/index.css', import.meta.url),
    new URL('@univerjs/sheets-data-validation-ui/lib/index.css', import.meta.url),
    new URL('@univerjs/sheets-conditional-formatting-ui/lib/index.css', import.meta.url),
    new URL('@univerjs/sheets-filter-ui/lib/index.css', import.meta.url),
    new URL('@univerjs/find-replace/lib/index.css', import.meta.url),
    new URL('./grid.css', import.meta.url),
  ]
  // In this order, and all before the page's own: those have the last word.
  const own = document.head.querySelector('link[rel=stylesheet]')
  return Promise.all(sheets.filter(({ href }) => !document.querySelector(`link[href="${href}"]`)).map((sheet) => link(sheet, own)))
}

function link({ href }: URL, before: Element | null): Promise<void> {
  return new Promise((resolve) => {
    const element = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: () => resolve(), onerror: () => resolve() })
    document.head.insertBefore(element, before)
  })
}
