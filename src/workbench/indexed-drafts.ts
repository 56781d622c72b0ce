/** Drafts in the browser's own database: they outlive the tab, and stay on this computer. */
import { summaryOf, type Draft, type DraftStore } from '../app/workbench/drafts'

const DATABASE = 'muster'
/** What was opened, once for each draft: it may be large, and does not change. By id. */
const BASES = 'draft-bases'
/** Everything else: written after every change. By id. */
const CHANGES = 'draft-changes'

type Facts = Omit<Draft, 'base'>

/**
 * @param databases asked for at every use: some browsers throw for the mere look at it
 */
export function indexedDrafts(databases: () => IDBFactory): DraftStore {
  let opened: Promise<IDBDatabase> | undefined
  /** Drafts whose base this page has written. */
  const written = new Set<string>()
  const open = (): Promise<IDBDatabase> => {
    opened ??= openDatabase(databases)
    // Refused now, it may be allowed later.
    opened.catch(() => (opened = undefined))
    return opened
  }
  /** Runs a job in one transaction over both stores; done when the transaction is. */
  const transact = async <Result>(mode: IDBTransactionMode, job: (bases: IDBObjectStore, changes: IDBObjectStore) => Promise<Result> | Result): Promise<Result> => {
    const database = await open()
    return new Promise((resolve, reject) => {
      const transaction = database.transaction([BASES, CHANGES], mode)
      const result = job(transaction.objectStore(BASES), transaction.objectStore(CHANGES))
      transaction.oncomplete = () => resolve(result)
      transaction.onabort = () => reject(transaction.error ?? new DOMException('aborted', 'AbortError'))
      // Its transaction is aborted, which says why.
      Promise.resolve(result).catch(() => {})
    })
  }
  return {
    async list() {
      const all = await transact('readonly', (_, changes) => answer<Facts[]>(changes.getAll()))
      return all.map(summaryOf).sort((a, b) => (a.at < b.at ? 1 : -1))
    },
    async load(id) {
      const [base, facts] = await transact('readonly', (bases, changes) => Promise.all([answer<Uint8Array | undefined>(bases.get(id)), answer<Facts | undefined>(changes.get(id))]))
      return base && facts && { ...facts, base }
    },
    save: ({ base, ...facts }) =>
      transact('readwrite', async (bases, changes) => {
        changes.put(facts)
        if (!written.has(facts.id)) {
          written.add(facts.id)
          bases.put(base, facts.id)
          // A page that is being closed has no other turn: without this, all of it would be taken back.
          return bases.transaction.commit()
        }
        // Another tab may have discarded it.
        if ((await answer(bases.count(facts.id))) === 0) bases.put(base, facts.id)
      }),
    discard: (id) =>
      transact('readwrite', (bases, changes) => {
        bases.delete(id)
        changes.delete(id)
      }),
  }
}

function openDatabase(databases: () => IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = databases().open(DATABASE, 1)
    request.onupgradeneeded = () => {
      request.result.createObjectStore(BASES)
      request.result.createObjectStore(CHANGES, { keyPath: 'id' })
    }
    request.onsuccess = () => {
      // Another tab with a newer version of the page is not to wait for this one.
      request.result.onversionchange = () => request.result.close()
      resolve(request.result)
    }
    request.onerror = () => reject(request.error)
  })
}

function answer<Result>(request: IDBRequest): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as Result)
    request.onerror = () => reject(request.error)
  })
}
