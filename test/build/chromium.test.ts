/**
 * The pane in a real browser: its policy lets it show itself as it is meant, and is broken by nothing. Fabric writes
 * its styles by insertRule into empty <style> elements; no other engine of ours knows whether a policy minds.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describeWith, temporaryFolder } from '../support/outside-program'

const { contentSecurityPolicy } = jest.requireActual<{ contentSecurityPolicy(options: { officeJs: string }): string }>('../../scripts/build/content-security-policy.cjs')
const folder = temporaryFolder()

/** What Fabric does, with nothing else around it; reports to the page itself, which is then dumped. */
const SCRIPT = `
  const seen = []
  addEventListener('securitypolicyviolation', (event) => seen.push(event.violatedDirective + ' ' + event.blockedURI))
  const style = document.createElement('style')
  document.head.append(style)
  style.sheet?.insertRule('p { color: rgb(1, 2, 3) }', 0)
  document.querySelector('p').style.marginTop = '7px'
  const inline = document.createElement('style')
  inline.textContent = 'p { padding-left: 9px }'
  const done = () => { document.title = JSON.stringify({ color: getComputedStyle(document.querySelector('p')).color, margin: getComputedStyle(document.querySelector('p')).marginTop, padding: getComputedStyle(document.querySelector('p')).paddingLeft, seen }) }
  if (location.search === '?inline') document.head.append(inline)
  setTimeout(done, 200)
`

let server: Server
let origin: string
beforeAll(async () => {
  const policy = contentSecurityPolicy({ officeJs: 'local' })
  server = createServer((request, response) => {
    const isScript = request.url === '/page.js'
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html', 'Content-Security-Policy': policy })
    response.end(isScript ? SCRIPT : '<!doctype html><title></title><p>text</p><script src="page.js"></script>')
  }).listen(0, 'localhost')
  await once(server, 'listening')
  origin = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

async function report(path: string): Promise<{ color: string; margin: string; padding: string; seen: string[] }> {
  const browser = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder.path, 'profile')}`, '--virtual-time-budget=3000', '--dump-dom', origin + path], { stdio: ['ignore', 'pipe', 'ignore'] })
  let dom = ''
  browser.stdout.on('data', (part: Buffer) => (dom += part.toString()))
  await once(browser, 'close')
  return JSON.parse(/<title>(.*?)<\/title>/.exec(dom)?.[1] ?? 'null')
}

describeWith('chromium', 'in a browser the policy', () => {
  it('lets Fabric style the pane, as it does: rules inserted one by one, properties set on elements', async () => {
    expect(await report('/')).toEqual({ color: 'rgb(1, 2, 3)', margin: '7px', padding: '0px', seen: [] })
  }, 60_000)

  it('refuses style that comes as text', async () => {
    expect(await report('/?inline')).toMatchObject({ padding: '0px', seen: ['style-src-elem inline'] })
  }, 60_000)
})
