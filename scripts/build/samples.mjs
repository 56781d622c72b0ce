/**
 * The sample files that the workbench offers: out/samples/<campaign>/…, and out/samples/samples.json, which lists them.
 *
 *     node scripts/build/samples.mjs
 *     node scripts/build/samples.mjs --out out/few --units 8 --campaign safety-month
 *
 * They are made by `muster demo samples`, campaign by campaign, at the same time. The generator is seeded: the same
 * templates and the same program give the same bytes, so nothing is done when neither has changed. A run that is
 * interrupted leaves what was there before.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const PROGRAM = join(ROOT, 'build/muster.cjs')
/** Says what the files were made from. Written last: without it they are made anew. */
const STAMP = '.stamp'
/** Where the page has them. */
const FOLDER = 'samples'

const { campaignsIn } = createRequire(import.meta.url)('./campaigns.cjs')

/**
 * @param {{ out?: string, campaigns?: string[], units?: number, log?: (line: string) => void }} options
 *   out: default out/samples; campaigns: default all that ship with a demo.yaml; units: of each campaign, default as the generator has it
 * @returns {Promise<'made' | 'kept'>} kept: what is there was made from the same templates by the same program
 */
export async function makeSamples({ out = join(ROOT, 'out', FOLDER), campaigns = campaignsIn(join(ROOT, 'templates')).filter(({ hasDemo }) => hasDemo).map(({ id }) => id), units, log = console.log } = {}) {
  if (!existsSync(PROGRAM)) throw new Error(`${relative(ROOT, PROGRAM)} is missing: run "npm run prepare" first`)
  const stamp = stampOf({ campaigns, units })
  if (stampIn(out) === stamp) {
    log(`samples: ${relative(ROOT, out)} is up to date`)
    return 'kept'
  }
  const making = `${out}.${process.pid}.tmp`
  const running = new Set()
  const stop = () => running.forEach((child) => child.kill())
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    rmSync(making, { recursive: true, force: true })
    mkdirSync(making, { recursive: true })
    log(`samples: making ${campaigns.join(', ')}`)
    const lists = await Promise.all(campaigns.map((campaign) => samplesOf(campaign, join(making, campaign), { units, log, running })))
    writeFileSync(join(making, 'samples.json'), JSON.stringify(lists, null, 2) + '\n')
    writeFileSync(join(making, STAMP), stamp)
    rmSync(out, { recursive: true, force: true })
    renameSync(making, out)
    log(`samples: wrote ${lists.flatMap(({ files }) => files).length} files to ${relative(ROOT, out)}`)
    return 'made'
  } finally {
    stop()
    process.off('SIGINT', stop).off('SIGTERM', stop)
    rmSync(making, { recursive: true, force: true })
  }
}

/** What the page lists for a campaign, once its files are there. */
async function samplesOf(campaign, folder, { units, log, running }) {
  const words = ['demo', 'samples', '--lang', 'en', '--campaign', join(ROOT, 'templates', campaign), '--out', folder, ...(units === undefined ? [] : ['--units', String(units)])]
  await finished(spawn(process.execPath, [join(ROOT, 'bin/muster.js'), ...words], { stdio: ['ignore', 'ignore', 'pipe'] }), { log, running })
  const file = join(folder, 'samples.json')
  const list = JSON.parse(readFileSync(file, 'utf8'))
  rmSync(file)
  return { ...list, files: list.files.map((one) => ({ ...one, path: `${FOLDER}/${campaign}/${one.path}` })) }
}

function finished(child, { log, running }) {
  running.add(child)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    const lines = (said + text).split('\n')
    said = lines.pop()
    for (const line of lines) log(`samples: ${line}`)
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      running.delete(child)
      if (code === 0) resolve()
      else reject(new Error(`samples could not be made${said ? `: ${said}` : ''}`))
    })
  })
}

/** Of everything that the files depend on. */
function stampOf(options) {
  const hash = createHash('sha256').update(JSON.stringify(options))
  const templates = readdirSync(join(ROOT, 'templates'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of [...templates.sort(), PROGRAM, fileURLToPath(import.meta.url)]) hash.update(`\n${relative(ROOT, file).split(sep).join('/')}\n`).update(readFileSync(file))
  return hash.digest('hex')
}

function stampIn(folder) {
  const file = join(folder, STAMP)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

async function main() {
  const { values } = parseArgs({ options: { out: { type: 'string' }, units: { type: 'string' }, campaign: { type: 'string', multiple: true } } })
  await makeSamples({ ...(values.out && { out: resolve(values.out) }), ...(values.campaign && { campaigns: values.campaign }), ...(values.units && { units: Number(values.units) }) })
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await main()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
