import type { WorkerLike } from '../../app/office-worker'

/** As many as leave the machine to its user; at least one. */
export const WORKERS = Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1))

/** Throws where a page can have no worker. */
export function startOfficeWorker(): WorkerLike {
  return new Worker(new URL('./office-worker.ts', import.meta.url), { name: 'muster' }) as WorkerLike
}
