/** `muster rehearse` and `muster rejudge` on a file: what is said, what is written, what is refused. */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { consolidate } from '../../src/app/consolidate'
import { readRegistry } from '../../src/app/registry'
import { format, makeUp, type MadeUp } from '../app/demo/made-up'
import { Office, sayIn } from '../app/office-in-hand'
import { muster, temporaryFolder } from './in-process'

const WEEK = 2
const path = temporaryFolder()('office.xlsx')
let data: MadeUp
let office: Office

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

it('tries a whole definition: of the same campaign, and without mistakes', async () => {
  const file = join(dirname(path), 'campaign.yaml')
  const yaml = readFileSync('templates/learning-mobilization/campaign.yaml', 'utf8')
  const alone = JSON.parse((await muster('rehearse', path, '--week', '2', '--set', 'studyHours=20', '--json')).out) as { results: unknown[] }
  writeFileSync(file, yaml.replace(/(studyHours: .*?value: )\d+/, '$120'))
  expect(JSON.parse((await muster('rehearse', path, '--week', '2', '--campaign', file, '--json')).out)).toMatchObject({ results: alone.results })
  expect(await muster('rehearse', path, '--week', '2', '--campaign', file)).toMatchObject({ code: 0, out: expect.stringContaining('现行方案没有替换') })
  writeFileSync(file, yaml.replace('value: member.study.notes', 'value: member.study.nottes'))
  expect(await muster('rehearse', path, '--week', '2', '--campaign', file)).toMatchObject({ code: 2, err: expect.stringMatching(/campaign\.yaml:\d+:\d+[\s\S]*→/) })
  expect(await muster('rehearse', path, '--week', '2', '--campaign', 'safety-month')).toMatchObject({ code: 2, err: expect.stringContaining('另一项活动') })
  expect(readFileSync(path).equals(office.bytes)).toBe(true)
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
