/** A week at the office: returns put in, consolidated, ranked; and given up half-way. */
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Locator } from 'playwright-core'
import { filesInZip } from '../../../src/app/intake/files-in-zip'
import { bulletin } from '../../../src/cli/commands/bulletin'
import { rank } from '../../../src/cli/commands/rank'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { shipped } from '../../app/demo/made-up'
import { faultsOf } from '../../support/browser/accessible'
import { screenshot } from '../../support/browser/chromium'
import { muster } from '../../support/browser/command-line'
import { dropFiles } from '../../support/browser/drop-files'
import { sampleIn } from '../../support/browser/sample-files'
import { until } from '../../support/browser/until'
import { withWorkbench } from '../../support/browser/with-workbench'
import type { WorkbenchPage } from '../../support/browser/workbench-page'
import { describeWith, temporaryFolder } from '../../support/outside-program'

jest.setTimeout(400_000)

const folder = temporaryFolder()

interface RankedUnits {
  readonly week: number
  readonly systems: readonly { readonly system: string; readonly units: readonly { readonly name: string; readonly rank: number; readonly score?: number; readonly submitted: boolean }[] }[]
}

describeWith('chromium', 'a week at the office', () => {
  const workbench = withWorkbench()

  it.each([
    ['mouse', 'zh', 'learning-mobilization'],
    ['keyboard', 'en', 'safety-month'],
  ] as const)('by %s, in %s, with %s: the sample returns are read, consolidated, and ranked as `muster rank` ranks the saved file; the bulletin is that of `muster bulletin`', async (way, language, id) => {
    const { bench, week, now } = await atOffice(way, language, id)
    const { file: returns } = sampleIn(workbench.folder(), id, 'returns')
    await bench.hands.press(bench.button('office-pane/use-samples', { count: returns.count ?? 0, week }))
    const seen = await reading(bench, (done) => done > 0)
    expect(seen).toMatchObject({ total: returns.count })
    await bench.page.locator('.pane-side .work').waitFor({ state: 'detached' })
    await bench.hands.press(bench.button('office-pane/consolidate'))
    await bench.page.getByText(bench.say('office-pane/consolidated', { week }), { exact: true }).waitFor()
    await bench.hands.press(bench.button('office-pane/see-ranking'))

    const saved = await bench.save()
    expect(saved.name).toBe(sampleIn(workbench.folder(), id, 'office').file.name)
    const office = path.join(folder.path, `${id}.xlsx`)
    copyFileSync(saved.path, office)
    const ranking = (await muster(rank, now, 'rank', '--office', office)) as RankedUnits
    expect(ranking.week).toBe(week)
    expect(ranking.systems.length).toBeGreaterThan(2)
    const digits = shipped(id).campaign.definition.ranking.digits
    for (const { system, units } of ranking.systems) {
      await choose(bench, bench.page.locator('select.system-choice'), system)
      expect(await shownPlaces(bench)).toEqual(units.map(({ name, rank: place, score, submitted }) => [submitted ? String(place) : '–', name, submitted ? score?.toFixed(digits) : '']))
    }

    // Keys lead on from where one is: by way of the bar back to the head of the pane.
    await bench.hands.toPart('bar')
    await bench.hands.press(bench.tab('office-pane/tab-papers'))
    for (const page of ['letters', 'hand-up', 'bulletin']) {
      await bench.hands.toPart('bar')
      await bench.hands.press(bench.button(`papers-pane/page-${page}`))
      if (page === 'bulletin') await bench.page.locator('.pane-side .work').waitFor({ state: 'detached' })
      await screenshot(bench.page, `office-${page}-${language}`)
      expect(await faultsOf(bench.page)).toEqual([])
    }
    const [download] = await Promise.all([bench.page.waitForEvent('download'), bench.hands.press(bench.button('bulletin-pane/save'))])
    const written = path.join(folder.path, `${id}.docx`)
    await muster(bulletin, now, 'bulletin', office, '--out', written)
    const words = wordsOf(readFileSync(written))
    expect(wordsOf(readFileSync(await download.path()))).toBe(words)
    for (const line of await bench.page.locator('.bulletin-exemplary .sum-line, .bulletin-totals .sum-line').all()) for (const part of await line.locator('span').allInnerTexts()) expect(words).toContain(part.replace(/^\d+\. /, ''))
  })

  it.each([
    ['mouse', 'zh', 'safety-month'],
    ['keyboard', 'zh', 'safety-month'],
  ] as const)('by %s: the files of a folder dropped, given up in the middle, change nothing; again, they are consolidated', async (way, language, id) => {
    const { bench, week } = await atOffice(way, language, id)
    const files = unpacked(sampleIn(workbench.folder(), id, 'returns').bytes, id)
    expect(files.length).toBeGreaterThanOrEqual(107)
    await choose(bench, bench.page.locator('.week-choice select'), String(week))
    await dropFiles(bench.page, bench.page.locator('.drop-zone'), files)
    const { total } = await reading(bench, (done) => done >= 5)
    expect(total).toBe(files.length)
    await bench.hands.press(bench.button('office-pane/cancel'))
    await bench.page.getByText(bench.say('office-pane/cancelled')).waitFor()
    expect(await bench.saveState()).toBe(bench.say('workbench/save-unchanged'))
    await bench.hands.press(bench.tab('office-pane/tab-ranking'))
    await bench.page.getByText(bench.say('office-pane/week-not-done', { week })).waitFor()

    await bench.hands.press(bench.tab('office-pane/tab-week'))
    await bench.hands.press(bench.button('office-pane/consolidate'))
    await bench.page.getByText(bench.say('office-pane/consolidated', { week }), { exact: true }).waitFor()
    expect(await bench.saveState()).toBe(bench.say('workbench/save-unsaved'))
    expect(await bench.page.getByText(bench.say('office-pane/files-count', { count: files.length })).isVisible()).toBe(true)
  })

  async function atOffice(way: 'mouse' | 'keyboard', language: 'zh' | 'en', id: 'learning-mobilization' | 'safety-month') {
    const { week } = sampleIn(workbench.folder(), id, 'office')
    const { calendar, definition } = shipped(id).campaign
    const now = `${calendar.weekEnd(week)}T20:00:00`
    const bench = await workbench.begin({ way, language, now })
    // The campaign in the page's language comes first.
    await bench.openSample('office', definition.language === language ? 0 : 1)
    return { bench, week, now }
  }
})

