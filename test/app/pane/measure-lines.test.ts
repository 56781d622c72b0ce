import { checkWorkbook } from '../../../src/app/check'
import { filterCounts, findingList, findingsAt } from '../../../src/app/pane/return/finding-list'
import { atWeekEnd, isDueBy, measureLines, subjectLines } from '../../../src/app/pane/return/measure-lines'
import { scoreLines } from '../../../src/app/pane/return/score-lines'
import { sheetFrom } from '../../support/sheet'
import { study, studyBook, TALKS } from '../../support/study-campaign'
import { shipped } from '../demo/made-up'

const check = (today: string, book = studyBook()) => checkWorkbook(book, { campaign: study, today })

describe('how far a return is from the standard', () => {
  it.each([
    ['before it is due', '2005-02-22', 'in-progress'],
    ['afterwards', '2005-02-23', 'shortfall'],
  ])('%s: who is short, and by how much in all', (_, today, status) => {
    expect(measureLines(check(today).evaluation, study)).toMatchObject([{ id: 'hours', status, whole: false, subjects: 2, short: [{ subject: '李建国', gap: 8 }], gap: 8, attainment: 0.75, due: '2005-02-22' }])
  })

  it('names everybody it is about, also those who lack nothing', () => {
    expect(subjectLines(check('2005-03-04').evaluation, study).map(({ subject, results, short }) => [subject, results.length, short.length])).toEqual([
      ['王芳', 1, 0],
      ['李建国', 1, 1],
    ])
  })

  it('leaves out a measure that applies to nobody', () => {
    const { evaluation } = check('2005-03-04')
    expect(measureLines({ ...evaluation, measures: [] }, study)).toEqual([])
  })

  it.each([
    ['shortfall', '2005-02-20', true],
    ['in-progress', '2005-02-27', true],
    ['in-progress', '2005-02-28', false],
    ['met', '2005-02-20', false],
    ['not-started', '2005-02-20', false],
  ] as const)('%s with due date %s is due by the 27th: %s', (status, due, isDue) => {
    const [result] = check('2005-03-04').evaluation.measures
    expect(isDueBy({ ...result!, status, due }, '2005-02-27')).toBe(isDue)
  })

  it.each([
    ['the end of its week, while that lies ahead', '2005-03-01', '2005-03-06'],
    ['the day it was judged by, once the week is over', '2005-04-01', '2005-03-06'],
  ])('looks ahead to %s', (_, today, day) => expect(atWeekEnd(check(today), study).asOf).toBe(day))
})

describe('a score in parts', () => {
  it('adds up to what the parts give, each of the most it could give now', () => {
    expect(scoreLines(check('2005-03-04').evaluation.score, study)).toMatchObject({ total: 75, indicators: [{ id: 'hours', points: 75, most: 100 }], adjustments: [] })
  })

  it('says nothing of the most where nothing counts yet, and keeps bonuses that gave nothing to itself', () => {
    const score = { total: 0, indicators: [{ indicator: 'hours', weight: 100, points: 0 }], adjustments: [{ adjustment: 'x', value: 0, points: 0 }] }
    const { indicators, adjustments } = scoreLines(score, study)
    expect([indicators[0]?.most, adjustments]).toEqual([undefined, []])
  })
})

describe('findings as they are listed', () => {
  const { findings } = check('2005-03-04', studyBook({ talks: sheetFrom('党课', TALKS.replace('2005-03-01', '待定').replace('2005-03-02', '待定').replace('90%', '9000%')) }))

  it('go by sheet and kind, the same thing on many rows once', () => {
    expect(findingList(findings, 'all').map(({ sheet, count, kinds }) => [sheet, count, ...kinds.map(({ kind, groups }) => [kind, ...groups.map(({ findings: places }) => places.length)])])).toEqual([
      ['学习考勤', 1, ['requirement', 1]],
      ['党课', 3, ['cell', 2, 1]],
    ])
  })

  it.each(['all', 'error', 'warning', 'query'] as const)('filtered by %s are as many as it counts', (filter) => {
    expect(findingList(findings, filter).reduce((sum, { count }) => sum + count, 0)).toBe(filterCounts(findings)[filter])
  })

  it('of a row name the cell where the person is first', () => {
    expect(findingsAt(findings, { sheet: '党课', row: 5, column: 4 }).map(({ column }) => column)).toEqual([4, 2])
    expect(findingsAt(findings, { sheet: '党课', row: 3, column: 1 })).toEqual([])
  })
})

describe('what the supervision group assesses', () => {
  const { campaign } = shipped('learning-mobilization')
  it('is said to be added by the office, in a unit’s own score', () => {
    const indicators = campaign.indicators.map(({ id, weight, definition }) => ({ indicator: id, weight, points: 0, ...(!definition.feeds && { attainment: 0 }) }))
    const lines = scoreLines({ total: 0, indicators, adjustments: [] }, campaign).indicators
    expect(lines.filter(({ fed }) => fed)).toEqual([{ id: 'supervision', title: { zh: '督导评估', en: expect.any(String) as string }, points: 0, fed: true }])
    expect(lines.reduce((sum, { most = 0 }) => sum + most, 0)).toBeCloseTo(100)
  })

  it('is not asked of the group', () => {
    const result = (measure: string) => ({ measure, of: 'supervised', subject: '一中', value: 88, target: 100, gap: 12, attainment: 0.88, due: '2005-04-03', status: 'in-progress' as const })
    const evaluation = { asOf: '2005-04-03', week: 6, measures: [result('assessment-score'), result('assessment-passed')], score: { total: 0, indicators: [], adjustments: [] }, findings: [] }
    expect(measureLines(evaluation, campaign).map(({ id }) => id)).toEqual(['assessment-passed'])
    expect(subjectLines(evaluation, campaign).map(({ results }) => results.map(({ measure }) => measure))).toEqual([['assessment-passed']])
  })
})
