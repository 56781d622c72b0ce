import fc from 'fast-check'
import type { MeasureResult } from '../../../src/domain/evaluation/evaluation'
import { changes, type History } from '../../../src/domain/ranking/changes'
import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { proposals, type ConsequenceRule } from '../../../src/domain/ranking/proposals'
import { standings } from '../../../src/domain/ranking/standings'
import { ledger, OPTIONS } from './ledger-table'

const RULES: ConsequenceRule[] = [
  { id: 'report-back', of: 'unit', on: 'last', weeks: 1 },
  { id: 'key-management', of: 'unit', on: 'last', weeks: 3 },
  { id: 'remedial-study', of: 'member', on: 'shortfall', measures: ['hours', 'notes'] },
  { id: 'remedial-unit', of: 'unit', on: 'shortfall', measures: ['hours'] },
  { id: 'visits', of: 'group', on: 'shortfall', measures: ['visits'] },
]
/** Weeks of seven days from 1 March. */
const weekOf = (date: string) => Math.ceil(Number(date.slice(-2)) / 7)

const short = (measure: string, subject: string, due = '2005-03-05'): MeasureResult => ({
  measure, subject, of: 'member', value: 32, target: 40, gap: 8, attainment: 0.8, due, status: 'shortfall', sheet: '考勤', row: 9, column: 14,
})
const owing = (entries: LedgerEntry[], unit: string, weeks: number[], shortfalls: MeasureResult[]) =>
  entries.map((entry) => (entry.unit === unit && weeks.includes(entry.week) ? { ...entry, shortfalls } : entry))

const historyOf = (entries: LedgerEntry[]): History => {
  const places = standings(entries, OPTIONS)
  return { entries, standings: places, proposals: proposals(entries, places, { rules: RULES, weekOf }) }
}
const keys = (entries: LedgerEntry[], consequence: string) =>
  historyOf(entries).proposals.filter((p) => p.consequence === consequence).map((p) => `${p.unit} w${p.week} ${p.state}`)

const LAST_FOUR = '| unit | system | w1 | w2 | w3 | w4 |\n| a | S | 1 | 2 | 3 | 4 |\n| b | S | 80 | 80 | 80 | 80 |'

describe('proposals from last places', () => {
  it('asks to report back every week, and for key management once, at the third week', () => {
    expect(keys(ledger(LAST_FOUR), 'report-back')).toEqual(['a w1 proposed', 'a w2 proposed', 'a w3 proposed', 'a w4 proposed'])
    expect(keys(ledger(LAST_FOUR), 'key-management')).toEqual(['a w3 proposed'])
  })

  it('shows every week of the streak as evidence', () => {
    const [found] = historyOf(ledger(LAST_FOUR)).proposals.filter((p) => p.consequence === 'key-management')
    expect(found).toMatchObject({ key: 'key-management|a||w3', evidence: [1, 2, 3].map((week) => ({ kind: 'standing', week, rank: 2, of: 2, score: week })) })
  })

  it('asserts nothing across a change of rules, until three weeks under the same rules are full', () => {
    const rows = (weeks: string, other: string) => ledger(`| unit | system | w1 | w2 | w3 | w4 |\n| a | S | ${weeks} |\n| b | S | ${other} |`)
    const [doubted] = historyOf(rows('1 | 1* | 1* |', '80 | 80* | 80* |')).proposals.filter((p) => p.consequence === 'key-management')
    expect(doubted).toMatchObject({ state: 'to-be-confirmed', doubts: [{ reason: 'rules-changed', week: 2 }] })
    const [asserted] = historyOf(rows('1 | 1* | 1* | 1*', '80 | 80* | 80* | 80*')).proposals.filter((p) => p.consequence === 'key-management')
    expect(asserted).toMatchObject({ key: doubted?.key, state: 'proposed', doubts: [] })
    expect(asserted?.evidence.map((e) => e.week)).toEqual([2, 3, 4])
  })

  it('does not carry a doubt about the streak into the report of a single week', () => {
    expect(keys(ledger('| unit | system | w1 | w2 |\n| a | S | 1 | 1* |\n| b | S | 80 | 80* |'), 'report-back')).toEqual(['a w1 proposed', 'a w2 proposed'])
  })

  it('doubts a last place among returns scored by different rules', () => {
    expect(keys(ledger('| unit | system | w1 |\n| a | S | 1 |\n| b | S | 80* |'), 'report-back')).toEqual(['a w1 to-be-confirmed'])
  })

  it('starts anew after a week that was not last', () => {
    expect(keys(ledger('| unit | system | w1 | w2 | w3 | w4 | w5 | w6 | w7 |\n| a | S | 1 | 1 | 1 | 99 | 1 | 1 | 1 |\n| b | S | 80 | 80 | 80 | 80 | 80 | 80 | 80 |'), 'key-management')).toEqual(['a w3 proposed', 'a w7 proposed'])
  })
})

