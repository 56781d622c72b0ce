/** The page behind the ribbon's buttons: wires them to Excel. It is never seen. */
import { localTime } from '../app/local-time'
import { lazyEngine } from '../app/pane/engine'
import type { ButtonTools } from '../app/ribbon-buttons'
import type { Language } from '../domain/text'
import { openExcelWorkbook } from '../hosts/excel/excel-workbook'
import { officeReady } from '../hosts/excel/office-ready'
import { onRibbonButton, showSmallWindow } from '../hosts/excel/ribbon'
import { sayFrom } from '../messages/catalogue'
import { messages } from '../messages/messages'
import { BUTTONS, pressed, type ButtonName } from './buttons'
import { messageFragment } from './message-address'

const engine = lazyEngine()
const hostLanguage = (displayLanguage: string): Language => (/^zh\b/i.test(displayLanguage) ? 'zh' : 'en')

/** Asked for at once: until a page does so, office.js passes no button on to it. */
const ready = officeReady()

async function toolsFor(): Promise<{ readonly tools: ButtonTools; readonly language: Language }> {
  const { runtime, displayLanguage } = await ready
  return {
    language: hostLanguage(displayLanguage),
    tools: {
      workbook: openExcelWorkbook(runtime),
      clock: { today: () => localTime(new Date()).slice(0, 10), now: () => localTime(new Date()) },
      carried: engine.carried,
      words: async () => (language) => sayFrom(messages, language),
    },
  }
}

for (const name of Object.keys(BUTTONS) as ButtonName[]) {
  onRibbonButton(name, async () => {
    const { tools, language } = await toolsFor()
    const message = await pressed(name, tools, language)
    if (message) await showSmallWindow(new URL('message.html', location.href).href.split('#')[0] + '#' + messageFragment(message))
  })
}
