/** The first minute: a return with faults is checked, a bad cell is found, put right, and checked again. */
import { address } from '../../../src/domain/returns/address'
import type { Finding } from '../../../src/domain/returns/finding'
import type { At } from '../../support/browser/grid-page'
import { WAYS } from '../../support/browser/hands'
import { checked, sampleIn } from '../../support/browser/sample-files'
import { withWorkbench } from '../../support/browser/with-workbench'
import { describeWith } from '../../support/outside-program'

jest.setTimeout(180_000)

describeWith('chromium', 'the first minute with a return', () => {
  const workbench = withWorkbench()

  describe.each([
    ['zh', 'learning-mobilization'],
    ['en', 'safety-month'],
  ] as const)('in %s, with %s', (language, id) => {
    it.each(WAYS)('by %s: check, go to a bad cell, put it right, check again', async (way) => {
      const { bytes, file, week } = sampleIn(workbench.folder(), id, 'unit-with-faults')
      const { campaign } = checked(bytes, '2000-01-01')
      const today = campaign.calendar.weekEnd(week)
      const { findings } = checked(bytes, today).result
      const bad = findings.find(({ kind, severity, column }) => kind === 'cell' && severity === 'error' && column !== undefined) as Finding & At

      const bench = await workbench.begin({ language, way, now: `${today}T10:00:00` })
      await bench.openSample('unit-with-faults')
      expect(await bench.page.locator('.top-bar h1').innerText()).toBe(file.name)
      await bench.check()
      const before = await bench.counts()
      expect(before).toEqual({ error: count(findings, 'error'), warning: count(findings, 'warning'), query: count(findings, 'query') })

      await bench.hands.press(bench.page.locator('.counts button.error'))
      const place = bench.page.locator('section.sheet', { has: bench.page.getByRole('heading', { name: bad.sheet }) }).getByTitle(bench.say('pane/go-to', { place: address(bad.row, bad.column) }), { exact: true })
      await bench.hands.press(place)
      await bench.grid.isAt(bad)
      expect(String((await bench.grid.cell(bad)).value)).toBe(bad.value)

      await bench.grid.type('0')
      await bench.grid.holds(bad, 0)
      await bench.page.getByText(bench.say('pane/stale')).waitFor()
      expect(await bench.saveState()).toBe(bench.say('workbench/save-unsaved'))

      await bench.check()
      expect((await bench.counts()).error).toBeLessThan(before.error)
      expect(await place.count()).toBe(0)
    })
  })
})

const count = (findings: readonly Finding[], wanted: Finding['severity']) => findings.filter(({ severity }) => severity === wanted).length
