import { amountText, plainAmount, unitNames } from '../../../src/domain/campaign/amount'

const definition = { units: { hour: { zh: '学时', en: 'h' }, card: { zh: '张', en: 'card|cards' }, percent: { zh: '%', en: '%' } } }

describe('an amount with its unit', () => {
  it.each([
    [8, 'hour', '8学时', '8 h'],
    [10_000, 'card', '10,000张', '10,000 cards'],
    [1, 'card', '1张', '1 card'],
    [0, 'card', '0张', '0 cards'],
    [0.1 + 0.2, 'hour', '0.3学时', '0.3 h'],
    [0.871794871, 'percent', '87.18%', '87.18%'],
    [3, undefined, '3', '3'],
    [3, 'unknown', '3unknown', '3 unknown'],
  ])('%d %s is %s, %s', (value, unit, zh, en) => {
    expect([amountText(definition, value, unit, 'zh'), amountText(definition, value, unit, 'en')]).toEqual([zh, en])
  })
})

it.each([
  [0.871794871, 'percent', '87.18'],
  [1 / 3, 'hour', '0.333333'],
  [40, undefined, '40'],
])('%d in %s by itself is %s', (value, unit, text) => expect(plainAmount(value, unit)).toBe(text))

it('a unit has all its names', () => expect([unitNames(definition, 'card'), unitNames(definition, 'none')]).toEqual([['张', 'card', 'cards'], []]))
