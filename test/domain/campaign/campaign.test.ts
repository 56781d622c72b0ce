import type { Campaign, Overrides } from '../../../src/domain/campaign/campaign'
import { checkDefinition } from '../../../src/domain/campaign/check-definition'
import { loadDefinition } from '../../../src/domain/campaign/load'
import { changed, SMALL } from './small-campaign'
import { campaignOf } from '../../support/campaign-of'

function load(source: string): Campaign {
  const { campaign, mistakes } = loadDefinition(source, 'small.yaml')
  if (!campaign) throw new Error(JSON.stringify(mistakes))
  return campaign
}
const small = load(SMALL)

describe('a campaign', () => {
  it('lists the forms of each workbook in order', () => expect(small.forms).toEqual({ unit: ['office', 'members', 'attendance', 'lectures'], group: ['visits'] }))
  it('knows limits with settings worked in', () => {
    expect(small.limits('office', 'plan')).toEqual({ min: '2005-02-21', max: '2005-03-06' })
    expect(small.limits('attendance', 'days[2].hours')).toEqual({ min: 0, max: 24 })
    expect(small.limits('members', 'name')).toEqual({})
  })
  it('works profiles out', () => expect(Object.fromEntries(small.profiles?.values ?? [])).toEqual({ normal: { hours: 24, flexible: false }, frail: { hours: 0, flexible: true } }))
  it('knows when last place has consequences', () => expect([...small.lastWeeks]).toEqual([['key', 3]]))
  it('puts measures behind those that they ask for', () => {
    const first = load(changed('  nobody-short:\n', '  later:\n', changed('measures:\n', `measures:\n  asks:\n    title: { zh: 问, en: Asks }\n    of: unit\n    clauses: [S1]\n    value: attainment("later")\n    target: 1\n    unit: item\n    at: members.name\n`)))
    expect(first.measures.map(({ id }) => id)).toEqual(['hours', 'later', 'asks', 'notes', 'lectures'])
  })
  it('throws for a form that it does not have: that is a broken program', () => expect(() => small.form('constructor')).toThrow('no such form'))
})

describe('calendar', () => {
  const { calendar } = small
  it.each([['2005-02-20', 1, 0], ['2005-02-21', 1, 1], ['2005-02-27', 1, 1], ['2005-02-28', 2, 2], ['2005-03-20', 4, 4], ['2005-03-21', 4, 5], ['2030-01-01', 4, 5]])('%s is in week %i (unclamped %i)', (date, week, index) => {
    expect([calendar.weekOf(date), calendar.weekIndex(date)]).toEqual([week, index])
  })
  it('weeks have seven days', () => expect([1, 2, 4].map((week) => `${calendar.weekStart(week)}…${calendar.weekEnd(week)}`)).toEqual(['2005-02-21…2005-02-27', '2005-02-28…2005-03-06', '2005-03-14…2005-03-20']))
  it('ends with its last week', () => expect([calendar.start, calendar.end]).toEqual(['2005-02-21', '2005-03-20']))
})

describe('overrides', () => {
  it.each<[string, Overrides, string]>([
    ['a setting that does not exist', { settings: { hour: 1 } }, 'definition/unknown-setting'],
    ['a number out of bounds', { settings: { hours: 101 } }, 'definition/setting-range'],
    ['no number', { settings: { hours: Number.NaN } }, 'definition/setting-range'],
    ['a text for a number', { settings: { hours: '24' } }, 'definition/setting-kind'],
    ['a date that does not exist', { settings: { lastDay: '2005-02-30' } }, 'definition/date'],
    ['a weight of nothing', { weights: { studies: 1 } }, 'definition/unknown-indicator'],
    ['a negative weight', { weights: { study: -1 } }, 'definition/weight'],
    ['no weight at all', { weights: { study: 0, lectures: 0 } }, 'definition/weights'],
  ])('%s is refused', (_, overrides, code) => {
    expect(checkDefinition(small.definition, overrides).mistakes.map((mistake) => mistake.code)).toContain(code)
  })

  it('flow into settings, limits, profiles, last weeks and weights', () => {
    const eased = campaignOf(small.definition, { settings: { hours: 12, lastDay: '2005-03-01', strict: false }, weights: { study: 10 } })
    expect(eased.settings).toEqual({ hours: 12, lectures: 2, lastDay: '2005-03-01', strict: false })
    expect(eased.limits('office', 'plan').max).toBe('2005-03-01')
    expect(eased.profiles?.values.get('normal')).toEqual({ hours: 12, flexible: false })
    expect(eased.indicators.map(({ weight }) => weight)).toEqual([10, 40])
  })
})

