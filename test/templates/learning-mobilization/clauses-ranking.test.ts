/** R1 – R5: from a week's scores to what follows, by the rules of the shipped definition. */
import type { MeasureResult } from '../../../src/domain/evaluation/evaluation'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { proposals } from '../../../src/domain/ranking/proposals'
import type { ConsequenceRule } from '../../../src/domain/ranking/proposals'
import { standings } from '../../../src/domain/ranking/standings'
import { CLERK, OTHER_CLERK } from './diligent-unit'
import { campaign, unit } from './judged'

const { definition } = campaign
const OPTIONS = { comparable: campaign.comparable, digits: definition.ranking.digits }

const RULES = Object.entries(definition.consequences).map(([id, { of, trigger }]): ConsequenceRule =>
  trigger.on === 'last'
    ? { id, of, on: 'last', weeks: campaign.lastWeeks.get(id) as number }
    : { id, of, on: 'shortfall', measures: Object.keys(definition.measures).filter((measure) => definition.measures[measure]?.remedies.includes(id)) },
)

const entry = (unitId: string, week: number, score: number, shortfalls: readonly MeasureResult[] = [], system = '农口'): LedgerEntry => ({
  week, kind: 'unit', unit: unitId, system, headcount: 14, outcome: 'valid', score, rules: campaign.rules, indicators: [], adjustments: [], shortfalls,
})
const missing = (unitId: string, week: number): LedgerEntry => ({ ...entry(unitId, week, 0), outcome: 'missing', score: undefined, reason: 'intake/missing' })

const follow = (...entries: LedgerEntry[]) => proposals(entries, standings(entries, OPTIONS), { rules: RULES, weekOf: (date) => campaign.calendar.weekOf(date) })
const said = (...entries: LedgerEntry[]) => follow(...entries).map(({ consequence, unit: who, member, week }) => [consequence, who, week, ...(member === undefined ? [] : [member])].join(' '))

describe('R1 ranked within the system every week', () => {
  it('two systems do not mix', () => {
    const places = standings([entry('a', 1, 90), entry('b', 1, 80), entry('c', 1, 70, [], '财贸'), entry('d', 1, 60, [], '财贸')], OPTIONS)
    expect(places.map(({ unit: who, rank, last }) => [who, rank, last])).toEqual([['a', 1, false], ['b', 2, true], ['c', 1, false], ['d', 2, true]].sort())
  })
  it('scores count to two decimal places', () => {
    const places = standings([entry('a', 1, 90.004), entry('b', 1, 90.001)], OPTIONS)
    expect(places.map(({ rank }) => rank)).toEqual([1, 1])
  })
  it('the system is what the ranking is within', () => expect(definition.ranking.within.zh).toBe('系统'))
})

describe('R2 last in its system reports back', () => {
  it('the last one does, every week', () => expect(said(entry('a', 1, 90), entry('b', 1, 80), entry('a', 2, 90), entry('b', 2, 80))).toEqual(['report-back b 1', 'report-back b 2']))
  it('nobody does where fewer than two can be compared', () => expect(said(entry('a', 1, 20), missing('b', 1))).toEqual([]))
  it('nobody does where all are tied', () => expect(said(entry('a', 1, 80), entry('b', 1, 80))).toEqual([]))
  it('not submitted is not performed badly', () => expect(said(entry('a', 1, 90), entry('b', 1, 80), missing('c', 1))).toEqual(['report-back b 1']))
})

describe('R3 last three weeks running comes under key management', () => {
  const weeks = (...scores: number[]) => scores.flatMap((score, index) => [entry('a', index + 1, 90), entry('b', index + 1, score)])
  it('the third time running', () => expect(said(...weeks(80, 80, 80))).toContain('key-management b 3'))
  it('not twice', () => expect(said(...weeks(80, 80))).not.toContain('key-management b 2'))
  it('not three times with a better week between', () => expect(said(...weeks(80, 80, 95, 80)).filter((each) => each.startsWith('key-management'))).toEqual([]))
})

describe('R4 a bulletin every half month', () => {
  it('every fifteen days', () => expect(campaign.settings.bulletinDays).toBe(15))
  it('is the office\'s to issue, and says so', () => expect(definition.clauses.R4?.elsewhere).toBeDefined())
})

describe('R5 the year-end record', () => {
  it('holds last places, key management and circulars', () => {
    expect(Object.keys(definition.consequences).filter((id) => definition.consequences[id]?.clauses.includes('R5'))).toEqual(['unit-circular', 'report-back', 'key-management'])
  })
  it('is not about members', () => expect(Object.values(definition.consequences).filter(({ of, clauses }) => of === 'member' && clauses.includes('R5'))).toEqual([]))
})

describe('what a shortfall entails', () => {
  const shortfalls = (changes: Parameters<typeof unit>[0], asOf: string) => unit(changes, asOf).evaluation.measures.filter(({ status }) => status === 'shortfall')

  it('nothing, for a unit that did everything', () => expect(said(entry('a', 3, 100, shortfalls({}, '2005-03-13')))).toEqual([]))

  it('an unexcused absence: criticism and remedial study of the member, an order to the unit', () => {
    const results = shortfalls({ [`attendance.${CLERK}.days.2`]: { mark: 'absent' } }, '2005-03-13')
    expect(said(entry('a', 3, 90, results))).toEqual([`remedial-study a 3 ${CLERK}`, `member-circular a 3 ${CLERK}`, 'remedial-order a 3'])
  })

  it('a sick day not yet made up: remedial study, no criticism of the member', () => {
    const results = shortfalls({ [`attendance.${CLERK}.days.2`]: { mark: 'sick' } }, '2005-03-13')
    expect(said(entry('a', 3, 90, results))).toEqual([`remedial-study a 3 ${CLERK}`, 'remedial-order a 3'])
  })

  it('the third time without the badge: a warning circulated in the unit; the first and the second are dealt with on the spot', () => {
    const found = (...days: string[]) => shortfalls({ badges: (old: unknown) => [...(old as object[]), ...days.map((on, n) => ({ on, member: OTHER_CLERK, action: ['pointed-out', 'criticised', 'warned'][n] }))] }, '2005-03-13')
    expect(said(entry('a', 3, 90, found('2005-03-01', '2005-03-02')))).toEqual([])
    expect(said(entry('a', 3, 90, found('2005-03-01', '2005-03-02', '2005-03-03')))).toEqual([`badge-circular a 3 ${OTHER_CLERK}`])
  })

  it('a badge forgotten or a brief missing: nothing beyond the score', () => {
    expect(said(entry('a', 3, 90, shortfalls({ badges: [], publicity: [] }, '2005-03-13')))).toEqual([])
  })
})
