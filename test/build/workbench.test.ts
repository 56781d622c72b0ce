/** The workbench as it is built for a server: one production build, looked at from outside. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { JSDOM } from 'jsdom'
import { version as packaged } from '../../package.json'
import { launch, open, type Watched } from '../support/browser/chromium'
import { builtSite, serve, type Site } from '../support/browser/site'
import { describeWith } from '../support/outside-program'

let dist: string
beforeAll(() => void (dist = builtSite()), 600_000)

const text = (file: string) => readFileSync(join(dist, file), 'utf8')
const files = () => readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(dist.length + 1))
const scripts = () => files().filter((file) => file.endsWith('.js'))
const page = (): Document => new JSDOM(text('index.html')).window.document
const zipped = (names: readonly string[]) => names.reduce((sum, name) => sum + gzipSync(readFileSync(join(dist, name))).length, 0)
/** What the page names: loaded before it shows anything. */
const named = () => [...page().querySelectorAll('[src], link[href]')].map((element) => (element.getAttribute('src') ?? element.getAttribute('href')) as string)

interface Manifest {
  readonly version: string
  readonly page: string
  readonly kept: readonly string[]
  readonly later: string
}
function manifest(): Manifest {
  const self: { MUSTER_OFFLINE?: Manifest; registration: object; addEventListener(): void } = { registration: { scope: 'https://forms.example.org/a/' }, addEventListener: () => undefined }
  runInNewContext(text('service-worker.js'), { self, URL })
  return self.MUSTER_OFFLINE as Manifest
}

describe('the page', () => {
  it('runs nothing inline, and names only what lies beside it', () => {
    const document = page()
    for (const element of document.querySelectorAll('*')) expect([...element.attributes].map(({ name }) => name).filter((name) => name.startsWith('on') || name === 'style')).toEqual([])
    expect([...document.querySelectorAll('script:not([src]), style')]).toEqual([])
    expect(named().filter((address) => !existsSync(join(dist, address)))).toEqual([])
    expect(named().filter((address) => /^[/.]|:/.test(address))).toEqual([])
  })

  it('has a policy without eval, foreign origins or inline text, but for two texts of style that it knows: none, and the one of messages', () => {
    const policy = page().querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(policy).toMatch(/style-src 'self' 'sha256-47DEQpj8HBSa[^']*' 'sha256-[^']*';/)
    expect(policy).not.toMatch(/unsafe|\*|https?:|blob:/)
    expect(JSON.parse(text('headers.json'))).toEqual({ 'Content-Security-Policy': policy })
  })

  it('shows itself before the spreadsheet is there', () => {
    expect(scripts().filter((name) => name.startsWith('grid')).length).toBeGreaterThan(3)
    expect(named().filter((name) => name.startsWith('grid'))).toEqual([])
  })

  it('loads no more than 200 KB before the first view, and 2.5 MB with the spreadsheet and all else, zipped', () => {
    expect(zipped(named())).toBeLessThan(200 * 1024)
    expect(zipped(files().filter((name) => /\.(js|css|html)$/.test(name)))).toBeLessThan(2.5 * 1024 * 1024)
  })
})

describe('the scripts', () => {
  it('know nothing of office.js', () => expect(files().filter((file) => /office[-.]js/.test(file) || (/\.(js|html)$/.test(file) && text(file).includes('appsforoffice')))).toEqual([]))

  it('bring one React for the pane and one for the spreadsheet', () => {
    const versions = scripts().flatMap((name) => [...text(name).matchAll(/\.version="(1[78]\.\d+\.\d+)/g)].map((match) => match[1]))
    expect(new Set(versions)).toEqual(new Set(['17.0.2', '18.3.1']))
  })

  it('leave out the patterns of hyphenation for sixty languages: 7 MB as against 13', () => expect(scripts().reduce((sum, name) => sum + text(name).length, 0)).toBeLessThan(9 * 1024 * 1024))
  it('come without source maps', () => expect(files().filter((file) => file.endsWith('.map') || (file.endsWith('.js') && text(file).includes('sourceMappingURL')))).toEqual([]))
})

describe('offline', () => {
  it('keeps all that the page may need, and the samples once they were used', () => {
    const { version, page: first, kept, later } = manifest()
    const all = files()
    expect(version).toMatch(new RegExp(`^${packaged.replaceAll('.', '\\.')}\\+[0-9a-f]{7}$`))
    expect(scripts().some((name) => text(name).includes(version))).toBe(true)
    expect(kept).toContain(first)
    expect(kept.filter((name) => !all.includes(name))).toEqual([])
    const others = all.filter((name) => !kept.includes(name) && !new RegExp(later).test(name))
    expect(others.filter((name) => !name.endsWith('.LICENSE.txt')).sort()).toEqual(['headers.json', 'service-worker.js'])
  })
})

describeWith('chromium', 'the workbench in a browser', () => {
  let site: Site | undefined
  let watched: Watched
  let close: (() => Promise<void>) | undefined
  beforeAll(async () => {
    site = await serve(dist)
    const browser = await launch()
    watched = await open(browser, site.address)
    close = () => browser.close()
  }, 60_000)
  afterAll(async () => {
    await close?.()
    site?.stop()
  })

  it('shows itself, with its version, and complains about nothing', async () => {
    await watched.page.goto((site as Site).address)
    await watched.page.getByText(manifest().version).first().waitFor()
    expect(watched.complaints).toEqual([])
  }, 60_000)

  it('shows itself again when its server is gone', async () => {
    const { page } = watched
    await page.evaluate(async () => void (await navigator.serviceWorker.ready))
    site?.stop()
    await page.reload()
    await page.getByText(manifest().version).first().waitFor()
    expect(await page.evaluate(async (name) => (await fetch(name)).ok, manifest().kept.find((name) => name.startsWith('grid-formula')) as string)).toBe(true)
  }, 60_000)
})
