/** What is changed in the office's sheets takes effect without a file, as if the files had been read again. */
import { consolidate } from '../../src/app/consolidate'
import { recompute } from '../../src/app/recompute'
import { readRegistry } from '../../src/app/registry'
import type { Registry } from '../../src/domain/ranking/registry'
import { readOffice } from '../../src/reports/office/read-office'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'

const LAST = 2
let data: MadeUp
let registry: Registry
let before: Office
const common = () => ({ campaign: data.campaign, today: '2099-06-01', now: '2099-06-01T09:00:00', compression: format.compression, sayIn })
const filesOf = (week: number) => [...data.files].filter(([path]) => path.startsWith(`returns/week-${week}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes }))
const take = async (office: Office, week: number) => {
  const result = await consolidate({ ...common(), office: office.book(), week, files: filesOf(week), redo: true, read: format.read })
  office.bytes = format.patch(office.bytes, result.patch)
}
const again = async (office: Office) => {
  const result = await recompute({ ...common(), office: office.book() })
  office.bytes = format.patch(office.bytes, result.patch)
  return result
}
const stateOf = (office: Office) => readOffice(office.book(), data.campaign.definition, sayIn('zh')).state
const write = (office: Office, unit: string, column: string, value: string | number) => {
  const { sheet, columns } = office.located('registry')
  const row = sheet.rows.find(({ cells }) => cells.some((cell) => cell.value === unit))?.row as number
  office.type([{ sheet: sheet.name, row, column: columns.get(column) as number, value }])
}

beforeAll(async () => {
  data = await makeUp('learning-mobilization', { units: 6, weeks: LAST })
  registry = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format }).registry
  before = Office.of(registry, data.campaign)
  for (let week = 1; week <= LAST; week += 1) await take(before, week)
}, 120_000)

it('with nothing changed changes not a byte', async () => {
  const office = before.copy()
  expect((await again(office)).changed).toBe(false)
  expect(office.bytes).toBe(before.bytes)
})

it('registry, settings and waivers at once: the latest week as if its files had been read again; earlier ones keep their registry', async () => {
  const [office, anew] = [before.copy(), before.copy()]
  const [one, other] = registry.units as [Registry['units'][number], Registry['units'][number]]
  for (const each of [office, anew]) {
    write(each, one.id, 'headcount', one.headcount + 5)
    write(each, other.id, 'system', '另一系统')
    each.set(`weight|${data.campaign.indicators[0]?.id}`, 33, '王主任', 1)
  }
  const { changes, rollCall } = await again(office)
  for (let week = 1; week <= LAST; week += 1) await take(anew, week)
  // By which rules nothing was scored makes no difference.
  const scored = (of: Office) => stateOf(of).entries.map(({ rules, ...entry }) => (entry.outcome === 'valid' ? { ...entry, rules } : entry))
  expect(scored(office)).toEqual(scored(anew))
  const at = (week: number, unit: string) => stateOf(office).entries.find((entry) => entry.week === week && entry.unit === unit)
  expect([at(1, one.id)?.headcount, at(LAST, one.id)?.headcount]).toEqual([one.headcount, one.headcount + 5])
  expect([at(1, other.id)?.system, at(LAST, other.id)?.system]).toEqual([other.system, '另一系统'])
  expect(changes.length).toBeGreaterThan(0)
  expect(rollCall.every(({ week }) => week === LAST)).toBe(true)
  expect(office.table('log', ['kind']).slice(0, 2)).toEqual(['重新核算', '权重变更'])
  const bytes = office.bytes
  expect((await again(office)).changed).toBe(false)
  expect(office.bytes).toBe(bytes)
})

it('a unit registered since is missing, one struck off is gone from the latest week alone', async () => {
  const office = before.copy()
  const [gone] = registry.units as [Registry['units'][number]]
  write(office, gone.id, 'id', 'NEW1')
  await again(office)
  const units = (week: number) => stateOf(office).entries.filter((entry) => entry.week === week).map(({ unit, outcome }) => `${unit} ${outcome}`)
  expect(units(LAST)).toContain('NEW1 missing')
  expect(units(LAST).some((each) => each.startsWith(`${gone.id} `))).toBe(false)
  expect(units(1).some((each) => each.startsWith(`${gone.id} `))).toBe(true)
})

it('before any week was consolidated there is nothing to reckon', async () => {
  await expect(recompute({ ...common(), office: Office.of(registry, data.campaign).book() })).rejects.toThrow('office/nothing-ranked')
})