describe('proposals from shortfalls', () => {
  const base = ledger('| unit | system | w1 | w2 | w3 |\n| a | S | 90 | 90 | 90 |\n| b | S | 80 | 80 | 80 |')

  it('lists a member once, with every measure that is short, down to the cell', () => {
    const found = historyOf(owing(base, 'a', [1], [short('hours', '王秀兰'), short('notes', '王秀兰')])).proposals.filter((p) => p.consequence === 'remedial-study')
    expect(found).toMatchObject([{ key: 'remedial-study|a|王秀兰|w1', member: '王秀兰', evidence: [{ result: { measure: 'hours', sheet: '考勤', row: 9, column: 14 }, file: 'a-1.xlsx' }, { result: { measure: 'notes' } }] }])
  })

  it('keeps one proposal while the shortfall lasts, and closes it when it is made good', () => {
    const lasting = historyOf(owing(base, 'a', [1, 2, 3], [short('hours', '王秀兰')])).proposals.filter((p) => p.consequence === 'remedial-study')
    expect(lasting).toMatchObject([{ week: 1, open: true, evidence: [{ week: 3 }] }])
    const made = historyOf(owing(base, 'a', [1, 2], [short('hours', '王秀兰')])).proposals.filter((p) => p.consequence === 'remedial-study')
    expect(made).toMatchObject([{ week: 1, open: false, evidence: [{ week: 2 }] }])
  })

  it('is not closed by a week without a valid return', () => {
    const silent = ledger('| unit | system | w1 | w2 |\n| a | S | 90 | - |')
    expect(historyOf(owing(silent, 'a', [1], [short('hours', '王秀兰')])).proposals).toMatchObject([{ open: true }, { open: true }])
  })

  it('a unit-level remedy has the members as evidence', () => {
    const found = historyOf(owing(base, 'a', [1], [short('hours', '王秀兰'), short('hours', '李建国')])).proposals.filter((p) => p.consequence === 'remedial-unit')
    expect(found).toHaveLength(1)
    expect(found[0]?.evidence).toHaveLength(2)
    expect(found[0]).not.toHaveProperty('member')
  })

  it('keeps its key when an earlier week is corrected later', () => {
    const [late] = historyOf(owing(base, 'a', [2], [short('hours', '王秀兰')])).proposals.filter((p) => p.member)
    const [corrected] = historyOf(owing(base, 'a', [1, 2], [short('hours', '王秀兰')])).proposals.filter((p) => p.member)
    expect(corrected?.key).toBe(late?.key)
    expect([late?.week, corrected?.week]).toEqual([2, 1])
  })

  it('a separator in a name cannot make two keys alike', () => {
    const found = historyOf(owing(base, 'a', [1], [short('hours', 'x|w1'), short('hours', 'x')])).proposals
    expect(new Set(found.map((p) => p.key)).size).toBe(found.length)
  })

  it('groups owe by their own measures', () => {
    const group: LedgerEntry = { ...(base[0] as LedgerEntry), kind: 'group', unit: 'g1', shortfalls: [short('visits', '第一督导组')] }
    expect(historyOf([...base, group]).proposals.filter((p) => p.unit === 'g1')).toMatchObject([{ consequence: 'visits' }])
  })
})

