/** L1 – L4, D1 – D3: lectures, meetings and the discussion. */
import { ADMIN_HEAD, CLERK, COMMITTEE, PARTY_HEAD } from './diligent-unit'
import { plus, unit, without } from './judged'

const AFTER = '2005-03-21'

describe('L1 both top leaders give a party lecture', () => {
  it('is met when both did', () => expect(unit().measure('party-lectures')).toMatchObject({ status: 'met', value: 2, target: 2 }))
  it('is short when the administrative leader did not', () => {
    expect(unit({ lectures: without({ kind: 'party-lecture', speaker: ADMIN_HEAD }) }, AFTER).measure('party-lectures')).toMatchObject({ status: 'shortfall', value: 1 })
  })
  it('a lecture by somebody else does not stand in, and says so', () => {
    const judged = unit({ 'lectures.1.speaker': CLERK }, AFTER)
    expect(judged.measure('party-lectures').status).toBe('shortfall')
    expect(judged.codes).toEqual(['lectures.party-lecture-by-head'])
  })
  it('one person in both posts owes one', () => {
    const changes = { 'members.0.post': 'both-heads', 'members.1.post': 'leader', lectures: without({ kind: 'party-lecture', speaker: ADMIN_HEAD }) }
    expect(unit(changes, AFTER).measure('party-lectures').status).toBe('met')
  })
  it('an administrative leader who is no member owes none', () => {
    const judged = unit({ 'basics.adminHeadOutside': true, 'members.1.post': 'leader', lectures: without({ kind: 'party-lecture', speaker: ADMIN_HEAD }) }, AFTER)
    expect(judged.measure('party-lectures')).toMatchObject({ status: 'met', target: 1 })
  })
  it('no leader marked on the roster is pointed out, not excused', () => {
    const judged = unit({ 'members.0.post': null, 'members.1.post': null }, AFTER)
    expect(judged.measure('party-lectures')).toMatchObject({ status: 'shortfall', value: 0, target: 2 })
    expect(judged.codes).toEqual(expect.arrayContaining(['members.one-admin-head', 'members.one-party-head']))
  })
  it('is in progress until it is due', () => expect(unit({ lectures: [] }, '2005-03-20').measure('party-lectures').status).toBe('in-progress'))
})

describe('L2 three topics, one by lecture and two by coaching', () => {
  it('is met so', () => expect(unit().measure('lecture-topics')).toMatchObject({ status: 'met', value: 3 }))
  it('is short when a topic is missing', () => expect(unit({ lectures: without({ topic: 'for-the-people' }) }, AFTER).measure('lecture-topics')).toMatchObject({ status: 'shortfall', value: 2 }))
  it('is short when all three were party lectures', () => {
    const judged = unit({ 'lectures.2': { kind: 'party-lecture', on: '2005-03-04', topic: 'three-represents', speaker: PARTY_HEAD }, 'lectures.3': { kind: 'party-lecture', on: '2005-03-07', topic: 'for-the-people', speaker: PARTY_HEAD } }, AFTER)
    expect(judged.measure('lecture-topics')).toMatchObject({ status: 'shortfall', value: 2 })
  })
  it('a lecture without a topic or speaker is pointed out', () => {
    expect(unit({ 'lectures.2.topic': null, 'lectures.2.guest': null }).codes).toEqual(['lectures.speaker-missing', 'lectures.topic-missing'])
  })
})

describe('L3 a report by exemplary members', () => {
  it('is met by one', () => expect(unit().measure('model-meetings').status).toBe('met'))
  it('is short without', () => expect(unit({ lectures: without({ kind: 'model-meeting' }) }, AFTER).measure('model-meetings')).toMatchObject({ status: 'shortfall', gap: 1 }))
  it('how many is a setting', () => expect(unit({}, AFTER, { overrides: { settings: { modelMeetings: 2 } } }).measure('model-meetings').status).toBe('shortfall'))
})

