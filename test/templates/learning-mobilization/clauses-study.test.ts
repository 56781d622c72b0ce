/** S1 – S8 and S15: what the study itself asks of members and units. Each clause: what meets it, what does not. */
import { ADMIN_HEAD, CLERK, COMMITTEE, EARLY_RETIRED, FULL_STANDARD, LEADER, LOST, OTHER_CLERK, PARTY_HEAD, RETIRED, SHORT_ABSENCE } from './diligent-unit'
import { campaign, END, unit, without } from './judged'

const remediesOf = (measure: string) => campaign.definition.measures[measure]?.remedies
const AFTER_STUDY = '2005-03-07'
const AFTER_TASKS = '2005-03-14'

describe('a unit that did everything', () => {
  const done = unit()

  it('has no finding of any kind', () => expect(done.evaluation.findings).toEqual([]))
  it('is short of nothing', () => expect(done.evaluation.measures.filter(({ status }) => status !== 'met')).toEqual([]))
  it('scores 100', () => expect(done.score).toBe(100))
  it('has every indicator measured but the one its group assesses', () => expect(done.evaluation.score.indicators.filter(({ attainment }) => attainment === undefined).map(({ indicator }) => indicator)).toEqual(['supervision']))
})

describe('a unit that returned an empty workbook', () => {
  const empty = unit(Object.fromEntries(campaign.forms.unit.map((form) => [form, ({ record: {}, roster: [], companion: {}, events: [] } as const)[campaign.form(form).shape]])))

  it('scores next to nothing: nobody is excused by silence', () => expect(empty.score).toBeLessThan(5))
  it.each(['study-coverage', 'discussion-attendance', 'discussion-speaking', 'party-lectures', 'situation-reports', 'unit-briefs'])('%s is short at nought', (measure) => {
    expect(empty.measure(measure)).toMatchObject({ status: 'shortfall', value: 0 })
  })
})

describe('S1 everybody studies, nobody is left out', () => {
  it('is met when all take part in one way or another', () => {
    expect(unit({}, AFTER_STUDY).measure('study-coverage')).toMatchObject({ status: 'met', value: 1 })
  })

  it('is short when one member neither studied nor was reached', () => {
    const { measure } = unit({ [`attendance.${CLERK}`]: {}, [`study.${CLERK}`]: {} }, AFTER_STUDY)
    expect(measure('study-coverage')).toMatchObject({ status: 'shortfall', value: 13 / 14 })
  })

  it('is short when the roster leaves out members whom the office registered', () => {
    const judged = unit({}, AFTER_STUDY, { facts: { headcount: 16 } })
    expect(judged.measure('study-coverage')).toMatchObject({ status: 'shortfall', value: 14 / 16 })
    expect(judged.codes).toEqual(['members.headcount'])
  })

  it('does not count a member who cannot be found against the unit', () => {
    expect(unit({ contacts: without({ member: LOST }) }, AFTER_STUDY).measure('study-coverage').status).toBe('met')
  })

  it('gives a member who joined late time to catch up, and then asks for it', () => {
    const late = { [`members.4.joinedOn`]: '2005-03-05', [`attendance.${CLERK}`]: {}, [`study.${CLERK}`]: {} }
    const soon = unit(late, '2005-03-10')
    expect(soon.measure('study-coverage').status).toBe('met')
    expect(soon.applies('study-hours', CLERK)).toBe(false)
    expect(soon.codes).toEqual([])
    expect(unit(late, '2005-03-20').measure('study-hours', CLERK)).toMatchObject({ status: 'shortfall', gap: 40 })
  })

  it('asks about an unusual share of excused members', () => {
    const frail = Object.fromEntries([4, 5].map((index) => [`members.${index}`, { name: [CLERK, OTHER_CLERK][index - 4], category: 'frail', whereabouts: '住院' }]))
    expect(unit(frail).codes).toContain('members.many-excused')
  })
})

