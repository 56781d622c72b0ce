import { loadDefinition } from '../../../src/domain/campaign/load'
import { evaluate } from '../../../src/domain/evaluation/evaluate'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import { changed, SMALL } from '../campaign/small-campaign'
import { sheets } from './sheet-return'
import { AFTER, BEFORE, THREE_MEMBERS as TABLES } from './three-members'
import { campaignOf } from '../../support/campaign-of'

function load(source: string): Campaign {
  const { campaign, mistakes } = loadDefinition(source, 'small.yaml')
  if (!campaign) throw new Error(JSON.stringify(mistakes))
  return campaign
}
const small = load(SMALL)
const edit = (...edits: readonly (readonly [string, string])[]): Campaign => load(edits.reduce((source, [from, to]) => changed(from, to, source), SMALL))

const results = (campaign: Campaign, tables: Record<string, string>, asOf = AFTER) =>
  evaluate(campaign, sheets(campaign, tables), asOf).measures.map(({ measure, subject, value, target, gap, status }) => `${measure} ${subject} ${value}/${target} gap ${gap} ${status}`)
const codes = (campaign: Campaign, tables: Record<string, string>, asOf = AFTER) => evaluate(campaign, sheets(campaign, tables), asOf).findings.map(({ code, severity, row, column }) => `${code} ${severity} ${row ?? ''}:${column ?? ''}`)

describe('measures', () => {
  it('after the due dates', () => {
    expect(results(small, TABLES)).toEqual([
      'hours Ann 24/24 gap 0 met',
      'hours Bob 12/24 gap 12 shortfall',
      'hours Cy 0/0 gap 0 met',
      'notes Ann 1000/1000 gap 0 met',
      'notes Bob 250/1000 gap 750 in-progress',
      'lectures Unit One 1/2 gap 1 shortfall',
      'nobody-short Unit One 1/0 gap 1 in-progress',
    ])
  })

  it('before them: open, not short, and what has not started does not count', () => {
    expect(results(small, TABLES, BEFORE)).toEqual([
      'hours Ann 24/24 gap 0 met',
      'hours Bob 12/24 gap 12 in-progress',
      'hours Cy 0/0 gap 0 met',
      'notes Ann 1000/1000 gap 0 met',
      'notes Bob 250/1000 gap 750 in-progress',
      'lectures Unit One 1/2 gap 1 not-started',
      'nobody-short Unit One 0/0 gap 0 met',
    ])
  })

  it('the last day of a due date is still open', () => {
    const [day, next] = ['2005-02-23', '2005-02-24'].map((asOf) => results(small, TABLES, asOf)[1])
    expect([day, next]).toEqual(['hours Bob 12/24 gap 12 in-progress', 'hours Bob 12/24 gap 12 shortfall'])
  })

  it('show their cell: the row about the member, on the sheet that the measure names', () => {
    const { measures } = evaluate(small, sheets(small, TABLES), AFTER)
    expect(measures.map(({ measure, sheet, row, column }) => `${measure} ${sheet} ${row}:${column}`)).toEqual([
      'hours Attendance 4:9', 'hours Attendance 5:9', 'hours Attendance 6:9',
      'notes Members 4:6', 'notes Members 5:6',
      'lectures Lectures 3:2', 'nobody-short Members 3:2',
    ])
  })

  it('a row that is not accepted is not measured, and not counted in lists', () => {
    const lectures = `
      | on         | topic  | speaker | notice | accepted |
      | 2005-03-01 | theory | Ann     |        | no       |
      | 2005-03-02 | theory | Ann     |        | yes      |`
    expect(results(small, { ...TABLES, lectures })).toContain('lectures Unit One 1/2 gap 1 shortfall')
    const members = `
      | name | category | notes | accepted |
      | Ann  | normal   | 1000  | no       |
      | Bob  | normal   | 250   | yes      |`
    expect(results(small, { ...TABLES, members }).map((result) => result.split(' ').slice(0, 2).join(' '))).toEqual(['hours Bob', 'notes Bob', 'lectures Unit', 'nobody-short Unit'])
  })

  it('a form that is missing reads as blank, and no cell is shown', () => {
    const { members, attendance } = TABLES
    const { measures } = evaluate(small, sheets(small, { members, attendance }), AFTER)
    expect(measures.find(({ measure }) => measure === 'lectures')).toEqual({ measure: 'lectures', of: 'unit', subject: 'Unit One', value: 0, target: 2, gap: 2, attainment: 0, due: '2005-03-06', status: 'shortfall' })
  })

  it('a member without a row on a companion has nothing there', () => {
    expect(results(small, { ...TABLES, attendance: '| of | total |' })).toContain('hours Ann 0/24 gap 24 shortfall')
  })

  it('a measure of group workbooks is not measured on a unit', () => {
    const campaign = edit(['  nobody-short:\n', '  visited:\n    title: { zh: 督导, en: Visits }\n    of: group\n    clauses: [S1]\n    value: visits.size()\n    target: 2\n    unit: item\n    at: visits.on\n  nobody-short:\n'])
    expect(results(campaign, TABLES).join()).not.toContain('visited')
    const group = evaluate(campaign, sheets(campaign, { visits: '| on |\n| 2005-02-22 |' }, { kind: 'group' }), AFTER)
    expect(group.measures.map(({ measure, value }) => [measure, value])).toEqual([['visited', 1]])
  })
})

