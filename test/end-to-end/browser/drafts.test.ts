/** Work that was not saved when the tab was closed. */
import { WAYS } from '../../support/browser/hands'
import { withWorkbench } from '../../support/browser/with-workbench'
import { describeWith } from '../../support/outside-program'

jest.setTimeout(180_000)

const CELL = { sheet: '党员名册', row: 4, column: 6 }

describeWith('chromium', 'a tab closed without saving', () => {
  const workbench = withWorkbench()

  it.each(WAYS)('by %s: the browser asks; the work is offered again, goes on as it was, and is gone once discarded', async (way) => {
    const bench = await workbench.begin({ way })
    await bench.openSample('unit-with-faults')
    const name = await bench.page.locator('.top-bar h1').innerText()
    await bench.grid.goTo(CELL)
    await bench.grid.type('出差')
    await bench.grid.holds(CELL, '出差')
    await bench.page.getByText(bench.say('workbench/save-unsaved')).waitFor()
    const asked = bench.page.waitForEvent('dialog')
    const closing = bench.page.close({ runBeforeUnload: true })
    const dialog = await asked
    expect(dialog.type()).toBe('beforeunload')
    await dialog.accept()
    await closing

    const later = await bench.another()
    const offered = later.button('workbench/continue-name', { name })
    expect(await later.page.locator('.drafts li').innerText()).toContain(name)
    await later.hands.press(offered)
    await later.opened()
    await later.grid.holds(CELL, '出差')
    expect(await later.saveState()).toBe(later.say('workbench/save-unsaved'))

    await later.hands.press(later.button('workbench/back'))
    await later.hands.press(later.button('workbench/discard-name', { name }))
    await later.hands.press(later.button('workbench/discard'))
    await later.page.locator('.drafts').waitFor({ state: 'detached' })
    await later.page.reload()
    await later.page.locator('.samples .sample').first().waitFor()
    expect(await later.page.locator('.drafts').count()).toBe(0)
  })

  it('what was saved leaves no draft, and nothing is asked', async () => {
    const bench = await workbench.begin()
    await bench.openSample('unit-with-faults')
    await bench.grid.goTo(CELL)
    await bench.grid.type('出差')
    await bench.save()
    let asked = false
    bench.page.on('dialog', (dialog) => {
      asked = true
      void dialog.accept()
    })
    await bench.page.reload()
    await bench.page.locator('.samples .sample').first().waitFor()
    expect(asked).toBe(false)
    expect(await bench.page.locator('.drafts').count()).toBe(0)
  })
})
