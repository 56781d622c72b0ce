import fc from 'fast-check'
import { recordedConsequences, yearEnd, type YearEndInput } from '../../../src/domain/oversight/year-end'
import { yearEndTable } from '../../../src/domain/oversight/year-end-table'
import { historyOf, rankingRules } from '../../../src/domain/ranking/history'
import { parseProposalKey } from '../../../src/domain/ranking/proposals'
import type { MeasureResult } from '../../../src/domain/evaluation/evaluation'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { shipped } from '../../support/shipped-campaigns'
import { ledger, OPTIONS } from '../ranking/ledger-table'

const campaign = shipped('learning-mobilization')
const UNITS = [{ id: 'a', name: '市图书馆', system: 'S' }, { id: 'b', name: '市教育局', system: 'S' }]
const absent = (subject: string): MeasureResult => ({ measure: 'unexcused-absence', of: 'member', subject, value: 1, target: 0, gap: 1, attainment: 0, due: '2005-02-25', status: 'shortfall' })
const history = (entries: LedgerEntry[]) => historyOf(entries, { ...rankingRules(campaign), ...OPTIONS }, campaign.calendar.weekOf)
const record = (entries: LedgerEntry[], decided: Record<string, 'confirmed' | 'dismissed' | 'deferred'> = {}, more: Partial<YearEndInput> = {}) => {
  const { standings, proposals } = history(entries)
  return yearEnd({ campaign, units: UNITS, standings, proposals, decisions: new Map(Object.entries(decided).map(([key, answer]) => [key, { answer }])), ...more })
}

const LEDGER = ledger(`
  | unit | system | w1 | w2 | w3 | w4 | w5 |
  | a    | S      | 50 | 50 | 50 | -  | 90 |
  | b    | S      | 80 | 80 | 80 | 80 | 80 |
  | c    | S      | 90 | 90 | 90 | -  | -  |`)

it('takes consequences of units, and those that the definition asks for', () => {
  expect(recordedConsequences(campaign)).toEqual(['member-circular', 'badge-circular', 'remedial-order', 'unit-circular', 'report-back', 'key-management'])
  expect(recordedConsequences(shipped('safety-month'))).toEqual(['report-to-board', 'site-visit', 'stop-work', 'notice'])
})

it('weeks, places and streaks', () => {
  const [a, b] = record(LEDGER)
  expect(a).toMatchObject({ unit: 'a', name: '市图书馆', weeks: 5, ranked: 4, withoutReturn: 1, last: 3, lastUndetermined: 0, longestStreak: 3, streakUndetermined: false, unitWaivers: 0, memberWaivers: 0 })
  // In week 4 nobody could be compared with b: it was not ranked.
  expect(b).toMatchObject({ weeks: 5, ranked: 4, withoutReturn: 0, last: 1, longestStreak: 1 })
  expect(a).not.toHaveProperty('transferred')
})

it('only what was confirmed has happened; the rest is counted apart', () => {
  const [a] = record(LEDGER, { 'report-back|a||w1': 'confirmed', 'report-back|a||w2': 'dismissed', 'key-management|a||w3': 'deferred', 'report-back|a||w9': 'confirmed' })
  expect(a?.consequences.get('report-back')).toEqual({ confirmed: 1, withoutGrounds: 1, dismissed: 1, deferred: 0, open: 1, undetermined: 0, members: [] })
  expect(a?.consequences.get('key-management')).toMatchObject({ confirmed: 0, deferred: 1, open: 0 })
  const [doubted] = record(ledger('| unit | system | w1 | w2 | w3 |\n| a | S | 50 | 50* | 50* |\n| b | S | 80 | 80* | 80* |'))
  expect(doubted?.consequences.get('key-management')).toMatchObject({ open: 0, undetermined: 1 })
  expect(doubted?.streakUndetermined).toBe(true)
})

it('members, waivers and transfer; names only where they are wanted', () => {
  const entries = LEDGER.map((entry) => (entry.unit === 'a' && entry.week === 1 ? { ...entry, shortfalls: [absent('陈某'), absent('李某')] } : entry))
  const records = record(entries, { 'member-circular|a|陈某|w1': 'confirmed' }, { transferred: new Set(['b']), waivers: [{ unit: 'a' }, { unit: 'a', member: '王某' }, { unit: 'a', member: '王某' }] })
  expect(records[0]).toMatchObject({ transferred: false, unitWaivers: 1, memberWaivers: 2, waivedMembers: ['王某'] })
  expect(records[0]?.consequences.get('member-circular')).toMatchObject({ confirmed: 1, open: 1, members: ['陈某'] })
  const table = (names: boolean) => yearEndTable(campaign, records, { names })
  expect(table(true).columns.filter(({ key }) => key === 'members' || key === 'waived-members')).toHaveLength(3)
  expect(JSON.stringify(table(false))).not.toMatch(/陈某|王某|李某/)
  expect(table(false).columns.map(({ key, title }) => (title ? `${key} ${title.en}` : key))).toEqual([
    'unit', 'name', 'system', 'weeks', 'ranked', 'without-return', 'last', 'last-undetermined', 'longest-streak', 'streak-undetermined',
    ...['Circular criticism of a member', 'Warning circulated in the unit', 'Order to make up', 'Circular criticism of the unit', 'Report back', 'Key management'].flatMap((title) => [`confirmed ${title}`, `not-confirmed ${title}`, `without-grounds ${title}`]),
    'transferred', 'unit-waivers', 'member-waivers',
  ])
  for (const row of table(true).rows) expect(row).toHaveLength(table(true).columns.length)
})

it('a key says what it was made of', () => {
  expect(parseProposalKey('report-back|a||w1')).toEqual({ consequence: 'report-back', unit: 'a', week: 1 })
  expect(parseProposalKey('nonsense')).toBeUndefined()
  const name = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(name, name, (unit, member) => {
      const entry: LedgerEntry = { week: 1, kind: 'unit', unit, system: 'S', headcount: 1, outcome: 'valid', score: 1, rules: 'v', indicators: [], adjustments: [], shortfalls: [absent(member)] }
      const [proposal] = history([entry]).proposals.filter(({ consequence }) => consequence === 'member-circular')
      expect(parseProposalKey(proposal?.key ?? '')).toEqual({ consequence: 'member-circular', unit, member, week: 1 })
    }),
  )
})
