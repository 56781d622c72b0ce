/** `muster hand-up` on files: what is written where, what is said, what is refused. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { carriedCampaign, packDefinition } from '../../src/app/carried-definition'
import { campaignsIn } from '../../src/cli/campaign-in'
import { consolidate } from '../../src/cli/commands/consolidate'
import { handUp } from '../../src/cli/commands/hand-up'
import { issue } from '../../src/cli/commands/issue'
import { runProgram } from '../../src/cli/program'
import type { Terminal } from '../../src/cli/terminal'
import type { Toolbox } from '../../src/cli/toolbox'
import { nodeCompression } from '../../src/workbook/compression/node'
import { city } from '../app/hand-up/cities'
import { format } from '../app/demo/made-up'
import { sayIn } from '../app/office-in-hand'

const toolbox: Toolbox = {
  format,
  clock: { today: () => '2005-03-21', now: () => '2005-03-21T16:45:00' },
  campaignIn: campaignsIn((book) => carriedCampaign(book, nodeCompression)),
  pack: (definition) => packDefinition(definition, nodeCompression),
  sayIn,
  seed: () => 1,
  templates: 'templates',
  interrupted: new AbortController().signal,
}
const folder = mkdtempSync(join(tmpdir(), 'muster-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const office = join(folder, 'office.xlsx')
const issued = join(folder, 'issued/市/C01 云江市.xlsx')

async function muster(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: [] as string[], err: [] as string[] }
  const terminalFor = (language: Terminal['language']): Terminal => ({ language, say: sayIn(language), out: (line) => void said.out.push(line), err: (line) => void said.err.push(line), status: () => undefined })
  const code = await runProgram([issue(toolbox), consolidate(toolbox), handUp(toolbox)], words, { version: '0', environment: { LANG: 'zh_CN.UTF-8' }, terminalFor })
  return { code, out: said.out.join('\n'), err: said.err.join('\n') }
}

beforeAll(async () => {
  const made = city(0, 12)
  writeFileSync(office, made.bytes)
  writeFileSync(join(folder, 'cities.csv'), `市编号,市名称,片区,党员人数\nC01,云江市,东部片区,${made.headcount}\nC02,青屏市,东部片区,300\n`)
  expect((await muster('issue', '--campaign', 'province-overview', '--registry', join(folder, 'cities.csv'), '--out', join(folder, 'issued'))).code).toBe(0)
}, 60_000)

it('fills in the workbook that the level above issued, which says whose it is', async () => {
  const out = join(folder, 'up/C01.xlsx')
  const { code, out: said } = await muster('hand-up', office, '--to', issued, '--week', '4', '--out', out)
  expect([code, said]).toEqual([0, expect.stringContaining('云江市第4周已按“全省学习动员阶段情况汇总”第4周填好')])
  expect(said).toContain(`报送文件：${out}`)
})

it('adds the return to the office workbook; a second time there is nothing to add', async () => {
  const copy = join(folder, 'inside.xlsx')
  copyFileSync(office, copy)
  const words = ['hand-up', copy, '--to', 'province-overview', '--as', 'C02', '--name', '青屏市', '--week', '4', '--inside']
  expect(await muster(...words)).toMatchObject({ code: 0, out: expect.stringContaining('可以直接报送') })
  const bytes = readFileSync(copy)
  expect(await muster(...words)).toMatchObject({ code: 0, out: expect.stringContaining('没有改动') })
  expect(readFileSync(copy).equals(bytes)).toBe(true)
})

it('both are taken in above', async () => {
  copyFileSync(join(folder, 'inside.xlsx'), join(folder, 'up/青屏市.xlsx'))
  const above = join(folder, 'issued/省先教办 全省学习动员阶段情况汇总.xlsx')
  const { code, out } = await muster('consolidate', '--office', above, '--week', '4', join(folder, 'up'), '--json')
  const { files, rollCall } = JSON.parse(out) as { files: { file: string; decision: string }[]; rollCall: { unit: string; outcome: string }[] }
  expect([code, files.map(({ decision }) => decision), rollCall.map(({ unit, outcome }) => `${unit} ${outcome}`)]).toEqual([0, ['counted', 'counted'], ['C01 valid', 'C02 valid']])
})

it('says its figures as data', async () => {
  const { code, out } = await muster('hand-up', office, '--to', issued, '--week', '3', '--out', join(folder, 'again.xlsx'), '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ week: 3, upperWeek: 3, subject: { id: 'C01' }, figures: { situation: [{ localWeek: 3, units: 12 }] }, findings: [] })
})

it.each([
  ['neither a file nor the office workbook', ['--to', 'province-overview', '--as', 'C01', '--week', '4'], '请在 --out 和 --inside 中选一个'],
  ['both', ['--to', 'province-overview', '--as', 'C01', '--week', '4', '--inside', '--out', 'x.xlsx'], '请在 --out 和 --inside 中选一个'],
  ['over the office workbook', ['--to', 'province-overview', '--as', 'C01', '--week', '4', '--out', office], '会把它覆盖'],
  ['as nobody', ['--to', 'province-overview', '--week', '4', '--inside'], '不知道是哪个市上报'],
  ['as another than it was issued to', ['--to', issued, '--as', 'C02', '--week', '4', '--inside'], '下发给“C01”'],
  ['a week without figures', ['--to', 'province-overview', '--as', 'C01', '--week', '5', '--inside'], '第5周还没有汇总'],
  ['to a level that takes none', ['--to', 'safety-month', '--as', 'C01', '--week', '4', '--inside'], '不汇总下级办公室'],
])('%s: refused, and the office workbook is as it was', async (_, words, message) => {
  const before = readFileSync(office)
  const { code, err } = await muster('hand-up', office, ...words)
  expect([code, err]).toEqual([2, expect.stringContaining(message)])
  expect(readFileSync(office).equals(before)).toBe(true)
})
