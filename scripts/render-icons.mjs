/**
 * Draws assets/icons/*.png from their SVG sources, at every size the ribbon asks for. Needs
 * Chromium (`CHROMIUM` names another binary); run it after changing a source and commit the result.
 *
 *     node scripts/render-icons.mjs
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const icons = fileURLToPath(new URL('../assets/icons/', import.meta.url))
const NAMES = ['muster', 'check', 'next']
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80]
/** Up to this size the drawing with fewer, thicker lines is used. */
const SMALL = 24

const jobs = NAMES.flatMap((name) =>
  SIZES.map((size) => ({ name: `${name}-${size}`, size, svg: readFileSync(join(icons, 'source', `${name}${size <= SMALL ? '-small' : ''}.svg`), 'base64') })),
)

/** A canvas keeps the exact size and the transparency, which a screenshot does not. */
const page = `<!doctype html><pre id="out"></pre><script>
  const jobs = ${JSON.stringify(jobs)}
  Promise.all(jobs.map(({ name, size, svg }) => new Promise((done) => {
    const image = new Image(size, size)
    image.onload = () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size })
      canvas.getContext('2d').drawImage(image, 0, 0, size, size)
      done(name + ' ' + canvas.toDataURL('image/png').split(',')[1])
    }
    image.src = 'data:image/svg+xml;base64,' + svg
  }))).then((lines) => { document.getElementById('out').textContent = lines.join('\\n') })
</script>`

const folder = mkdtempSync(join(tmpdir(), 'muster-icons-'))
try {
  const html = join(folder, 'icons.html')
  writeFileSync(html, page)
  const dom = execFileSync(
    process.env.CHROMIUM ?? 'chromium',
    ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`, '--virtual-time-budget=10000', '--dump-dom', `file://${html}`],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 24 },
  )
  const lines = (/<pre id="out">([^<]*)<\/pre>/.exec(dom)?.[1] ?? '').split('\n').filter(Boolean)
  if (lines.length !== jobs.length) throw new Error(`Chromium drew ${lines.length} of ${jobs.length} icons`)
  for (const line of lines) {
    const [name, png] = line.split(' ')
    writeFileSync(join(icons, `${name}.png`), Buffer.from(png, 'base64'))
  }
  console.log(`${lines.length} icons in assets/icons`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
