/** A campaign small enough to be read at a glance, in which every kind of thing occurs once. */
export const SMALL = `muster: 1
id: small
version: '1'
language: en
title: { zh: 小活动, en: Small campaign }
issuer: { zh: 办公室, en: Office }
rollUp: { of: below }
terms:
  unit: { zh: 单位, en: unit }
  system: { zh: 系统, en: system }
  member: { zh: 党员, en: member }
  group: { zh: 督导组, en: group }
  office: { zh: 办公室, en: office }
  leadership: { zh: 领导小组, en: leadership }
clauses:
  S1: { quote: 学满四十学时, says: { zh: 学时, en: Hours } }
  S2: { quote: 写好笔记, says: { zh: 笔记, en: Notes } }
  L1: { quote: 讲党课, says: { zh: 党课, en: Lectures } }
  R1: { quote: 每周排名, says: { zh: 排名, en: Ranking } }
calendar:
  start: '2005-02-21'
  weeks: 4
  periods:
    study: { title: { zh: 学习, en: Study }, start: '2005-02-21', end: '2005-02-23' }
units:
  hour: { zh: 学时, en: h }
  item: { zh: 项, en: items }
  percent: { zh: '%', en: '%' }
settings:
  hours: { title: { zh: 学时, en: Hours }, value: 24, unit: hour, clause: S1, min: 0, max: 100 }
  lectures: { title: { zh: 党课, en: Lectures }, value: 2, clause: L1 }
  lastDay: { title: { zh: 截止, en: Last day }, value: '2005-03-06' }
  strict: { title: { zh: 严格, en: Strict }, value: true }
lists:
  categories: { title: { zh: 类别, en: Category }, items: { normal: { zh: 在职, en: In post }, frail: { zh: 体弱, en: Frail } } }
  topics: { title: { zh: 题目, en: Topic }, items: { theory: { zh: 理论, en: Theory }, practice: { zh: 实践, en: Practice } } }
profiles:
  of: members.category
  default: normal
  values:
    normal: { hours: settings.hours, flexible: false }
    frail: { hours: 0, flexible: true }
forms:
  office:
    in: unit
    shape: record
    record: office
    title: { zh: 概况, en: Office }
    fill: { zh: 填写, en: Fill in }
    fields:
      plan: { type: date, title: { zh: 方案日期, en: Plan on }, min: calendar.start, max: settings.lastDay }
      funds: { type: number, title: { zh: 经费, en: Funds }, min: 0, max: settings.hours * 100, figure: total.funds }
      why: { type: text, title: { zh: 原因, en: Why no plan }, requiredWhen: '!given(office.plan)' }
  members:
    in: unit
    shape: roster
    record: member
    title: { zh: 党员, en: Members }
    fill: { zh: 填写, en: Fill in }
    fields:
      name: { type: text, title: { zh: 姓名, en: Name }, required: true }
      category: { type: choice, list: categories, title: { zh: 类别, en: Category } }
      phone: { type: code, title: { zh: 电话, en: Phone }, pattern: '^[0-9]{11}$' }
      leader: { type: yesNo, title: { zh: 领导, en: Leader } }
      notes: { type: integer, title: { zh: 笔记, en: Notes }, min: 0, clause: S2 }
  attendance:
    in: unit
    shape: companion
    of: members
    record: attendance
    title: { zh: 考勤, en: Attendance }
    fill: { zh: 填写, en: Fill in }
    fields:
      days:
        type: repeat
        over: calendar.study
        record: day
        title: { zh: '{date}', en: '{date}' }
        fields:
          hours: { type: number, title: { zh: 学时, en: Hours }, min: 0, max: 24 }
          mark: { type: choice, list: topics, title: { zh: 题目, en: Topic }, requiredWhen: day.hours > 0 }
      total: { type: total, of: [days.hours], title: { zh: 合计, en: Total }, unit: hour }
    constraints:
      day-too-long:
        at: days.hours
        each: days
        require: day.hours <= 12
        clause: S1
        message: { zh: 过长, en: Too long }
        fix: { zh: 更正, en: Correct }
      frail-study:
        at: total
        when: member.category == 'frail'
        require: attendance.total <= 8
        severity: query
        message: { zh: 核对, en: Check }
        fix: { zh: 更正, en: Correct }
  lectures:
    in: unit
    shape: events
    record: lecture
    title: { zh: 党课, en: Lectures }
    fill: { zh: 填写, en: Fill in }
    fields:
      on: { type: date, title: { zh: 日期, en: Date }, required: true }
      topic: { type: choice, list: topics, title: { zh: 题目, en: Topic } }
      speaker: { type: reference, to: members, title: { zh: 主讲人, en: Speaker } }
      notice: { type: date, title: { zh: 通知日期, en: Notice on } }
    unique: [[on, topic]]
    constraints:
      notice-before:
        at: notice
        when: given(lecture.notice)
        require: lecture.notice < lecture.on
        message: { zh: 通知过晚, en: Notice too late }
        fix: { zh: 更正, en: Correct }
      enough-topics:
        at: topic
        each: sheet
        require: lectures.map(l, l.topic).distinct().size() <= lists.topics.size()
        severity: warning
        message: { zh: 题目, en: Topics }
        fix: { zh: 更正, en: Correct }
  visits:
    in: group
    shape: events
    record: visit
    title: { zh: 督导, en: Visits }
    fill: { zh: 填写, en: Fill in }
    fields:
      on: { type: date, title: { zh: 日期, en: Date } }
measures:
  hours:
    title: { zh: 学时, en: Study hours }
    of: member
    clauses: [S1]
    value: member.attendance.total
    target: profile.hours
    unit: hour
    due: calendar.study.end
    remedies: [make-up]
    at: attendance.total
  notes:
    title: { zh: 笔记, en: Notes }
    of: member
    clauses: [S2]
    applies: member.category != 'frail'
    value: member.notes
    target: 1000
    unit: item
    at: members.notes
  lectures:
    title: { zh: 党课, en: Lectures }
    of: unit
    clauses: [L1]
    value: lectures.size()
    target: settings.lectures
    unit: item
    start: date("2005-02-28")
    due: settings.lastDay
    remedies: [report]
    at: lectures.on
  nobody-short:
    title: { zh: 无人欠学时, en: Nobody short of hours }
    of: unit
    clauses: [S1]
    value: short("hours")
    target: 0
    compare: at-most
    zeroAt: 2
    unit: item
    at: members.name
indicators:
  study: { title: { zh: 学习, en: Study }, weight: 60, measures: [hours, notes] }
  lectures: { title: { zh: 党课, en: Lectures }, weight: 40, measures: [lectures] }
adjustments:
  funded: { title: { zh: 经费, en: Funded }, kind: bonus, value: 'office.funds > 0 ? 1 : 0', points: 2, cap: 2, at: office.funds }
ranking:
  clauses: [R1]
  within: { zh: 系统, en: System }
  digits: 2
  comparable: 2
consequences:
  make-up: { title: { zh: 补课, en: Make-up study }, clauses: [S1], of: member, trigger: { on: shortfall }, asks: { zh: 补课, en: Make up } }
  report: { title: { zh: 说明, en: Report }, clauses: [L1], of: unit, trigger: { on: shortfall }, asks: { zh: 说明, en: Report } }
  key: { title: { zh: 重点, en: Key unit }, clauses: [R1], of: unit, trigger: { on: last, weeks: 3 }, asks: { zh: 整改, en: Put right } }
papers:
  make-up: { kind: consequence, consequence: make-up, title: { zh: 补课通知, en: Make-up notice }, file: make-up.docx, to: unit, copies: [leadership], days: settings.lectures }
  bulletin: { kind: bulletin, title: { zh: 通报, en: Bulletin }, file: bulletin.docx, to: everybody }
spotChecks: { fewest: 1, most: 2 }
transfer:
  requirements:
    notes: { title: { zh: 笔记, en: Notes }, measure: notes }
    checked: { title: { zh: 抽查, en: Spot check }, spotCheck: true }
    approved: { title: { zh: 批准, en: Approved }, approval: true }
bulletin: { days: 15, totals: { funds: { title: { zh: 经费, en: Funds }, value: office.funds, unit: item } } }
`

/** The small campaign with one text replaced by another; throws when the text is not there exactly once. */
export function changed(from: string, to: string, source: string = SMALL): string {
  const parts = source.split(from)
  if (parts.length !== 2) throw new Error(`${parts.length - 1} times in the small campaign: ${from}`)
  return parts.join(to)
}
