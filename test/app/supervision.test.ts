/** Groups' returns tell on their units' scores, whatever comes first, in whatever order, in however many runs. */
import { consolidate } from '../../src/app/consolidate'
import { examine, type Examination } from '../../src/app/intake/examine'
import type { IncomingFile } from '../../src/app/intake/incoming'
import { readRegistry } from '../../src/app/registry'
import { registered, type Registry } from '../../src/domain/ranking/registry'
import { serialOf } from '../../src/domain/returns/serial'
import type { LedgerEntry } from '../../src/domain/ranking/ledger'
import { weigh } from '../../src/domain/evaluation/weigh'
import { readOffice } from '../../src/reports/office/read-office'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'

const WEEK = 6

let data: MadeUp
let registry: Registry
let files: IncomingFile[]
let ofGroups: IncomingFile[]
let whole: Office

const stateOf = (of: Office) => readOffice(of.book(), data.campaign.definition, sayIn('zh')).state
const take = async (of: Office, given: readonly IncomingFile[], more: { redo?: true; examined?: (file: IncomingFile) => Examination } = {}) => {
  const { redo = false, examined } = more
  const result = await consolidate({ campaign: data.campaign, office: of.book(), week: WEEK, files: given, today: '2005-04-10', now: '2099-06-01T09:00:00', redo, compression: format.compression, sayIn, ...(examined ? { examined } : { read: format.read }) })
  of.bytes = format.patch(of.bytes, result.patch)
  return result
}
const assessed = ({ indicators }: Pick<LedgerEntry, 'indicators'>) => indicators.find(({ indicator }) => indicator === 'supervision')?.attainment
const valid = (of: Office) => stateOf(of).entries.filter(({ kind, outcome }) => kind === 'unit' && outcome === 'valid')