describe('rules', () => {
  const rules = (source: string, overrides: Overrides = {}) => campaignOf(load(source).definition, overrides).rules

  it('begin with the version, and are the same every time', () => {
    expect(small.rules).toMatch(/^1-[0-9a-f]{16}$/)
    expect(rules(SMALL)).toBe(small.rules)
    expect(campaignOf(JSON.parse(JSON.stringify(small.definition))).rules).toBe(small.rules)
  })

  it.each<[string, string, string]>([
    ['a target', 'target: 1000', 'target: 1001'],
    ['a due date', 'due: calendar.study.end', 'due: calendar.end'],
    ['the value of a measure', 'value: member.notes', 'value: member.notes + 1'],
    ['whom it applies to', "applies: member.category != 'frail'", "applies: member.category == 'normal'"],
    ['a setting that a profile uses', 'value: 24, unit: hour', 'value: 25, unit: hour'],
    ['a setting that a due date uses', "value: '2005-03-06'", "value: '2005-03-07'"],
    ['how an indicator is made up', 'measures: [hours, notes]', 'measures: [hours, notes], by: worst'],
    ['a bonus', 'points: 2, cap: 2', 'points: 1, cap: 2'],
    ['rounding', 'digits: 2', 'digits: 1'],
    ['the calendar', 'weeks: 4', 'weeks: 5'],
    ['the version', "version: '1'", "version: '2'"],
  ])('change with %s', (_, from, to) => expect(rules(changed(from, to))).not.toBe(small.rules))

  it.each<[string, string, string]>([
    ['a title', 'en: Study hours', 'en: Hours of study'],
    ['a hint of a constraint', 'en: Too long', 'en: Much too long'],
    ['a setting that no score depends on', 'value: true }', 'value: false }'],
    ['a quotation', 'quote: 学满四十学时', 'quote: 学满40学时'],
  ])('do not change with %s', (_, from, to) => expect(rules(changed(from, to))).toBe(small.rules))

  it('change with an override that matters', () => {
    expect(rules(SMALL, { weights: { study: 50 } })).not.toBe(small.rules)
    expect(rules(SMALL, { settings: { hours: 12 } })).not.toBe(small.rules)
    expect(rules(SMALL, { settings: { hours: 24 }, weights: { study: 60 } })).toBe(small.rules)
  })
})

describe('a definition out of a workbook', () => {
  const json = (): Record<string, unknown> => JSON.parse(JSON.stringify(small.definition)) as Record<string, unknown>
  const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) })

  it('is good as it is', () => expect(checkDefinition(json()).mistakes).toEqual([]))
  it.each<[string, () => unknown, string]>([
    ['nothing', () => undefined, 'definition/wrong-type'],
    ['a text', () => 'muster', 'definition/wrong-type'],
    ['nested without end', () => ({ ...json(), settings: deep(200) }), 'definition/too-large'],
    ['a megabyte of title', () => ({ ...json(), title: { zh: 'x'.repeat(1_100_000), en: 'x' } }), 'definition/too-large'],
    ['a thousand settings', () => ({ ...json(), settings: Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`s${n}`, {}])) }), 'definition/too-large'],
    ['a key that JavaScript would take for the prototype', () => ({ ...json(), lists: JSON.parse('{"__proto__":{"title":{"zh":"a","en":"a"},"items":{}}}') as unknown }), 'definition/reserved-name'],
    ['an expression of 3,000 characters', () => ({ ...json(), ranking: { ...(json().ranking as object), comparable: `1${' + 1'.repeat(750)}` } }), 'definition/out-of-range'],
    ['an expression of 600 terms', () => ({ ...json(), ranking: { ...(json().ranking as object), comparable: `1${'+1'.repeat(600)}` } }), 'expression/too-complex'],
    ['another format', () => ({ ...json(), muster: 2 }), 'definition/not-one-of'],
  ])('%s is refused without a word of JavaScript', (_, make, code) => {
    const { campaign, mistakes } = checkDefinition(make())
    expect(campaign).toBeUndefined()
    expect(mistakes.map((mistake) => mistake.code)).toContain(code)
    expect(mistakes[0]).toMatchObject({ line: 0, column: 0 })
  })
})
