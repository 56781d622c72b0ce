/** The add-in as it is built for a server: one production build, looked at from outside. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { TextDecoder, TextEncoder } from 'node:util'
import { gzipSync } from 'node:zlib'
import { JSDOM } from 'jsdom'
import { describeWith, temporaryFolder } from '../support/outside-program'

const HOST = 'https://forms.example.org/muster'
const PAGES = ['taskpane', 'commands', 'message', 'help'] as const
const folder = temporaryFolder()
const dist = join(folder.path, 'dist')

const text = (file: string) => readFileSync(join(dist, file), 'utf8')
const page = (name: string): Document => new JSDOM(text(`${name}.html`)).window.document
const scriptsOf = (name: string) => [...page(name).querySelectorAll('script')].map((script) => script.getAttribute('src') as string)
const bundles = () => readdirSync(dist).filter((file) => /\.[0-9a-f]{12}\.js$/.test(file))

beforeAll(() => {
  const webpack = require.resolve('webpack/bin/webpack.js')
  execFileSync(process.execPath, [webpack, '--config-name', 'addin', '--mode', 'production', '--env', `host=${HOST}/`, '--env', 'officejs=local', '--output-path', dist], { stdio: 'pipe' })
}, 600_000)

describe('the pages', () => {
  it.each(PAGES)('%s runs nothing inline, and names only what is there', (name) => {
    const document = page(name)
    for (const element of document.querySelectorAll('*')) {
      const attributes = [...element.attributes].map((attribute) => attribute.name)
      expect(attributes.filter((attribute) => attribute.startsWith('on') || attribute === 'style')).toEqual([])
    }
    expect([...document.querySelectorAll('script:not([src]), style')]).toEqual([])
    const addresses = [...document.querySelectorAll('[src], link[href]')].map((element) => element.getAttribute('src') ?? element.getAttribute('href'))
    expect(addresses.filter((address) => !existsSync(join(dist, address as string)))).toEqual([])
  })

  it.each(PAGES)('%s carries a policy without eval, inline text or foreign origins', (name) => {
    const policy = page(name).querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  it('are sent with the same policy by a server', () => {
    const headers = JSON.parse(text('headers.json'))
    expect(headers['Content-Security-Policy']).toBe(page('taskpane').querySelector('meta[http-equiv]')?.getAttribute('content'))
  })

  it('load office.js first where they need it, and not where they do not', () => {
    expect(scriptsOf('taskpane')).toEqual(['browser-check.js', 'office-js/office.js', expect.stringMatching(/^taskpane\.[0-9a-f]{12}\.js$/)])
    expect(scriptsOf('commands')).toEqual(['office-js/office.js', expect.stringMatching(/^commands\./)])
    expect(scriptsOf('message')).toEqual([expect.stringMatching(/^message\./)])
    expect(scriptsOf('help')).toEqual([])
  })

  it('say in both languages what to do in a program that is too old', () => {
    expect([...page('taskpane').querySelectorAll('#too-old p')].map((paragraph) => paragraph.getAttribute('lang'))).toEqual(['zh', 'en'])
  })

  it('help in both languages, with every blank workbook that ships', () => {
    const sections = [...page('help').querySelectorAll('section')]
    expect(sections.map((section) => [section.lang, section.querySelectorAll('ol li').length])).toEqual([['zh-CN', 6], ['en-US', 6]])
    for (const section of sections) {
      const offered = [...section.querySelectorAll('a')].map((link) => link.getAttribute('href') as string)
      expect(offered).toEqual(expect.arrayContaining(['templates/learning-mobilization/campaign.yaml', 'templates/learning-mobilization/group.xlsx', 'templates/safety-month/unit.xlsx']))
      expect(offered.filter((address) => !readFileSync(join(dist, address)).equals(readFileSync(address)))).toEqual([])
      expect(section.textContent).not.toContain('undefined')
    }
  })
})

describe('the scripts', () => {
  it('of the pane come to no more than 200 KB, zipped, before it shows something', () => {
    const [, , own] = scriptsOf('taskpane')
    expect(gzipSync(readFileSync(join(dist, own as string))).length).toBeLessThan(200 * 1024)
  })

  it('of the worker are not among them', () => {
    const worker = bundles().filter((file) => text(file).includes('onmessage='))
    expect(worker.some((file) => file.startsWith('muster.'))).toBe(true)
    expect(scriptsOf('taskpane').filter((file) => file.startsWith('muster.'))).toEqual([])
  })

  it('turn no text into program', () => {
    expect(bundles().length).toBeGreaterThan(3)
    expect(bundles().filter((file) => /\beval\(|\bnew Function\(/.test(text(file)))).toEqual([])
  })

  it('bring no style as text, as some parts of Fabric would: the policy drops it without a word', () => {
    expect(bundles().filter((file) => text(file).includes('[theme:'))).toEqual([])
  })

  it('come without source maps', () => expect(readdirSync(dist).filter((file) => file.endsWith('.map') || (file.endsWith('.js') && text(file).includes('sourceMappingURL')))).toEqual([]))
})

describe('the manifest', () => {
  it('names the server, and nothing that is not there', () => {
    const addresses = [...text('manifest.xml').matchAll(/"(https:[^"]*)"/g)].map((match) => match[1] as string)
    const own = addresses.filter((address) => !address.startsWith('http://schemas'))
    expect(own.length).toBeGreaterThan(30)
    for (const address of own) {
      expect(address.startsWith(`${HOST}/`)).toBe(true)
      expect(existsSync(join(dist, address.slice(HOST.length)))).toBe(true)
    }
    expect(text('manifest.xml')).not.toContain('localhost')
  })
})

describe('office.js of our own server', () => {
  const filesIn = (path: string): string[] => readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))

  it('is what the package holds, to the byte', () => {
    const original = dirname(require.resolve('@microsoft/office-js/dist/office.js'))
    const copied = filesIn(join(dist, 'office-js')).map((file) => relative(join(dist, 'office-js'), file))
    for (const needed of ['office.js', 'excel-win32-16.01.js', 'excel-mac-16.00.js', 'excel-web-16.00.js', 'zh-cn/office_strings.js', 'en-us/office_strings.js', 'telemetry/oteljs.js']) expect(copied).toContain(needed)
    expect(copied.filter((file) => !readFileSync(join(dist, 'office-js', file)).equals(readFileSync(join(original, file))))).toEqual([])
    expect(copied.filter((file) => file.includes('.debug.'))).toEqual([])
  })
})

/** The site with another office.js. */
function siteWith(officeJs: string): string {
  const site = mkdtempSync(join(folder.path, 'site-'))
  cpSync(dist, site, { recursive: true, filter: (file) => !file.includes('office-js') })
  mkdirSync(join(site, 'office-js'))
  writeFileSync(join(site, 'office-js/office.js'), officeJs)
  return site
}

