/** The workbench without browser, files and spreadsheet. "Files" are names: their bytes say what they hold. */
import type { WorkbenchPorts } from '../../../src/app/workbench/ports'
import type { SampleCampaign } from '../../../src/app/workbench/samples'
import { Workbench, type Source } from '../../../src/app/workbench/workbench'
import { QUIET, type FileAtWork } from '../../../src/app/workbench/file-at-work'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { WorkbookError } from '../../../src/workbook/error'
import type { Workbook } from '../../../src/workbook/model'
import type { WorkbookPatch } from '../../../src/workbook/patch'
import { DraftsInMemory } from '../../support/drafts-in-memory'
import { bookFrom, sheetFrom } from '../../support/sheet'
import { SpreadsheetInMemory } from '../../support/spreadsheet-in-memory'

export const SAMPLES: readonly SampleCampaign[] = [
  {
    id: 'study',
    title: { zh: '学习活动', en: 'Study' },
    language: 'zh',
    week: 4,
    files: [
      { kind: 'unit-with-faults', path: 'samples/study/u01.xlsx', name: 'u01 城南小学.xlsx', bytes: 70_000 },
      { kind: 'office', path: 'samples/study/office.xlsx', name: '办公室.xlsx', bytes: 90_000 },
      { kind: 'returns', path: 'samples/study/returns.zip', name: '第4周.zip', bytes: 7_000_000, count: 107 },
    ],
  },
  { id: 'safety', title: { zh: '安全月', en: 'Safety month' }, language: 'en', week: 2, files: [{ kind: 'unit-clean', path: 'samples/safety/s1.xlsx', name: 'S1.xlsx', bytes: 50_000 }] },
]

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
export const bytesOf = (words: string) => new TextEncoder().encode(words)

/** Timers that run when the test says that time has passed. */
export class Timers {
  private now = 0
  private readonly waiting = new Set<{ due: number; job: () => void }>()

  after = (milliseconds: number, job: () => void) => {
    const one = { due: this.now + milliseconds, job }
    this.waiting.add(one)
    return () => void this.waiting.delete(one)
  }

  /** And whatever they begin has ended. */
  async pass(milliseconds: number): Promise<void> {
    this.now += milliseconds
    for (const one of [...this.waiting]) {
      if (one.due > this.now || !this.waiting.delete(one)) continue
      one.job()
    }
    await new Promise((resolve) => setTimeout(resolve))
  }

  get size(): number {
    return this.waiting.size
  }
}

export interface WorkbenchInMemory {
  readonly bench: Workbench
  readonly spreadsheet: SpreadsheetInMemory
  readonly drafts: DraftsInMemory
  readonly timers: Timers
  readonly saved: { readonly name: string; readonly base: string; readonly changes: WorkbookPatch }[]
  readonly ports: WorkbenchPorts
  /** The file that is open. */
  file(): FileAtWork
  phase(): string
}

export function workbenchInMemory(more: Partial<WorkbenchPorts> = {}, book: Workbook = bookFrom([]), drafts = new DraftsInMemory()): WorkbenchInMemory {
  const spreadsheet = new SpreadsheetInMemory()
  const timers = new Timers()
  const saved: WorkbenchInMemory['saved'] = []
  let ids = 0
  let seconds = 0
  const read = (bytes: Uint8Array): Workbook => {
    if (text(bytes) === 'damaged') throw new WorkbookError('file/truncated', {})
    return book
  }
  const ports: WorkbenchPorts = {
    format: async () => ({
      read,
      patch: (bytes, changes) => {
        if (text(bytes) === 'unpatchable') throw new WorkbookError('file/missing-part', { part: 'x' })
        saved.push({ name: '', base: text(bytes), changes })
        return bytesOf('patched')
      },
      compression: nodeCompression,
    }),
    look: async () => () => ({ sheets: [], names: [], title: '', author: '', font: { name: 'x', size: 11 } }),
    spreadsheet: async () => spreadsheet,
    drafts,
    samples: async () => SAMPLES,
    fetchFile: async (path) => bytesOf(path),
    filesInZip: async (zip) => [{ name: `${zip.name}/U001.xlsx`, load: zip.load }],
    saveFile: (name) => saved.push({ ...(saved.pop() as (typeof saved)[number]), name }),
    clock: { today: () => '2005-03-11', now: () => `2005-03-11T09:30:${String(seconds++).padStart(2, '0')}` },
    timer: timers,
    pause: async () => undefined,
    newId: () => `id${++ids}`,
    ...more,
  }
  const bench = new Workbench(ports)
  return {
    bench,
    spreadsheet,
    drafts,
    timers,
    saved,
    ports,
    file() {
      const { page } = bench.store.state
      if (page.phase !== 'open') throw new Error(`no file is open: ${JSON.stringify(bench.store.state)}`)
      return page.file
    },
    phase: () => bench.store.state.page.phase,
  }
}

export const source = (name: string, content = name): Source => ({ name, load: async () => bytesOf(content) })

export const book = bookFrom([sheetFrom('名册', '| 姓名 | 学时 |\n| 王芳 | 8 |')])
export const CELL = { row: 2, column: 2, value: 12 }
export const CHANGES = { sheets: [{ sheet: '名册', cells: [CELL] }] }

/** With a file of one’s own open. */
export async function opened(more: Parameters<typeof workbenchInMemory>[0] = {}): Promise<WorkbenchInMemory> {
  const all = workbenchInMemory(more, book)
  await all.bench.start()
  await all.bench.open(source('u01.xlsx'))
  return all
}

/** A person typed, and stopped. */
export async function edited(): Promise<WorkbenchInMemory> {
  const all = await opened()
  all.spreadsheet.last.edit('名册', CELL)
  await all.timers.pass(QUIET)
  return all
}