describe('shortfalls', () => {
  it('are findings at their cell, past their due date only', () => {
    expect(codes(small, TABLES)).toEqual(['requirement/hours error 5:9', 'requirement/lectures error :'])
    expect(codes(small, TABLES, BEFORE)).toEqual([])
  })

  it('carry what a message needs', () => {
    const finding = evaluate(small, sheets(small, TABLES), AFTER).findings[0]
    expect(finding).toEqual({
      code: 'requirement/hours', key: 'requirement/at-least', kind: 'requirement', severity: 'error', clause: 'S1',
      sheet: 'Attendance', row: 5, column: 9, form: 'attendance', field: 'total', subject: 'Bob', value: '12', expected: '24',
      params: { measure: 'hours', due: '2005-02-23' },
      texts: { title: { zh: '学时', en: 'Study hours' }, value: { zh: '12学时', en: '12 h' }, target: { zh: '24学时', en: '24 h' }, gap: { zh: '12学时', en: '12 h' } },
    })
  })
})

describe('constraints', () => {
  const day = (hours: string, mark = 'theory') => ({
    ...TABLES,
    attendance: `
      | of  | days[1].hours | days[1].mark | days[2].hours | days[2].mark | total |
      | Ann | 8             | theory       | ${hours}      | ${mark}      |       |`,
  })

  it.each([
    ['of a repetition, at that repetition', day('13'), 'row/attendance.day-too-long error 4:5'],
    ['that holds', day('12'), undefined],
    ['a cell that is required then', day('8', ''), 'row/required error 4:6'],
    ['a cell that is not required otherwise', day('', ''), undefined],
    ['of a row', { ...TABLES, lectures: '| on | topic | notice |\n| 2005-03-01 | theory | 2005-03-02 |' }, 'row/lectures.notice-before error 4:4'],
    ['whose condition does not hold', { ...TABLES, lectures: '| on | topic | notice |\n| 2005-03-01 | theory | |' }, undefined],
    ['on a row that is not accepted', { ...TABLES, lectures: '| on | topic | notice | accepted |\n| 2005-03-01 | theory | 2005-03-02 | no |' }, 'row/lectures.notice-before error 4:4'],
    ['a required item of a record form', { ...TABLES, office: '| plan | funds | why |\n|  |  |  |' }, 'row/required error 6:2'],
  ])('%s', (_, tables, expected) => {
    const found = codes(small, tables, BEFORE)
    expect(found).toEqual(expected === undefined ? [] : [expected])
  })

  it('once for the sheet, at the column', () => {
    const campaign = edit(['<= lists.topics.size()', '<= 0'])
    const found = evaluate(campaign, sheets(campaign, TABLES), BEFORE).findings
    expect(found).toMatchObject([{ code: 'row/lectures.enough-topics', severity: 'warning', sheet: 'Lectures', field: 'topic', message: { en: 'Topics' } }])
    expect(found[0]?.row).toBeUndefined()
  })

  it('that reads another form is one of consistency', () => {
    const tables = { ...TABLES, attendance: '| of | days[1].hours | days[1].mark | total |\n| Cy | 9 | theory | |' }
    expect(evaluate(small, sheets(small, tables), BEFORE).findings).toMatchObject([{ code: 'row/attendance.frail-study', kind: 'consistency', severity: 'query', subject: 'Cy' }])
  })

  it('is left out where a cell that it reads has an error already', () => {
    const lectures = '| on | topic | notice | accepted |\n|  | theory | 2005-03-02 | no |'
    const finding = (field: string) => ({ code: 'cell/not-a-date', kind: 'cell', severity: 'error', form: 'lectures', row: 4, field }) as const
    const found = (field: string) => evaluate(small, sheets(small, { ...TABLES, lectures }, { findings: [finding(field)] }), BEFORE).findings.map(({ code }) => code)
    expect(found('on')).toEqual([])
    expect(found('topic')).toEqual(['row/lectures.notice-before'])
  })

  it('is left out for the same repetition only', () => {
    const finding = { code: 'cell/out-of-range', kind: 'cell', severity: 'error', form: 'attendance', row: 4, field: 'days[1].hours' } as const
    const attendance = '| of | days[1].hours | days[1].mark | days[2].hours | days[2].mark | total |\n| Ann | 13 | theory | 13 | theory | |'
    expect(evaluate(small, sheets(small, { ...TABLES, attendance }, { findings: [finding] }), BEFORE).findings.map(({ field }) => field)).toEqual(['days[2].hours'])
  })

  it('is not asked of a row of sums', () => {
    const finding = { code: 'structure/summary-row', kind: 'structure', severity: 'warning', form: 'lectures', row: 4 } as const
    const lectures = '| on | topic | notice | accepted |\n| 2005-03-01 | theory | 2005-03-02 | no |'
    expect(evaluate(small, sheets(small, { ...TABLES, lectures }, { findings: [finding] }), BEFORE).findings).toEqual([])
  })
})

