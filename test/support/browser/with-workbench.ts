/**
 * The workbench for one test file: built, served, in one browser. After every test nothing may have gone wrong that a
 * person would not see: see `complaints` of chromium.ts.
 */
import type { Browser } from 'playwright-core'
import { launch } from './chromium'
import { builtSite, serve, type Site } from './site'
import { WorkbenchPage, type Beginning } from './workbench-page'

// Built once a run, by whichever test file comes first.
const BUILDING = 600_000

export function withWorkbench(): { begin(options?: Beginning): Promise<WorkbenchPage>; folder(): string; browser(): Browser } {
  let browser: Browser
  let site: Site
  let folder: string
  const begun: WorkbenchPage[] = []
  beforeAll(async () => {
    folder = builtSite()
    site = await serve(folder)
    browser = await launch()
  }, BUILDING)
  afterEach(async () => {
    const complaints = begun.flatMap(({ watched }) => watched.complaints)
    await Promise.all(begun.splice(0).map((bench) => bench.end()))
    expect(complaints).toEqual([])
  })
  afterAll(async () => {
    await browser?.close()
    site?.stop()
  })
  return {
    async begin(options) {
      const bench = await WorkbenchPage.begin(browser, site.address, options)
      begun.push(bench)
      return bench
    },
    folder: () => folder,
    browser: () => browser,
  }
}
