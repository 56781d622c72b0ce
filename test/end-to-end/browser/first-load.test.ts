/** What the first load costs: bytes over the network, which may not grow unseen, and times, which depend on the machine. */
import { withWorkbench } from '../../support/browser/with-workbench'
import { describeWith } from '../../support/outside-program'

jest.setTimeout(180_000)

const MB = 1024 * 1024
/** Of the first view with all that is loaded ahead of the first workbook, zipped. */
const BUDGET = 2.5 * MB

describeWith('chromium', 'the first load', () => {
  const workbench = withWorkbench()

  it('takes less than 2.5 MB, spreadsheet and all', async () => {
    const bench = await workbench.begin()
    const { page, watched } = bench
    const session = await watched.context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    await session.send('Network.setBypassServiceWorker', { bypass: true })
    let bytes = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))

    const firstView = await timed(() => bench.visit())
    const atFirstView = bytes
    const workbook = await timed(() => bench.openSample('unit-with-faults'))
    const withWorkbook = bytes
    console.log(`first view: ${firstView} ms, ${(atFirstView / MB).toFixed(2)} MB; from a click on a sample to a workbook and its pane: ${workbook} ms, ${(withWorkbook / MB).toFixed(2)} MB in all`)
    expect(atFirstView).toBeGreaterThan(100_000)
    expect(withWorkbook).toBeLessThan(BUDGET)
  })
})

async function timed(job: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await job()
  return Math.round(performance.now() - begun)
}
