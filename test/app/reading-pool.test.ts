import { openOffice } from '../../src/app/consolidate/open-office'
import { examineAll, ReadingFailure, type ReadingPoolPorts } from '../../src/app/reading-pool'
import type { ReadingJob, WorkerLike } from '../../src/app/office-worker'
import { consolidate } from '../../src/app/consolidate'
import { registered } from '../../src/domain/ranking/registry'
import type { IncomingFile } from '../../src/app/intake/incoming'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'
import { readRegistry } from '../../src/app/registry'
import { WorkerInProcess } from './worker-in-process'

const NEVER = () => Promise.resolve()

let data: MadeUp
let office: Office
let files: IncomingFile[]
let job: ReadingJob
const WEEK = 2

beforeAll(async () => {
  data = await makeUp('learning-mobilization', { units: 6, weeks: 2 })
  const { campaign } = data
  const { registry } = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: campaign.definition, language: 'zh', format })
  office = Office.of(registry, campaign)
  files = [...data.files].filter(([path]) => path.startsWith(`returns/week-${WEEK}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes.slice() }))
  files.push({ name: 'not a workbook.xlsx', load: () => new TextEncoder().encode('hello') })
  const open = openOffice(office.book(), campaign, sayIn)
  job = { definition: campaign.definition, overrides: {}, asOf: campaign.calendar.weekEnd(WEEK), everybody: registered(open.state.registry) }
}, 60_000)

const ports = (more: Partial<ReadingPoolPorts> = {}): ReadingPoolPorts => ({ startWorker: () => new WorkerInProcess(), size: 3, format: () => Promise.resolve(format), pause: NEVER, ...more })
const noWorkers = () => {
  throw new Error('no workers')
}

describe('examining many files', () => {
  it('in workers gives what the page itself would', async () => {
    const inWorkers = await examineAll(files, job, ports())
    expect(inWorkers).toEqual(await examineAll(files, job, ports({ startWorker: noWorkers })))
    expect(inWorkers.map(({ state }) => state).filter((state) => state === 'unreadable').length).toBeGreaterThan(0)
  })

  it('and consolidating that is what the command line comes to, to the last value', async () => {
    const given = { campaign: data.campaign, office: office.book(), week: WEEK, files, today: '2005-03-20', now: '2005-03-20T09:00:00', compression: format.compression, sayIn }
    const line = await consolidate({ ...given, read: format.read })
    const examined = await examineAll(files, job, ports())
    const pane = await consolidate({ ...given, examined: (file) => examined[files.indexOf(file)] as (typeof examined)[number] })
    expect(pane.files).toEqual(line.files)
    expect(pane.ledger).toEqual(line.ledger)
    expect(pane.standings).toEqual(line.standings)
    expect(pane.proposals).toEqual(line.proposals)
    expect(pane.patch).toEqual(line.patch)
    expect(line.files.some(({ decision }) => decision === 'counted')).toBe(true)
  })

  it('tells of each as it is done, and shares the work', async () => {
    const workers: WorkerInProcess[] = []
    const told: number[] = []
    await examineAll(files, job, ports({ startWorker: () => (workers.push(new WorkerInProcess()), workers.at(-1) as WorkerInProcess) }), { onExamined: (at) => told.push(at) })
    expect(told.sort((a, b) => a - b)).toEqual(files.map((_, at) => at))
    expect(workers.map((worker) => worker.files.length > 0)).toEqual([true, true, true])
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true)
  })

  it('goes on here when workers die before they answer (a policy forbids them)', async () => {
    const dead = (): WorkerLike => ({ onmessage: null, onerror: null, terminate() {}, postMessage(message) { if (message.kind === 'file') queueMicrotask(() => this.onerror?.({ message: 'blocked' })) } })
    expect((await examineAll(files, job, ports({ startWorker: dead }))).length).toBe(files.length)
  })

  it('a file the system does not hand over is one that cannot be read', async () => {
    const gone: IncomingFile = { name: 'gone.xlsx', load: () => Promise.reject(new DOMException('', 'NotFoundError')) }
    expect((await examineAll([gone, ...files.slice(0, 1)], job, ports())).map(({ state }) => state)).toEqual(['unreadable', 'read'])
  })

  it('names the file that the program failed at', async () => {
    const broken: ReadingPoolPorts = ports({ startWorker: noWorkers, format: () => Promise.resolve({ read: () => { throw new TypeError('ours') } }) })
    await expect(examineAll(files.slice(0, 1), job, broken)).rejects.toThrow(ReadingFailure)
  })

  it('stops when asked to, workers and all', async () => {
    const workers: WorkerInProcess[] = []
    const stop = new AbortController()
    const reading = examineAll(files, job, ports({ startWorker: () => (workers.push(new WorkerInProcess()), workers.at(-1) as WorkerInProcess) }), { signal: stop.signal, onExamined: () => stop.abort(new Error('cancelled')) })
    await expect(reading).rejects.toThrow('cancelled')
    expect(workers.every(({ isTerminated }) => isTerminated)).toBe(true)
  })
})
