/** A waiver given and ended by the program reads as if a person had written it, and nothing of what people wrote is touched. */
import { openOffice } from '../../src/app/consolidate/open-office'
import { OfficeError } from '../../src/app/consolidate/office-error'
import { endWaiver, giveWaiver, writtenAs } from '../../src/app/waive'
import { clausesOf, endOf, listedWaivers, mistakesIn, type WaiverAsked } from '../../src/app/waivers'
import { serialOf } from '../../src/domain/returns/serial'
import { format } from './demo/made-up'
import { campaign, Office, sayIn, unit } from './office-in-hand'
import type { Brief } from './returns-in-brief'

const REGISTRY = { units: [unit('001', '图书馆', '文教'), unit('002', '体育馆', '文教'), unit('003', '002', '文教')], groups: [{ id: 'g1', name: '第一督导组' }] }
const asked = (more: Partial<WaiverAsked> = {}): WaiverAsked => ({ unit: '图书馆', member: '张小河', clause: 'S2', reason: '住院', approver: '王主任', until: '2005-03-31', ...more })
const open = (office: Office) => openOffice(office.book(), campaign, sayIn)

function give(office: Office, more: Partial<WaiverAsked> = {}) {
  const given = giveWaiver({ campaign, office: office.book(), sayIn, asked: asked(more) })
  if ('patch' in given) office.bytes = format.patch(office.bytes, given.patch)
  return given
}
function end(office: Office, today: string, at = 0) {
  const { patch, until } = endWaiver({ campaign, office: office.book(), sayIn, waiver: open(office).state.waivers[at] as never, today })
  office.bytes = format.patch(office.bytes, patch)
  return until
}
const rows = (office: Office) => office.table('waivers', ['unit', 'member', 'clause', 'reason', 'approver', 'until', 'note'])
const codeOf = (job: () => unknown): string | undefined => {
  try {
    job()
  } catch (error) {
    if (error instanceof OfficeError) return error.code
    throw error
  }
  return undefined
}

describe('a waiver that is given', () => {
  it('stands below what people wrote, by the unit’s name, as a date that the sheet can show', () => {
    const office = Office.of(REGISTRY)
    const { sheet, columns, firstRow } = office.located('waivers')
    office.type([{ sheet: sheet.name, row: firstRow + 2, column: columns.get('note') as number, value: '留空' }])
    expect(give(office)).toMatchObject({ waiver: { unit: '001', member: '张小河', clause: 'S2', until: '2005-03-31' } })
    expect(rows(office)).toEqual([' |  |  |  |  |  | 留空', `图书馆 | 张小河 | S2 | 住院 | 王主任 | ${serialOf('2005-03-31')} | `])
    const cell = office.located('waivers').sheet.rows.find(({ row }) => row === firstRow + 3)?.cells.find(({ column }) => column === columns.get('until'))
    expect(cell?.date).toBe(true)
    expect(open(office)).toMatchObject({ troubles: [], state: { waivers: [{ unit: '001', member: '张小河', clause: 'S2', reason: '住院', approver: '王主任', until: '2005-03-31' }] } })
  })

  it('is of the whole unit without a member, and of the unit that is meant where a name is another’s number', () => {
    const office = Office.of(REGISTRY)
    give(office, { member: ' ', unit: '003' })
    expect(open(office).state.waivers).toEqual([{ unit: '003', clause: 'S2', reason: '住院', approver: '王主任', until: '2005-03-31' }])
    expect([writtenAs('003', REGISTRY), writtenAs('002', REGISTRY)]).toEqual(['003', '体育馆'])
  })

  it.each<[string, Partial<WaiverAsked>, string]>([
    ['a unit nobody registered', { unit: '无' }, 'office/waive-unit'],
    ['a clause by which nothing is measured', { clause: 'Z9' }, 'office/waive-clause'],
    ['a clause that only groups are judged by', { clause: 'G1' }, 'office/waive-clause'],
    ['a member, of what is asked of the unit as a whole', { clause: 'L1' }, 'office/waive-member'],
    ['a member of a unit, of what its group measures', { clause: 'T4' }, 'office/waive-member'],
    ['no reason', { reason: ' ' }, 'office/waive-reason'],
    ['no approver', { approver: '' }, 'office/waive-approver'],
    ['a last day that is none', { until: '2005-02-30' }, 'office/waive-until'],
    ['a last day before the campaign', { until: '2004-12-31' }, 'office/waive-until'],
  ])('is refused with %s, in words with a remedy', (_, more, code) => {
    const office = Office.of(REGISTRY)
    expect(codeOf(() => give(office, more))).toBe(code)
    for (const language of ['zh', 'en'] as const) for (const { code: said, params } of mistakesIn(asked(more), open(office))) expect(sayIn(language)(said, params) + sayIn(language)(`${said}.fix`, params)).not.toMatch(/[{}]/)
  })

  it('may be of a clause that its kind of workbook is judged by', () => {
    const office = Office.of(REGISTRY)
    give(office, { unit: 'g1', member: '', clause: 'G1' })
    expect(open(office).state.waivers).toMatchObject([{ unit: 'g1', clause: 'G1' }])
    expect(clausesOf(campaign, 'unit')).not.toContain('G1')
    expect(clausesOf(campaign, 'unit')).toContain('S2')
  })

  it('writes nothing where as much is waived for as long already, and extends one that ends earlier', () => {
    const office = Office.of(REGISTRY)
    give(office, { member: '' })
    expect(give(office, { until: '2005-03-30' })).toMatchObject({ there: { until: '2005-03-31' } })
    expect(rows(office)).toHaveLength(1)
    expect(give(office, { until: '2005-04-01' })).toHaveProperty('patch')
    // A member’s does not cover the unit.
    expect(give(office, { member: '', until: '2005-04-01' })).toHaveProperty('patch')
  })

  it('says what is missing when the sheet is gone', () => {
    const office = Office.of(REGISTRY)
    const book = office.book()
    const without = { ...book, sheets: book.sheets.filter(({ name }) => name !== '豁免') }
    expect(codeOf(() => giveWaiver({ campaign, office: without, sayIn, asked: asked() }))).toBe('office/no-waivers-sheet')
  })
})

