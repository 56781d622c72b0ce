/** Four weeks of two systems, as an office workbook would hold them: enough that every paper has something to say. */
import { readFileSync } from 'node:fs'
import type { PapersOptions } from '../../../src/app/papers/papers-for'
import { fillPaper } from '../../../src/reports/papers/fill'
import { EMPTY_STATE, type Decision, type OfficeState } from '../../../src/reports/office/state'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import type { MeasureResult } from '../../../src/domain/evaluation/evaluation'
import type { Compliance } from '../../../src/domain/oversight/compliance'
import { historyOf, rankingRules } from '../../../src/domain/ranking/history'
import type { LedgerEntry, RegisteredUnit } from '../../../src/domain/ranking/ledger'
import type { TotalFact, TransferFacts } from '../../../src/reports/papers/data/source'
import { sayFrom } from '../../../src/messages/catalogue'
import { messages } from '../../../src/messages/messages'
import type { Language } from '../../../src/domain/text'
import { shipped, templatePath, type Shipped } from '../../support/shipped-campaigns'

interface Cast {
  readonly units: readonly RegisteredUnit[]
  readonly groups: readonly { id: string; name: string }[]
  /** By unit, week by week; absent: nothing came. */
  readonly scores: Readonly<Record<string, readonly (number | undefined)[]>>
  /** Of week 4's returns, by unit or group. */
  readonly shortfalls: Readonly<Record<string, readonly MeasureResult[]>>
}

const unit = (id: string, name: string, system: string, group: string, liaison = '', phone = ''): RegisteredUnit => ({ id, name, system, headcount: 34, liaison, phone, group })

const short = (measure: string, of: string, subject: string, value: number, target: number, due: string): MeasureResult => ({ measure, of, subject, value, target, gap: Math.abs(target - value), attainment: 0.5, due, status: 'shortfall' })

/** 党群 u3: last in weeks 2, 3 and 4. 农林水 u6: nothing in week 4. */
const SCORES = { u1: [91.25, 92.5, 93.75, 95.1], u2: [80, 82, 84, 85.5], u3: [85, 70.25, 71, 72.4], u4: [88, 89, 90, 91.3], u5: [75, 76, 77, 78.6], u6: [79, 78, 79, undefined], u7: [82, 81, 80, 81.2] }

export const STUDY: Cast = {
  units: [
    unit('u1', '组织工作处', '党群系统', 'g1', '周敏', '0734-4332211'), unit('u2', '宣传文明处', '党群系统', 'g1'), unit('u3', '老干部服务中心', '党群系统', 'g1', '李红', '13800000000'),
    unit('u4', '农技推广中心', '农林水系统', 'g2'), unit('u5', '水利工程处', '农林水系统', 'g2'), unit('u6', '林业服务站', '农林水系统', 'g2', '王强', '13900000000'), unit('u7', '气象服务站', '农林水系统', 'g2'),
  ],
  groups: [{ id: 'g1', name: '第一督导组' }, { id: 'g2', name: '第二督导组' }],
  scores: SCORES,
  shortfalls: {
    u3: [
      short('study-hours', 'member', '张建国', 24, 40, '2005-03-06'), short('study-notes', 'member', '张建国', 6500, 10000, '2005-03-13'), short('essays', 'member', '张建国', 0, 1, '2005-03-13'),
      short('set-texts', 'member', '李秀英', 3, 4, '2005-03-13'), short('study-notes', 'member', '陈志明', 8800, 10000, '2005-03-13'),
      short('unexcused-absence', 'member', '张建国', 2, 0, '2005-02-25'), short('badge-warnings', 'member', '李秀英', 3, 0, '2005-03-15'),
      short('members-short', 'unit', '老干部服务中心', 3, 0, '2005-03-06'), short('study-attainment', 'unit', '老干部服务中心', 0.71, 0.8, '2005-03-13'),
    ],
    u5: [short('study-notes', 'member', '刘洋', 9000, 10000, '2005-03-13'), short('study-attainment', 'unit', '水利工程处', 0.755, 0.8, '2005-03-13')],
    g1: [short('weekly-visits', 'supervised', '宣传文明处', 5, 8, '2005-03-20'), short('weekly-visits', 'supervised', '老干部服务中心', 6, 8, '2005-03-20')],
  },
}

