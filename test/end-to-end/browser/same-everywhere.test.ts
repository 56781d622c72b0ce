/**
 * One program in three places: the same file gives the same findings, score, marks and seal in the browser, in Excel (the
 * genuine client over a workbook in memory) and from the command line; the same week at the office the same ledger and
 * ranks. What is compared are the workbooks that come out, cell by cell, and what the page shows.
 */
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { checkPatch, checkWorkbook } from '../../../src/app/check'
import { filesInZip } from '../../../src/app/intake/files-in-zip'
import { OfficeDesk } from '../../../src/app/pane/office/desk'
import type { DeskReady } from '../../../src/app/pane/office/state'
import type { SampleKind } from '../../../src/app/workbench/samples'
import { check } from '../../../src/cli/commands/check'
import { consolidate } from '../../../src/cli/commands/consolidate'
import { rank } from '../../../src/cli/commands/rank'
import type { Finding } from '../../../src/domain/returns/finding'
import { readLanguage } from '../../../src/domain/returns/read-identity'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Workbook } from '../../../src/workbook/model'
import { format } from '../../app/demo/made-up'
import { portsOver, sessionOver } from '../../app/pane/office/session'
import { muster } from '../../support/browser/command-line'
import { checked, sampleIn } from '../../support/browser/sample-files'
import { withWorkbench } from '../../support/browser/with-workbench'
import { benchOf } from '../../support/excel/bench'
import { ExcelInMemory } from '../../support/excel/excel-in-memory'
import { describeWith, temporaryFolder } from '../../support/outside-program'
import { valuesOf } from '../../support/values-of'

jest.setTimeout(400_000)

const folder = temporaryFolder()
const CAMPAIGN = 'learning-mobilization'
const TODAY = '2005-03-20'
const NOW = `${TODAY}T20:00:00`

describeWith('chromium', 'the same everywhere', () => {
  const workbench = withWorkbench()

  it.each<SampleKind>(['unit-with-faults', 'unit-clean', 'group'])('%s: findings, score, marks and seal', async (kind) => {
    const { bytes } = sampleIn(workbench.folder(), CAMPAIGN, kind)
    const [from, to] = [path.join(folder.path, `${kind}.xlsx`), path.join(folder.path, 'checked', `${kind}.xlsx`)]
    writeFileSync(from, bytes)
    const [told] = (await muster(check, NOW, 'check', '--out', path.dirname(to), from)) as { counts: object; findings: Finding[]; score: { total: number } }[]
    const byCommandLine = entered(format.read(readFileSync(to)))

    expect(differing(await checkedInExcel(bytes), byCommandLine)).toEqual([])

    const bench = await workbench.begin({ now: NOW })
    await bench.openSample(kind)
    await bench.check()
    const { error, warning, query } = await bench.counts()
    expect({ errors: error, warnings: warning, queries: query }).toEqual(told?.counts)
    await bench.hands.press(bench.tab('pane/tab-findings'))
    expect(await bench.page.locator('section.sheet h2').allInnerTexts()).toEqual(bySheet(told?.findings ?? []).map(([sheet, n]) => `${sheet ?? bench.say('pane/whole-workbook')} ${bench.say('pane/places', { n })}`))
    if (kind !== 'group') {
      await bench.hands.press(bench.tab('pane/tab-score'))
      expect(await bench.page.locator('p.total').innerText()).toBe(bench.say('pane/score', { total: told?.score.total.toFixed(2) ?? '' }))
    }
    expect(differing(entered(format.read(readFileSync((await bench.save()).path))), byCommandLine)).toEqual([])
  })

  it("the office's week: ledger, ranks and every sheet", async () => {
    const { bytes, week } = sampleIn(workbench.folder(), CAMPAIGN, 'office')
    const zip = sampleIn(workbench.folder(), CAMPAIGN, 'returns')
    const returns = filesInZip(zip.file.name, zip.bytes, nodeCompression)
    const office = path.join(folder.path, 'office.xlsx')
    writeFileSync(office, bytes)
    for (const file of returns) {
      const target = path.join(folder.path, 'returns', file.name)
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, file.load() as Uint8Array)
      const time = new Date(file.modified ?? NOW)
      utimesSync(target, time, time)
    }
    await muster(consolidate, NOW, 'consolidate', '--office', office, '--week', String(week), path.join(folder.path, 'returns'))
    const byCommandLine = entered(format.read(readFileSync(office)))
    const ranking = await muster(rank, NOW, 'rank', '--office', office)

    const inExcel = await consolidatedInExcel(bytes, week, returns)
    expect(differing(entered(inExcel), byCommandLine)).toEqual([])

    const bench = await workbench.begin({ now: NOW })
    await bench.openSample('office')
    await bench.hands.press(bench.button('office-pane/use-samples', { week, count: returns.length }))
    await bench.page.locator('.pane-side .work').waitFor()
    await bench.page.locator('.pane-side .work').waitFor({ state: 'detached' })
    await bench.hands.press(bench.button('office-pane/consolidate'))
    await bench.page.getByText(bench.say('office-pane/consolidated', { week }), { exact: true }).waitFor()
    const saved = path.join(folder.path, 'office-in-browser.xlsx')
    writeFileSync(saved, readFileSync((await bench.save()).path))
    expect(differing(entered(format.read(readFileSync(saved))), byCommandLine)).toEqual([])
    expect(await muster(rank, NOW, 'rank', '--office', saved)).toEqual(ranking)
  })
})