describe('score', () => {
  const score = (campaign: Campaign, tables: Record<string, string> = TABLES, asOf = AFTER) => evaluate(campaign, sheets(campaign, tables), asOf).score

  it('weighs the mean of measures, each of them the mean of its subjects', () => {
    // hours: (1 + 0.5 + 1) / 3, notes: (1 + 0.25) / 2; lectures: 0.5
    const study = (2.5 / 3 + 1.25 / 2) / 2
    expect(score(small).indicators.map(({ indicator, points }) => [indicator, Number(points.toFixed(9))])).toEqual([['study', Number((60 * study).toFixed(9))], ['lectures', 20]])
    expect(score(small).total).toBe(63.75)
  })

  it('leaves the weight of what has not started to the others', () => {
    const { indicators, total } = score(small, TABLES, BEFORE)
    expect(indicators[1]).toEqual({ indicator: 'lectures', weight: 40, points: 0 })
    expect(total).toBe(72.92)
  })

  it.each([
    ['mean', 0.5 * (2.5 / 3 + 1.25 / 2)],
    ['share', 0.5 * (2 / 3 + 1 / 2)],
    ['worst', 0.25],
  ])('by %s', (by, expected) => {
    const campaign = edit(['measures: [hours, notes]', `measures: [hours, notes], by: ${by}`])
    expect(score(campaign).indicators[0]?.attainment).toBeCloseTo(expected, 12)
  })

  it('adjustments add and take points up to their cap, and never below 0', () => {
    const funded = { ...TABLES, office: '| plan | funds |\n| 2005-02-22 | 5 |' }
    expect(score(small, funded)).toMatchObject({ total: 65.75, adjustments: [{ adjustment: 'funded', value: 1, points: 2 }] })
    const penalty = edit(["kind: bonus, value: 'office.funds > 0 ? 1 : 0', points: 2, cap: 2", "kind: penalty, value: office.funds, points: 20, cap: 500"])
    expect(score(penalty, funded)).toMatchObject({ total: 0, adjustments: [{ value: 5, points: -100 }] })
    const capped = edit(["kind: bonus, value: 'office.funds > 0 ? 1 : 0', points: 2, cap: 2", "kind: penalty, value: office.funds, points: 20, cap: 30"])
    expect(score(capped, funded)).toMatchObject({ total: 33.75, adjustments: [{ value: 5, points: -30 }] })
    expect(Object.is(score(penalty, TABLES).adjustments[0]?.points, 0)).toBe(true)
  })

  it('of nothing is 0', () => {
    expect(score(small, {}, '2005-02-20').total).toBe(0)
  })
})

