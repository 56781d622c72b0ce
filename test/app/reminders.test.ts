/** A text for each supervision group: whom to call about which return, and what to do. */
import { openOffice } from '../../src/app/consolidate/open-office'
import { reminderFiles } from '../../src/app/reminders'
import { campaign, Office, sayIn, unit } from './office-in-hand'

const with_ = (id: string, name: string, group: string, liaison = '', phone = '') => ({ ...unit(id, name, '教育'), group, liaison, phone })
const REGISTRY = {
  units: [with_('u1', '一中', 'g1', '赵明', '0831-1'), with_('u2', '二中', 'g1', '钱芳'), with_('u3', '三中', 'g1'), with_('u4', '四中', 'g2'), with_('u5', '五中', '')],
  groups: [{ id: 'g1', name: '第一督导组' }, { id: 'g2', name: '第二督导组' }, { id: 'g3', name: '第三督导组' }],
}
const FACTS = { week: 1, today: '2005-02-28', deadline: '2005-03-01' }

describe('a week in which', () => {
  const office = Office.of(REGISTRY)
  let files: ReturnType<typeof reminderFiles>
  beforeAll(async () => {
    await office.take(1, [
      { unit: 'u2', week: 2, score: 60, name: '二中.xlsx' },
      { unit: 'u3', week: 1, score: 60, sealed: '2005-03-03T09:00:00' },
      { unit: 'u4', week: 1, score: 60 },
      { unit: 'g2', kind: 'group', week: 1 },
      { unit: 'g3', kind: 'group', week: 1 },
    ], { deadline: '2005-03-01' })
    files = reminderFiles(openOffice(office.book(), campaign, sayIn), FACTS)
  })

  it('some owe something: a file for each of their groups, none for the others', () => expect(files.map(({ name }) => name)).toEqual(['催报 第一督导组 第1周.txt', '催报 单位 第1周.txt']))

  it('says who, whom to call, why, and what to do', () => {
    expect(files[0]?.text).toBe(`【${campaign.definition.title.zh}】第1周报送提醒
第一督导组：截至2005-02-28，第1周（2005-02-21至2005-02-27）报送情况如下，请核对。

尚未收到报送的 2 个，请于 2005-03-01 前报送：
1. 一中（赵明 0831-1）
2. 第一督导组

已报但未能计入的 1 个，请改正后于 2005-03-01 前重报：
1. 二中（钱芳）：封面写的是第2周，不是第1周，没有计入。
   确是第1周的，请单位改正封面周次后重报；确是第2周的，请在汇总第2周时放入。

已计入但逾期的 1 个，请提醒其下周按时报送：
1. 三中：2005-03-03T09:00:00才定稿，晚于截止日2005-03-01。

${campaign.definition.issuer.zh}`)
  })

  it('has no score in it', () => expect(files.map(({ text }) => text).join()).not.toMatch(/60/))
})

it('a week that nobody has consolidated reminds nobody', () => expect(reminderFiles(openOffice(Office.of(REGISTRY).book(), campaign, sayIn), FACTS)).toEqual([]))
