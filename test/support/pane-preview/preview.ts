/**
 * Draws the pane over a workbook in memory. In the address: `book` (unit, group, office, other),
 * `language`, `look`, `today`, `name` of the file and `do`, `|` between the steps: the name of a button or tab to click,
 * `sheet!row!column` to select a cell, `sheet!row!column=text` to type into it.
 */
import '../../../src/taskpane/shell/no-font-download'
import { lazyEngine } from '../../../src/app/pane/engine'
import { catalogueOf, sayFrom } from '../../../src/messages/catalogue'
import { host } from '../../../src/messages/host'
import { pane as paneWords } from '../../../src/messages/pane'
import { applyLook, type Look } from '../../../src/taskpane/shell/look'
import { shippedTemplate } from '../../../src/taskpane/shell/shipped-template'
import { startPane } from '../../../src/taskpane/start'
import type { Language } from '../../../src/domain/text'
import type { Workbook } from '../../../src/workbook/model'
import { OpenInMemory } from '../open-in-memory'

const BOOKS: Readonly<Record<string, () => Promise<{ default: string }>>> = {
  unit: () => import('demo-unit.xlsx'),
  group: () => import('demo-group.xlsx'),
  office: () => import('demo-office.xlsx'),
}

const asked = new URLSearchParams(location.search)
const language = (asked.get('language') ?? 'zh') as Language
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function bookOf(name: string): Promise<Workbook> {
  const load = BOOKS[name]
  if (!load) return { sheets: [], names: [], properties: {}, foreign: [] }
  const { default: base64 } = await load()
  const { read } = await lazyEngine().format()
  return read(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))
}

async function main(): Promise<void> {
  applyLook((asked.get('look') ?? 'light') as Look)
  const open = new OpenInMemory(await bookOf(asked.get('book') ?? 'unit'), asked.get('name') ?? 'U001.xlsx')
  startPane({
    language,
    say: sayFrom(catalogueOf([paneWords, host]), language),
    element: document.getElementById('pane') as HTMLElement,
    tools: {
      ...lazyEngine(),
      workbook: open,
      clock: { today: () => asked.get('today') ?? '2005-03-20', now: () => `${asked.get('today') ?? '2005-03-20'}T09:30:00` },
      words: async () => {
        const { messages } = await import('../../../src/messages/messages')
        return (wanted) => sayFrom(messages, wanted)
      },
      saveFile: (name) => console.log('saved', name),
      copyText: async () => undefined,
      paperTemplate: shippedTemplate,
    },
  })
  for (const name of (asked.get('do') ?? '').split('|').filter(Boolean)) await click(name, open)
}

async function click(name: string, open: OpenInMemory): Promise<void> {
  const [sheet, row, column] = name.split('!')
  if (sheet !== undefined && row !== undefined && column !== undefined) {
    const [at, typed] = column.split('=')
    if (typed !== undefined) return open.edit(sheet, { row: Number(row), column: Number(at), value: typed })
    return open.select({ sheet, row: Number(row), column: Number(column) })
  }
  for (let tries = 0; tries < 100; tries++) {
    await pause(30)
    const found = [...document.querySelectorAll<HTMLElement>('button, [role=tab]')].find((one) => one.textContent?.includes(name) && !(one as HTMLButtonElement).disabled)
    if (found) return found.click()
  }
  console.error(`no button ${name}`)
}

void main()
