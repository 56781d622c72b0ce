/** A small campaign with a form of every shape and a field of every type, for tests of reading and checking. */
import { loadDefinition } from '../../src/domain/campaign/load'
import type { Campaign } from '../../src/domain/campaign/campaign'
import { IDENTITY_KEYS, IDENTITY_SHEET } from '../../src/domain/returns/identity'
import type { Sheet, Workbook } from '../../src/workbook/model'
import { bookFrom, sheetFrom } from './sheet'

const SOURCE = `
muster: 1
id: study
version: '1'
language: zh
title: { zh: 学习活动, en: Study }
issuer: { zh: 办公室, en: Office }
terms:
  unit: { zh: 单位, en: unit }
  system: { zh: 系统, en: system }
  member: { zh: 党员, en: member }
  group: { zh: 督导组, en: group }
  office: { zh: 办公室, en: office }
  leadership: { zh: 领导小组, en: leading group }
clauses:
  S1: { quote: 四十个小时, says: { zh: 学满学时, en: Study the hours } }
calendar:
  start: '2005-02-21'
  weeks: 4
  periods:
    days: { title: { zh: 集中学习, en: Study days }, start: '2005-02-21', end: '2005-02-22' }
units:
  hour: { zh: 小时, en: hours }
  character: { zh: 字, en: characters }
  day: { zh: 天, en: days }
settings:
  dayHours: { title: { zh: 每日学时上限, en: Hours a day at most }, value: 10, unit: hour }
lists:
  kinds:
    title: { zh: 类别, en: Categories }
    items:
      serving: { zh: 在职党员, en: Serving }
      retired: { zh: 离退休党员, en: Retired }
forms:
  facts:
    in: unit
    shape: record
    record: fact
    title: { zh: 基本情况, en: Profile }
    fill: { zh: 填写一次。, en: Once. }
    fields:
      leader: { type: text, title: { zh: 负责人, en: Leader }, required: true }
      phone: { type: code, title: { zh: 电话, en: Phone }, pattern: '^[0-9]{6,12}$' }
      setUp: { type: date, title: { zh: 成立日期, en: Set up on } }
      funds: { type: number, title: { zh: 经费（元）, en: Funds }, min: 0 }
  members:
    in: unit
    shape: roster
    record: member
    title: { zh: 党员名册, en: Members }
    fill: { zh: 每人一行。, en: One row each. }
    fields:
      name: { type: text, title: { zh: 姓名, en: Name }, required: true, maxLength: 10 }
      card: { type: code, title: { zh: 证号, en: Card }, unique: true }
      kind: { type: choice, list: kinds, title: { zh: 类别, en: Category } }
      leader: { type: yesNo, title: { zh: 领导干部, en: Leader } }
  attendance:
    in: unit
    shape: companion
    of: members
    record: attendance
    title: { zh: 学习考勤, en: Attendance }
    fill: { zh: 每日填写。, en: Daily. }
    fields:
      days:
        type: repeat
        over: calendar.days
        record: day
        title: { zh: '{date} {weekday}', en: '{date} {weekday}' }
        fields:
          hours: { type: number, title: { zh: 学时, en: Hours }, min: 0, max: settings.dayHours, unit: hour, sum: true }
          late: { type: yesNo, title: { zh: 迟到, en: Late } }
      madeUp: { type: number, title: { zh: 补课学时, en: Made up }, unit: hour }
      total: { type: total, of: [days.hours, madeUp], title: { zh: 合计, en: Total }, unit: hour }
  talks:
    in: unit
    shape: events
    record: talk
    title: { zh: 党课, en: Talks }
    fill: { zh: 一课一行。, en: One row each. }
    rows: 3
    unique: [[on, speaker]]
    fields:
      on: { type: date, title: { zh: 日期, en: Date }, required: true, min: calendar.start }
      speaker: { type: reference, to: members, title: { zh: 主讲人, en: Speaker }, required: true }
      share: { type: percent, title: { zh: 到课率, en: Attendance }, min: 0, max: 1 }
      people: { type: integer, title: { zh: 人数, en: People } }
      remark: { type: text, title: { zh: 备注, en: Remark }, long: true }
measures:
  hours:
    title: { zh: 学时, en: Hours }
    of: member
    clauses: [S1]
    value: member.attendance.total
    target: 16
    unit: hour
    due: calendar.days.end
    at: attendance.total
indicators:
  hours: { title: { zh: 学时, en: Hours }, weight: 100, measures: [hours] }
ranking:
  within: { zh: 系统, en: System }
  digits: 2
  comparable: 2
consequences: {}
`

export const study: Campaign = loadStudy()

function loadStudy(): Campaign {
  const { campaign, mistakes } = loadDefinition(SOURCE, 'study.yaml')
  if (!campaign) throw new Error(JSON.stringify(mistakes, null, 1))
  return campaign
}

