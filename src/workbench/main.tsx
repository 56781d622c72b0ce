/** The workbench: wires the page to the embedded spreadsheet and the browser. */
import '../taskpane/shell/no-font-download'
import React from 'react'
import ReactDOM from 'react-dom'
import type { Spreadsheet } from '../app/edited-workbook'
import { localTime } from '../app/local-time'
import { lazyEngine } from '../app/pane/engine'
import { goingToCells } from '../app/workbench/going-to-cells'
import { WorkbenchTrouble } from '../app/workbench/ports'
import type { SampleCampaign } from '../app/workbench/samples'
import { pageLanguage, Workbench } from '../app/workbench/workbench'
import type { Language, Say } from '../domain/text'
import type { MountedEngine } from '../hosts/grid/ui/mount'
import { catalogueOf, inPlace, sayFrom } from '../messages/catalogue'
import { file } from '../messages/file'
import { grid as gridWords } from '../messages/grid'
import { host } from '../messages/host'
import { pane } from '../messages/pane'
import { patch } from '../messages/patch'
import { workbench } from '../messages/workbench'
import { copyText } from '../taskpane/shell/copy-text'
import { registerPaneIcons } from '../taskpane/shell/icons'
import { applyLook } from '../taskpane/shell/look'
import { saveFile } from '../taskpane/shell/save-file'
import { shippedTemplate } from '../taskpane/shell/shipped-template'
import { indexedDrafts } from './indexed-drafts'
import { registerOffline } from './offline/register'
import type { GridPlace } from './page-tools'
import { lastInput } from './shell/last-input'
import { storedSettings } from './shell/settings'
import { version } from './version'
import { WorkbenchPage } from './WorkbenchPage'

const dark = window.matchMedia('(prefers-color-scheme: dark)')

/** The spreadsheet in its place on the page, in the language that was asked for last. */
function gridIn(element: HTMLElement, first: Language, says: Readonly<Record<Language, Say>>) {
  let wanted = first
  let mounted: { readonly language: Language; readonly engine: MountedEngine; readonly spreadsheet: Spreadsheet } | undefined
  const load = () => Promise.all([import(/* webpackChunkName: "grid" */ '../hosts/grid/ui/mount'), import(/* webpackChunkName: "grid" */ '../hosts/grid/spreadsheet')])
  dark.addEventListener('change', () => mounted?.engine.api.toggleDarkMode(dark.matches))
  const place: GridPlace = {
    element,
    focus: () => mounted?.engine.screen.focus(),
    speak: (language) => void (wanted = language),
  }
  return {
    place,
    load,
    async spreadsheet() {
      const [{ mountEngine }, { createSpreadsheet }] = await load()
      if (mounted?.language !== wanted) {
        mounted?.engine.dispose()
        mounted = undefined
        const language = wanted
        const room = document.createElement('div')
        room.className = 'grid-room'
        element.replaceChildren(room)
        const engine = await mountEngine(room, { language, dark: dark.matches, names: gridNames(says[language]) })
        mounted = { language, engine, spreadsheet: createSpreadsheet(engine, { thisYear: () => new Date().getFullYear() }) }
      }
      return mounted.spreadsheet
    },
  }
}

function gridNames(say: Say) {
  return {
    nameBox: say('grid/name-box'),
    namesList: say('grid/names-list'),
    moreFormula: say('grid/more-formula'),
    sheets: say('grid/sheets'),
    tabsBack: say('grid/tabs-back'),
    tabsOn: say('grid/tabs-on'),
    zoomOut: say('grid/zoom-out'),
    zoomIn: say('grid/zoom-in'),
    zoom: say('grid/zoom'),
    calculating: say('grid/calculating'),
  }
}

async function fetched(path: string): Promise<Response> {
  const response = await fetch(path).catch(() => undefined)
  if (!response?.ok) throw new WorkbenchTrouble('workbench/not-fetched', { file: path })
  return response
}

function main(): void {
  const asked = new URLSearchParams(location.search)
  const settings = storedSettings(() => localStorage)
  const language = pageLanguage(asked.get('language'), settings.get('language'), navigator.language)
  const follow = () => applyLook(dark.matches ? 'dark' : 'light')
  follow()
  dark.addEventListener('change', follow)
  registerPaneIcons()

  const engine = lazyEngine()
  const input = lastInput(window)
  const clock = { today: () => localTime(new Date()).slice(0, 10), now: () => localTime(new Date()) }
  const element = document.createElement('div')
  element.className = 'grid-element'
  const here = inPlace(catalogueOf([pane, host, file, patch, gridWords, workbench]), 'grid')
  const says = { zh: sayFrom(here, 'zh'), en: sayFrom(here, 'en') }
  const grid = gridIn(element, language, says)
  const bench = new Workbench({
    ...engine,
    look: async () => {
      const [{ readLook }, { webCompression }] = await Promise.all([import('../workbook/xlsx/read-look'), import('../workbook/compression/web')])
      return (bytes) => readLook(bytes, { compression: webCompression })
    },
    spreadsheet: grid.spreadsheet,
    drafts: indexedDrafts(() => indexedDB),
    samples: async () => (await (await fetched('samples/samples.json')).json()) as readonly SampleCampaign[],
    fetchFile: async (path) => new Uint8Array(await (await fetched(path)).arrayBuffer()),
    saveFile,
    clock,
    timer: {
      after(milliseconds, job) {
        const timer = setTimeout(job, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    pause: () => new Promise((resolve) => setTimeout(resolve)),
    newId: () => crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`,
  })

  ReactDOM.render(
    <WorkbenchPage
      language={language}
      tools={{
        bench,
        sayIn: (wanted) => says[wanted],
        paneTools: (open) => ({
          ...engine,
          // Whoever goes through the findings by keyboard stays there: F6 leads into the cells.
          workbook: goingToCells(open.facts.book, () => input.isKey || grid.place.focus()),
          clock,
          words: async () => {
            const { messages } = await import(/* webpackChunkName: "words" */ '../messages/messages')
            const all = inPlace(messages, 'grid')
            return (wanted) => sayFrom(all, wanted)
          },
          saveFile,
          copyText,
          paperTemplate: shippedTemplate,
          sampleReturns: bench.sampleReturns(open),
        }),
        grid: grid.place,
        settings,
        version,
        warmUp: () => whenIdle(() => void Promise.all([grid.load(), engine.format()]).catch(() => {})),
      }}
    />,
    document.getElementById('workbench'),
  )
  void bench.start(asked.get('open'))
  void registerOffline((newer) => bench.tellOfNewer(newer.use))
}

function whenIdle(job: () => void): void {
  // Safari has none.
  if ('requestIdleCallback' in window) window.requestIdleCallback(job, { timeout: 4000 })
  else setTimeout(job, 1500)
}

main()
