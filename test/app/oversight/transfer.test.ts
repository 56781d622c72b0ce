/** The board of transfers, from kept returns, spot checks and approvals; what is missing is said, in the sheet as well. */
import { drawRound } from '../../../src/app/oversight/spot-checks'
import { approveTransfer, lookAtTransfers } from '../../../src/app/oversight/transfer'
import { paperFacts } from '../../../src/app/oversight/paper-facts'
import type { MeasureResult } from '../../../src/domain/evaluation/evaluation'
import { officePatch } from '../../../src/reports/office/office-patch'
import { format } from '../demo/made-up'
import { load, Office, sayIn } from '../office-in-hand'
import { apply, opened, realOffice, type RealOffice } from './real-office'

const { compression } = format
let real: RealOffice
beforeAll(async () => void (real = await realOffice('learning-mobilization')), 120_000)
const look = (office: Office, week?: number) => lookAtTransfers({ campaign: office.campaign, office: office.book(), sayIn, compression, ...(week !== undefined && { week }) })
const ids = () => real.registry.units.map(({ id }) => id)

it('says of every unit what is missing, in the definition’s order, and writes it into the sheet', () => {
  const office = real.office.copy()
  expect(office.table('transfer', ['state'])).toEqual(ids().map(() => '尚未核对'))
  const board = look(office)
  apply(office, board.patch)
  expect(board.units.map(({ unit, transfers }) => [unit, transfers])).toEqual(ids().map((unit) => [unit, false]))
  const first = board.units.find(({ requirements }) => requirements.some(({ missing }) => missing === 'not-started'))
  expect(first?.requirements.map(({ requirement }) => requirement)).toEqual(['assessed', 'passed', 'look-back', 'signed', 'spot-check', 'approved'])
  expect(first?.missing).toEqual(expect.arrayContaining(['spot-check', 'approved']))
  expect(office.table('transfer', ['needs-spot-check', 'needs-approved'])).toEqual(ids().map(() => '尚未抽查 | 尚未审批'))
  expect(look(office).patch.sheets).toEqual([])
})

it('takes spot checks and approvals as they are entered; an approval without a name is none', () => {
  const office = real.office.copy()
  const drawn = drawRound({ campaign: office.campaign, office: office.book(), now: '2005-03-30T10:00:00', sayIn, seed: 1, by: '王主任' })
  if (!('patch' in drawn)) throw new Error('nothing drawn')
  apply(office, drawn.patch)
  const [first, second, third] = ids() as [string, string, string]
  const approve = (unit: string, approved: boolean | undefined) => apply(office, approveTransfer({ campaign: office.campaign, office: office.book(), sayIn, unit, approved, by: '王主任', note: '', today: '2005-04-02', now: '2005-04-02T08:00:00' }))
  approve(first, true)
  approve(second, false)
  office.type([{ ...office.cell('transfer', `transfer|${third}`, 'approved'), value: '是' }])
  expect(opened(office).troubles.map(({ code, sheet }) => [code, sheet])).toEqual([['office/approval-without-name', '转段']])
  apply(office, look(office).patch)
  const missing = new Map(look(office).units.map((one) => [one.unit, new Map(one.requirements.map((need) => [need.requirement, need.missing ?? (need.notAsked ? 'not asked' : 'met')]))]))
  expect([first, second, third].map((unit) => missing.get(unit)?.get('approved'))).toEqual(['met', 'refused', 'not-decided'])
  const isDrawn = (unit: string) => drawn.drawn.units.some((one) => one.unit === unit)
  for (const unit of ids()) expect(missing.get(unit)?.get('spot-check')).toBe(isDrawn(unit) ? 'not-checked' : 'not asked')
  approve(second, undefined)
  expect(opened(office).state.approvals.has(second)).toBe(false)
  expect(opened(office).state.approvals.get(first)).toEqual({ approved: true, by: '王主任', on: '2005-04-02', note: '' })
  expect(office.table('log', ['kind', 'detail']).slice(0, 3)).toEqual(['转段审批 | 撤回审批', '转段审批 | 不批准转段；审批人 王主任', '转段审批 | 批准转段；审批人 王主任'])
})

it('a unit moves on when everything is there, and the letter that lets it has what it needs', () => {
  const office = real.office.copy()
  const [unit] = ids() as [string]
  const { campaign, state, language, say } = opened(office)
  const met = (measure: string): MeasureResult => ({ measure, of: 'supervised', subject: '', value: 1, target: 1, gap: 0, attainment: 1, due: '2005-04-03', status: 'met' })
  const group = ['assessment-complete', 'assessment-passed', 'look-back', 'units-cleared'].map(met)
  const round = { round: 1, seed: 1, perSystem: 2, drawnAt: '2005-03-30T10:00:00', drawnBy: '王主任', units: [] }
  const ready = { ...state, transfer: { week: 2, asOf: '2005-03-06', units: [{ unit, group, own: group }] }, spotChecks: [round], approvals: new Map([[unit, { approved: true, by: '王主任', on: '2005-04-02', note: '' }]]) }
  apply(office, officePatch(campaign, ready, office.book(), { language, say }))
  const at = office.table('transfer', ['unit', 'state'])
  expect(at.filter((line) => line.endsWith('可以转段'))).toHaveLength(1)
  const { transfers } = paperFacts({ campaign, state: ready }, { week: 2, compression }, sayIn)
  expect(transfers.find((one) => one.unit === unit)).toMatchObject({ approvedOn: '2005-04-02', approvedBy: '王主任' })
})

it('adds up totals over all returns that are kept, and says what groups do', () => {
  const { campaign, state } = opened(real.office)
  const { totals, compliance } = paperFacts({ campaign, state }, { week: 2, compression }, sayIn)
  expect(totals.map(({ title }) => title)).toEqual(Object.values(campaign.definition.bulletin?.totals ?? {}).map(({ title }) => title.zh))
  expect(compliance.map(({ measure }) => measure)).toContain('weekly-visits')
  const [key] = [...state.returns.keys()].filter((one) => one.startsWith('2|') && state.entries.some((entry) => entry.kind === 'unit' && one === `2|${entry.unit}`))
  expect(paperFacts({ campaign, state: { ...state, returns: new Map([...state.returns].filter(([one]) => one !== key)) } }, { week: 2, compression }, sayIn).totals).toEqual([])
})

it('a campaign without transfer says so', () => {
  const office = Office.of({ units: [], groups: [] }, load('safety-month'), 'en')
  expect(() => look(office)).toThrow('office/no-transfer')
})

it('shows what became of findings, week by week', () => {
  const rows = real.office.table('findings-over-time', ['week', 'found', 'new', 'still-open', 'came-back', 'put-right']).map((line) => line.split(' | ').map(Number))
  expect(rows[0]?.[0]).toBe(2)
  expect(new Set(rows.map(([week]) => week))).toEqual(new Set([1, 2]))
  for (const [week, found, fresh = 0, still = 0, back = 0, gone] of rows) {
    expect(found).toBe(fresh + still + back)
    if (week === 1) expect([still, back, gone]).toEqual([0, 0, 0])
  }
  expect(rows.some(([week, , , still = 0]) => week === 2 && still > 0)).toBe(true)
})
