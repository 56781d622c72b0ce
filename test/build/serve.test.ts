/** The server as a person starts it: another process, asked over the network. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { temporaryFolder } from '../support/outside-program'

const folder = temporaryFolder()
const HASHED = 'taskpane.0123456789ab.js'
let server: ChildProcess
let origin: string

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** The path goes out as it is written: no client tidies it up. */
function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    request({ hostname, port, path, method, headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }))
    })
      .on('error', reject)
      .end()
  })
}

/** Starts it; resolves with what it prints first. */
function start(...args: string[]): Promise<{ process: ChildProcess; out: string; err: string }> {
  const child = spawn(process.execPath, ['scripts/serve.mjs', ...args], { stdio: 'pipe' })
  return new Promise((resolve) => {
    child.stdout.once('data', (out: Buffer) => resolve({ process: child, out: out.toString(), err: '' }))
    child.stderr.once('data', (err: Buffer) => resolve({ process: child, out: '', err: err.toString() }))
  })
}

beforeAll(async () => {
  const root = join(folder.path, 'dist')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(root, '.hidden'))
  const files = { 'headers.json': '{"Content-Security-Policy":"default-src \'none\'"}', 'taskpane.html': '<p>pane</p>', 'help.html': '<p>help</p>', [HASHED]: 'void 0', 'assets/icon.png': 'PNG', '.hidden/key': 'secret', 'a b.txt': 'spaced' }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  writeFileSync(join(folder.path, 'outside.txt'), 'secret')
  symlinkSync(join(folder.path, 'outside.txt'), join(root, 'link.txt'))
  const started = await start('--port', '0', '--dir', root)
  server = started.process
  origin = new URL(started.out.trim()).origin
}, 20_000)

afterAll(() => void server.kill())

describe('the server', () => {
  it('sends pages with the policy of the build, and nothing to guess', async () => {
    const { status, headers, body } = await ask('/taskpane.html?_host_Info=Excel')
    expect([status, body.toString()]).toEqual([200, '<p>pane</p>'])
    expect(headers).toMatchObject({ 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
  })

  it('lets what never changes be kept', async () => expect((await ask(`/${HASHED}`)).headers['cache-control']).toContain('immutable'))

  it('says nothing about caching an icon: Office would not show it', async () => {
    const { headers } = await ask('/assets/icon.png')
    expect([headers['content-type'], headers['cache-control'], headers.pragma, headers.expires]).toEqual(['image/png', undefined, undefined, undefined])
  })

  it('sends nothing again that is there already', async () => {
    const { headers } = await ask('/taskpane.html')
    const again = await ask('/taskpane.html', { headers: { 'If-None-Match': String(headers.etag) } })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  it('zips text for those who take it', async () => {
    const { headers, body } = await ask('/taskpane.html', { headers: { 'Accept-Encoding': 'gzip' } })
    expect([headers['content-encoding'], gunzipSync(body).toString()]).toEqual(['gzip', '<p>pane</p>'])
  })

  it('shows the help page where no page is named', async () => expect((await ask('/')).body.toString()).toBe('<p>help</p>'))
  it('finds a name with a space in it', async () => expect((await ask('/a%20b.txt')).body.toString()).toBe('spaced'))

  it('answers HEAD without a body, and nothing but reading', async () => {
    expect(await ask('/taskpane.html', { method: 'HEAD' })).toMatchObject({ status: 200, body: Buffer.alloc(0) })
    expect(await ask('/taskpane.html', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  })

  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/..%2foutside.txt',
    '/assets/../../outside.txt',
    '/assets/%2e%2e/%2e%2e/outside.txt',
    '/..%5coutside.txt',
    '//outside.txt',
    '/link.txt',
    '/.hidden/key',
    '/taskpane.html%00.png',
    '/%zz',
    '/assets',
    '/nothing.html',
  ])('gives nothing for %s', async (path) => {
    const { status, headers, body } = await ask(path)
    expect([status, body.toString(), headers['x-content-type-options']]).toEqual([404, 'not found\n', 'nosniff'])
  })
})

describe('the workbench beside the add-in', () => {
  const site = join(folder.path, 'both')
  const files = { 'headers.json': '{"Content-Security-Policy":"default-src addin"}', 'help.html': 'help', 'workbench/headers.json': '{"Content-Security-Policy":"default-src workbench"}', 'workbench/index.html': 'grid', 'workbench/samples/a b.xlsx': 'PK' }
  const lone = join(folder.path, 'lone')
  const started: ChildProcess[] = []

  beforeAll(() => {
    for (const [name, text] of Object.entries(files)) {
      for (const at of name.startsWith('workbench/') ? [site, lone] : [site]) {
        mkdirSync(dirname(join(at, name)), { recursive: true })
        writeFileSync(join(at, name), text)
      }
    }
  })
  afterAll(() => started.forEach((one) => one.kill()))

  async function served(dir: string): Promise<string> {
    const { process, out } = await start('--port', '0', '--dir', dir)
    started.push(process)
    return out.trim()
  }
  const get = (address: string) => fetch(address, { redirect: 'manual' })

  it('is what a person is sent to, with a policy of its own', async () => {
    const address = await served(site)
    expect(new URL(address).pathname).toBe('/workbench/')
    const answers = await Promise.all([get(address), get(new URL('/', address).href), get(new URL('samples/a%20b.xlsx', address).href)])
    expect(await Promise.all(answers.map((one) => one.text()))).toEqual(['grid', 'help', 'PK'])
    expect(answers.map((one) => one.headers.get('content-security-policy'))).toEqual(['default-src workbench', 'default-src addin', 'default-src workbench'])
  })

  it('is served without the add-in too: from its parent, and as a folder of its own', async () => {
    const address = await served(lone)
    for (const path of ['/', '/workbench']) expect([(await get(new URL(path, address).href)).status, (await get(new URL(path, address).href)).headers.get('location')]).toEqual([302, '/workbench/'])
    expect(await (await get(address)).text()).toBe('grid')
    const alone = await served(join(lone, 'workbench'))
    expect([new URL(alone).pathname, await (await get(alone)).text()]).toEqual(['/', 'grid'])
  })
})

describe('a server that cannot start', () => {
  it('says that nothing was built', async () => expect((await start('--port', '0', '--dir', folder.path)).err).toContain('npm run build'))
  it('says which port is in use', async () => expect((await start('--port', new URL(origin).port, '--dir', join(folder.path, 'dist'))).err).toContain('in use'))
  it('says what a port is', async () => expect((await start('--port', 'many')).err).toContain('--port'))
})
