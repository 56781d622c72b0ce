/** The task pane in Excel: wires the pane to Office.js and the browser. */
import './shell/no-font-download'
import { localTime } from '../app/local-time'
import { lazyEngine } from '../app/pane/engine'
import { openExcelWorkbook } from '../hosts/excel/excel-workbook'
import { officeBackground } from '../hosts/excel/office-look'
import { officeReady } from '../hosts/excel/office-ready'
import { catalogueOf, sayFrom } from '../messages/catalogue'
import { host } from '../messages/host'
import { pane } from '../messages/pane'
import { copyText } from './shell/copy-text'
import { applyLook, lookOf } from './shell/look'
import { saveFile } from './shell/save-file'
import { shippedTemplate } from './shell/shipped-template'
import { paneLanguage, startPane } from './start'

async function main(): Promise<void> {
  const { runtime, displayLanguage } = await officeReady()
  const language = paneLanguage(displayLanguage || navigator.language)
  const follow = () => applyLook(lookOf(officeBackground()))
  follow()
  window.addEventListener('focus', follow)

  const engine = lazyEngine()
  startPane({
    language,
    // The pane's own words come with the first load, the others with the view that needs them.
    say: sayFrom(catalogueOf([pane, host]), language),
    element: document.getElementById('pane') as HTMLElement,
    tools: {
      ...engine,
      workbook: openExcelWorkbook(runtime, { write: async (spec) => (await engine.format()).write(spec) }),
      clock: { today: () => localTime(new Date()).slice(0, 10), now: () => localTime(new Date()) },
      words: async () => {
        const { messages } = await import(/* webpackChunkName: "words" */ '../messages/messages')
        return (wanted) => sayFrom(messages, wanted)
      },
      saveFile,
      copyText,
      paperTemplate: shippedTemplate,
    },
  })
}

void main()