describe('L4 two situation reports by top leaders', () => {
  it('is met by two', () => expect(unit().measure('situation-reports')).toMatchObject({ status: 'met', value: 2 }))
  it('is short with one', () => expect(unit({ lectures: without({ kind: 'situation', speaker: ADMIN_HEAD }) }, AFTER).measure('situation-reports')).toMatchObject({ status: 'shortfall', value: 1 }))
  it('one given by somebody else does not count, and says so', () => {
    const judged = unit({ 'lectures.6.speaker': COMMITTEE }, AFTER)
    expect(judged.measure('situation-reports')).toMatchObject({ status: 'shortfall', value: 1 })
    expect(judged.codes).toEqual(['lectures.situation-by-head'])
  })
  it('a report still ahead does not count', () => expect(unit({ 'lectures.6.on': '2005-03-30' }, AFTER).measure('situation-reports').status).toBe('shortfall'))
})

describe('D1 a topic for each, in good time, prepared in writing', () => {
  it('is met with all three', () => expect(unit().measure('discussion-prepared', CLERK)).toMatchObject({ status: 'met', value: 3 }))
  it.each([
    ['no topic', { topic: null }, ['discussion.topic-missing']],
    ['notice on the day itself', { noticeOn: '2005-03-10' }, ['discussion.notice-late']],
    ['no notice', { noticeOn: null }, ['discussion.notice-missing']],
    ['nothing written', { written: false }, []],
  ])('is short with %s', (_, change, codes) => {
    const judged = unit(Object.fromEntries(Object.entries(change).map(([field, value]) => [`discussion.${CLERK}.${field}`, value])), AFTER)
    expect(judged.measure('discussion-prepared', CLERK)).toMatchObject({ status: 'shortfall', value: 2 })
    expect(judged.codes).toEqual(codes)
  })
})

describe('D2 everybody attends the discussion', () => {
  it('is met at 100 %', () => expect(unit().measure('discussion-attendance')).toMatchObject({ status: 'met', value: 1 }))
  it('is short when one of ten stays away', () => expect(unit({ [`discussion.${CLERK}`]: {} }, AFTER).measure('discussion-attendance')).toMatchObject({ status: 'shortfall', value: 9 / 10 }))
  it('no discussion at all is 0 %, not 100 %', () => expect(unit({ discussion: {} }, AFTER).measure('discussion-attendance')).toMatchObject({ status: 'shortfall', value: 0 }))
  it('is not asked of a unit in which nobody owes it', () => {
    const frail = (old: unknown) => (old as object[]).map((row) => ({ ...row, category: 'frail', whereabouts: '在家休养' }))
    const judged = unit({ members: frail, discussion: {} }, AFTER)
    expect(judged.applies('discussion-attendance', '示例局')).toBe(false)
  })
  it('is not asked for before the discussion begins', () => expect(unit({ discussion: {} }, '2005-03-06').measure('discussion-attendance').status).toBe('not-started'))
  it('attendance without a date does not count, and says so', () => {
    const judged = unit({ [`discussion.${CLERK}.heldOn`]: null }, AFTER)
    expect(judged.measure('discussion-attendance').value).toBeCloseTo(9 / 10)
    expect(judged.codes).toEqual(['discussion.held-date-missing'])
  })
})

describe('D3 everybody speaks', () => {
  it('is met at 100 %', () => expect(unit().measure('discussion-speaking')).toMatchObject({ status: 'met', value: 1 }))
  it('is short when one was silent', () => expect(unit({ [`discussion.${CLERK}.spoke`]: false }, AFTER).measure('discussion-speaking')).toMatchObject({ status: 'shortfall', value: 9 / 10 }))
  it('speaking without attending is a contradiction and does not count', () => {
    const judged = unit({ [`discussion.${CLERK}.attended`]: false }, AFTER)
    expect(judged.measure('discussion-speaking').value).toBeCloseTo(9 / 10)
    expect(judged.codes).toEqual(['discussion.spoke-without-attending'])
  })
})

it('events added later do not change what was true on an earlier day', () => {
  expect(unit({ lectures: plus({ kind: 'model-meeting', on: '2005-04-02', guest: '报告团' }) }, AFTER).measure('model-meetings').value).toBe(1)
})
