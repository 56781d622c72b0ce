/** The page in a folder of a server, and without a network once it was loaded. */
import { cpSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { serve, type Site } from '../../support/browser/site'
import { until } from '../../support/browser/until'
import { withWorkbench } from '../../support/browser/with-workbench'
import { WorkbenchPage } from '../../support/browser/workbench-page'
import { describeWith, temporaryFolder } from '../../support/outside-program'

jest.setTimeout(180_000)

const folder = temporaryFolder()

describeWith('chromium', 'in a folder of a server', () => {
  const workbench = withWorkbench()
  let site: Site
  beforeAll(async () => {
    const place = path.join(folder.path, 'forms')
    mkdirSync(place)
    cpSync(workbench.folder(), place, { recursive: true })
    // The server wants to see what was built at the top of what it serves.
    cpSync(path.join(workbench.folder(), 'headers.json'), path.join(folder.path, 'headers.json'))
    site = await serve(folder.path)
  })
  afterAll(() => site?.stop())

  it('works there, and goes on without a network: the page, its version, a sample that was opened before, a check', async () => {
    const bench = await WorkbenchPage.begin(workbench.browser(), new URL('forms/', site.address).href)
    const { page, watched } = bench
    await bench.openSample('unit-clean')
    await page.evaluate(() => navigator.serviceWorker.ready)
    await bench.visit()
    await until(() => page.evaluate(() => navigator.serviceWorker.controller !== null), (isKept) => isKept)
    const version = await page.locator('footer').innerText()
    expect(version).toMatch(/\d/)
    // Once more by way of the worker, which keeps it.
    await bench.openSample('unit-clean')

    site.stop()
    await watched.context.setOffline(true)
    await bench.visit()
    expect(await page.locator('footer').innerText()).toBe(version)
    await bench.openSample('unit-clean')
    await bench.check()
    expect((await bench.counts()).error).toBe(0)
    expect(watched.complaints).toEqual([])
    await bench.end()
  })
})
