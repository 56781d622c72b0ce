/** Every view in both languages: no fault that axe-core knows, and a picture in out/screenshots for people to look at. */
import { screenshot } from '../../support/browser/chromium'
import { faultsOf } from '../../support/browser/accessible'
import { withWorkbench } from '../../support/browser/with-workbench'
import type { Beginning, WorkbenchPage } from '../../support/browser/workbench-page'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { describeWith } from '../../support/outside-program'

jest.setTimeout(240_000)

describeWith('chromium', 'the views', () => {
  const workbench = withWorkbench()
  const NOW = { zh: '2005-03-20T10:00:00', en: '2026-06-28T10:00:00' }
  const begin = (language: 'zh' | 'en', more: Beginning = {}): Promise<WorkbenchPage> => workbench.begin({ language, now: NOW[language], ...more })

  describe.each(['zh', 'en'] as const)('in %s', (language) => {
    it('start', async () => {
      const bench = await begin(language)
      await screenshot(bench.page, `start-${language}`)
      expect(await faultsOf(bench.page)).toEqual([])
    })

    it('a return, before and after a check, page by page', async () => {
      const bench = await begin(language)
      await bench.openSample('unit-with-faults')
      await screenshot(bench.page, `unit-${language}`)
      expect(await faultsOf(bench.page)).toEqual([])
      await bench.check()
      await screenshot(bench.page, `unit-gap-${language}`)
      expect(await faultsOf(bench.page)).toEqual([])
      for (const tab of ['findings', 'score', 'submit']) {
        await bench.hands.press(bench.tab(`pane/tab-${tab}`))
        await screenshot(bench.page, `unit-${tab}-${language}`)
        expect(await faultsOf(bench.page)).toEqual([])
      }
    })

    it('the office, page by page', async () => {
      const bench = await begin(language)
      await bench.openSample('office')
      for (const tab of ['week', 'roll-call', 'ranking', 'lists', 'issue']) {
        await bench.hands.press(bench.tab(`office-pane/tab-${tab}`))
        await screenshot(bench.page, `office-${tab}-${language}`)
        expect(await faultsOf(bench.page)).toEqual([])
      }
    })

    it('a workbook of somebody else', async () => {
      const bench = await begin(language)
      await bench.openFile({ name: 'other.xlsx', mimeType: '', buffer: Buffer.from(writeWorkbook({ title: '', author: '', font: { name: 'Calibri', size: 11 }, names: [], sheets: [{ name: 'One', columns: [], rows: [{ row: 1, cells: [{ column: 1, value: 'x' }] }] }] }, nodeCompression)) })
      await screenshot(bench.page, `other-${language}`)
      expect(await faultsOf(bench.page)).toEqual([])
    })
  })

  it('an open list, a refusal and a problem, small and large, light and dark', async () => {
    for (const [look, more] of [['small', {}], ['large', { width: 1920, height: 1080 }], ['dark', { dark: true }]] as const) {
      const bench = await begin('zh', more)
      if (look === 'dark') await screenshot(bench.page, 'start-dark')
      await bench.openSample('unit-with-faults')
      await bench.grid.goTo({ sheet: '党员名册', row: 5, column: 3 })
      await bench.grid.clickArrow(5, 3)
      await bench.page.locator('.muster-choice [role=option]').first().waitFor()
      await screenshot(bench.page, `list-${look}`)
      expect(await faultsOf(bench.page)).toEqual([])
      await bench.page.keyboard.press('Escape')
      await bench.grid.goTo({ sheet: '党员名册', row: 5, column: 1 })
      await bench.page.keyboard.type('9')
      await bench.refusal()
      await screenshot(bench.page, `refusal-${look}`)
      expect(await faultsOf(bench.page)).toEqual([])
      await bench.check()
      await bench.page.keyboard.press('F8')
      await bench.hands.press(bench.tab('pane/tab-findings'))
      await screenshot(bench.page, `problem-${look}`)
      expect(await faultsOf(bench.page)).toEqual([])
    }
  })
})
