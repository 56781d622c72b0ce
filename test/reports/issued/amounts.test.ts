import type { Language } from '../../../src/domain/text'
import { amountsOf } from '../../../src/reports/issued/amounts'
import { ALL_SHIPPED, shipped, wordsFor, type AnyShipped } from '../../support/shipped-campaigns'

function amounts(id: AnyShipped, language: Language, headcount = 34) {
  const campaign = shipped(id)
  const made = amountsOf(campaign, 'unit', { id: '1', name: 'n', system: 's', headcount, group: 'g' }, language, wordsFor(campaign, language).say)
  const find = (measure: string) => campaign.measures.find(({ id: one }) => one === measure) as (typeof campaign.measures)[number]
  return { target: (measure: string) => made.target(find(measure)), due: (measure: string) => made.due(find(measure)), show: made.show }
}

describe('a target in words', () => {
  it.each([
    ['drill', 'at least 1 item', 'a number'],
    ['everybody-listed', 'exactly 34 people', 'the headcount'],
    ['near-misses', 'at least 3.4 reports', 'reckoned from the headcount'],
    ['lost-time', '0 incidents', 'nothing at all'],
    ['equipment-worn', 'at least 95%', 'a share'],
    ['toolbox-talks', 'at least 2 talks a week, adding up', 'growing by the week'],
    ['training-hours', 'at least 8 h; Office staff: at least 4 h; Contract worker: at least 6 h', 'by category'],
  ])('%s: %s (%s)', (measure, target) => expect(amounts('safety-month', 'en').target(measure)).toBe(target))

  it('names no number that depends on a headcount nobody has registered', () => expect(amounts('safety-month', 'en', 0).target('everybody-listed')).toBe('what the headcount gives'))

  it('says 40 hours, and who is excused', () => expect(amounts('learning-mobilization', 'zh').target('study-hours')).toMatch(/^不少于40学时；.*：不作要求$/))

  it('is found for every measure of every campaign', () => {
    for (const id of ALL_SHIPPED) for (const { id: measure } of shipped(id).measures) expect(amounts(id, 'zh').target(measure)).not.toMatch(/[{}]|NaN|undefined/)
  })
})

describe('a due date in words', () => {
  it.each([
    ['training-hours', '14 Jun'],
    ['toolbox-talks', 'each week'],
    ['hazards-fixed', 'as the row says'],
  ])('%s: %s', (measure, due) => expect(amounts('safety-month', 'en').due(measure)).toBe(due))
})

describe('a number in words', () => {
  it.each([
    [10000, undefined, '10,000'],
    [1 / 3, undefined, '0.33'],
    [-1234.5, undefined, '-1,234.5'],
    [0.07, 'percent', '7%'],
  ])('%d %s is %s', (value, unit, text) => expect(amounts('safety-month', 'en').show(value, unit)).toBe(text))
})
