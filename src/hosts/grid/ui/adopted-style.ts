/**
 * Stands in, by the build, for react-style-singleton, with which an open dialog of Univer keeps the page behind it from
 * scrolling: it writes a <style> element, which a policy against inline style refuses. Here the page adopts the sheet.
 */
import { useEffect, type FunctionComponent } from 'react18'

interface Styles {
  readonly styles: string
}

/** A component whose style holds while it is shown, however many show it. */
export function styleSingleton(): FunctionComponent<Styles> {
  let users = 0
  let sheet: CSSStyleSheet | undefined
  return function AdoptedStyle({ styles }) {
    useEffect(() => {
      if (users++ === 0) {
        sheet = new CSSStyleSheet()
        sheet.replaceSync(styles)
        document.adoptedStyleSheets.push(sheet)
      }
      return () => {
        if (--users === 0) document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet)
      }
    }, [])
    return null
  }
}