describeWith('chromium', 'the pane in a browser, as our server sends it', () => {
  /** An Excel that opens and then answers nothing; what the policy stops is written where it can be read. */
  const OFFICE = `
    var Office = { onReady: async () => ({}), context: { displayLanguage: 'en-US', requirements: { isSetSupported: () => true } } }
    var Excel = { run: async () => { throw new Error('nobody is there') } }
    var stopped = []
    addEventListener('securitypolicyviolation', (event) => stopped.push(event.violatedDirective + ' ' + event.blockedURI))
    setTimeout(() => { document.title = JSON.stringify({ stopped, button: getComputedStyle(document.querySelector('.ms-Button')).minWidth }) }, 3000)`

  it('shows itself as it is meant, and asks for nothing that its policy stops', async () => {
    const server = spawn(process.execPath, ['scripts/serve.mjs', '--port', '0', '--dir', siteWith(OFFICE)], { stdio: ['ignore', 'pipe', 'inherit'] })
    try {
      const [address] = (await once(server.stdout, 'data')) as [Buffer]
      const arguments_ = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder.path, 'profile')}`, '--virtual-time-budget=8000', '--dump-dom', address.toString().trim()]
      const dom = new JSDOM(execFileSync('chromium', arguments_, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })).window.document
      // 80px is Fabric's own: its rules are in force.
      expect(JSON.parse(dom.title)).toEqual({ stopped: [], button: '80px' })
      expect(dom.querySelector('#pane')?.textContent).toContain('nobody is there')
      expect(dom.documentElement.className).not.toContain('too-old')
    } finally {
      server.kill()
    }
  }, 120_000)
})

describe('the commands page', () => {
  /** A page like Excel's own: what office.js does is noted. */
  async function opened() {
    const site = siteWith('')
    const buttons: Record<string, (event: { completed(): void }) => Promise<void>> = {}
    const windows: string[] = []
    const onReady = jest.fn(async () => ({}))
    const office = {
      onReady,
      AsyncResultStatus: { Succeeded: 'succeeded' },
      EventType: { DialogEventReceived: 'dialogEventReceived' },
      actions: { associate: (name: string, run: (typeof buttons)[string]) => void (buttons[name] = run) },
      context: {
        displayLanguage: 'en-US',
        // An Excel of another age.
        requirements: { isSetSupported: () => false },
        ui: {
          displayDialogAsync(address: string, _: unknown, done: (result: unknown) => void) {
            windows.push(address)
            done({ status: 'succeeded', value: { close() {}, addEventHandler: (_event: string, closed: () => void) => closed() } })
          },
        },
      },
    }
    const dom = await JSDOM.fromFile(join(site, 'commands.html'), {
      runScripts: 'dangerously',
      resources: 'usable',
      beforeParse: (window) => void Object.assign(window, { Office: office, Excel: { run: async () => undefined }, TextEncoder, TextDecoder }),
    })
    await new Promise((resolve) => dom.window.addEventListener('load', resolve))
    return { buttons, windows, onReady }
  }

  it('says that it is ready as soon as it is loaded: before that, office.js passes no button on', async () => {
    expect((await opened()).onReady).toHaveBeenCalledTimes(1)
  })

  it('has every function that the manifest calls, and each tells Excel when it is done and people what went wrong', async () => {
    const { buttons, windows } = await opened()
    const called = [...text('manifest.xml').matchAll(/<FunctionName>(\w+)</g)].map((match) => match[1] as string)
    expect(Object.keys(buttons).sort()).toEqual(called.toSorted())
    for (const name of called) {
      const completed = jest.fn()
      await buttons[name]?.({ completed })
      expect(completed).toHaveBeenCalledTimes(1)
    }
    expect(windows).toHaveLength(called.length)
    // What it says stays behind the #: nothing of a workbook may reach the server.
    for (const address of windows) expect(address).toMatch(/^file:[^?#]*\/message\.html#&m=/)

    const shown = await JSDOM.fromFile(join(dist, 'message.html'), {
      url: windows[0] as string,
      runScripts: 'dangerously',
      resources: 'usable',
      beforeParse: (window) => void Object.assign(window, { TextDecoder, Uint8Array }),
    })
    await new Promise((resolve) => shown.window.addEventListener('load', resolve))
    expect(shown.window.document.documentElement.lang).toBe('en-US')
    expect(shown.window.document.querySelector('.what')?.textContent).toContain('ExcelApi 1.7')
  })
})
