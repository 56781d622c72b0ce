/**
 * Examines many files at once, in workers where there are any, so that the page stays at hand. Without
 * workers it does the same work here, file by file, and lets the page breathe in between.
 */
import { sha256 } from '../domain/returns/sha256'
import { examine, type Examination, type ExamineBasis } from './intake/examine'
import type { IncomingFile } from './intake/incoming'
import { basisOf, type FromWorker, type ReadingJob, type ToWorker, type WorkerLike } from './office-worker'
import { WorkbookError } from '../workbook/error'
import type { WorkbookFormat } from './ports'

export interface ReadingPoolPorts {
  /** Starts a worker; throws, or gives one that fails before its first answer, where there can be none. */
  startWorker(): WorkerLike
  /** Workers at once; at least 1. */
  readonly size: number
  /** For the work done here. */
  format(): Promise<Pick<WorkbookFormat, 'read'>>
  /** Gives the page its turn. */
  pause(): Promise<void>
}

export interface ReadingOptions {
  /** As each is done, in whatever order. `at`: index into the files. */
  readonly onExamined?: (at: number, examination: Examination) => void
  /** Files that were looked at before and need not be opened; `hash`: SHA-256 of the bytes. */
  readonly isKnown?: (file: IncomingFile, hash: string) => boolean
  readonly signal?: AbortSignal
}

/** The file whose examination the program failed at; a fault of ours, whatever is in the file. */
export class ReadingFailure extends Error {
  override readonly name = 'ReadingFailure'
  readonly code = 'pane/reading-failed'
  readonly params: { readonly file: string; readonly reason: string }

  constructor(file: string, reason: string) {
    super(`${file}: ${reason}`)
    this.params = { file, reason }
  }
}

/** A file the system does not hand over: gone, moved, or open elsewhere. Read as a file that cannot be read. */
const NOT_HANDED_OVER: Examination = { state: 'unreadable', code: 'file/not-handed-over', params: {} }

/**
 * One examination for each file, in their order; which worker takes which makes no difference to it.
 * At most one file a worker is loaded. Throws {@link ReadingFailure}, and the signal's reason when
 * aborted; all workers are gone then, and also when it is done.
 */
export async function examineAll(files: readonly IncomingFile[], job: ReadingJob, ports: ReadingPoolPorts, { onExamined, isKnown, signal }: ReadingOptions = {}): Promise<Examination[]> {
  const results: Examination[] = []
  const queue = files.map((_, at) => at)
  const lanes: Lane[] = []
  const stop = () => lanes.forEach((lane) => lane.close())
  /** Takes files until there are none, or until it turns out that the lane has no worker. */
  const run = async (lane: Lane): Promise<void> => {
    for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
      signal?.throwIfAborted()
      const file = files[at] as IncomingFile
      const loaded = await load(file)
      signal?.throwIfAborted()
      const examined = 'state' in loaded ? loaded : await hashed(loaded, file, lane, isKnown)
      if (examined === 'no-worker') return void queue.unshift(at)
      results[at] = examined
      onExamined?.(at, examined)
    }
  }
  signal?.addEventListener('abort', stop)
  try {
    signal?.throwIfAborted()
    for (let n = 0; n < Math.min(ports.size, files.length); n++) lanes.push(laneInWorker(job, ports))
    await Promise.all(lanes.map(run))
    if (queue.length > 0) await run(await laneHere(job, ports))
    return results
  } catch (error) {
    throw signal?.aborted ? signal.reason : error
  } finally {
    signal?.removeEventListener('abort', stop)
    stop()
  }
}

/** The hash is reckoned before the bytes go to a worker: they are handed over, not copied. */
async function hashed(bytes: Uint8Array, file: IncomingFile, lane: Lane, isKnown: ReadingOptions['isKnown']): Promise<Examination | 'no-worker'> {
  const hash = sha256(bytes)
  if (isKnown?.(file, hash)) return { state: 'known', hash }
  const examination = await lane.examine(bytes, file)
  return examination === 'no-worker' ? examination : { ...examination, hash }
}

interface Lane {
  examine(bytes: Uint8Array, file: IncomingFile): Promise<Examination | 'no-worker'>
  close(): void
}

async function load(file: IncomingFile): Promise<Uint8Array | Examination> {
  try {
    return await file.load()
  } catch (error) {
    // Of a zip, a file with a password or a wrong checksum.
    if (error instanceof WorkbookError) return { state: 'unreadable', code: error.code, params: error.params }
    // Browsers say it in their own words (NotReadableError, NotFoundError …); all mean this.
    return NOT_HANDED_OVER
  }
}

function laneInWorker(job: ReadingJob, ports: ReadingPoolPorts): Lane {
  let worker: WorkerLike | undefined
  let answered = false
  let settle: ((answer: FromWorker | 'died' | 'closed', reason?: string) => void) | undefined
  try {
    worker = ports.startWorker()
    worker.onmessage = ({ data }) => settle?.(data)
    worker.onerror = ({ message }) => settle?.('died', message)
    worker.postMessage({ kind: 'job', job }, [])
  } catch {
    // No workers here (an old web view, a policy): the work is done on the page.
    worker = undefined
  }
  return {
    examine: (bytes, file) =>
      new Promise((resolve, reject) => {
        if (!worker) return resolve('no-worker')
        settle = (answer, reason) => {
          settle = undefined
          if (answer === 'closed') reject(new Error('closed'))
          else if (answer === 'died') {
            if (answered) reject(new ReadingFailure(file.name, reason ?? ''))
            else resolve('no-worker')
          } else if (answer.kind === 'examined') {
            answered = true
            resolve(answer.examination)
          } else if (answer.kind === 'failed') reject(new ReadingFailure(file.name, answer.reason))
        }
        const message: ToWorker = { kind: 'file', bytes }
        worker.postMessage(message, [bytes.buffer as ArrayBuffer])
      }),
    close() {
      worker?.terminate()
      settle?.('closed')
    },
  }
}

async function laneHere(job: ReadingJob, ports: ReadingPoolPorts): Promise<Lane> {
  const { read } = await ports.format()
  const basis: ExamineBasis = basisOf(job)
  return {
    async examine(bytes, file) {
      await ports.pause()
      try {
        return examine(bytes, basis, read)
      } catch (error) {
        throw new ReadingFailure(file.name, error instanceof Error ? error.message : String(error))
      }
    },
    close() {},
  }
}
