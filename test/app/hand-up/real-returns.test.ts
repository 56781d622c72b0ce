/** @jest-environment node */
/** One city whose ledger came about as any office's does: from filled-in returns, faults and all. */
import { consolidate } from '../../../src/app/consolidate'
import { handUp } from '../../../src/app/hand-up'
import { totalsOf } from '../../../src/domain/oversight/bulletin-totals'
import { registered } from '../../../src/domain/ranking/registry'
import { labelField } from '../../../src/domain/returns/layout'
import { readReturn } from '../../../src/domain/returns/read-return'
import { readRegistry } from '../../../src/app/registry'
import { extract, readZip } from '../../../src/workbook/xlsx/zip'
import { nodeCompression } from '../../../src/workbook/compression/node'
import { format, makeUp, type MadeUp } from '../demo/made-up'
import { Office, sayIn } from '../office-in-hand'
import { above, aboveText, below, sum } from './cities'

const WEEK = 2
let made: MadeUp
let office: Uint8Array
let taken: Awaited<ReturnType<typeof consolidate>>
beforeAll(async () => {
  made = await makeUp('learning-mobilization', { units: 6, weeks: WEEK })
  const { registry } = readRegistry([{ name: 'registry.xlsx', bytes: made.files.get('registry.xlsx')! }], { definition: below.definition, language: 'zh', format })
  const files = [...made.files].filter(([path]) => path.startsWith(`returns/week-${WEEK}/`)).map(([name, bytes]) => ({ name, load: () => bytes }))
  const empty = Office.of(registry).bytes
  taken = await consolidate({ campaign: below, office: format.read(empty), files, week: WEEK, today: '2005-03-07', now: '2005-03-07T09:00:00', read: format.read, compression: format.compression, sayIn })
  office = format.patch(empty, taken.patch)
}, 300_000)

function up() {
  return handUp({ campaign: below, office: format.read(office), upper: above, upperText: aboveText, sender: { id: 'C01', name: '云江市', system: '东部片区' }, week: WEEK, now: '2005-03-07T10:00:00', format, sayIn })
}

it('its figures are those of the week that was consolidated', () => {
  const units = taken.rollCall.filter(({ kind }) => kind === 'unit')
  const valid = units.filter(({ outcome }) => outcome === 'valid')
  expect(valid.length).toBeGreaterThan(2)
  const { rows, findings } = up()
  expect(rows['situation']![0]).toMatchObject({ units: registered(taken.state.registry).filter(({ kind }) => kind === 'unit').length, valid: valid.length, missing: units.filter(({ outcome }) => outcome === 'missing').length, rejected: units.filter(({ outcome }) => outcome === 'rejected').length })
  expect(findings.filter(({ kind, severity }) => severity === 'error' && kind !== 'requirement')).toEqual([])
})

it('totals are added up over the returns that were counted', () => {
  const asOf = below.calendar.weekEnd(WEEK)
  const counted = new Map(taken.rollCall.map(({ unit, file }) => [unit, file ?? '']))
  const totals = [...counted].flatMap(([unit, file]) => (taken.rollCall.some((entry) => entry.unit === unit && entry.kind === 'unit' && entry.outcome === 'valid') ? [totalsOf(below, readReturn(format.read(made.files.get(file)!), below), asOf)] : []))
  const [work] = up().rows['work']!
  for (const total of ['households', 'money', 'projects', 'area', 'disputes']) expect([total, work![total]]).toEqual([total, expect.closeTo(sum(totals.map((one) => one.get(total) ?? 0)), 6)])
  expect(work!['households']).toBeGreaterThan(0)
})

it('a total of which a return is not kept stays blank', () => {
  const book = format.read(office)
  const without = { ...book, sheets: book.sheets.map((sheet) => (sheet.name === `_muster_returns_${WEEK}` ? { ...sheet, rows: sheet.rows.slice(1) } : sheet)) }
  const { rows } = handUp({ campaign: below, office: without, upper: above, upperText: aboveText, sender: { id: 'C01' }, week: WEEK, now: '2005-03-07T10:00:00', format, sayIn })
  expect([rows['work']![0]!['households'], rows['work']![0]!['hoursShort']]).toEqual([undefined, expect.any(Number)])
})

it('no member on any roster is named in it', () => {
  const members = [...made.files].filter(([path]) => path.startsWith('issued/') ).flatMap(([, bytes]) => {
    const { records } = readReturn(format.read(bytes), below)
    const name = labelField(below.form('members'))
    return (records['members'] ?? []).map(({ values }) => String(values[name!] ?? ''))
  }).filter((name) => name !== '')
  expect(members.length).toBeGreaterThan(50)
  const zip = readZip(up().bytes)
  const said = zip.entries.map((entry) => Buffer.from(extract(entry, nodeCompression)).toString('utf8')).join('\n')
  expect([...new Set(members)].filter((name) => said.includes(name))).toEqual([])
})
