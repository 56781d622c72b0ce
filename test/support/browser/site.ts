/** The workbench as it is built for a server, built once for all the test files of a run, and served on loopback. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../../..')
/** What the built site is made of. */
const SOURCES = ['src', 'templates', 'scripts', 'assets', 'webpack.config.js', 'package.json', 'package-lock.json', 'tsconfig.json']

export interface Site {
  /** `http://localhost:<port>/<sub-path>/` */
  readonly address: string
  stop(): void
}

/** Folder of the built site: of these sources, whoever built it. `MUSTER_SITE` names one that was built by hand. */
export function builtSite(): string {
  const given = process.env['MUSTER_SITE']
  if (given) return path.resolve(given)
  const folder = path.join(ROOT, 'out', `site-${fingerprint()}`)
  if (existsSync(folder)) return folder
  const lock = `${folder}.lock`
  mkdirSync(path.dirname(lock), { recursive: true })
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
  } catch {
    return waitFor(folder, lock)
  }
  try {
    for (const old of readdirSync(path.dirname(folder))) if (/^site-[0-9a-f]{12}$/.test(old)) rmSync(path.join(path.dirname(folder), old), { recursive: true, force: true })
    const unfinished = `${folder}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    execFileSync(process.execPath, [path.join(ROOT, 'scripts/build/samples.mjs')], { cwd: ROOT, stdio: 'pipe' })
    execFileSync(process.execPath, [require.resolve('webpack/bin/webpack.js'), '--config-name', 'workbench', '--mode', 'production', '--output-path', unfinished], { cwd: ROOT, stdio: 'pipe' })
    renameSync(unfinished, folder)
    return folder
  } finally {
    rmSync(lock, { force: true })
  }
}

/** Serves a folder by the project's own server, on a free port. */
export async function serve(folder: string): Promise<Site> {
  const server: ChildProcess = spawn(process.execPath, [path.join(ROOT, 'scripts/serve.mjs'), '--port', '0', '--dir', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (part: Buffer) => {
      said += part.toString()
      const found = /http:\/\/localhost:\d+\//.exec(said)
      if (found) resolve(found[0])
    })
    server.once('exit', (status) => reject(new Error(`the server ended with ${status}: ${said}`)))
  })
  return { address, stop: () => void server.kill() }
}

/** Another test file builds it at this moment. */
function waitFor(folder: string, lock: string): string {
  const pause = new Int32Array(new SharedArrayBuffer(4))
  while (existsSync(lock)) {
    if (!isHeld(lock)) {
      // Whoever built it was stopped in the middle, or is done by now.
      rmSync(lock, { force: true })
      return builtSite()
    }
    Atomics.wait(pause, 0, 0, 250)
  }
  if (!existsSync(folder)) throw new Error('the site could not be built by another test file; its own message says why')
  return folder
}

/** Also a lock that is being written at this moment, and names nobody yet. */
function isHeld(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'))
    return pid === 0 || process.kill(pid, 0)
  } catch {
    return false
  }
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (file: string): void => {
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).sort()) add(path.join(file, name))
    else hash.update(path.relative(ROOT, file)).update(readFileSync(file))
  }
  for (const source of SOURCES) add(path.join(ROOT, source))
  return hash.digest('hex').slice(0, 12)
}