describe('members who are registered and not listed', () => {
  const study = (members: string, headcount: number) =>
    evaluate(small, sheets(small, { ...TABLES, members, attendance: '| of | days[1].hours | days[2].hours | days[3].hours |\n| Ann | 8 | 8 | 8 |' }, { subject: { headcount } }), AFTER)
  const ANN = '| name | category | notes |\n| Ann | normal | 1000 |'

  it.each([
    ['everybody is listed', 1, 1],
    ['more are listed than registered', 0, 1],
    ['two of three are missing: they count as having done nothing', 3, 1 / 3],
  ])('%s', (_, headcount, attainment) => {
    expect(study(ANN, headcount).score.indicators[0]?.attainment).toBeCloseTo(attainment, 12)
  })

  it('a blank roster is no way out', () => {
    expect(study('| name | category | notes |', 3).score.indicators[0]?.attainment).toBe(0)
  })

  it('are named in no result and no finding', () => {
    expect(study(ANN, 3).measures.filter(({ measure }) => measure === 'hours').map(({ subject }) => subject)).toEqual(['Ann'])
    expect(study(ANN, 3).findings.filter(({ code }) => code === 'requirement/hours')).toEqual([])
  })

  it.each([
    ['share', 1 / 3],
    ['worst', 0],
  ])('count by %s too', (by, attainment) => {
    const campaign = edit(['measures: [hours, notes]', `measures: [hours], by: ${by}`])
    const ret = sheets(campaign, { members: ANN, attendance: '| of | days[1].hours | days[2].hours | days[3].hours |\n| Ann | 8 | 8 | 8 |' }, { subject: { headcount: 3 } })
    expect(evaluate(campaign, ret, AFTER).score.indicators[0]?.attainment).toBeCloseTo(attainment, 12)
  })
})

describe('an expression without a result', () => {
  it.each([
    ['a division by zero', 'member.notes / (member.notes - member.notes)'],
    ['no row at an index', 'lectures[7].on < asOf ? 1.0 : 0.0'],
    ['a number too large', 'member.notes * 1e308 * 1e308'],
    ['a whole number too large', 'size(lectures) * 9223372036854775807 * 9'],
  ])('%s: undetermined, named, not scored', (_, value) => {
    const campaign = edit(['value: member.notes', `value: '${value}'`])
    const { measures, findings, score } = evaluate(campaign, sheets(campaign, { ...TABLES, members: '| name | category | notes |\n| Ann | normal | 7 |', lectures: '| on |\n| 2005-03-01 |\n| 2005-03-02 |' }, { subject: { headcount: 1 } }), AFTER)
    expect(measures.find(({ measure }) => measure === 'notes')).toMatchObject({ status: 'undetermined', attainment: 0 })
    expect(findings.filter(({ code }) => code === 'requirement/undetermined')).toMatchObject([{ severity: 'warning', params: { measure: 'notes' }, row: 4 }])
    expect(score.indicators[0]?.attainment).toBe(1)
  })

  it('in a constraint is a warning', () => {
    const campaign = edit(['require: lecture.notice < lecture.on', 'require: lectures[7].on < lecture.on'])
    expect(evaluate(campaign, sheets(campaign, TABLES), BEFORE).findings).toMatchObject([{ code: 'row/undetermined', severity: 'warning', row: 4, params: { constraint: 'lectures.notice-before' } }])
  })

  it('in an adjustment gives no points', () => {
    const campaign = edit(["value: 'office.funds > 0 ? 1 : 0'", "value: '1.0 / office.funds'"])
    expect(evaluate(campaign, sheets(campaign, TABLES), AFTER)).toMatchObject({ score: { total: 63.75, adjustments: [{ points: 0 }] } })
  })
})

describe('week', () => {
  it.each([['2005-01-01', 1], ['2005-02-21', 1], ['2005-02-27', 1], ['2005-02-28', 2], ['2005-03-20', 4], ['2006-01-01', 4]])('of %s is %i', (asOf, week) => {
    expect(evaluate(small, sheets(small, TABLES), asOf).week).toBe(week)
  })
})

describe('settings', () => {
  it('an override changes what hangs on it, and nothing else', () => {
    const eased = campaignOf(small.definition, { settings: { hours: 12 } })
    const changedResults = results(eased, TABLES)
    expect(changedResults).toContain('hours Bob 12/12 gap 0 met')
    expect(changedResults.filter((one) => !results(small, TABLES).includes(one)).map((one) => one.split(' ')[0])).toEqual(['hours', 'hours', 'nobody-short'])
    expect(eased.limits('office', 'funds')).toEqual({ min: 0, max: 1200 })
    expect(small.limits('office', 'funds')).toEqual({ min: 0, max: 2400 })
  })

  it('weights are scaled to 100', () => {
    const even = campaignOf(small.definition, { weights: { study: 1, lectures: 1 } })
    expect(evaluate(even, sheets(even, TABLES), AFTER).score.indicators.map(({ weight, points }) => [weight, Number(points.toFixed(3))])).toEqual([[1, 36.458], [1, 25]])
  })
})