describe('a waiver that is ended', () => {
  const { calendar } = campaign
  const brief: Brief = { unit: '001' } as Brief

  it('holds until yesterday; its row stays, with all that is written in it', () => {
    const office = Office.of(REGISTRY)
    give(office)
    expect(calendar.start).toBe('2005-02-21')
    expect(end(office, '2005-02-27')).toBe('2005-02-26')
    expect(rows(office)).toHaveLength(1)
    expect(rows(office)[0]).toContain('住院 | 王主任')
    // It is over: there is nothing left to end.
    expect(codeOf(() => end(office, '2005-02-27'))).toBe('office/no-waiver')
  })

  it('keeps what it did in weeks that were judged', async () => {
    const office = Office.of(REGISTRY)
    give(office)
    await office.take(1, [brief])
    expect(end(office, calendar.weekStart(1))).toBe(calendar.weekEnd(1))
  })

  it('by a clock outside the campaign ends with what was judged, or never begins', async () => {
    const office = Office.of(REGISTRY)
    const { state } = open(office)
    expect(endOf({ until: '2005-03-31' }, { campaign, state }, '2026-11-22')).toBe('2005-02-20')
    give(office)
    await office.take(1, [brief])
    expect(end(office, '2026-11-22')).toBe(calendar.weekEnd(1))
  })
})

it('waivers are listed as they stand: in force, over, and not settled yet', async () => {
  const office = Office.of(REGISTRY)
  const { calendar } = campaign
  give(office, { until: calendar.weekEnd(1) })
  give(office, { clause: 'S4', until: calendar.end })
  await office.take(1, [{ unit: '001' } as Brief])
  give(office, { clause: 'S5', member: '', until: calendar.end })
  const listed = listedWaivers(open(office), calendar.weekStart(2))
  expect(listed.map(({ waiver: { clause }, name, isOver, isUnsettled, endsOn }) => ({ clause, name, isOver, isUnsettled, endsOn }))).toEqual([
    { clause: 'S4', name: '图书馆', isOver: false, isUnsettled: false, endsOn: calendar.weekEnd(1) },
    { clause: 'S5', name: '图书馆', isOver: false, isUnsettled: true, endsOn: calendar.weekEnd(1) },
    { clause: 'S2', name: '图书馆', isOver: true, isUnsettled: false, endsOn: undefined },
  ])
})
