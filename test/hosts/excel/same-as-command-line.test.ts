/**
 * One check, two programs: a return that is open in Excel gives the findings, score, seal and marks that
 * `muster check --out` gives for the same file. Returns of the sample data, with faults of every kind.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { carriedCampaign, packDefinition } from '../../../src/app/carried-definition'
import { checkPatch, checkWorkbook } from '../../../src/app/check'
import { campaignsIn } from '../../../src/cli/campaign-in'
import { checkData } from '../../../src/cli/check-report'
import { check } from '../../../src/cli/commands/check'
import { runProgram } from '../../../src/cli/program'
import type { Terminal } from '../../../src/cli/terminal'
import type { Toolbox } from '../../../src/cli/toolbox'
import { readLanguage } from '../../../src/domain/returns/read-identity'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { WorkbookError } from '../../../src/workbook/error'
import { patchWorkbook } from '../../../src/workbook/xlsx/patch'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { writeWorkbook } from '../../../src/workbook/xlsx/write'
import { makeUp } from '../../app/demo/made-up'
import { benchOf } from '../../support/excel/bench'
import { ExcelInMemory } from '../../support/excel/excel-in-memory'
import { temporaryFolder } from '../../support/outside-program'
import { valuesOf } from '../../support/values-of'

const TODAY = '2005-03-18'
const NOW = `${TODAY}T16:45:00`

const read = (bytes: Uint8Array) => readWorkbook(bytes, { compression: nodeCompression })
const campaignIn = campaignsIn((book) => carriedCampaign(book, nodeCompression))
const toolbox: Toolbox = {
  format: { read, write: (spec) => writeWorkbook(spec, nodeCompression), patch: (bytes, patch) => patchWorkbook(bytes, patch, nodeCompression), compression: nodeCompression },
  clock: { today: () => TODAY, now: () => NOW },
  campaignIn,
  pack: (definition) => packDefinition(definition, nodeCompression),
  sayIn: (language) => sayFrom(messages, language),
  seed: () => 1,
  templates: 'templates',
  interrupted: new AbortController().signal,
}

const folder = temporaryFolder()

async function commandLine(...words: string[]): Promise<unknown[]> {
  const out: string[] = []
  const terminalFor = (language: Terminal['language']): Terminal => ({ language, say: toolbox.sayIn(language), out: (line) => void out.push(line), err: () => undefined, status: () => undefined })
  await runProgram([check(toolbox)], ['check', '--json', ...words], { version: '0', environment: { LANG: 'zh_CN.UTF-8' }, terminalFor })
  return JSON.parse(out.join('\n')) as unknown[]
}

/** As the pane does it. */
async function checkInExcel(bytes: Uint8Array) {
  const excel = ExcelInMemory.ofFile(bytes)
  const { workbook, executor } = benchOf(excel)
  const book = await workbook.snapshot()
  const campaign = campaignIn(book)
  const result = checkWorkbook(book, { campaign, today: TODAY, now: NOW })
  const language = readLanguage(book) ?? campaign.definition.language
  await workbook.apply(checkPatch(result, toolbox.sayIn(language), language))
  return { campaign, result, after: excel.model(), roundTrips: executor.roundTrips.length }
}

describe.each([
  ['learning-mobilization', 8, 3],
  ['safety-month', 7, 3],
] as const)('returns of %s', (id, units, weeks) => {
  const files = new Map<string, Uint8Array>()
  let reported: Map<string, Record<string, unknown>>
  const inExcel = new Map<string, Awaited<ReturnType<typeof checkInExcel>>>()

  beforeAll(async () => {
    const made = await makeUp(id, { units, weeks })
    for (const [path, bytes] of made.files) {
      if (!path.startsWith('returns/') || !isReadable(bytes)) continue
      files.set(path, bytes)
      mkdirSync(dirname(join(folder.path, id, path)), { recursive: true })
      writeFileSync(join(folder.path, id, path), bytes)
    }
    const all = await Promise.all([...new Set([...files.keys()].map(dirname))].map((one) => commandLine(join(folder.path, id, one), '--out', join(folder.path, id, 'out', one))))
    reported = new Map(all.flat().map((one) => [(one as { file: string }).file.slice(join(folder.path, id).length + 1), one as Record<string, unknown>]))
    // One after the other: the client has one workbook open at a time.
    for (const [path, bytes] of files) inExcel.set(path, await checkInExcel(bytes))
  }, 120_000)

  it('come with faults of many kinds', () => {
    expect(files.size).toBeGreaterThan(10)
    const codes = new Set([...reported.values()].flatMap(({ findings }) => (findings as { code: string }[]).map(({ code }) => code)))
    expect(codes.size).toBeGreaterThan(8)
  })

  it('get the same findings, measures and score in Excel', () => {
    for (const [path, { result, campaign }] of inExcel) {
      const here = checkData({ file: join(folder.path, id, path), result, campaign, written: join(folder.path, id, 'out', path) }, terminal)
      expect(JSON.parse(JSON.stringify(here))).toEqual(reported.get(path))
    }
  })

  it('get the same marks, results and seal in Excel, and nothing else', () => {
    for (const [path, { after }] of inExcel) expect(valuesOf(after)).toEqual(valuesOf(read(readFileSync(join(folder.path, id, 'out', path)))))
  })

  it('take three round trips each', () => {
    expect([...inExcel].filter(([, { roundTrips }]) => roundTrips !== 3).map(([path]) => path)).toEqual([])
    expect(inExcel.size).toBe(files.size)
  })
})

const terminal: Terminal = { language: 'zh', say: toolbox.sayIn('zh'), out: () => undefined, err: () => undefined, status: () => undefined }

function isReadable(bytes: Uint8Array): boolean {
  try {
    return read(bytes).sheets.some(({ name }) => name === '_muster')
  } catch (error) {
    if (error instanceof WorkbookError) return false
    throw error
  }
}