describe('S2 forty hours over five days', () => {
  it('is met at 40 hours', () => expect(unit({}, AFTER_STUDY).measure('study-hours', CLERK)).toMatchObject({ status: 'met', value: 40, target: 40, gap: 0 }))

  it('is short at 39 once the due date has passed', () => {
    const change = { [`attendance.${CLERK}.days.4.alone`]: 1 }
    expect(unit(change, '2005-03-06').measure('study-hours', CLERK)).toMatchObject({ status: 'in-progress', gap: 1 })
    expect(unit(change, AFTER_STUDY).measure('study-hours', CLERK)).toMatchObject({ status: 'shortfall', gap: 1 })
    expect(remediesOf('study-hours')).toEqual(['remedial-study'])
  })

  it('takes five days, not forty hours in four', () => {
    const four = Object.fromEntries([0, 1, 2, 3].map((day) => [`attendance.${CLERK}.days.${day}`, { together: 8, alone: 2, mark: 'present', moved: 'evening' }]))
    const judged = unit({ ...four, [`attendance.${CLERK}.days.4`]: { mark: 'sick' } }, AFTER_STUDY)
    expect(judged.measure('study-hours', CLERK).status).toBe('met')
    expect(judged.measure('study-days', CLERK)).toMatchObject({ status: 'shortfall', value: 4 })
  })

  it('counts hours made up as days made up', () => {
    const madeUp = unit({ [`attendance.${CLERK}.days.4`]: { mark: 'sick' }, [`attendance.${CLERK}.makeUpHours`]: 8, [`attendance.${CLERK}.makeUpOn`]: '2005-03-01' }, AFTER_STUDY)
    expect(madeUp.measure('study-hours', CLERK).status).toBe('met')
    expect(madeUp.measure('study-days', CLERK)).toMatchObject({ status: 'met', value: 5 })
    expect(madeUp.codes).toEqual([])
  })

  it('warns of more hours than a day holds, and of hours for a day to come', () => {
    expect(unit({ [`attendance.${CLERK}.days.0.together`]: 40 }).codes).toContain('attendance.day-too-long')
    expect(unit({ attendance: { [CLERK]: { days: [{}, {}, { together: 8 }] } } }, '2005-02-22').codes).toContain('attendance.hours-ahead')
  })
})

describe('S3 together rather than alone', () => {
  it('is met when more hours are studied together', () => expect(unit().measure('mostly-together', CLERK).status).toBe('met'))

  it('is short at half and half', () => {
    const days = Array.from({ length: 5 }, () => ({ together: 4, alone: 4, mark: 'present' }))
    const judged = unit({ [`attendance.${CLERK}.days`]: days })
    expect(judged.measure('mostly-together', CLERK)).toMatchObject({ status: 'shortfall', value: 0, attainment: 0 })
    expect(judged.codes).toEqual(['attendance.mostly-alone'])
  })
})

describe('S4 the set texts', () => {
  it('is met at four', () => expect(unit().measure('set-texts', CLERK)).toMatchObject({ status: 'met', value: 4, target: 4 }))
  it('is short at three', () => {
    expect(unit({ [`study.${CLERK}.texts.3`]: {} }, AFTER_TASKS).measure('set-texts', CLERK)).toMatchObject({ status: 'shortfall', gap: 1 })
    expect(remediesOf('set-texts')).toEqual(['remedial-study'])
  })
})

describe('S5 ten thousand characters of notes', () => {
  it('is met at 10,000', () => expect(unit().measure('study-notes', CLERK)).toMatchObject({ status: 'met', value: 10_000 }))
  it('is short at 9,999', () => {
    expect(unit({ [`study.${CLERK}.notes`]: 9999 }, AFTER_TASKS).measure('study-notes', CLERK)).toMatchObject({ status: 'shortfall', gap: 1, attainment: 0.9999 })
    expect(remediesOf('study-notes')).toEqual(['remedial-study'])
  })
  it('warns when notes were entered in thousands', () => expect(unit({ [`study.${CLERK}.notes`]: 10 }).codes).toEqual(['study.notes-in-thousands']))
})

describe('S6 an essay of three thousand characters', () => {
  it('is met at 3,000', () => expect(unit().measure('essays', CLERK)).toMatchObject({ status: 'met', value: 1 }))
  it('an essay of 2,999 is no essay, and says so', () => {
    const judged = unit({ [`study.${CLERK}.essay`]: 2999 }, AFTER_TASKS)
    expect(judged.measure('essays', CLERK)).toMatchObject({ status: 'shortfall', value: 0 })
    expect(judged.codes).toEqual(['study.essay-short'])
    expect(remediesOf('essays')).toEqual(['remedial-study'])
  })
})