/** As the pane does it. */
async function checkedInExcel(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const { campaign } = checked(bytes, TODAY)
  const excel = ExcelInMemory.ofFile(bytes)
  const { workbook } = benchOf(excel)
  const book = await workbook.snapshot()
  const language = readLanguage(book) ?? campaign.definition.language
  await workbook.apply(checkPatch(checkWorkbook(book, { campaign, today: TODAY, now: NOW }), sayFrom(messages, language), language))
  return entered(excel.model())
}

async function consolidatedInExcel(bytes: Uint8Array, week: number, files: ReturnType<typeof filesInZip>): Promise<Workbook> {
  const bench = benchOf(ExcelInMemory.ofFile(bytes))
  const session = sessionOver(await bench.workbook.snapshot())
  const desk = new OfficeDesk(portsOver({ ...session, tools: { ...session.tools, clock: { today: () => TODAY, now: () => NOW }, workbook: bench.workbook } }))
  await desk.open()
  await bench.settled()
  await desk.chooseWeek(week)
  await desk.addFiles(files)
  await desk.consolidate()
  expect((desk.store.state as DeskReady).trouble).toBeUndefined()
  return bench.excel.model()
}

/**
 * What cells hold, but for results of formulas: only a spreadsheet calculates them. Returns that the office keeps go by
 * their digests: two programs compress the same to different bytes.
 */
function entered(book: Workbook): Record<string, unknown> {
  const values = valuesOf({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.filter(({ formula }) => formula === undefined) })) })) })
  return Object.fromEntries(Object.entries(values).flatMap(([key, value]) => (!key.startsWith('_muster_returns_') ? [[key, value]] : key.endsWith(' 2') ? [[key, String(value).replace(DIGESTED, '$1')]] : key.endsWith(' 1') ? [[key, value]] : [])))
}

/** Content, definition, digest and length, ahead of the compressed text. */
const DIGESTED = /^(\[(?:"\w*",){3}\d+,)"[^]*$/

/** Some of the cells that do not hold the same, with both contents, cut short. */
function differing(here: Record<string, unknown>, there: Record<string, unknown>): string[] {
  const keys = [...new Set([...Object.keys(here), ...Object.keys(there)])]
  return keys.filter((key) => JSON.stringify(here[key]) !== JSON.stringify(there[key])).map((key) => `${key}: ${JSON.stringify(here[key])?.slice(0, 200)} / ${JSON.stringify(there[key])?.slice(0, 200)}`).slice(0, 10)
}

/** In the order in which the pane lists them. */
function bySheet(findings: readonly Finding[]): (readonly [string | undefined, number])[] {
  const counts = new Map<string | undefined, number>()
  for (const { sheet } of findings) counts.set(sheet, (counts.get(sheet) ?? 0) + 1)
  return [...counts]
}
