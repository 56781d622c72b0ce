/** `muster rehearse` and `muster rejudge` on a file: what is said, what is written, what is refused. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { carriedCampaign, packDefinition } from '../../src/app/carried-definition'
import { consolidate } from '../../src/app/consolidate'
import { readRegistry } from '../../src/app/registry'
import { campaignsIn } from '../../src/cli/campaign-in'
import { rehearse } from '../../src/cli/commands/rehearse'
import { rejudge } from '../../src/cli/commands/rejudge'
import { runProgram } from '../../src/cli/program'
import type { Terminal } from '../../src/cli/terminal'
import type { Toolbox } from '../../src/cli/toolbox'
import { nodeCompression } from '../../src/workbook/compression/node'
import { format, makeUp, type MadeUp } from '../app/demo/made-up'
import { Office, sayIn } from '../app/office-in-hand'

const WEEK = 2
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
const path = join(folder, 'office.xlsx')
let data: MadeUp
let office: Office

async function muster(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: [] as string[], err: [] as string[] }
  const terminalFor = (language: Terminal['language']): Terminal => ({ language, say: sayIn(language), out: (line) => void said.out.push(line), err: (line) => void said.err.push(line), status: () => undefined })
  const code = await runProgram([rehearse(toolbox), rejudge(toolbox)], words, { version: '0', environment: { LANG: 'zh_CN.UTF-8' }, terminalFor })
  return { code, out: said.out.join('\n'), err: said.err.join('\n') }
}

beforeAll(async () => {
  data = await makeUp('learning-mobilization', { units: 6, weeks: WEEK })
  const { registry } = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format })
  office = Office.of(registry, data.campaign)
  const files = [...data.files].filter(([name]) => name.startsWith(`returns/week-${WEEK}/`)).map(([name, bytes]) => ({ name, load: () => bytes }))
  const { patch } = await consolidate({ campaign: data.campaign, office: office.book(), week: WEEK, files, today: '2005-03-20', now: '2005-03-20T09:00:00', read: format.read, compression: format.compression, sayIn })
  office.bytes = format.patch(office.bytes, patch)
}, 60_000)
beforeEach(() => writeFileSync(path, office.bytes))

it('tells what would change, down to the cell, and writes nothing', async () => {
  const { code, out } = await muster('rehearse', path, '--week', '2', '--set', 'studyHours=20')
  expect([code, out]).toEqual([0, expect.stringContaining('试算第 2 周')])
  expect(out).toMatch(/学习考勤![A-Z]+\d+/)
  expect(out).toContain('仅为试算，没有写入任何内容')
  expect(readFileSync(path)).toEqual(Buffer.from(office.bytes))
})

it('gives it all as data', async () => {
  const { out } = await muster('rehearse', path, '--week', '2', '--set', 'studyHours=20', '--set', 'attendanceRate=90%', '--weight', `${data.campaign.indicators[0]?.id}=40`, '--json')
  const told = JSON.parse(out) as { results: { cell?: string; before?: { target: number }; after?: { target: number } }[]; changes: unknown[] }
  expect(told.results.some(({ cell, before, after }) => cell !== undefined && before?.target === 40 && after?.target === 20)).toBe(true)
  expect(told.results.some(({ after }) => after?.target === 0.9)).toBe(true)
  expect(told.changes.length).toBeGreaterThan(0)
})

it.each<[string, string[], RegExp]>([
  ['nothing to try', [], /没有可试算的改动/],
  ['a setting there is not', ['--set', 'hours=1'], /没有“hours”这项设置.*studyHours/],
  ['an indicator there is not', ['--weight', 'x=1'], /没有“x”这项指标/],
  ['no assignment', ['--set', 'studyHours'], /应写成/],
  ['no number', ['--set', 'studyHours=many'], /不能是“many”/],
  ['a weight below nothing', ['--weight', 'study=-1'], /没有“study”|不能是/],
  ['more than the definition allows', ['--set', 'studyHours=100000'], /设置/],
])('refuses %s', async (_, words, said) => {
  const { code, err } = await muster('rehearse', path, '--week', '2', ...words)
  expect([code, err]).toEqual([2, expect.stringMatching(said)])
})

it('rejudges what the sheets say now, once', async () => {
  office.set('setting|studyHours', 20, '王主任', WEEK)
  writeFileSync(path, office.bytes)
  const { code, out } = await muster('rejudge', path)
  expect([code, out]).toEqual([0, expect.stringContaining(`已更新 ${path}`)])
  const bytes = readFileSync(path)
  const again = await muster('rejudge', path, '--json')
  expect([again.code, (JSON.parse(again.out) as { changed: boolean }).changed]).toEqual([0, false])
  expect(readFileSync(path)).toEqual(bytes)
})
