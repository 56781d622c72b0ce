/** Waivers that the office enters: judged again without files, shown both ways, logged, and taken back without a trace. */
import { consolidate } from '../../src/app/consolidate'
import { openOffice } from '../../src/app/consolidate/open-office'
import { rankingIn } from '../../src/app/rank'
import { readRegistry } from '../../src/app/registry'
import { serialOf } from '../../src/domain/returns/serial'
import type { LedgerEntry } from '../../src/domain/ranking/ledger'
import type { Registry } from '../../src/domain/ranking/registry'
import { readOffice } from '../../src/reports/office/read-office'
import { format, makeUp, type MadeUp } from './demo/made-up'
import { Office, sayIn } from './office-in-hand'

const LAST = 3
let data: MadeUp
let registry: Registry
let before: Office
/** A member who owes something after its due date, in the last week. */
let short: { readonly entry: LedgerEntry; readonly member: string; readonly measure: string; readonly clause: string }

const filesOf = (week: number) => [...data.files].filter(([path]) => path.startsWith(`returns/week-${week}/`)).map(([path, bytes]) => ({ name: path, load: () => bytes }))
const take = async (office: Office, week: number, files = filesOf(week)) => {
  const result = await consolidate({ campaign: data.campaign, office: office.book(), week, files, today: '2099-06-01', now: '2099-06-01T09:00:00', read: format.read, compression: format.compression, sayIn })
  office.bytes = format.patch(office.bytes, result.patch)
  return result
}
const stateOf = (office: Office) => readOffice(office.book(), data.campaign.definition, sayIn('zh')).state
const entryOf = (office: Office, week = LAST, id = short.entry.unit) => stateOf(office).entries.find((entry) => entry.week === week && entry.unit === id) as LedgerEntry
const nameOf = (id: string) => registry.units.find((one) => one.id === id)?.name as string

type Row = Partial<Record<'unit' | 'member' | 'clause' | 'reason' | 'approver' | 'until', string | number | null>>
const write = (office: Office, row: Row, at = 0) => {
  const { sheet, columns, firstRow } = office.located('waivers')
  const whole: Row = { unit: nameOf(short.entry.unit), member: short.member, clause: short.clause, reason: '住院', approver: '王主任', until: serialOf('2005-12-31'), ...row }
  office.type(Object.entries(whole).map(([column, value]) => ({ sheet: sheet.name, row: firstRow + at, column: columns.get(column) as number, value: value ?? null })))
}
const erase = (office: Office) => write(office, { unit: null, member: null, clause: null, reason: null, approver: null, until: null })
const log = (office: Office, kind: string) => office.table('log', ['kind', 'unit', 'detail']).filter((line) => line.startsWith(sayIn('zh')(kind)))

beforeAll(async () => {
  data = await makeUp('learning-mobilization', { units: 6, weeks: LAST })
  registry = readRegistry([{ name: 'registry.xlsx', bytes: data.files.get('registry.xlsx') as Uint8Array }], { definition: data.campaign.definition, language: 'zh', format }).registry
  before = Office.of(registry, data.campaign)
  for (let week = 1; week <= LAST; week += 1) await take(before, week)
  const { measures } = data.campaign.definition
  const [found] = stateOf(before).entries.flatMap((entry) => (entry.week === LAST && entry.kind === 'unit' ? entry.shortfalls.flatMap((one) => (measures[one.measure]?.remedies.length && one.of !== 'unit' ? [{ entry, member: one.subject, measure: one.measure, clause: measures[one.measure]?.clauses[0] as string }] : [])) : []))
  if (!found) throw new Error('nobody is short')
  short = found
}, 120_000)

