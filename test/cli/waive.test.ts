/** `muster waive` on a file: tried, given, listed, ended; and what is refused. */
import { readFileSync, writeFileSync } from 'node:fs'
import { readStored } from '../../src/app/kept-returns'
import { rosterNames } from '../../src/app/waivers'
import type { Return } from '../../src/domain/returns/return'
import { findingsKey, type StoredReturn } from '../../src/reports/office/state'
import { format } from '../app/demo/made-up'
import { realOffice } from '../app/oversight/real-office'
import { muster, officeAt, temporaryFolder } from './in-process'

const inFolder = temporaryFolder()
const path = inFolder('office.xlsx')
let bytes: Uint8Array
/** A member of a unit that submitted in the latest week, and what all members owe. */
let relieved: { readonly unit: string; readonly member: string; readonly clause: string }

beforeAll(async () => {
  bytes = (await realOffice('learning-mobilization')).office.bytes
  writeFileSync(path, bytes)
  const { state, campaign } = officeAt(path)
  const entry = state.entries.find((one) => one.week === state.weeks.at(-1)?.week && one.kind === 'unit' && one.outcome === 'valid')
  const kept = readStored(state.returns.get(findingsKey(entry?.week ?? 0, entry?.unit ?? '')) as StoredReturn, format.compression)
  relieved = { unit: entry?.unit as string, member: rosterNames(campaign, kept?.ret as Return)[0] as string, clause: 'S2' }
}, 120_000)
beforeEach(() => writeFileSync(path, bytes))

const words = (more: Readonly<Record<string, string | undefined>> = {}): string[] =>
  Object.entries({ unit: relieved.unit, member: relieved.member, clause: relieved.clause, reason: '住院', approver: '王主任', until: '2005-06-30', ...more }).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value]))

it('tells what it would change, and writes nothing', async () => {
  const { code, out } = await muster('waive', path, ...words(), '--try')
  expect([code, out]).toEqual([0, expect.stringContaining('去掉 --try 即给予这项豁免')])
  expect(out).toContain(relieved.member)
  const { results } = JSON.parse((await muster('waive', path, ...words(), '--try', '--json')).out) as { results: { subject: string; unit: string }[] }
  expect(results.length).toBeGreaterThan(0)
  expect(new Set(results.map(({ unit }) => unit))).toEqual(new Set([relieved.unit]))
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

it('gives it once, and it takes effect when the weeks are judged again', async () => {
  expect(await muster('waive', path, ...words())).toMatchObject({ code: 0, out: expect.stringContaining('muster rejudge') })
  const given = readFileSync(path)
  expect(officeAt(path).state.waivers).toEqual([{ ...relieved, reason: '住院', approver: '王主任', until: '2005-06-30' }])
  expect(await muster('waive', path, ...words())).toMatchObject({ code: 0, out: expect.stringContaining('没有写入') })
  expect(readFileSync(path).equals(given)).toBe(true)
  expect((await muster('waive', path)).out).toContain('待生效')
  expect((await muster('rejudge', path)).code).toBe(0)
  expect((await muster('waive', path)).out).toMatch(/1 项豁免[\s\S]*有效/)
  expect(officeAt(path).state.recordedWaivers).toHaveLength(1)
})

it('ends one and keeps its row', async () => {
  await muster('waive', path, ...words())
  const { ended } = JSON.parse((await muster('waive', path, '--unit', relieved.unit, '--member', relieved.member, '--clause', relieved.clause, '--end', '--json')).out) as { ended: { until: string }[] }
  // The clock says 2005-03-21; nothing was judged by a later day.
  expect(ended).toMatchObject([{ ...relieved, until: '2005-03-20' }])
  expect(officeAt(path).state.waivers).toMatchObject([{ until: '2005-03-20' }])
  expect((await muster('waive', path, '--unit', relieved.unit, '--member', relieved.member, '--clause', relieved.clause, '--end')).code).toBe(2)
})

it.each<[string, Record<string, string | undefined>, string[], RegExp]>([
  ['a part that is missing', { reason: undefined }, [], /--reason/],
  ['a reason that says nothing', { reason: ' ' }, [], /没有写理由[\s\S]*请写明理由/],
  ['a unit nobody registered', { unit: 'X9' }, [], /名册中没有“X9”/],
  ['a clause nothing is measured by', { clause: 'Z9' }, [], /“Z9”[\s\S]*S2/],
  ['a day that is none', { until: '2005-02-30' }, [], /2005-02-30/],
  ['ending and trying at once', {}, ['--end', '--try'], /--end 和 --try/],
])('refuses %s', async (_, more, flags, said) => {
  const { code, err } = await muster('waive', path, ...words(more), ...flags)
  expect([code, err]).toEqual([2, expect.stringMatching(said)])
  expect(readFileSync(path).equals(bytes)).toBe(true)
})

it('says what waivers there are, with rows that do not hold', async () => {
  expect(await muster('waive', path)).toMatchObject({ code: 0, out: '0 项豁免' })
  expect((await muster('waive', '--help')).out).toContain('--until')
})
