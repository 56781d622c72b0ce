/**
 * A unit of fourteen that did everything asked of it: at least one member of every kind the
 * directive tells apart. A clause's test changes one thing and looks what comes of it.
 */
import type { IsoDate, SubjectFacts } from '../../../src/domain/returns/return'
import type { Cells, Draft } from './draft-return'
import { until } from './until'

/** What each name stands for; the names are invented. */
export const PARTY_HEAD = '安党书'
export const ADMIN_HEAD = '白行长'
export const COMMITTEE = '常委成'
export const LEADER = '戴领班'
export const CLERK = '丁一凡'
export const OTHER_CLERK = '方二平'
export const THIRD_CLERK = '石三元'
export const EARLY_RETIRED = '高离岗'
export const RETIRED = '何退休'
export const FRAIL = '江体弱'
export const SHORT_ABSENCE = '康短出'
export const AWAY = '林远行'
export const LONG_AWAY = '孟长外'
export const LOST = '宁失联'

/** Those who owe the full standard. */
export const FULL_STANDARD = [PARTY_HEAD, ADMIN_HEAD, COMMITTEE, LEADER, CLERK, OTHER_CLERK, THIRD_CLERK, EARLY_RETIRED, RETIRED, SHORT_ABSENCE]
/** Those who cannot come: tasks without hours. */
export const CANNOT_RETURN = [AWAY, LONG_AWAY]

export const UNIT: SubjectFacts = { id: 'u01', name: '示例局', system: '综合系统', headcount: 14, group: 'g01' }

const WEEKS = ['2005-02-22', '2005-03-01', '2005-03-08', '2005-03-15', '2005-03-22', '2005-03-29']

const day = (): Cells => ({ together: 6, alone: 2, mark: 'present' })
const week = (): Cells => ({ days: [day(), day(), day(), day(), day()] })
const tasks = (): Cells => ({ texts: [{ done: true }, { done: true }, { done: true }, { done: true }], notes: 10000, essay: 3000 })
const spoke = (): Cells => ({ topic: 'purpose', noticeOn: '2005-03-07', heldOn: '2005-03-10', written: true, attended: true, spoke: true })
const each = (names: readonly string[], cells: () => Cells): { [name: string]: Cells } => Object.fromEntries(names.map((name) => [name, cells()]))

/** A fresh copy each time, as it stood at the end of a day. */
export function diligentUnit(asOf: IsoDate): Draft {
  return until(asOf, {
    basics: { leadingGroupOn: '2005-01-10', workOfficeOn: '2005-01-12', planOn: '2005-01-20', funds: 5000 },
    members: [
      { name: PARTY_HEAD, category: 'in-post', post: 'party-head' },
      { name: ADMIN_HEAD, category: 'in-post', post: 'admin-head' },
      { name: COMMITTEE, category: 'in-post', post: 'committee' },
      { name: LEADER, category: 'in-post', post: 'leader' },
      { name: CLERK, category: 'in-post' },
      { name: OTHER_CLERK, category: 'in-post' },
      { name: THIRD_CLERK, category: 'in-post' },
      { name: EARLY_RETIRED, category: 'early-retired' },
      { name: RETIRED, category: 'retired' },
      { name: FRAIL, category: 'frail', whereabouts: '长期卧床，在家休养' },
      { name: SHORT_ABSENCE, category: 'floating-short', whereabouts: '外出采购，两周后回' },
      { name: AWAY, category: 'floating-away', whereabouts: '在外地学习三个月' },
      { name: LONG_AWAY, category: 'floating-long', whereabouts: '随子女在外地居住' },
      { name: LOST, category: 'lost-contact', whereabouts: '外出务工，电话停机' },
    ],
    attendance: each(FULL_STANDARD, week),
    study: Object.fromEntries(
      [...FULL_STANDARD, ...CANNOT_RETURN].map((name) => [name, [PARTY_HEAD, ADMIN_HEAD, COMMITTEE, LEADER].includes(name) ? { ...tasks(), ownWork: true } : tasks()]),
    ),
    contacts: [
      { member: FRAIL, on: '2005-02-24', way: 'delivered', result: '送读本一册，讲解要点' },
      { member: AWAY, on: '2005-02-25', way: 'mailed', result: '寄读本和笔记本' },
      { member: LONG_AWAY, on: '2005-02-25', way: 'mailed', result: '寄读本和笔记本' },
      { member: LOST, on: '2005-02-23', way: 'visit', reached: false, result: '家中无人，托邻居转告' },
    ],
    lectures: [
      { kind: 'party-lecture', on: '2005-03-01', topic: 'advanced-nature', speaker: PARTY_HEAD, audience: 10 },
      { kind: 'party-lecture', on: '2005-03-03', topic: 'advanced-nature', speaker: ADMIN_HEAD, audience: 10 },
      { kind: 'coaching', on: '2005-03-04', topic: 'three-represents', guest: '党校讲师', audience: 9 },
      { kind: 'coaching', on: '2005-03-07', topic: 'for-the-people', speaker: COMMITTEE, audience: 9 },
      { kind: 'model-meeting', on: '2005-03-08', guest: '先进典型报告团', audience: 11 },
      { kind: 'situation', on: '2005-03-09', speaker: PARTY_HEAD, audience: 10 },
      { kind: 'situation', on: '2005-03-11', speaker: ADMIN_HEAD, audience: 10 },
    ],
    discussion: each(FULL_STANDARD, spoke),
    rectification: [
      { foundOn: '2005-03-02', what: '办事窗口午休无人值守', deadline: '2005-03-12', rectifiedOn: '2005-03-09', note: '安排轮班' },
      { foundOn: '2005-03-05', what: '办公楼老化需要大修', deferred: true, note: '经费列入下年度预算' },
    ],
    rural: [
      { member: COMMITTEE, batch: 'second', from: '2005-02-28', to: '2005-03-08', bookRead: true, pairs: 1, cards: 1, reportOn: '2005-03-09', toGroupOn: '2005-03-10', households: 12, money: 2400, projects: 1, area: 30, disputes: 2 },
      { member: OTHER_CLERK, batch: 'third', from: '2005-03-14', to: '2005-03-28', bookRead: true, pairs: 2, cards: 2, reportOn: '2005-03-29', households: 8, money: 1600, projects: 0, area: 0, disputes: 1 },
    ],
    badges: [
      { on: '2005-03-02' },
      { on: '2005-03-09', member: CLERK, action: 'pointed-out' },
      { on: '2005-03-16' },
      { on: '2005-03-23' },
      { on: '2005-03-30' },
    ],
    modelPosts: [{ post: '办事大厅1号窗口', member: CLERK, nominatedOn: '2005-03-29', score: 92, awarded: true }],
    publicity: [
      { kind: 'banner', on: '2005-02-22', title: '扎实开展学习动员' },
      { kind: 'board', on: '2005-02-23', title: '一楼大厅宣传栏' },
      ...WEEKS.map((on, index) => ({ kind: 'brief', on, title: `活动信息第${index + 1}期` })),
    ],
    lookBack: {
      heldOn: '2005-03-28',
      significance: '召开支部会逐人谈认识，参学人数比动员时明显增加。',
      theory: '组织两次测验，平均分从七十一分提高到八十九分。',
      standards: '窗口、后勤、外勤三类岗位各提炼出五条具体要求。',
      improvement: '登记问题两项，整改一项，另一项列入下年度预算。',
      signedOn: '2005-03-30',
      approvedOn: '2005-03-31',
      transferredOn: '2005-04-01',
    },
  })
}
