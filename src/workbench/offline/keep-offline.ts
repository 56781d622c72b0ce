/**
 * The page without a network, once it was loaded. All files of one version lie in one cache, named after the folder, the
 * version and the contents; a page never gets files of another version than its own.
 *
 * | asked for                     | answer                                                     |
 * |-------------------------------|------------------------------------------------------------|
 * | the folder, or its page       | the kept page                                              |
 * | another page in the folder    | the network; without one, the kept page                    |
 * | a file of the version         | the kept one; else the network                             |
 * | a sample or a template        | the kept one; else the network, and kept from then on      |
 * | anything else                 | the network                                                |
 */
import type { OfflineManifest } from './manifest'

/** What is used of a service worker's global scope. */
export interface WorkerScope {
  readonly registration: { readonly scope: string }
  readonly caches: CacheStorage
  fetch(request: Request | string, options?: RequestInit): Promise<Response>
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Waiting & { readonly request: Request; respondWith(response: Promise<Response>): void }) => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

interface Waiting {
  waitUntil(work: Promise<unknown>): void
}

/** What a page posts to a version that waits: it takes over at once, and the page loads itself anew. */
export const TAKE_OVER = 'take-over'

/** A name with the hash of its content never changes what it means. */
const HASHED = /[.-][0-9a-f]{12}\.\w+$/

export function keepOffline(scope: WorkerScope, { version, content, page, kept, later }: OfflineManifest): void {
  const folder = scope.registration.scope
  const family = `muster ${new URL(folder).pathname} `
  const cacheName = `${family}${version} ${content}`
  const addressOf = (file: string) => new URL(file, folder).href
  const keptAddresses = new Set(kept.map(addressOf))
  const laterName = new RegExp(later)

  scope.addEventListener('install', (event) => event.waitUntil(keep()))
  scope.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
  scope.addEventListener('message', ({ data }) => void (data === TAKE_OVER && scope.skipWaiting()))
  scope.addEventListener('fetch', (event) => {
    const { request } = event
    if (request.method !== 'GET' || !request.url.startsWith(folder)) return
    const address = request.url.split(/[?#]/, 1)[0] as string
    if (address === folder || address === addressOf(page)) return event.respondWith(fromCache(addressOf(page), request))
    if (request.mode === 'navigate') return event.respondWith(scope.fetch(request).catch(() => fromCache(addressOf(page), request)))
    if (keptAddresses.has(address)) return event.respondWith(fromCache(address, request))
    if (laterName.test(decodeURI(address.slice(folder.length)))) return event.respondWith(fromCacheOrKeep(address, request))
  })

  /** All files, or none: a version that lacks one is not installed. What has a hash is taken over from the version before. */
  async function keep(): Promise<void> {
    const cache = await scope.caches.open(cacheName)
    try {
      await Promise.all(
        kept.map(async (file) => {
          const address = addressOf(file)
          const known = HASHED.test(file) ? await scope.caches.match(address) : undefined
          const response = known ?? (await scope.fetch(address, { cache: HASHED.test(file) ? 'default' : 'reload' }))
          if (!response.ok) throw new Error(`${file}: ${response.status}`)
          await cache.put(address, response)
        }),
      )
    } catch (error) {
      await scope.caches.delete(cacheName)
      throw error
    }
  }

  async function forgetOthers(): Promise<void> {
    const names = await scope.caches.keys()
    await Promise.all(names.filter((name) => name.startsWith(family) && name !== cacheName).map((name) => scope.caches.delete(name)))
  }

  async function fromCache(address: string, request: Request): Promise<Response> {
    const cache = await scope.caches.open(cacheName)
    return (await cache.match(address)) ?? scope.fetch(request)
  }

  async function fromCacheOrKeep(address: string, request: Request): Promise<Response> {
    const cache = await scope.caches.open(cacheName)
    const known = await cache.match(address)
    if (known) return known
    const response = await scope.fetch(request)
    if (response.ok) await cache.put(address, response.clone())
    return response
  }
}
