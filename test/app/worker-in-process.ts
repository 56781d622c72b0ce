import { packDefinition } from '../../src/app/carried-definition'
import { officeWorker, type WorkerLike } from '../../src/app/office-worker'
import { nodeCompression } from '../../src/workbook/compression/node'
import { format } from './demo/made-up'
import { sayIn } from './office-in-hand'

/** A worker in this process. What crosses the line is cloned, so that anything but plain data fails. */
export class WorkerInProcess implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null
  onerror: WorkerLike['onerror'] = null
  isTerminated = false
  readonly files: number[] = []
  private readonly answer = officeWorker({
    format,
    pack: (definition) => packDefinition(definition, nodeCompression),
    sayIn,
    post: (message) => {
      const data = structuredClone(message)
      queueMicrotask(() => !this.isTerminated && this.onmessage?.({ data }))
    },
  })

  postMessage(message: Parameters<WorkerLike['postMessage']>[0]): void {
    if (message.kind === 'file') this.files.push(message.bytes.length)
    const data = structuredClone(message)
    queueMicrotask(() => !this.isTerminated && this.answer(data))
  }

  terminate(): void {
    this.isTerminated = true
  }
}