describe('a waiver for a member', () => {
  let office: Office
  beforeAll(async () => {
    office = before.copy()
    write(office, {})
    await take(office, LAST, [])
  }, 60_000)

  it('takes effect without files, as if it had been there when they came', async () => {
    const fromTheStart = Office.of(registry, data.campaign)
    write(fromTheStart, {})
    for (let week = 1; week <= LAST; week += 1) await take(fromTheStart, week)
    expect(stateOf(office).entries).toEqual(stateOf(fromTheStart).entries)
    expect(stateOf(office).findings).toEqual(stateOf(fromTheStart).findings)
  })

  it('leaves no shortfall of what it waives; the ledger keeps the score without it beside', () => {
    const [was, is] = [entryOf(before), entryOf(office)]
    const about = (entry: LedgerEntry) => entry.shortfalls.filter(({ subject, measure }) => subject === short.member && measure === short.measure)
    expect([about(was).length > 0, about(is)]).toEqual([true, []])
    expect(is.unwaived).toEqual({ score: was.score, indicators: was.indicators, adjustments: was.adjustments, shortfalls: was.shortfalls })
    expect(is.rules).toBe(was.rules)
    for (const entry of stateOf(office).entries.filter(({ unit }) => unit !== short.entry.unit)) expect(entry).toEqual(entryOf(before, entry.week, entry.unit))
  })

  it('proposes nothing for it any more', () => {
    const keys = (of: Office) => rankingIn(openOffice(of.book(), data.campaign, sayIn)).systems.flatMap(({ unitsByRank }) => unitsByRank.flatMap(({ proposals }) => proposals.filter(({ member, unit: id }) => id === short.entry.unit && member === short.member).flatMap(({ key, evidence }) => (evidence.some((item) => item.kind === 'shortfall' && item.result.measure === short.measure) ? [key] : []))))
    expect([keys(before).length > 0, keys(office)]).toEqual([true, []])
  })

  it('can be seen both ways', () => {
    const [plain, opened] = [openOffice(before.book(), data.campaign, sayIn), openOffice(office.book(), data.campaign, sayIn)]
    const places = (ranking: ReturnType<typeof rankingIn>) => ranking.systems.map(({ system, unitsByRank }) => [system, unitsByRank.map(({ unit: id, rank, score, proposals }) => [id, rank, score, proposals.map(({ key }) => key)])])
    expect(places(rankingIn(opened, LAST, { waivers: false }))).toEqual(places(rankingIn(plain, LAST)))
    expect(places(rankingIn(opened, LAST))).not.toEqual(places(rankingIn(plain, LAST)))
    const [remark] = office.table('ranking', ['unit', 'remark']).filter((line) => line.startsWith(nameOf(short.entry.unit)))
    expect(remark).toContain(`不计豁免：${entryOf(before).score}分`)
  })

  it('is logged with whom, what, why and who approved it, once', async () => {
    expect(log(office, 'office/log-waiver-given')).toEqual([`准予豁免 | ${nameOf(short.entry.unit)} | ${short.member}：条款 ${short.clause}，至2005-12-31；住院；批准人 王主任`])
    const bytes = office.bytes
    expect((await take(office, LAST, [])).changed).toBe(false)
    expect(office.bytes).toBe(bytes)
  })

  it('taken back, it leaves everything as it was', async () => {
    const again = office.copy()
    erase(again)
    await take(again, LAST, [])
    expect(stateOf(again).entries).toEqual(stateOf(before).entries)
    expect(stateOf(again).recordedWaivers).toEqual([])
    expect(log(again, 'office/log-waiver-withdrawn')).toHaveLength(1)
  })

  it('that ends tells on the weeks until then', async () => {
    const ending = before.copy()
    write(ending, { until: serialOf(data.campaign.calendar.weekEnd(LAST - 1)) })
    await take(ending, LAST, [])
    expect(entryOf(ending)).toEqual(entryOf(before))
    expect(stateOf(ending).entries.filter(({ week }) => week < LAST)).toEqual(stateOf(office).entries.filter(({ week }) => week < LAST))
  })
})

describe('a row of the waivers sheet', () => {
  it.each<[string, Row, string, Record<string, string>]>([
    ['a unit nobody registered', { unit: '无此单位' }, 'office/waiver-unit', { written: '无此单位' }],
    ['a clause there is not', { clause: 'Z9' }, 'office/waiver-clause', { written: 'Z9' }],
    ['no reason', { reason: null }, 'office/waiver-reason-missing', {}],
    ['no approver', { approver: null }, 'office/waiver-approver-missing', {}],
    ['no last day', { until: null }, 'office/waiver-until-missing', {}],
    ['a last day that is none', { until: '2005-02-30' }, 'office/waiver-until-missing', { written: '2005-02-30' }],
  ])('with %s is told and does not hold', async (_, row, code, params) => {
    const office = before.copy()
    write(office, row)
    const { troubles } = await take(office, LAST, [])
    expect(troubles).toMatchObject([{ code, severity: 'error', sheet: '豁免', params }])
    expect(stateOf(office).entries).toEqual(stateOf(before).entries)
  })

  it('past its last day is in order; a unit may be written by its id, a day as text', () => {
    const office = before.copy()
    write(office, { until: '2004年1月31日', unit: short.entry.unit })
    const { state, troubles } = readOffice(office.book(), data.campaign.definition, sayIn('zh'))
    expect([troubles, state.waivers]).toEqual([[], [{ unit: short.entry.unit, member: short.member, clause: short.clause, reason: '住院', approver: '王主任', until: '2004-01-31' }]])
  })

  it('for a member whom the return does not have relieves nobody, which is told', async () => {
    const office = before.copy()
    write(office, { member: '查无此人' })
    expect((await take(office, LAST, [])).troubles).toMatchObject([{ code: 'office/waiver-nobody', severity: 'warning', params: { member: '查无此人' } }])
  })

  it('for a member, of a clause that asks something of the unit alone, relieves nobody, which is told', async () => {
    const office = before.copy()
    write(office, { clause: 'L1' })
    expect((await take(office, LAST, [])).troubles).toMatchObject([{ code: 'office/waiver-of-unit', severity: 'warning', params: { clause: 'L1', member: short.member } }])
  })
})
