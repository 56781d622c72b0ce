/** Draws are recorded in the workbook, drawn again only with a reason; what came of them is people's to write. */
import { drawRound, enterResult, type DrawOptions } from '../../../src/app/oversight/spot-checks'
import { officeWorkbook } from '../../../src/reports/office/office-workbook'
import { packDefinition } from '../../../src/app/carried-definition'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { format } from '../demo/made-up'
import { campaign, load, Office, sayIn, unit } from '../office-in-hand'
import { apply, opened } from './real-office'

const SYSTEMS = ['党群', '农林水', '政法']
const units = SYSTEMS.flatMap((system, s) => Array.from({ length: 6 }, (_, i) => unit(`u${s}${i}`, `${system}${i}单位`, system)))
const registry = { units, groups: [] }
const draw = (office: Office, more: Partial<DrawOptions> = {}) => {
  const outcome = drawRound({ campaign: office.campaign, office: office.book(), now: '2005-03-30T10:00:00', sayIn, seed: 7, by: '王主任', ...more })
  if ('patch' in outcome) apply(office, outcome.patch)
  return outcome
}
const drawnIn = (office: Office) => opened(office).state.spotChecks.map(({ round, seed, reason, units: drawn }) => [round, seed, reason, drawn.length])

it('a draw is on record with seed, time and name: the same seed would draw the same', () => {
  const office = Office.of(registry)
  draw(office)
  const again = Office.of(registry)
  draw(again)
  expect(opened(office).state.spotChecks).toEqual(opened(again).state.spotChecks)
  expect(drawnIn(office)).toEqual([[1, 7, undefined, 6]])
  expect(office.table('spot-checks', ['round', 'system', 'drawn', 'drawn-by', 'seed', 'state'])).toEqual(SYSTEMS.flatMap((system) => Array(2).fill(`1 | ${system} | 2005-03-30 10:00 | 王主任 | 7 | 有效`)).sort())
  expect(office.table('log', ['kind', 'detail'])).toEqual(['抽查 | 第1轮抽取6个单位，种子7；抽取人 王主任'])
})

it('is drawn again only with a reason; the draw before stays on record, marked so', () => {
  const office = Office.of(registry)
  expect(draw(office, { again: '有单位正在接受审计' })).toMatchObject({ refused: 'nothing-to-redraw' })
  draw(office)
  expect(draw(office, { again: ' ' })).toMatchObject({ refused: 'reason-needed' })
  draw(office, { again: '有单位正在接受审计', seed: 8, now: '2005-03-30T11:00:00' })
  expect(drawnIn(office)).toEqual([[1, 7, undefined, 6], [1, 8, '有单位正在接受审计', 6]])
  expect(office.table('spot-checks', ['state', 'reason']).filter((line) => line.startsWith('已重抽'))).toHaveLength(6)
  expect(office.table('log', ['detail'])[0]).toContain('原因：有单位正在接受审计')
})

it('refuses a blank name and a number that the definition does not allow', () => {
  const office = Office.of(registry)
  expect(draw(office, { by: ' ' })).toMatchObject({ refused: 'name-needed' })
  expect(draw(office, { perSystem: 9 })).toMatchObject({ refused: 'out-of-range', params: { fewest: 2, most: 4 } })
  expect(drawnIn(office)).toEqual([])
})

it('reads what people write beside a unit, wherever its row is, and keeps it through the next draw', () => {
  const office = Office.of(registry)
  draw(office)
  const [first, second] = opened(office).state.spotChecks[0]?.units ?? []
  for (const [column, value] of [['result', '不合格'], ['by', '李四'], ['on', 38442], ['note', '笔记造假']] as const) office.type([{ ...office.cell('spot-checks', `spot|0|${first?.unit}`, column), value }])
  const { sheet, row } = office.cell('spot-checks', `spot|0|${second?.unit}`, 'result')
  expect(row).toBeGreaterThan(0)
  expect(opened(office).state.spotChecks[0]?.units[0]?.result).toEqual({ outcome: 'failed', by: '李四', on: '2005-03-31', note: '笔记造假' })
  expect(draw(office, { again: '换一批' })).toMatchObject({ refused: 'checks-recorded' })
  draw(office, { seed: 9 })
  expect(sheet).toBe('抽查')
  expect(opened(office).state.spotChecks.map(({ round }) => round)).toEqual([1, 2])
  expect(opened(office).state.spotChecks[0]?.units[0]?.result?.note).toBe('笔记造假')
  expect(office.table('spot-checks', ['round', 'result']).slice(0, 6).every((line) => line === '2 | ')).toBe(true)
})

it('takes no result without a name, and none that is not offered: it says where', () => {
  const office = Office.of(registry)
  draw(office)
  const [first, second] = opened(office).state.spotChecks[0]?.units ?? []
  office.type([{ ...office.cell('spot-checks', `spot|0|${first?.unit}`, 'result'), value: '合格' }, { ...office.cell('spot-checks', `spot|0|${second?.unit}`, 'result'), value: '还行' }])
  const { state, troubles } = opened(office)
  expect(state.spotChecks[0]?.units.some(({ result }) => result)).toBe(false)
  expect(troubles.map(({ code, sheet }) => [code, sheet])).toEqual([['office/spot-check-without-name', '抽查'], ['office/bad-spot-check', '抽查']])
})

it('enters a result as a person would, and takes it back', () => {
  const office = Office.of(registry)
  draw(office)
  const drawn = opened(office).state.spotChecks[0]?.units[2]?.unit ?? ''
  const enter = (outcome: 'passed' | undefined, who = drawn) => apply(office, enterResult({ campaign, office: office.book(), now: '2005-04-01T09:00:00', sayIn, unit: who, outcome, by: '李四', note: '', on: '2005-04-01' }))
  enter('passed')
  expect(opened(office).state.spotChecks[0]?.units[2]?.result).toEqual({ outcome: 'passed', by: '李四', on: '2005-04-01', note: '' })
  enter(undefined)
  expect(opened(office).state.spotChecks[0]?.units[2]?.result).toBeUndefined()
  expect(office.table('log', ['detail']).slice(0, 2)).toEqual(['第1轮：撤回抽查结果', '第1轮：合格；检查人 李四'])
  expect(() => enter('passed', 'nobody')).toThrow('office/not-drawn')
})

it('a workbook that was made before there were spot checks gets the sheet with the first draw', () => {
  const spec = officeWorkbook(campaign, registry, { language: 'zh', say: sayIn('zh'), definitionText: packDefinition(campaign.definition, nodeCompression) })
  const office = Office.of(registry)
  office.bytes = format.write({ ...spec, sheets: spec.sheets.filter(({ name }) => name !== '抽查' && name !== '转段' && name !== '整改情况') })
  draw(office)
  expect(office.book().sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['抽查', '转段', '整改情况']))
  expect(drawnIn(office)).toEqual([[1, 7, undefined, 6]])
})

it('a campaign without spot checks has no such sheet, and says so when asked to draw', () => {
  const office = Office.of(registry, load('safety-month'), 'en')
  expect(office.book().sheets.map(({ name }) => name)).not.toEqual(expect.arrayContaining(['Spot checks']))
  expect(() => draw(office)).toThrow('office/no-spot-checks')
})
