/** `muster hand-up` on files: what is written where, what is said, what is refused. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { city } from '../app/hand-up/cities'
import { muster, temporaryFolder } from './in-process'

const inFolder = temporaryFolder()
const office = inFolder('office.xlsx')
const issued = inFolder('issued/市/C01 云江市.xlsx')

beforeAll(async () => {
  const made = city(0, 12)
  writeFileSync(office, made.bytes)
  writeFileSync(inFolder('cities.csv'), `市编号,市名称,片区,党员人数\nC01,云江市,东部片区,${made.headcount}\nC02,青屏市,东部片区,300\n`)
  expect((await muster('issue', '--campaign', 'province-overview', '--registry', inFolder('cities.csv'), '--out', inFolder('issued'))).code).toBe(0)
}, 60_000)

it('fills in the workbook that the level above issued, which says whose it is', async () => {
  const out = inFolder('up/C01.xlsx')
  const { code, out: said } = await muster('hand-up', office, '--to', issued, '--week', '4', '--out', out)
  expect([code, said]).toEqual([0, expect.stringContaining('云江市第4周已按“全省学习动员阶段情况汇总”第4周填好')])
  expect(said).toContain(`报送文件：${out}`)
})

it('adds the return to the office workbook; a second time there is nothing to add', async () => {
  const copy = inFolder('inside.xlsx')
  copyFileSync(office, copy)
  const words = ['hand-up', copy, '--to', 'province-overview', '--as', 'C02', '--name', '青屏市', '--week', '4', '--inside']
  expect(await muster(...words)).toMatchObject({ code: 0, out: expect.stringContaining('可以直接报送') })
  const bytes = readFileSync(copy)
  expect(await muster(...words)).toMatchObject({ code: 0, out: expect.stringContaining('没有改动') })
  expect(readFileSync(copy).equals(bytes)).toBe(true)
})

it('both are taken in above', async () => {
  copyFileSync(inFolder('inside.xlsx'), inFolder('up/青屏市.xlsx'))
  const above = inFolder('issued/省先教办 全省学习动员阶段情况汇总.xlsx')
  const { code, out } = await muster('consolidate', '--office', above, '--week', '4', inFolder('up'), '--json')
  const { files, rollCall } = JSON.parse(out) as { files: { file: string; decision: string }[]; rollCall: { unit: string; outcome: string }[] }
  expect([code, files.map(({ decision }) => decision), rollCall.map(({ unit, outcome }) => `${unit} ${outcome}`)]).toEqual([0, ['counted', 'counted'], ['C01 valid', 'C02 valid']])
})

it('says its figures as data', async () => {
  const { code, out } = await muster('hand-up', office, '--to', issued, '--week', '3', '--out', inFolder('again.xlsx'), '--json')
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
