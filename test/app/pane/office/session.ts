/** A pane session over an office workbook in memory, with few units of sample data. */
import { carriedCampaign, packDefinition } from '../../../../src/app/carried-definition'
import { readRegistry } from '../../../../src/app/registry'
import type { IncomingFile } from '../../../../src/app/intake/incoming'
import { filesInZip } from '../../../../src/app/intake/files-in-zip'
import { readFileSync } from 'node:fs'
import { OfficeDesk } from '../../../../src/app/pane/office/desk'
import type { DeskReady } from '../../../../src/app/pane/office/state'
import type { PaneSession } from '../../../../src/app/pane/pane'
import type { Language } from '../../../../src/domain/text'
import { nodeCompression } from '../../../../src/workbook/compression/node'
import type { Workbook } from '../../../../src/workbook/model'
import { OpenInMemory } from '../../../support/open-in-memory'
import { templatePath } from '../../../support/shipped-campaigns'
import { format, makeUp, type MadeUp } from '../../demo/made-up'
import { Office, sayIn } from '../../office-in-hand'
import { WorkerInProcess } from '../../worker-in-process'
import type { DeskPorts } from '../../../../src/app/pane/office/desk-work'

export interface SampleOffice {
  readonly data: MadeUp
  /** The office's workbook before anything was consolidated. */
  readonly book: Workbook
  readonly bytes: Uint8Array
  filesOf(week: number): IncomingFile[]
}

let made: Promise<SampleOffice> | undefined

/** Made once for each test file. */
export function sampleOffice(): Promise<SampleOffice> {
  made ??= (async () => {
    const data = await makeUp('learning-mobilization', { units: 6, weeks: 2 })
    const { campaign } = data
    const { registry } = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: campaign.definition, language: 'zh', format })
    const office = Office.of(registry, campaign)
    return {
      data,
      book: office.book(),
      bytes: office.bytes,
      filesOf: (week) => [...data.files].filter(([path]) => path.startsWith(`returns/week-${week}/`)).map(([path, bytes]) => ({ name: path.split('/').at(-1) as string, load: () => bytes.slice() })),
    }
  })()
  return made
}

export interface SessionInMemory extends PaneSession {
  readonly workbook: OpenInMemory
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[]
  readonly copied: string[]
}

export function sessionOver(book: Workbook, language: Language = 'zh'): SessionInMemory {
  const workbook = new OpenInMemory(book, 'office.xlsx')
  const saved: { name: string; bytes: Uint8Array }[] = []
  const copied: string[] = []
  return {
    workbook,
    saved,
    copied,
    tools: {
      workbook,
      clock: { today: () => '2005-03-06', now: () => '2005-03-06T18:30:00' },
      carried: async (one) => carriedCampaign(one, nodeCompression),
      loadDefinition: async () => ({ mistakes: [] }),
      pack: async (definition) => packDefinition(definition, nodeCompression),
      format: async () => format,
      filesInZip: async (zip) => filesInZip(zip.name, await zip.load(), nodeCompression),
      words: async () => sayIn,
      saveFile: (name, bytes) => void saved.push({ name, bytes }),
      copyText: async (text) => void copied.push(text),
    },
    opened: { kind: 'office', name: 'office.xlsx', book },
    language,
    say: sayIn(language),
    sayIn,
    reopen: () => {},
  }
}

/** A desk over the sample office, with both weeks of its returns put in and consolidated, one after the other as a person does. */
export async function consolidatedOffice(): Promise<{ readonly session: SessionInMemory; readonly desk: OfficeDesk }> {
  const sample = await sampleOffice()
  const session = sessionOver(sample.book)
  const desk = new OfficeDesk(portsOver(session))
  await desk.open()
  for (const week of [1, 2]) {
    desk.clearFiles()
    await desk.chooseWeek(week)
    await desk.addFiles(sample.filesOf(week))
    await desk.consolidate()
  }
  return { session, desk }
}

/** The same, made once for the tests of a file. */
export function consolidatedForFile(): { readonly session: SessionInMemory; readonly desk: OfficeDesk; ready(): DeskReady } {
  let made: Awaited<ReturnType<typeof consolidatedOffice>>
  beforeAll(async () => void (made = await consolidatedOffice()), 120_000)
  return {
    get session() {
      return made.session
    },
    get desk() {
      return made.desk
    },
    ready: () => made.desk.store.state as DeskReady,
  }
}

export function portsOver(session: PaneSession, more: Partial<DeskPorts> = {}): DeskPorts {
  return { session, startWorker: () => new WorkerInProcess(), size: 2, pause: () => Promise.resolve(), ...more }
}

/** The templates of papers that ship, from their folder. */
export const shippedPaper = async (campaign: string, file: string): Promise<Uint8Array> => new Uint8Array(readFileSync(templatePath(campaign, `papers/${file}`)))