beforeAll(async () => {
  data = await makeUp('learning-mobilization', { units: 16, weeks: WEEK })
  registry = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format }).registry
  files = [...data.files].filter(([path]) => path.startsWith(`returns/week-${WEEK}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes }))
  const groups = new Set(registry.groups.map(({ id }) => id))
  ofGroups = files.filter(({ name }) => [...groups].some((id) => name.includes(`/${id}`)))
  whole = Office.of(registry, data.campaign)
  await take(whole, files)
}, 300_000)

it('is worth a test: groups came, and assessed units that came', () => {
  expect(ofGroups.length).toBeGreaterThan(1)
  expect(valid(whole).filter((entry) => assessed(entry) !== undefined).length).toBeGreaterThan(3)
})

it('a unit’s score has its group’s assessment in it: twenty items of five points', () => {
  const { entries } = stateOf(whole)
  const rows = entries.flatMap(({ kind, supervision }) => (kind === 'group' ? (supervision?.units ?? []) : []))
  for (const entry of valid(whole)) {
    const total = rows.find(({ unit }) => unit === entry.unit)?.facts['assessment.total']
    expect(assessed(entry)).toBe(typeof total === 'number' && rows.find(({ unit }) => unit === entry.unit)?.results.length === 1 ? total / 100 : undefined)
    expect(entry.score).toBe(weigh(entry.indicators, entry.adjustments, 2).total)
  }
})

it.each(['the groups first', 'the groups last', 'one by one, backwards'])('%s: the same', async (order) => {
  const one = Office.of(registry, data.campaign)
  const units = files.filter((file) => !ofGroups.includes(file))
  const runs = order === 'the groups first' ? [ofGroups, units] : order === 'the groups last' ? [units, ofGroups] : [...files].reverse().map((file) => [file])
  for (const run of runs) await take(one, run)
  expect(stateOf(one).entries).toEqual(stateOf(whole).entries)
  expect((await take(one, files)).changed).toBe(false)
}, 300_000)

it('without the groups, the weight goes to the others; when they come later, their units are scored anew', async () => {
  const one = Office.of(registry, data.campaign)
  await take(one, files.filter((file) => !ofGroups.includes(file)))
  expect(new Set(valid(one).map(assessed))).toEqual(new Set([undefined]))
  const before = new Map(valid(one).map(({ unit, score }) => [unit, score]))
  await take(one, ofGroups)
  expect(valid(one).filter(({ unit, score }) => score !== before.get(unit)).length).toBeGreaterThan(3)
})

it('a group’s return that is taken away no longer counts, done anew', async () => {
  const one = whole.copy()
  await take(one, files.filter((file) => !ofGroups.includes(file)), { redo: true })
  expect(new Set(valid(one).map(assessed))).toEqual(new Set([undefined]))
})

it('a unit that the registry lacked counts as soon as it is entered; one that is renamed goes on counting', async () => {
  const { units, groups } = registry
  const missed = valid(whole).find((entry) => assessed(entry) !== undefined)?.unit as string
  const known = units.find(({ id }) => id === missed) as (typeof units)[number]
  const one = Office.of({ units: units.filter(({ id }) => id !== missed), groups }, data.campaign)
  await take(one, files)
  expect([...stateOf(one).findings.values()].flat().filter(({ first }) => first.code === 'supervision/unknown-unit').map(({ first }) => first.subject)).toEqual([known.name])
  const table = one.located('registry')
  const last = Math.max(...table.sheet.rows.filter(({ cells }) => cells.length > 0).map(({ row }) => row)) + 1
  one.type((['id', 'name', 'system', 'headcount', 'group'] as const).map((column) => ({ sheet: table.sheet.name, row: last, column: table.columns.get(column) as number, value: known[column] })))
  await take(one, files)
  expect(assessed(valid(one).find(({ unit }) => unit === missed) as LedgerEntry)).toBe(assessed(valid(whole).find(({ unit }) => unit === missed) as LedgerEntry))
  one.type([{ sheet: table.sheet.name, row: last, column: table.columns.get('name') as number, value: '改了名的单位' }])
  await take(one, [])
  expect(assessed(valid(one).find(({ unit }) => unit === missed) as LedgerEntry)).toBeDefined()
})

it('an assessment that the office waives counts neither for nor against its unit; the score with it stays beside', async () => {
  const entry = valid(whole).find((each) => assessed(each) !== undefined) as LedgerEntry
  const one = whole.copy()
  const table = one.located('waivers')
  const said = { unit: entry.unit, clause: 'G4', reason: '评估有异议，复核中', approver: '王主任', until: serialOf('2005-12-31') } as const
  one.type(Object.entries(said).map(([column, value]) => ({ sheet: table.sheet.name, row: table.firstRow, column: table.columns.get(column) as number, value })))
  expect((await take(one, [])).troubles).toEqual([])
  const after = valid(one).find(({ unit }) => unit === entry.unit) as LedgerEntry
  expect([assessed(after), assessed(after.unwaived as NonNullable<LedgerEntry['unwaived']>), after.unwaived?.score]).toEqual([undefined, assessed(entry), entry.score])
  expect(valid(one).filter(({ unit }) => unit !== entry.unit)).toEqual(valid(whole).filter(({ unit }) => unit !== entry.unit))
})

it('examined in workers or here: the same', async () => {
  const everybody = registered(registry)
  const one = Office.of(registry, data.campaign)
  const asOf = data.campaign.calendar.weekEnd(WEEK)
  await take(one, files, { examined: (file) => structuredClone(examine(file.load() as Uint8Array, { campaign: data.campaign, asOf, everybody }, format.read)) })
  expect(stateOf(one).entries).toEqual(stateOf(whole).entries)
})

it('shows the groups and the units', () => {
  const groups = whole.table('supervision-groups', ['group', 'outcome', 'done-weekly-visits', 'met-weekly-visits', 'done-daily-briefs', 'met-assessment-complete', 'done-assessment-complete'])
  expect(groups).toHaveLength(registry.groups.length)
  expect(groups.filter((row) => / \| 有效 \| \d+ \/ \d+ \| \d+ \/ \d+ \| \d+ \/ 42 \| \d+ \/ \d+ \| $/.test(row)).length).toBeGreaterThan(1)
  const units = whole.table('supervision-units', ['unit', 'group', 'fed-supervision', 'fact-assessment.total', 'last-visits', 'w1-visits', 'w6-visits', 'remark'])
  expect(units.length).toBeGreaterThanOrEqual(registry.units.length)
  expect(units.filter((row) => /\| 0\.\d+ \| \d+(\.\d+)? \| 2005-0\d-\d\d \| 2 \| 2 \| $/.test(row)).length).toBeGreaterThan(1)
})
