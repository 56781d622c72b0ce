/** Draws the page over a workbench in memory; its pane has the small study campaign. */
import React from 'react'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Language } from '../../../src/domain/text'
import { inPlace, sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import type { PageTools } from '../../../src/workbench/page-tools'
import type { Settings } from '../../../src/workbench/shell/settings'
import { WorkbenchPage } from '../../../src/workbench/WorkbenchPage'
import type { WorkbenchPorts } from '../../../src/app/workbench/ports'
import { inMemory } from '../../app/pane/study-session'
import { workbenchInMemory } from '../../app/workbench/workbench-in-memory'
import type { DraftsInMemory } from '../../support/drafts-in-memory'
import { studyBook } from '../../support/study-campaign'
import { startDrawing } from '../../taskpane/support/start-drawing'

startDrawing()

export const wordsIn = (language: Language) => sayFrom(inPlace(messages, 'grid'), language)

export class SettingsInMemory implements Settings {
  readonly kept = new Map<string, string>()
  get = (name: string) => this.kept.get(name) ?? null
  set = (name: string, value: string) => void this.kept.set(name, value)
}

interface Options {
  readonly language?: Language
  readonly ports?: Partial<WorkbenchPorts>
  readonly drafts?: DraftsInMemory
  readonly foreign?: readonly 'macros'[]
}

export async function showPage({ language = 'zh', ports = {}, drafts, foreign = [] }: Options = {}) {
  const memory = workbenchInMemory(ports, { ...studyBook(), foreign }, drafts)
  const settings = new SettingsInMemory()
  const element = document.createElement('div')
  // Where the spreadsheet would have its keyboard.
  const cells = document.createElement('div')
  cells.tabIndex = 0
  cells.setAttribute('aria-label', 'cells')
  cells.setAttribute('role', 'grid')
  element.append(cells)
  const spoken: Language[] = []
  const { tools: pane } = inMemory({ language })
  const tools: PageTools = {
    bench: memory.bench,
    sayIn: wordsIn,
    paneTools: (file) => ({ ...pane, workbook: file.facts.book, words: async () => wordsIn }),
    grid: { element, focus: () => cells.focus(), speak: (wanted) => void spoken.push(wanted) },
    settings,
    version: '0.1.0+abc',
    warmUp: jest.fn(),
  }
  const drawn = render(<WorkbenchPage tools={tools} language={language} />)
  await memory.bench.start()
  return { ...memory, ...drawn, tools, settings, cells, spoken, user: userEvent.setup() }
}