/** How far the reading is, once it is as far as that. */
async function reading(bench: WorkbenchPage, isFar: (done: number) => boolean): Promise<{ done: number; total: number }> {
  const label = async () => {
    const text = (await bench.page.locator('.work').allInnerTexts()).join(' ')
    const [, done, total] = /(\d+)\s*\D{1,4}\s*(\d+)/.exec(text) ?? []
    return { done: Number(done ?? -1), total: Number(total ?? -1) }
  }
  return until(label, ({ done }) => isFar(done), { timeout: 120_000, what: 'returns to be read' })
}

/** By value: what an option says has figures in it. */
async function choose(bench: WorkbenchPage, list: Locator, value: string): Promise<void> {
  await list.locator('option').first().waitFor({ state: 'attached' })
  const words = await list.locator('option').evaluateAll((options, wanted) => (options as HTMLOptionElement[]).find((option) => option.value === wanted)?.label, value)
  await bench.hands.choose(list, words ?? value)
}

function shownPlaces(bench: WorkbenchPage): Promise<string[][]> {
  return bench.page.locator('.places-list .place-line').evaluateAll((lines) => lines.map((line) => [line.querySelector('.rank')?.textContent ?? '', line.querySelector('.place-name')?.firstChild?.textContent ?? '', line.querySelector('.score')?.textContent ?? '']))
}

/** All that a document says. */
function wordsOf(docx: Uint8Array): string {
  return strFromU8(unzipSync(new Uint8Array(docx))['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, '')
}

/** The files of a zip in a folder of their own; gives their paths. */
function unpacked(zip: Uint8Array, name: string): string[] {
  const into = path.join(folder.path, name)
  return filesInZip('returns.zip', zip, nodeCompression).map((file) => {
    const target = path.join(into, file.name)
    mkdirSync(path.dirname(target), { recursive: true })
    writeFileSync(target, file.load() as Uint8Array)
    return target
  })
}