export const FACTS = `
  | 基本情况     |            |      |          |          |
  | 填写一次。   |            |      |          |          |
  | 项目         | 填写       | 填写要求 | 校验结果 | 校验标记 |
  | 负责人       | 王芳       |      |          |          |
  | 电话         | '0831888   |      |          |          |
  | 成立日期     | 2005-02-20 |      |          |          |
  | 经费（元）   | 5000       |      |          |          |
`
export const MEMBERS = `
  | 党员名册   |          |        |            |          |          |          |          |
  | 每人一行。 |          |        |            |          |          |          |          |
  | 序号       | 姓名     | 证号   | 类别       | 领导干部 | 校验结果 | 校验标记 | 选项名称 |
  | 1          | 王芳     | '001   | 在职党员   | 是       |          |          | =王芳    |
  | 2          | 李建国   | '002   | 离退休党员 | 否       |          |          | =李建国  |
  | 3          |          |        |            |          |          |          | =        |
`
export const ATTENDANCE = `
  | 学习考勤   |         |             |      |             |      |          |      |          |          |
  | 每日填写。 |         |             |      |             |      |          |      |          |          |
  | 合计       |         | =16         |      | =8          |      |          | =24  |          |          |
  |            |         | 2月21日 周一 | ~    | 2月22日 周二 | ~    |          |      |          |          |
  | 序号       | 姓名    | 学时        | 迟到 | 学时        | 迟到 | 补课学时 | 合计 | 校验结果 | 校验标记 |
  | 1          | =王芳   | 8           | 否   | 8           | 否   |          | =16  |          |          |
  | 2          | =李建国 | 8           |      |             |      |          | =8   |          |          |
  | 3          | =       |             |      |             |      |          | =    |          |          |
`
export const TALKS = `
  | 党课       |            |        |        |      |        |          |          |
  | 一课一行。 |            |        |        |      |        |          |          |
  | 序号       | 日期       | 主讲人 | 到课率 | 人数 | 备注   | 校验结果 | 校验标记 |
  | 1          | 2005-03-01 | 王芳   | 100%   | 34   |        |          |          |
  | 2          | 2005-03-02 | 李建国 | 90%    | 30   | 补一课 |          |          |
  | 3          |            |        |        |      |        |          |          |
`

const NAMES = {
  muster_facts: "'基本情况'!$A$3:$E$7",
  muster_members: "'党员名册'!$A$3:$H$6",
  muster_attendance: "'学习考勤'!$A$5:$J$8",
  muster_talks: "'党课'!$A$3:$H$6",
  muster_week: "'封面'!$B$2",
  muster_result_as_of: "'封面'!$B$4",
  muster_result_errors: "'封面'!$B$5",
  muster_result_text: "'封面'!$B$6",
}

const COVER = sheetFrom('封面', `
  | 学习活动 |   |
  | 报送周次 | 2 |
`)

export const IDENTITY = sheetFrom(
  IDENTITY_SHEET,
  `
  | ${IDENTITY_KEYS.format}      | '1      |
  | ${IDENTITY_KEYS.campaign}    | study   |
  | ${IDENTITY_KEYS.version}     | '1      |
  | ${IDENTITY_KEYS.kind}        | unit    |
  | ${IDENTITY_KEYS.language}    | zh      |
  | ${IDENTITY_KEYS.subject}     | u01     |
  | ${IDENTITY_KEYS.name}        | 城南小学 |
  | ${IDENTITY_KEYS.system}      | 教育系统 |
  | ${IDENTITY_KEYS.headcount}   | '2      |
  | ${IDENTITY_KEYS.group}       | g1      |
  | ${IDENTITY_KEYS.sealContent} |         |
  | ${IDENTITY_KEYS.sealRules}   |         |
`,
  { visibility: 'veryHidden' },
)

export interface StudySheets {
  readonly facts?: Sheet | null
  readonly members?: Sheet | null
  readonly attendance?: Sheet | null
  readonly talks?: Sheet | null
  readonly more?: readonly Sheet[]
  /** Defined names; a name that is `undefined` is taken away. */
  readonly names?: Readonly<Record<string, string | undefined>>
}

/** A return in order, with some of its sheets replaced, or taken away (`null`). */
export function studyBook({ facts, members, attendance, talks, more = [], names = {} }: StudySheets = {}): Workbook {
  const or = (sheet: Sheet | null | undefined, name: string, table: string) => (sheet === null ? [] : [sheet ?? sheetFrom(name, table)])
  const sheets = [COVER, ...or(facts, '基本情况', FACTS), ...or(members, '党员名册', MEMBERS), ...or(attendance, '学习考勤', ATTENDANCE), ...or(talks, '党课', TALKS), ...more, IDENTITY]
  const defined = Object.entries({ ...NAMES, ...names }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return bookFrom(sheets, Object.fromEntries(defined))
}
