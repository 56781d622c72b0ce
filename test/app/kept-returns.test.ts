/** Returns that count are kept in the office's workbook: compact, replaced when superseded, the same bytes when nothing is new. */
import { consolidate } from '../../src/app/consolidate'
import { keptReturn, readStored, storedReturn } from '../../src/app/kept-returns'
import { readRegistry } from '../../src/app/registry'
import { readReturn } from '../../src/domain/returns/read-return'
import { readOffice } from '../../src/reports/office/read-office'
import { webCompression } from '../../src/workbook/compression/web'
import type { IncomingFile } from '../../src/app/intake/incoming'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'

const WEEK = 2
let data: MadeUp
let office: Office
let files: IncomingFile[]

const state = (of: Office) => readOffice(of.book(), data.campaign.definition, sayIn('zh')).state
const take = async (of: Office, given: readonly IncomingFile[], more: Partial<Parameters<typeof consolidate>[0]> = {}) => {
  const result = await consolidate({ campaign: data.campaign, office: of.book(), week: WEEK, files: given, today: '2005-03-20', now: '2005-03-20T09:00:00', read: format.read, compression: format.compression, sayIn, ...more })
  of.bytes = format.patch(of.bytes, result.patch)
  return result
}

beforeAll(async () => {
  data = await makeUp('learning-mobilization', { units: 6, weeks: 2 })
  const { registry } = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format })
  office = Office.of(registry, data.campaign)
  files = [...data.files].filter(([path]) => path.startsWith(`returns/week-${WEEK}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes }))
  await take(office, files)
}, 60_000)

it('every return that counts is kept, and none other', () => {
  const { returns, entries } = state(office)
  expect([...returns.keys()].sort()).toEqual(entries.flatMap(({ unit, outcome }) => (outcome === 'valid' ? [`${WEEK}|${unit}`] : [])).sort())
  expect(returns.size).toBeGreaterThan(3)
})

it('comes out as it was read from its file', () => {
  const { returns, entries } = state(office)
  for (const { unit, file, content } of entries.filter(({ outcome }) => outcome === 'valid')) {
    const kept = returns.get(`${WEEK}|${unit}`)
    const book = format.read(data.files.get(file as string) as Uint8Array)
    expect(kept && readStored(kept, format.compression)).toEqual({ ret: readReturn(book, data.campaign), sheets: book.sheets.map(({ name }) => name) })
    expect(kept?.content).toBe(content)
  }
})

it('the same again changes not a byte, however another program compresses', async () => {
  const before = office.bytes
  expect((await take(office, files, { compression: webCompression })).patch).toEqual({ sheets: [] })
  expect(office.bytes).toBe(before)
})

it('a return that no longer counts is let go, the others stay', async () => {
  const again = office.copy()
  const [first] = state(office).entries.filter(({ outcome }) => outcome === 'valid')
  await take(again, files.filter(({ name }) => name !== first?.file), { redo: true })
  const [was, is] = [state(office).returns, state(again).returns]
  expect([...is.keys()]).toEqual([...was.keys()].filter((key) => key !== `${WEEK}|${first?.unit}`))
  for (const [key, kept] of is) expect(kept).toEqual(was.get(key))
})

it('a record that somebody edited is told and not used', async () => {
  const [[key, kept]] = state(office).returns as unknown as [[string, Parameters<typeof readStored>[0]]]
  const sheet = `_muster_returns_${WEEK}`
  const row = office.book().sheets.find(({ name }) => name === sheet)?.rows.find(({ cells }) => cells[0]?.value === key.split('|')[1])?.row as number
  const edited = office.copy()
  edited.type([{ sheet, row, column: 2, value: 'edited' }])
  const read = readOffice(edited.book(), data.campaign.definition, sayIn('zh'))
  expect(read.troubles).toMatchObject([{ code: 'office/damaged-record', sheet }])
  expect(read.state.returns.has(key)).toBe(false)
  expect(readStored({ ...kept, text: 'AAAA' }, format.compression)).toBeUndefined()
  expect(readStored({ ...kept, content: 'another' }, format.compression)).toBeUndefined()
  expect(readStored({ ...kept, length: 10 }, format.compression)).toBeUndefined()
})

it('a workbook made before returns were kept gets the sheet it lacks', async () => {
  const book = office.book()
  const without = { ...book, sheets: book.sheets.filter(({ name }) => !name.startsWith('_muster_returns_')) }
  const { patch } = await consolidate({ campaign: data.campaign, office: without, week: WEEK, files, today: '2005-03-20', now: '2005-03-20T09:00:00', read: format.read, compression: format.compression, sayIn })
  expect(patch.add?.map(({ name, visibility }) => [name, visibility])).toEqual([[`_muster_returns_${WEEK}`, 'veryHidden']])
})

it('what is kept already is given back as it is, unless it was read by another definition', () => {
  const book = format.read(files[0]?.load() as Uint8Array)
  const kept = keptReturn(readReturn(book, data.campaign), [])
  const known = storedReturn(kept, data.campaign.definition, undefined, format.compression)
  expect(storedReturn(kept, data.campaign.definition, known, webCompression)).toBe(known)
  const other = storedReturn(kept, { ...data.campaign.definition, version: 'another' }, known, format.compression)
  expect([other.text, other.definition === known.definition]).toEqual([known.text, false])
})
