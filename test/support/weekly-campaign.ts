/**
 * A small campaign in which a return's score is what was typed into one cell, with everything that an office deals with over
 * the weeks: last places, a streak, something owed by members, an assessment by the group, spot checks, stage transfer, letters.
 *
 * Scores: of the first three weeks the work alone (60), with the group's assessment (20) where there is one; in week 4
 * members' hours (20) count as well.
 */
import type { Campaign } from '../../src/domain/campaign/campaign'
import { loadDefinition } from '../../src/domain/campaign/load'

const SOURCE = `
muster: 1
id: weekly
version: '1'
language: zh
title: { zh: 四周活动, en: Four weeks }
issuer: { zh: 活动办, en: Office }
terms:
  unit: { zh: 单位, en: unit }
  system: { zh: 系统, en: system }
  member: { zh: 成员, en: member }
  group: { zh: 督导组, en: group }
  office: { zh: 活动办, en: office }
  leadership: { zh: 领导小组, en: leading group }
clauses:
  W1: { quote: 做好每周工作, says: { zh: 工作, en: Work } }
  H1: { quote: 学满学时, says: { zh: 学时, en: Hours } }
  G1: { quote: 督导组评估, says: { zh: 评估, en: Assessment } }
  R1: { quote: 末位说明情况, says: { zh: 末位, en: Last } }
  T1: { quote: 评估抽查批准后转段, says: { zh: 转段, en: Transfer } }
calendar: { start: '2005-02-21', weeks: 5 }
units:
  hour: { zh: 小时, en: hours }
  point: { zh: 分, en: points }
  item: { zh: 项, en: items }
settings:
  hours: { title: { zh: 学时, en: Hours }, value: 10, unit: hour, clause: H1, min: 1, max: 40 }
forms:
  tally:
    in: unit
    shape: record
    record: tally
    title: { zh: 工作情况, en: Tally }
    fill: { zh: 每周填写。, en: Weekly. }
    fields:
      work: { type: number, title: { zh: 工作得分, en: Work }, min: 0, max: 100, unit: point, required: true }
  members:
    in: unit
    shape: roster
    record: member
    title: { zh: 名册, en: Members }
    fill: { zh: 每人一行。, en: One row each. }
    fields:
      name: { type: text, title: { zh: 姓名, en: Name }, required: true }
      hours: { type: number, title: { zh: 学时, en: Hours }, min: 0, max: 40, unit: hour }
  supervisedUnits:
    in: group
    shape: roster
    record: supervised
    title: { zh: 督导单位, en: Units supervised }
    fill: { zh: 已填好。, en: Filled in. }
    fields:
      name: { type: text, title: { zh: 单位, en: Unit }, required: true, unique: true, given: true }
      id: { type: code, title: { zh: 单位编号, en: Unit id }, given: true }
  assessment:
    in: group
    shape: companion
    of: supervisedUnits
    record: assessment
    title: { zh: 评估, en: Assessment }
    fill: { zh: 逐个评估。, en: One by one. }
    fields:
      score: { type: number, title: { zh: 评估得分, en: Score }, min: 0, max: 100, unit: point }
measures:
  work: { title: { zh: 工作, en: Work }, of: unit, clauses: [W1], value: tally.work, target: 100, unit: point, at: tally.work }
  hours: { title: { zh: 学时, en: Hours }, of: member, clauses: [H1], value: member.hours, target: settings.hours, unit: hour, start: weekEnd(4), due: weekEnd(3), remedies: [remedial], at: members.hours }
  assessment: { title: { zh: 评估, en: Assessment }, of: supervised, clauses: [G1], applies: given(supervised.assessment.score), value: supervised.assessment.score, target: 100, unit: point, at: assessment.score }
  assessed: { title: { zh: 评估合格, en: Assessed }, of: supervised, clauses: [G1], value: 'supervised.assessment.score >= 60.0 ? 1 : 0', target: 1, unit: item, at: assessment.score }
indicators:
  work: { title: { zh: 工作, en: Work }, weight: 60, measures: [work] }
  hours: { title: { zh: 学时, en: Hours }, weight: 20, measures: [hours] }
  assessment: { title: { zh: 评估, en: Assessment }, weight: 20, measures: [assessment], feeds: unit }
ranking:
  within: { zh: 系统, en: System }
  digits: 2
  comparable: 2
consequences:
  remedial: { title: { zh: 补课, en: Remedial study }, clauses: [H1], of: member, trigger: { on: shortfall }, asks: { zh: 补足学时。, en: Make up. } }
  report-back: { title: { zh: 说明情况, en: Report back }, clauses: [R1], of: unit, trigger: { on: last, weeks: 1 }, asks: { zh: 说明原因。, en: Explain. } }
  key-management: { title: { zh: 重点管理, en: Key management }, clauses: [R1], of: unit, trigger: { on: last, weeks: 3 }, asks: { zh: 列为重点管理单位。, en: Key management. } }
papers:
  remedial-notice: { kind: consequence, consequence: remedial, title: { zh: 补课通知, en: Remedial study }, file: remedial-notice.docx, to: unit }
  report-back: { kind: consequence, consequence: report-back, title: { zh: 说明情况通知, en: Report back }, file: report-back.docx, to: unit }
  key-management: { kind: consequence, consequence: key-management, title: { zh: 重点管理通知, en: Key management }, file: key-management.docx, to: unit }
  stage-transfer: { kind: transfer, title: { zh: 转段批复, en: Transfer }, file: stage-transfer.docx, to: unit }
spotChecks: { fewest: 1, most: 2 }
transfer:
  clauses: [T1]
  requirements:
    assessed: { title: { zh: 评估合格, en: Assessed }, measure: assessed }
    spot-check: { title: { zh: 抽查合格, en: Spot check }, spotCheck: true }
    approved: { title: { zh: 批准, en: Approved }, approval: true }
`

export const weekly: Campaign = loadWeekly()

function loadWeekly(): Campaign {
  const { campaign, mistakes } = loadDefinition(SOURCE, 'weekly.yaml')
  if (!campaign) throw new Error(JSON.stringify(mistakes, null, 1))
  return campaign
}
