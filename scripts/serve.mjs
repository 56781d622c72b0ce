/**
 * Serves what was built on this computer: the workbench to work with, the add-in for sideloading and for trying it out.
 *
 *     npm run build && npm run serve               http://localhost:3000
 *     npm run serve -- --https                     with development certificates, as Excel wants it
 *     npm run serve -- --port 8080 --dir dist
 *
 * A real office uses its own web server; docs/deploying.md says which headers it should send.
 */
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream'
import { parseArgs } from 'node:util'
import { createGzip } from 'node:zlib'

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Where the workbench lies beside the add-in. */
const WORKBENCH = '/workbench/'

/** A name with the hash of its content never changes what it means. */
const HASHED = /[.-][0-9a-f]{12}\.(js|css)$/

/** Office shows its own picture in place of an icon that comes with any word about caching. */
function cacheFor(path) {
  if (extname(path) === '.png') return {}
  return { 'Cache-Control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache' }
}

/** The file that a request means; undefined: there is none, or it lies outside. `root` is a real path. */
async function fileFor(root, url) {
  let path
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0])
  } catch {
    return undefined
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').some((part) => part.startsWith('.'))) return undefined
  try {
    // Links are followed before it is asked where they lead.
    const file = await realpath(join(root, path.endsWith('/') ? await pageOf(root, path) : path))
    const facts = file.startsWith(root + sep) ? await stat(file) : undefined
    return facts?.isFile() ? { file, size: facts.size, tag: `"${facts.size.toString(36)}-${facts.mtimeMs.toString(36)}"` } : undefined
  } catch {
    return undefined
  }
}

/** What a folder shows: its own page; the folder of the add-in, its help. */
async function pageOf(root, path) {
  return (await isFile(join(root, path, 'index.html'))) ? `${path}index.html` : `${path}help.html`
}

async function isFile(path) {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

/** The headers of the build in that folder; undefined: there is none. */
async function headersIn(folder) {
  try {
    return JSON.parse(await readFile(join(folder, 'headers.json'), 'utf8'))
  } catch {
    return undefined
  }
}

/** @param {{ root: string, policy: object, workbench: object | undefined }} site policies of what was built, the workbench's own */
async function answer({ root, policy, workbench }, request, response) {
  const path = String(request.url ?? '/').split(/[?#]/, 1)[0]
  const headers = { ...(workbench && path.startsWith(WORKBENCH) ? workbench : policy), 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' }
  const end = (status, text, more = {}) => response.writeHead(status, { ...headers, 'Content-Type': 'text/plain; charset=utf-8', ...more }).end(text)
  if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, 'method not allowed\n', { Allow: 'GET, HEAD' })
  const found = await fileFor(root, request.url ?? '/')
  // Its addresses are relative to the folder: they need the slash.
  if (!found && workbench && (path === '/' || path === WORKBENCH.slice(0, -1))) return end(302, 'see there\n', { Location: WORKBENCH })
  if (!found) return end(404, 'not found\n')

  const type = TYPES[extname(found.file)] ?? 'application/octet-stream'
  const known = { ...headers, 'Content-Type': type, ...cacheFor(found.file), ETag: found.tag, Vary: 'Accept-Encoding' }
  if (request.headers['if-none-match'] === found.tag) return response.writeHead(304, known).end()
  const zipped = /^(text|application\/(json|xml))/.test(type) && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  response.writeHead(200, { ...known, ...(zipped ? { 'Content-Encoding': 'gzip' } : { 'Content-Length': found.size }) })
  if (request.method === 'HEAD') return response.end()
  // A file that goes away, or a reader who does: the connection is closed, which is all there is to say.
  const streams = zipped ? [createReadStream(found.file), createGzip(), response] : [createReadStream(found.file), response]
  pipeline(streams, () => {})
}

async function main() {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '3000' }, dir: { type: 'string', default: 'dist' }, https: { type: 'boolean', default: false } } })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port is a number from 0 to 65535, not ${values.port}`)
  const root = await realpath(values.dir).catch(() => values.dir)
  const [addin, workbench] = await Promise.all([headersIn(root), headersIn(join(root, WORKBENCH))])
  const policy = addin ?? workbench
  if (!policy) throw new Error(`${values.dir} holds nothing that was built: run "npm run build" first`)

  const listener = (request, response) => void answer({ root, policy, workbench }, request, response)
  // The certificates bring an authority of their own into the system's store: only for those who ask.
  const certificates = values.https ? await (await import('office-addin-dev-certs')).getHttpsServerOptions() : undefined
  const server = certificates ? createHttpsServer(certificates, listener) : createHttpServer(listener)
  server.on('error', (error) => {
    console.error(error.code === 'EADDRINUSE' ? `port ${port} is in use: choose another with --port` : error.message)
    process.exitCode = 1
  })
  const first = workbench ? WORKBENCH : (await isFile(join(root, 'taskpane.html'))) ? '/taskpane.html' : '/'
  server.listen(port, 'localhost', () => console.log(`${certificates ? 'https' : 'http'}://localhost:${server.address().port}${first}`))
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)).closeAllConnections())
}

try {
  await main()
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
