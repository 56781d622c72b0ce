import { doubtTexts, reservations } from '../../../src/domain/ranking/doubt-texts'
import { sayIn } from '../../app/office-in-hand'

it.each([
  ['zh', ['第1周、第3周本系统有单位没有有效报送，末位可能改变', '第2周起计分规则有变']],
  ['en', ['other valid returns of week 1, week 3 are missing; last place may change', 'rules changed from week 2 on']],
] as const)('each reason once, with its weeks (%s)', (language, texts) => {
  const doubts = [{ reason: 'returns-missing', week: 3 }, { reason: 'rules-changed', week: 2 }, { reason: 'returns-missing', week: 1 }, { reason: 'returns-missing', week: 3 }] as const
  expect(doubtTexts(doubts, sayIn(language))).toEqual(texts)
})

it('what holds in the week is said once, and doubts of other weeks beside it', () => {
  const doubts = [{ reason: 'returns-missing', week: 1 }, { reason: 'returns-missing', week: 3 }] as const
  expect(reservations({ undetermined: { reason: 'returns-missing', params: { missing: 2 } }, doubts }, 3, sayIn('zh'))).toEqual(['待定：本系统还有 2 个单位没有有效报送，末位可能改变。', '第1周本系统有单位没有有效报送，末位可能改变'])
  expect(reservations({ doubts: [] }, 3, sayIn('zh'))).toEqual([])
})
