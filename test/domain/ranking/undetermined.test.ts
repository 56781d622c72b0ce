import { historyOf, rankingRules } from '../../../src/domain/ranking/history'
import { standings } from '../../../src/domain/ranking/standings'
import { systemStandings } from '../../../src/domain/ranking/system-standings'
import { shipped } from '../../support/shipped-campaigns'
import { ledger, OPTIONS } from './ledger-table'

const week = (...units: string[]) => ledger(['| unit | system | w1 |', ...units.map((unit) => `| ${unit.split(' ').join(' | S | ')} |`)].join('\n'))
const told = (one: { undetermined?: { reason: string; params: object } } | undefined) => (one?.undetermined ? `${one.undetermined.reason} ${JSON.stringify(one.undetermined.params)}` : '')

it.each([
  ['too few valid returns', ['a 90', 'b -', 'c x'], 'too-few {"valid":1,"needed":2}', 'a', 'too-few {"valid":1,"needed":2}'],
  ['nobody submitted', ['a -', 'b -'], 'too-few {"valid":0,"needed":2}', 'a', 'no-valid-return {}'],
  ['all tied', ['a 70', 'b 70', 'c 70'], 'all-tied {"valid":3,"score":70}', 'b', 'all-tied {"valid":3,"score":70}'],
  ['tied at the bottom only is determined', ['a 90', 'b 70', 'c 70'], '', 'b', ''],
  ['scored by two sets of rules', ['a 90', 'b 70*'], 'mixed-rules {"rules":2}', 'b', 'mixed-rules {"rules":2}'],
  ['a return of its own is missing', ['a 90', 'b 70', 'c -'], 'returns-missing {"missing":1}', 'c', 'no-valid-return {}'],
  ['a return of its own was rejected', ['a 90', 'b 70', 'c x'], 'returns-missing {"missing":1}', 'c', 'no-valid-return {}'],
  ['it is last while returns of others are missing', ['a 90', 'b 70', 'c -', 'd x'], 'returns-missing {"missing":2}', 'b', 'returns-missing {"missing":2}'],
  ['returns that are missing bear on who is last alone', ['a 90', 'b 70', 'c -'], 'returns-missing {"missing":1}', 'a', ''],
  ['as it should be', ['a 90', 'b 70'], '', 'b', ''],
])('last place is undetermined: %s', (_, units, ofSystem, unit, ofUnit) => {
  const entries = week(...units)
  expect(told(systemStandings(entries, OPTIONS)[0])).toBe(ofSystem)
  expect(told(standings(entries, OPTIONS).find((one) => one.unit === unit))).toBe(ofUnit)
})

it('the office says how many missing returns last place bears, from a week on', () => {
  const entries = ledger('| unit | system | w1 | w2 |\n| a | S | 90 | 90 |\n| b | S | 70 | 70 |\n| c | S | - | - |\n| d | S | 95 | x |')
  const ofLast = (options: object) => standings(entries, { ...OPTIONS, ...options }).flatMap((one) => (one.last ? [`w${one.week} ${told(one)}`.trim()] : []))
  expect(ofLast({ mostMissing: 1 })).toEqual(['w1', 'w2 returns-missing {"missing":2}'])
  expect(ofLast({ mostMissing: 0, mostMissingFrom: [{ week: 2, mostMissing: 2 }] })).toEqual(['w1 returns-missing {"missing":1}', 'w2'])
})

it('nothing is proposed as certain from a week that is undetermined', () => {
  const rules = { ...rankingRules(shipped('learning-mobilization')), ...OPTIONS }
  const proposed = (...units: string[]) => historyOf(week(...units), rules, () => 1).proposals.map(({ unit, consequence, state }) => `${unit} ${consequence} ${state}`)
  expect(proposed('a 90', 'b 70')).toEqual(['b report-back proposed'])
  expect(proposed('a 90', 'b 70*')).toEqual(['b report-back to-be-confirmed'])
  expect(proposed('a 90', 'b 70', 'c -')).toEqual(['b report-back to-be-confirmed'])
  expect(proposed('a 90', 'b -')).toEqual([])
  expect(proposed('a 70', 'b 70')).toEqual([])
})
