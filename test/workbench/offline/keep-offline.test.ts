import { keepOffline, TAKE_OVER, type WorkerScope } from '../../../src/workbench/offline/keep-offline'

const FOLDER = 'https://forms.example.org/muster/'
const MANIFEST = { version: '1.0.0+abc', content: 'c1', page: 'index.html', kept: ['index.html', 'grid.0123456789ab.js', 'pane.css'], later: '^samples/.+/' }

/** A browser with caches, and a server that can be switched off. */
class Browser {
  readonly stored = new Map<string, Map<string, string>>()
  readonly asked: string[] = []
  readonly missing = new Set<string>()
  online = true
  skipped = false
  private listeners: Record<string, (event: never) => void> = {}

  install(manifest = MANIFEST): Promise<void> {
    this.listeners = {}
    keepOffline(this.scope(), manifest)
    return this.happens('install')
  }

  happens(type: string, event: object = {}): Promise<void> {
    let work: Promise<unknown> = Promise.resolve()
    this.listeners[type]?.({ ...event, waitUntil: (promise: Promise<unknown>) => void (work = promise) } as never)
    return work.then(() => undefined)
  }

  /** Text of the answer; undefined: the worker leaves the request to the browser. */
  async get(path: string, mode = 'no-cors'): Promise<string | undefined> {
    let answer: Promise<Response> | undefined
    const event = { request: { url: new URL(path, FOLDER).href, method: 'GET', mode }, respondWith: (response: Promise<Response>) => void (answer = response) }
    this.listeners.fetch?.(event as never)
    return answer && (await answer).text()
  }

  private scope(): WorkerScope {
    const cache = (name: string) => {
      const held = this.stored.get(name) ?? new Map<string, string>()
      this.stored.set(name, held)
      const match = async (address: string) => (held.has(address) ? new Response(held.get(address)) : undefined)
      return { match, put: async (address: string, response: Response) => void held.set(address, await response.text()) }
    }
    const caches = {
      open: async (name: string) => cache(name),
      keys: async () => [...this.stored.keys()],
      delete: async (name: string) => this.stored.delete(name),
      match: async (address: string) => {
        for (const held of this.stored.values()) if (held.has(address)) return new Response(held.get(address))
      },
    }
    return {
      registration: { scope: FOLDER },
      caches: caches as unknown as CacheStorage,
      fetch: async (request) => {
        const address = typeof request === 'string' ? request : request.url
        if (!this.online) throw new TypeError('no network')
        this.asked.push(address.slice(FOLDER.length))
        return new Response(`server ${address.slice(FOLDER.length)}`, { status: this.missing.has(address.slice(FOLDER.length)) ? 404 : 200 })
      },
      skipWaiting: async () => void (this.skipped = true),
      addEventListener: (type: string, listener: (event: never) => void) => void (this.listeners[type] = listener),
    } as WorkerScope
  }
}

async function offline(): Promise<Browser> {
  const browser = new Browser()
  await browser.install()
  await browser.happens('activate')
  browser.online = false
  return browser
}

describe('without a network', () => {
  it.each([
    ['the folder', '', 'server index.html'],
    ['the page, whatever follows it', 'index.html?a=1#b', 'server index.html'],
    ['a script', 'grid.0123456789ab.js', 'server grid.0123456789ab.js'],
  ])('gives %s', async (_, path, text) => expect(await (await offline()).get(path)).toBe(text))

  it('gives the page for another page of the folder', async () => expect(await (await offline()).get('elsewhere', 'navigate')).toBe('server index.html'))
  it('leaves alone what lies outside, and what it does not know', async () => {
    const browser = await offline()
    expect([await browser.get('https://forms.example.org/other/'), await browser.get('unknown.bin')]).toEqual([undefined, undefined])
  })
  it('has a sample that was used before, and no other', async () => {
    const browser = await offline()
    browser.online = true
    await browser.get('samples/a/%E8%A1%A8.xlsx')
    browser.online = false
    expect(await browser.get('samples/a/%E8%A1%A8.xlsx')).toBe('server samples/a/%E8%A1%A8.xlsx')
    await expect(browser.get('samples/a/b.xlsx')).rejects.toThrow('no network')
  })
})

describe('a newer version', () => {
  const NEWER = { ...MANIFEST, version: '1.1.0+def', content: 'c2' }

  it('asks the server for nothing whose name carries its hash, replaces the older one, and touches nothing of others', async () => {
    const browser = await offline()
    browser.online = true
    browser.asked.length = 0
    browser.stored.set('muster /elsewhere/ 1.0.0+abc c1', new Map())
    await browser.install(NEWER)
    expect(browser.asked.sort()).toEqual(['index.html', 'pane.css'])
    await browser.happens('activate')
    expect([...browser.stored.keys()]).toEqual(['muster /elsewhere/ 1.0.0+abc c1', 'muster /muster/ 1.1.0+def c2'])
  })

  it('is not installed when a file of it is missing: the older one stays whole', async () => {
    const browser = await offline()
    browser.online = true
    browser.missing.add('pane.css')
    await expect(browser.install(NEWER)).rejects.toThrow('pane.css: 404')
    expect([...browser.stored.keys()]).toEqual(['muster /muster/ 1.0.0+abc c1'])
  })

  it('takes over when the page says so, not before', async () => {
    const browser = await offline()
    await browser.happens('message', { data: 'something else' })
    expect(browser.skipped).toBe(false)
    await browser.happens('message', { data: TAKE_OVER })
    expect(browser.skipped).toBe(true)
  })
})
