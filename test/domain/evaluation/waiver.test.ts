/** What the office waives counts neither for nor against. */
import { loadDefinition } from '../../../src/domain/campaign/load'
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import { waiversFor, type Waiver } from '../../../src/domain/evaluation/waiver'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import { SMALL } from '../campaign/small-campaign'
import { sheets } from './sheet-return'
import { AFTER, THREE_MEMBERS } from './three-members'

const small = loadDefinition(SMALL, 'small.yaml').campaign as Campaign
const ret = sheets(small, THREE_MEMBERS)
const clauseOf = (measure: string) => small.definition.measures[measure]?.clauses[0] as string
const waiver = (more: Partial<Waiver>): Waiver => ({ unit: 'u1', clause: clauseOf('hours'), reason: 'ill', approver: 'Office', until: AFTER, ...more })
const judged = (...waivers: Partial<Waiver>[]) => evaluate(small, ret, AFTER, { waivers: waivers.map(waiver) })
const status = (measure: string, ...waivers: Partial<Waiver>[]) => judged(...waivers).measures.filter((one) => one.measure === measure).map(({ subject, status: state }) => `${subject} ${state}`)
const plain = evaluate(small, ret, AFTER)

describe('a waiver', () => {
  it.each<[string, Partial<Waiver>[], string[]]>([
    ['none', [], ['Ann met', 'Bob shortfall', 'Cy met']],
    ['for a member', [{ member: 'Bob' }], ['Ann met', 'Bob waived', 'Cy met']],
    ['for a member, written with other spaces and widths', [{ member: ' Ｂｏｂ ' }], ['Ann met', 'Bob waived', 'Cy met']],
    ['for the whole unit', [{}], ['Ann waived', 'Bob waived', 'Cy waived']],
    ['for another unit', [{ unit: 'u2' }], ['Ann met', 'Bob shortfall', 'Cy met']],
    ['until yesterday', [{ until: '2005-03-09' }], ['Ann met', 'Bob shortfall', 'Cy met']],
    ['for a member that nobody is', [{ member: 'Dan' }], ['Ann met', 'Bob shortfall', 'Cy met']],
    ['of a clause that nothing is measured by', [{ clause: 'Z9' }], ['Ann met', 'Bob shortfall', 'Cy met']],
  ])('%s', (_, waivers, expected) => expect(status('hours', ...waivers)).toEqual(expected))

  it('counts neither for nor against: the score is that of the others', () => {
    const { score, unwaived } = judged({ member: 'Bob' })
    const hours = (of: typeof score) => of.indicators.find(({ indicator }) => small.definition.indicators[indicator]?.measures.includes('hours'))?.attainment
    // Its other measure, notes, is Bob's as before.
    expect([hours(plain.score), hours(score)]).toEqual([(2.5 / 3 + 0.625) / 2, (1 + 0.625) / 2])
    expect(unwaived).toEqual({ score: plain.score, shortfalls: plain.measures.filter((one) => one.status === 'shortfall') })
  })

  it('leaves no finding and no shortfall', () => {
    const about = (findings: typeof plain.findings) => findings.filter(({ code, subject }) => code === 'requirement/hours' && subject === 'Bob')
    expect(about(plain.findings)).toHaveLength(1)
    expect(about(judged({ member: 'Bob' }).findings)).toEqual([])
  })

  it('tells on measures that ask who is short', () => {
    const short = (of: typeof plain) => of.measures.find(({ measure }) => measure === 'nobody-short')?.value
    expect([short(plain), short(judged({ member: 'Bob' }))]).toEqual([1, 0])
  })

  it('for the whole unit relieves members who are not listed, too', () => {
    const more = sheets(small, {}, { subject: { headcount: 3 } })
    expect(Object.keys(evaluate(small, more, AFTER).unlisted ?? {})).toContain('hours')
    expect(Object.keys(evaluate(small, more, AFTER, { waivers: [waiver({})] }).unlisted ?? {})).not.toContain('hours')
  })

  it('that changes nothing is not told: the subject met it anyway and so did the others', () => {
    const met = evaluate(small, ret, AFTER, { waivers: [waiver({ clause: 'Z9' })] })
    expect(met.unwaived).toBeUndefined()
    expect(met).toEqual(plain)
  })

  it('what holds for a unit on a day comes once, whatever the order', () => {
    const all = [waiver({ member: 'Bob' }), waiver({ member: 'Bob', reason: 'again' }), waiver({ member: 'Ann' }), waiver({ unit: 'u2' }), waiver({ until: '2005-03-01' })]
    expect(waiversFor(all, 'u1', AFTER)).toEqual([{ member: 'Ann', clause: clauseOf('hours') }, { member: 'Bob', clause: clauseOf('hours') }])
    expect(waiversFor(all.toReversed(), 'u1', AFTER)).toEqual(waiversFor(all, 'u1', AFTER))
  })
})