describe('S7 discipline', () => {
  const absent = { [`attendance.${CLERK}.days.2`]: { mark: 'absent' } }

  it('nobody is criticised who was present', () => expect(unit({}, AFTER_STUDY).short('unexcused-absence')).toEqual([]))

  it('an unexcused absence is criticised and made up', () => {
    const judged = unit(absent, AFTER_STUDY)
    expect(judged.measure('unexcused-absence', CLERK)).toMatchObject({ status: 'shortfall', value: 1, target: 0 })
    expect(judged.measure('make-up-study', CLERK)).toMatchObject({ status: 'shortfall', target: 8, gap: 8 })
    expect(remediesOf('unexcused-absence')).toEqual(['member-circular'])
    expect(remediesOf('make-up-study')).toEqual(['remedial-study'])
  })

  it('making it up settles the study, not the criticism', () => {
    const judged = unit({ ...absent, [`attendance.${CLERK}.makeUpHours`]: 8, [`attendance.${CLERK}.makeUpOn`]: '2005-03-02' }, AFTER_STUDY)
    expect(judged.measure('make-up-study', CLERK).status).toBe('met')
    expect(judged.measure('study-hours', CLERK).status).toBe('met')
    expect(judged.measure('unexcused-absence', CLERK).status).toBe('shortfall')
  })

  it.each(['official', 'sick', 'personal'])('%s leave is no unexcused absence', (mark) => {
    expect(unit({ [`attendance.${CLERK}.days.2`]: { mark } }, AFTER_STUDY).measure('unexcused-absence', CLERK).status).toBe('met')
  })

  it.each([
    ['late', 100 - (0.1 / 14) * 100],
    ['early', 100 - (0.1 / 14) * 100],
    ['personal', 100 - (0.05 / 14) * 100],
  ])('%s costs discipline points, per 100 members', (mark, score) => {
    expect(unit({ [`attendance.${CLERK}.days.2.mark`]: mark, ...(mark === 'personal' && { [`attendance.${CLERK}.days.2.moved`]: 'evening' }) }).score).toBeCloseTo(score, 2)
  })

  it.each(['official', 'sick'])('%s leave whose hours were moved costs nothing', (mark) => {
    expect(unit({ [`attendance.${CLERK}.days.2.mark`]: mark, [`attendance.${CLERK}.days.2.moved`]: 'evening' }).score).toBe(100)
  })

  it('takes no more than the cap', () => {
    const lateEveryDay = Object.fromEntries(FULL_STANDARD.flatMap((name) => [0, 1, 2, 3, 4].map((day) => [`attendance.${name}.days.${day}.mark`, 'absent'])))
    expect(unit(lateEveryDay).evaluation.score.adjustments.find(({ adjustment }) => adjustment === 'discipline')?.points).toBe(-5)
  })

  it('warns when mark and hours contradict each other; asks when a day is blank', () => {
    expect(unit({ [`attendance.${CLERK}.days.2.mark`]: 'absent' }).codes).toEqual(['attendance.absent-with-hours'])
    expect(unit({ [`attendance.${CLERK}.days.2`]: {} }).codes).toEqual(['attendance.day-unrecorded'])
    expect(unit({ [`attendance.${CLERK}.days.2`]: {} }, '2005-02-23').codes).not.toContain('attendance.day-unrecorded')
  })
})

describe('S8 moved sessions', () => {
  it.each(['segments', 'after-hours', 'evening', 'weekend'])('%s: counts in full', (moved) => {
    const judged = unit({ [`attendance.${CLERK}.days.2.moved`]: moved }, AFTER_STUDY)
    expect(judged.measure('study-hours', CLERK)).toMatchObject({ status: 'met', value: 40 })
    expect(judged.codes).toEqual([])
  })

  it('a moved session that was never held does not', () => {
    const judged = unit({ [`attendance.${CLERK}.days.2`]: { moved: 'evening', mark: 'official' } }, AFTER_STUDY)
    expect(judged.measure('study-hours', CLERK)).toMatchObject({ status: 'shortfall', value: 32 })
    expect(judged.codes).toEqual(['attendance.moved-without-hours'])
  })

  it('asks how a long day came about', () => {
    expect(unit({ [`attendance.${CLERK}.days.2.together`]: 8 }).codes).toEqual(['attendance.long-day-unexplained'])
  })
})

describe('S15 units that take it lightly', () => {
  it('owe nothing when all members are up to standard', () => {
    const { measure } = unit()
    expect([measure('members-short').status, measure('study-attainment').status]).toEqual(['met', 'met'])
  })

  it('are not judged before the due dates', () => {
    const before = unit({ attendance: {}, study: {} }, '2005-03-06')
    expect([before.measure('members-short').status, before.measure('study-attainment').status]).toEqual(['not-started', 'not-started'])
  })

  it('are ordered to make up when one member is short, but not criticised for it', () => {
    const judged = unit({ [`attendance.${CLERK}.days.4`]: { mark: 'sick' } })
    expect(judged.measure('members-short')).toMatchObject({ status: 'shortfall', value: 1 })
    expect(judged.measure('study-attainment').status).toBe('met')
    expect(remediesOf('members-short')).toEqual(['remedial-order'])
  })

  it('are criticised as well when attainment is low', () => {
    const idle = Object.fromEntries([PARTY_HEAD, ADMIN_HEAD, COMMITTEE, LEADER, EARLY_RETIRED, RETIRED, SHORT_ABSENCE].flatMap((name) => [[`attendance.${name}`, {}], [`study.${name}`, {}]]))
    expect(unit(idle, END).measure('study-attainment').status).toBe('shortfall')
    expect(remediesOf('study-attainment')).toEqual(['unit-circular', 'remedial-order'])
  })
})
