/** A pane session over a return of the small study campaign. */
import type { PaneSession } from '../../../src/app/pane/pane'
import type { PaneTools } from '../../../src/app/pane/tools'
import type { Carried } from '../../../src/app/carried-definition'
import type { OpenedKind } from '../../../src/app/pane/opened'
import type { Language } from '../../../src/domain/text'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import type { Workbook } from '../../../src/workbook/model'
import { OpenInMemory } from '../../support/open-in-memory'
import { study, studyBook } from '../../support/study-campaign'

export const sayIn = (language: Language) => sayFrom(messages, language)

export interface InMemory {
  readonly open: OpenInMemory
  readonly tools: PaneTools
  readonly session: PaneSession
  readonly copied: string[]
  readonly saved: string[]
  reopened: number
}

export interface SessionOptions {
  readonly book?: Workbook
  readonly kind?: OpenedKind
  readonly language?: Language
  readonly name?: string
  readonly carried?: Carried
  readonly today?: string
  readonly tools?: Partial<PaneTools>
}

export function inMemory({ book = studyBook(), kind = 'unit', language = 'zh', name = 'u01 城南小学.xlsx', carried = { state: 'usable', campaign: study, text: '' }, today = '2005-03-04', tools: more }: SessionOptions = {}): InMemory {
  const open = new OpenInMemory(book, name)
  const copied: string[] = []
  const saved: string[] = []
  const tools: PaneTools = {
    workbook: open,
    clock: { today: () => today, now: () => `${today}T09:30:00` },
    carried: async () => carried,
    loadDefinition: async () => ({ mistakes: [] }),
    pack: async () => 'packed',
    format: async () => {
      throw new Error('no files here')
    },
    filesInZip: async () => {
      throw new Error('no files here')
    },
    words: async () => sayIn,
    saveFile: (file) => void saved.push(file),
    copyText: async (text) => void copied.push(text),
    ...more,
  }
  const all: InMemory = {
    open,
    tools,
    copied,
    saved,
    reopened: 0,
    session: { tools, opened: { kind, name, book }, language, say: sayIn(language), sayIn, reopen: () => void all.reopened++ },
  }
  return all
}
