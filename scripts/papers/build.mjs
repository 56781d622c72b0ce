/**
 * Writes the papers' templates as they ship: `node scripts/papers/build.mjs [campaign …]`.
 * Overwrites what was restyled in Word; see docs/papers.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CAMPAIGNS = ['learning-mobilization', 'safety-month']
const templates = new URL('../../templates', import.meta.url).pathname

for (const campaign of process.argv.length > 2 ? process.argv.slice(2) : CAMPAIGNS) {
  const { PAPERS } = await import(`./${campaign}.mjs`)
  const folder = join(templates, campaign, 'papers')
  mkdirSync(folder, { recursive: true })
  for (const [file, bytes] of Object.entries(PAPERS)) {
    writeFileSync(join(folder, file), bytes)
    console.log(`${campaign}/papers/${file} ${bytes.length}`)
  }
}
