/** What holds for every return. */
import fc from 'fast-check'
import { loadDefinition } from '../../../src/domain/campaign/load'
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import type { FormRecord, Return } from '../../../src/domain/returns/return'
import { SMALL } from '../campaign/small-campaign'
import { sheets } from './sheet-return'
import { campaignOf } from '../../support/campaign-of'

const campaign = loadDefinition(SMALL, '').campaign as Campaign

interface Member {
  readonly category: string
  readonly notes: number
  readonly hours: readonly number[]
}

const member: fc.Arbitrary<Member> = fc.record({
  category: fc.constantFrom('normal', 'frail', ''),
  notes: fc.integer({ min: 0, max: 1500 }),
  hours: fc.array(fc.integer({ min: 0, max: 120 }).map((tenths) => tenths / 10), { minLength: 3, maxLength: 3 }),
})
const day = fc.integer({ min: -3, max: 40 }).map((days) => new Date(Date.UTC(2005, 1, 21) + days * 86_400_000).toISOString().slice(0, 10))
const unit = fc.record({ members: fc.array(member, { maxLength: 12 }), lectures: fc.array(day, { maxLength: 4 }), funds: fc.integer({ min: 0, max: 3 }) })

function returnOf({ members, lectures, funds }: { members: readonly Member[]; lectures: readonly string[]; funds: number }, headcount = members.length): Return {
  const rows = (lines: readonly string[]) => lines.map((line) => `\n| ${line} |`).join('')
  return sheets(campaign, {
    office: `| plan | funds | why |\n| 2005-02-22 | ${funds} | |`,
    members: `| name | category | notes |${rows(members.map(({ category, notes }, n) => `M${n} | ${category} | ${notes}`))}`,
    attendance: `| of | days[1].hours | days[2].hours | days[3].hours | total |${rows(members.map(({ hours }, n) => `M${n} | ${hours.join(' | ')} |`))}`,
    lectures: `| on | speaker |${rows(lectures.map((on, n) => `${on} | M${n}`))}`,
  }, { subject: { headcount } })
}

it('leaving a registered member off the roster never improves the score', () => {
  fc.assert(
    fc.property(unit, day, fc.nat(), (made, asOf, pick) => {
      fc.pre(made.members.length > 0)
      const without = made.members.filter((_, n) => n !== pick % made.members.length)
      const full = evaluate(campaign, returnOf(made), asOf).score.total
      const short = evaluate(campaign, returnOf({ ...made, members: without }, made.members.length), asOf).score.total
      expect(short).toBeLessThanOrEqual(full + 1e-9)
    }),
  )
})

it('a score is a number, at least 0, at most 100 and the bonus; points add up to it', () => {
  fc.assert(
    fc.property(unit, day, (made, asOf) => {
      const { score } = evaluate(campaign, returnOf(made), asOf)
      expect(score.total).toBeGreaterThanOrEqual(0)
      expect(score.total).toBeLessThanOrEqual(102)
      const points = [...score.indicators, ...score.adjustments].reduce((sum, one) => sum + one.points, 0)
      expect(Math.abs(score.total - points)).toBeLessThanOrEqual(0.005 + 1e-9)
    }),
  )
})

it('the order of rows changes no score and no status', () => {
  fc.assert(
    fc.property(unit, day, fc.infiniteStream(fc.nat()), (made, asOf, numbers) => {
      const ret = returnOf(made)
      const shuffled = { ...ret, records: Object.fromEntries(Object.entries(ret.records).map(([form, records]) => [form, shuffle(records, numbers)])) }
      const [before, after] = [evaluate(campaign, ret, asOf), evaluate(campaign, shuffled, asOf)]
      expect(after.score).toEqual(before.score)
      const told = ({ measures }: typeof before) => measures.map(({ measure, subject, value, status }) => `${measure} ${subject} ${value} ${status}`).sort()
      expect(told(after)).toEqual(told(before))
    }),
  )
})

it('more notes never lower a score', () => {
  fc.assert(
    fc.property(unit, day, fc.nat(11), fc.nat(1000), (made, asOf, at, more) => {
      const better = { ...made, members: made.members.map((one, index) => (index === at ? { ...one, notes: one.notes + more } : one)) }
      expect(evaluate(campaign, returnOf(better), asOf).score.total).toBeGreaterThanOrEqual(evaluate(campaign, returnOf(made), asOf).score.total)
    }),
  )
})

it('a shortfall never goes away by waiting, and nothing is short before it is due', () => {
  fc.assert(
    fc.property(unit, day, day, (made, a, b) => {
      const short = (asOf: string) => evaluate(campaign, returnOf(made), asOf).measures.filter(({ measure, status }) => measure !== 'nobody-short' && status === 'shortfall')
      const [early, late] = a < b ? [a, b] : [b, a]
      const later = short(late).map(({ measure, subject }) => `${measure} ${subject}`)
      for (const { measure, subject, due } of short(early)) {
        expect(due < early).toBe(true)
        expect(later).toContain(`${measure} ${subject}`)
      }
    }),
  )
})

it('findings and shortfalls are the same number', () => {
  fc.assert(
    fc.property(unit, day, (made, asOf) => {
      const { measures, findings } = evaluate(campaign, returnOf(made), asOf)
      expect(findings.filter(({ code }) => code.startsWith('requirement/')).length).toBe(measures.filter(({ status }) => status === 'shortfall' || status === 'undetermined').length)
    }),
  )
})

it('overriding the hours changes hours and what asks for them, nothing else', () => {
  fc.assert(
    fc.property(unit, day, fc.integer({ min: 0, max: 100 }), (made, asOf, hours) => {
      const other = campaignOf(campaign.definition, { settings: { hours } })
      const untouched = (one: Campaign) => evaluate(one, returnOf(made), asOf).measures.filter(({ measure }) => measure === 'notes' || measure === 'lectures')
      expect(untouched(other)).toEqual(untouched(campaign))
      for (const { target } of evaluate(other, returnOf(made), asOf).measures.filter(({ measure }) => measure === 'hours')) expect([0, hours]).toContain(target)
    }),
    { numRuns: 30 },
  )
})

function shuffle(records: readonly FormRecord[], numbers: fc.Stream<number>): FormRecord[] {
  const keys = [...numbers.take(records.length)]
  return records.map((record, index) => ({ record, key: keys[index] ?? 0 })).sort((a, b) => a.key - b.key).map(({ record }) => record)
}
