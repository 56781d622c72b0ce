/**
 * Every visible sheet of the sample workbooks, as the workbench draws it (left) and as LibreOffice does (right), for a
 * person to look at: out/side-by-side/<workbook>/<number>-<sheet>.png. Compares nothing by itself.
 *
 *     npm run build && node test/support/browser/sheets-side-by-side.mjs
 *     node test/support/browser/sheets-side-by-side.mjs --site out/site-0123456789ab --only group,office --height 2000
 *
 * Needs a built workbench, Chromium, LibreOffice (`soffice`), `pdftoppm` of Poppler and `convert` of ImageMagick.
 */
import { execFile, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs, promisify } from 'node:util'
import { chromium } from 'playwright-core'

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
const OUT = join(ROOT, 'out/side-by-side')
const run = promisify(execFile)

const { values } = parseArgs({
  options: {
    // Folder of the built workbench.
    site: { type: 'string', default: join(ROOT, 'dist/workbench') },
    // Kinds of sample workbooks, as samples.json names them.
    only: { type: 'string', default: 'unit-with-faults,group,office' },
    // Of what is seen of a sheet; what lies below or beside it is not in the picture.
    width: { type: 'string', default: '1600' },
    height: { type: 'string', default: '1100' },
  },
})
const [width, height] = [Number(values.width), Number(values.height)]

/** What the project's own server says it listens on. */
async function serve() {
  const server = spawn(process.execPath, [join(ROOT, 'scripts/serve.mjs'), '--port', '0', '--dir', resolve(values.site)], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const part of server.stdout) {
    const found = /http:\/\/localhost:\d+\//.exec(String(part))
    if (found) return { address: found[0], stop: () => server.kill() }
  }
  throw new Error('the server ended')
}

/** Pictures of the sheets in their order, one page each, whatever the page setup says. */
async function byLibreOffice(file, folder) {
  const own = join(folder, 'workbook.xlsx')
  copyFileSync(file, own)
  const filter = 'pdf:calc_pdf_Export:{"SinglePageSheets":{"type":"boolean","value":"true"}}'
  await run('soffice', ['--headless', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`, '--convert-to', filter, '--outdir', folder, own])
  // 96 dots an inch: as large as on the screen.
  await run('pdftoppm', ['-r', '96', '-x', '0', '-y', '0', '-W', String(width), '-H', String(height), '-png', join(folder, 'workbook.pdf'), join(folder, 'page')])
  return readdirSync(folder).filter((name) => /^page.*png$/.test(name)).sort().map((name) => join(folder, name))
}

/** Pictures of the sheets, by their names in their order. */
async function byWorkbench(browser, address, language, file, folder) {
  // Beside the sheet: headings of rows, the pane; above and below: bars.
  const page = await browser.newPage({ viewport: { width: width + 500, height: height + 240 }, locale: language === 'zh' ? 'zh-CN' : 'en-GB' })
  page.setDefaultTimeout(90_000)
  await page.goto(address)
  await page.locator('.start input[type=file]').setInputFiles(file)
  await page.locator('.pane-side h1').waitFor()
  const canvas = page.locator('canvas[id^=univer-sheet-main-canvas]')
  await canvas.waitFor()
  const tabs = page.locator('[data-u-comp=slide-tab-item]')
  const pictures = []
  for (let at = 0; at < (await tabs.count()); at++) {
    const tab = tabs.nth(at)
    await tab.click()
    const { x, y } = await canvas.boundingBox()
    const path = join(folder, `grid-${at}.png`)
    // Drawn when two looks in a row are the same.
    let [before, now] = [undefined, await page.screenshot()]
    for (let looks = 0; looks < 30 && !(before && before.equals(now)); looks++) {
      await page.waitForTimeout(200)
      before = now
      now = await page.screenshot({ clip: { x, y, width: width + 46, height: height + 20 } })
    }
    writeFileSync(path, now)
    pictures.push({ sheet: (await tab.innerText()).trim(), path })
  }
  await page.close()
  return pictures
}

const server = await serve()
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'] })
try {
  for (const { id, language, files } of JSON.parse(readFileSync(join(values.site, 'samples/samples.json'), 'utf8'))) {
    for (const { kind, path } of files.filter((file) => values.only.split(',').includes(file.kind))) {
      const folder = join(OUT, `${id}-${kind}`)
      const work = join(folder, 'work')
      if (existsSync(folder)) rmSync(folder, { recursive: true })
      mkdirSync(work, { recursive: true })
      const file = join(values.site, path)
      const [pages, pictures] = await Promise.all([byLibreOffice(file, work), byWorkbench(browser, server.address, language, file, work)])
      // The hidden sheets, which LibreOffice prints too, are the last of every workbook of ours.
      if (pages.length < pictures.length) throw new Error(`${id} ${kind}: ${pictures.length} sheets, but ${pages.length} pages`)
      for (const [at, { sheet, path: picture }] of pictures.entries()) {
        const beside = pages[at] ? ['-bordercolor', 'white', '-border', '10', pages[at]] : []
        await run('convert', [picture, ...beside, '-background', 'grey', '+append', join(folder, `${String(at + 1).padStart(2, '0')}-${sheet.replaceAll(/[\\/:*?"<>|]/g, '_')}.png`)])
      }
      rmSync(work, { recursive: true })
      console.log(`${folder}: ${pictures.length} sheets`)
    }
  }
} finally {
  await browser.close()
  server.stop()
}