export const SAFETY: Cast = {
  units: [
    unit('u1', 'Alderwick Foundry', 'North', 'North'), unit('u2', 'Dunsel Forge', 'North', 'North'), unit('u3', 'Hexley Plating', 'North', 'North', 'P. Hall', '0191 555 0142'),
    unit('u4', 'Marlow Bend Plastics', 'South', 'South'), unit('u5', 'Redmoor Labels', 'South', 'South'), unit('u6', 'Thornbay Bottling', 'South', 'South', 'R. Singh', '023 5555 0170'), unit('u7', 'Veldon Fibres', 'South', 'South'),
  ],
  groups: [],
  scores: SCORES,
  shortfalls: {
    u3: [
      short('training-hours', 'employee', 'Ann Carter', 5, 8, '2026-06-14'), short('modules-passed', 'employee', 'Ann Carter', 2, 4, '2026-06-14'), short('training-hours', 'employee', 'Tom Reed', 6, 8, '2026-06-14'),
      short('hazards-fixed', 'hazard', 'Guard of the conveyor missing', 0, 1, '2026-06-17'), short('drill', 'unit', 'Hexley Plating', 0, 1, '2026-06-21'), short('lost-time', 'unit', 'Hexley Plating', 1, 0, '2026-06-21'),
    ],
  },
}

export const TOTALS: readonly TotalFact[] = [{ title: '慰问困难群众', value: 20134, unit: 'household' }, { title: '送去慰问金和物资', value: 496000, unit: 'yuan' }, { title: '化解矛盾', value: 37, unit: 'case' }]

export const TRANSFERS: readonly TransferFacts[] = [
  { unit: 'u1', assessment: 93.5, passMark: 80, signedOn: '2005-03-29', signedBy: '赵组长', approvedOn: '2005-04-01', approvedBy: '王主任', conditions: [{ title: '检查评估', met: true, state: '93.5分，达到合格分80分' }, { title: '“回头看”', met: true, state: '四个方面均已回答' }, { title: '督导组签字', met: true, state: '' }, { title: '办公室批准', met: true, state: '' }] },
  { unit: 'u3', assessment: 74, passMark: 80, conditions: [{ title: '检查评估', met: false, state: '74分，低于合格分80分' }, { title: '督导组签字', met: false, state: '' }] },
]

export const COMPLIANCE: readonly Compliance[] = [{ measure: 'weekly-visits', subjects: 7, met: 5, share: 5 / 7, short: ['g1'] }, { measure: 'daily-briefs', subjects: 2, met: 2, share: 1, short: [] }, { measure: 'units-cleared', subjects: 0, met: 0, short: [] }]

export const CASTS: Readonly<Record<Shipped, Cast>> = { 'learning-mobilization': STUDY, 'safety-month': SAFETY }

/** What the office would have written down; every proposal confirmed, but those that `answer` says otherwise of. */
export function officeState(campaign: Campaign, cast: Cast, answer: (key: string) => Decision['answer'] = () => 'confirmed'): OfficeState {
  const entry = (week: number, kind: 'unit' | 'group', id: string, system: string, score: number | undefined): LedgerEntry => ({
    week, kind, unit: id, system, headcount: kind === 'unit' ? 34 : 0, rules: 'r', indicators: [], adjustments: [],
    ...(score === undefined ? { outcome: 'missing' as const, reason: 'intake/missing' } : { outcome: 'valid' as const, score }),
    shortfalls: week === 4 && score !== undefined ? (cast.shortfalls[id] ?? []) : [],
  })
  const entries = [1, 2, 3, 4].flatMap((week) => [
    ...cast.units.map(({ id, system }) => entry(week, 'unit', id, system, cast.scores[id]?.[week - 1])),
    ...cast.groups.map(({ id }) => entry(week, 'group', id, '', id === 'g2' && week === 4 ? undefined : 90)),
  ])
  const { proposals } = historyOf(entries, rankingRules(campaign), campaign.calendar.weekOf)
  const decision = (key: string): Decision | undefined => (answer(key) === undefined ? undefined : { answer: answer(key), text: '', by: '王主任', on: '2005-03-21', note: '' })
  return {
    ...EMPTY_STATE,
    registry: { units: cast.units, groups: cast.groups },
    entries,
    weeks: [1, 2, 3, 4].map((week) => ({ week, asOf: campaign.calendar.weekEnd(week), at: `${campaign.calendar.weekEnd(week)}T18:00:00`, verdicts: [] })),
    shown: 4,
    decisions: new Map(proposals.flatMap(({ key }) => {
      const made = decision(key)
      return made ? [[key, made] as const] : []
    })),
  }
}

export const sayIn = (language: Language) => sayFrom(messages, language)

/** A template as it ships. */
export const template = (campaign: Shipped) => (file: string): Uint8Array | undefined => {
  try {
    return new Uint8Array(readFileSync(templatePath(campaign, `papers/${file}`)))
  } catch {
    return undefined
  }
}

export function optionsFor(id: Shipped, more: Partial<PapersOptions> = {}): PapersOptions {
  return { date: shipped(id).calendar.weekEnd(4), template: template(id), fill: fillPaper, sayIn, ...(id === 'learning-mobilization' && { totals: TOTALS, transfers: TRANSFERS, compliance: COMPLIANCE }), ...more }
}