describe('what a recomputation changed', () => {
  const decisions = new Map([['report-back|a||w1', '确认']])

  it('lists changed entries, places and decided consequences of past weeks', () => {
    const before = historyOf(ledger('| unit | system | w1 | w2 |\n| a | S | 70 | 90 |\n| b | S | 80 | 80 |'))
    const after = historyOf(ledger('| unit | system | w1 | w2 |\n| a | S | 85 | 90 |\n| b | S | 80 | 80 |'))
    expect(changes(before, after, { current: 2, decisions })).toEqual([
      { kind: 'last', week: 1, unit: 'a', before: true, after: false },
      { kind: 'proposal-withdrawn', week: 1, unit: 'a', key: 'report-back|a||w1', consequence: 'report-back', decision: '确认' },
      { kind: 'rank', week: 1, unit: 'a', before: 2, after: 1 },
      { kind: 'score', week: 1, unit: 'a', before: 70, after: 85 },
      { kind: 'streak', week: 1, unit: 'a', before: 1, after: 0 },
      { kind: 'last', week: 1, unit: 'b', before: false, after: true },
      { kind: 'proposal-appeared', week: 1, unit: 'b', key: 'report-back|b||w1', consequence: 'report-back' },
      { kind: 'rank', week: 1, unit: 'b', before: 1, after: 2 },
      { kind: 'streak', week: 1, unit: 'b', before: 0, after: 1 },
      { kind: 'streak', week: 2, unit: 'b', before: 1, after: 2 },
    ].filter((change) => change.week < 2))
  })

  it('news of the week itself are not changes, unless a person had decided on them', () => {
    const before = historyOf(ledger('| unit | system | w1 |\n| a | S | 70 |\n| b | S | 80 |'))
    const after = historyOf(ledger('| unit | system | w1 |\n| a | S | 85 |\n| b | S | 80 |'))
    expect(changes(before, after, { current: 1, decisions: new Map() })).toEqual([])
    expect(changes(before, after, { current: 1, decisions })).toMatchObject([{ kind: 'proposal-withdrawn', decision: '确认' }])
  })

  it('of a past week everything is a change', () => {
    const before = historyOf(ledger('| unit | system | w1 | w2 |\n| a | S | 70 | 70 |\n| b | S | 80 | 80 |'))
    const after = historyOf(ledger('| unit | system | w1 | w2 |\n| a | S | - | 70 |\n| b | S | 80 | 80 |'))
    expect(changes(before, after, { decisions: new Map() }).map((c) => `w${c.week} ${c.unit} ${c.kind}`)).toEqual(['w1 a last', 'w1 a outcome', 'w1 a proposal-withdrawn', 'w1 a score', 'w1 a streak', 'w2 a streak'])
  })

  it('says when a doubt arises or is settled', () => {
    const rows = (second: string) => historyOf(ledger(`| unit | system | w1 | w2 | w3 | w4 |\n| a | S | 1 | ${second} | 1 |  |\n| b | S | 80 | 80 | 80 |  |`))
    expect(changes(rows('1'), rows('1@T'), { current: 4, decisions: new Map() }).map((c) => c.kind)).toContain('proposal-withdrawn')
    const mixed = historyOf(ledger('| unit | system | w1 | w2 | w3 |\n| a | S | 1 | 1 | 1 |\n| b | S | 80 | 80* | 80 |'))
    expect(changes(rows('1'), mixed, { current: 4, decisions: new Map() }).map((c) => c.kind)).toEqual(['proposal-doubted', 'proposal-doubted'])
  })

  it('an unchanged ledger has no changes, in whatever order it comes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 12, maxLength: 12 }), fc.nat(), (scores, seed) => {
        const entries = ledger(['| unit | system |', ...[0, 1, 2].map((i) => `| u${i} | S | ${scores.slice(i * 4, i * 4 + 4).join(' | ')} |`)].join('\n'))
        const turned = [...entries.slice(seed % 12), ...entries.slice(0, seed % 12)]
        expect(changes(historyOf(entries), historyOf(turned), { current: 9, decisions: new Map() })).toEqual([])
        expect(historyOf(turned).proposals).toEqual(historyOf(entries).proposals)
      }),
    )
  })
})
