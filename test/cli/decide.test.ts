/** Confirming, declining and postponing proposals from the command line. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Office, unit } from '../app/office-in-hand'
import type { Brief } from '../app/returns-in-brief'
import { muster, officeAt, temporaryFolder } from './in-process'

const office = temporaryFolder()('office.xlsx')

interface Listed {
  readonly key: string
  readonly consequence: string
  readonly unit: string
  readonly name: string
  readonly state: string
}

async function waiting(): Promise<readonly Listed[]> {
  return (JSON.parse((await muster('decide', office, '--json')).out) as { proposals: Listed[] }).proposals
}

const stateNow = () => officeAt(office).state

/**
 * | unit      | system | week 1 | 2  | 3, by changed rules |
 * | u1 一中   | 教育   | 90     | 90 | 90                  |
 * | u2 二中   | 教育   | 60     | 60 | 60                  |
 * | u5 中医院 | 卫生   | 50     | 50 | 50                  |
 * | u6 防疫站 | 卫生   | 70     | 70 | 70                  |
 *
 * Two units are last in every week; that they are so three weeks running is in doubt.
 */
const REGISTRY = { units: [unit('u1', '一中', '教育'), unit('u2', '二中', '教育'), unit('u5', '中医院', '卫生'), unit('u6', '防疫站', '卫生')], groups: [] }
const SCORES = { u1: 90, u2: 60, u5: 50, u6: 70 }
const CERTAIN = [1, 2, 3].flatMap((week) => ['u5', 'u2'].map((id) => `report-back|${id}||w${week}`))
const DOUBTFUL = ['key-management|u2||w3', 'key-management|u5||w3']

let made: Uint8Array
beforeAll(async () => {
  const scene = Office.of(REGISTRY)
  for (const week of [1, 2, 3]) {
    if (week === 3) scene.set('setting|studyHours', 39)
    await scene.take(week, Object.entries(SCORES).map(([id, score]): Brief => ({ unit: id, week, score })))
  }
  made = scene.bytes
})
beforeEach(() => writeFileSync(office, made))

const sorted = (keys: Iterable<string>) => [...keys].sort()
const keysOf = (proposals: readonly Listed[]) => sorted(proposals.map(({ key }) => key))
const answered = (answer: string) => sorted([...stateNow().decisions].filter(([, one]) => one.answer === answer).map(([key]) => key))

it('lists what waits with its keys and writes nothing', async () => {
  expect(keysOf(await waiting())).toEqual(sorted([...CERTAIN, ...DOUBTFUL]))
  const { code, out } = await muster('decide', office)
  expect(code).toBe(0)
  expect(out).toContain('第 3 周（截至 2005-03-13）：待处理的建议 8 条')
  expect(out).toMatch(/重点管理 +3 +二中 +第3周起计分规则有变 +key-management\|u2\|\|w3$/m)
  expect(readFileSync(office).equals(made)).toBe(true)
})

it('answers proposals by their keys, tells it in the log, and takes it back', async () => {
  const [first, second] = ['report-back|u2||w1', 'key-management|u5||w3'] as const
  expect((await muster('decide', office, '--key', first, '--key', second, '--answer', 'deferred', '--by', ' 王主任 ', '--note', '待核实')).out).toContain('2 条建议：暂缓（王主任）')
  expect(stateNow().decisions.get(first)).toMatchObject({ answer: 'deferred', by: '王主任', on: '2005-03-21', note: '待核实' })
  expect(stateNow().log[0]?.detail).toContain('王主任')
  expect(keysOf(await waiting())).not.toContain(first)
  expect(JSON.parse((await muster('decide', office, '--key', first, '--answer', 'none', '--by', '王主任', '--json')).out)).toEqual({ answer: 'none', by: '王主任', keys: [first], doubtful: [] })
  expect(answered('deferred')).toEqual([second])
  expect(keysOf(await waiting())).toContain(first)
})

it('answers what waits of a consequence, of one unit or of all, over nobody’s answer', async () => {
  await muster('decide', office, '--key', 'report-back|u2||w1', '--answer', 'dismissed', '--by', '李四')
  await muster('decide', office, '--consequence', 'report-back', '--unit', 'u5', '--answer', 'confirmed', '--by', '王主任')
  expect(answered('confirmed')).toEqual(CERTAIN.filter((key) => key.includes('u5')))
  await muster('decide', office, '--consequence', 'report-back', '--answer', 'confirmed', '--by', '王主任')
  expect(answered('confirmed')).toEqual(sorted(CERTAIN.filter((key) => key !== 'report-back|u2||w1')))
  expect(stateNow().decisions.get('report-back|u2||w1')).toMatchObject({ answer: 'dismissed', by: '李四' })
  const before = readFileSync(office)
  expect((await muster('decide', office, '--consequence', 'report-back', '--answer', 'confirmed', '--by', '王主任')).out).toContain('没有符合条件的建议')
  expect(readFileSync(office).equals(before)).toBe(true)
  expect((await muster('decide', office, '--consequence', 'report-back', '--answer', 'none', '--by', '王主任')).out).toContain('已收回 6 条')
  expect(stateNow().decisions.size).toBe(0)
})

it('decides nothing in doubt along with the rest: it has to be named', async () => {
  const { out } = await muster('decide', office, '--consequence', 'key-management', '--answer', 'confirmed', '--by', '王主任')
  expect(out).toContain('2 条存疑的建议没有一并决定')
  for (const key of DOUBTFUL) expect(out).toContain(key)
  expect(readFileSync(office).equals(made)).toBe(true)
  await muster('decide', office, '--key', 'key-management|u2||w3', '--answer', 'confirmed', '--by', '王主任')
  expect(answered('confirmed')).toEqual(['key-management|u2||w3'])
})

it.each([
  ['--key', 'no|such||1', '--answer', 'confirmed', '--by', '王主任', '没有编码为“no|such||1”'],
  ['--consequence', 'prison', '--answer', 'confirmed', '--by', '王主任', 'prison'],
  ['--consequence', 'report-back', '--unit', 'nobody', '--answer', 'confirmed', '--by', '王主任', 'nobody'],
  ['--consequence', 'report-back', '--answer', 'perhaps', '--by', '王主任', 'perhaps'],
  ['--consequence', 'report-back', '--answer', 'confirmed', '--by'],
  ['--consequence', 'report-back', '--by', '王主任', '--answer'],
  ['--consequence', 'report-back', '--answer', 'confirmed', '--by', ' ', '决定人'],
  ['--consequence', 'report-back', '--key', 'a', '--answer', 'confirmed', '--by', '王主任', '只能给一种'],
  ['--answer', 'confirmed', '--by', '王主任', '没有指明'],
])('refuses what it cannot carry out: %s %s %s', async (...row) => {
  const words = row.slice(0, -1)
  expect(await muster('decide', office, ...words)).toMatchObject({ code: 2, err: expect.stringContaining(row.at(-1) as string) })
  expect(readFileSync(office).equals(made)).toBe(true)
})
