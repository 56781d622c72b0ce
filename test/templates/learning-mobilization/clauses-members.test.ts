/** S9 – S14: what is asked of whom. A wrong guess here hurts a person. */
import { ADMIN_HEAD, AWAY, CLERK, EARLY_RETIRED, FRAIL, LEADER, LONG_AWAY, LOST, PARTY_HEAD, RETIRED, SHORT_ABSENCE } from './diligent-unit'
import { unit, without } from './judged'

const AFTER_TASKS = '2005-03-14'
const DUTIES = ['study-hours', 'study-days', 'set-texts', 'study-notes', 'essays', 'discussion-prepared', 'frail-delivery', 'away-delivery', 'contact-attempts']

/** What a member owes, as measures that apply; nothing recorded about them. */
const owes = (name: string) => {
  const judged = unit({ [`attendance.${name}`]: {}, [`study.${name}`]: {}, [`discussion.${name}`]: {} }, AFTER_TASKS)
  return DUTIES.filter((measure) => judged.applies(measure, name))
}
const FULL = ['study-hours', 'study-days', 'set-texts', 'study-notes', 'essays', 'discussion-prepared']

describe('a blank category', () => {
  it('excuses from nothing, and is pointed out', () => {
    const judged = unit({ 'members.4.category': null, [`attendance.${CLERK}`]: {} }, AFTER_TASKS)
    expect(judged.measure('study-hours', CLERK)).toMatchObject({ status: 'shortfall', target: 40 })
    expect(judged.codes).toContain('members.category-blank')
  })
})

describe('S9 early-retired and retired members who can attend', () => {
  it.each([EARLY_RETIRED, RETIRED])('%s owes the full standard', (name) => expect(owes(name)).toEqual(FULL))
  it('is met by those who did it', () => expect(unit().measure('study-hours', RETIRED)).toMatchObject({ status: 'met', target: 40 }))
  it('is short for those who did not', () => expect(unit({ [`attendance.${RETIRED}`]: {} }).measure('study-hours', RETIRED).status).toBe('shortfall'))
  it('nobody is retired and in a leading post at once', () => expect(unit({ 'members.8.post': 'leader', [`study.${RETIRED}.ownWork`]: true }).codes).toEqual(['members.post-and-category']))
})

describe('S10 frail members', () => {
  it('owe no hours, notes or essay; the unit owes them a delivery', () => expect(owes(FRAIL)).toEqual(['frail-delivery']))
  it('is met when texts were brought to the home', () => expect(unit().measure('frail-delivery', FRAIL).status).toBe('met'))
  it('is met as well when they came themselves', () => {
    expect(unit({ contacts: without({ member: FRAIL }), [`attendance.${FRAIL}`]: { days: [{ together: 2 }] } }).measure('frail-delivery', FRAIL).status).toBe('met')
  })
  it('is short when nobody went', () => expect(unit({ contacts: without({ member: FRAIL }) }, AFTER_TASKS).measure('frail-delivery', FRAIL).status).toBe('shortfall'))
  it('what they are asked is a setting', () => {
    expect(unit({}, AFTER_TASKS, { overrides: { settings: { frailHours: 10 } } }).measure('study-hours', FRAIL)).toMatchObject({ status: 'shortfall', target: 10 })
  })
  it('does not pull down discussion or coverage', () => {
    const judged = unit()
    expect([judged.measure('discussion-attendance').value, judged.measure('study-coverage').value]).toEqual([1, 1])
  })
})

describe('S11 members away for a short time', () => {
  it('owe the full standard', () => expect(owes(SHORT_ABSENCE)).toEqual(FULL))
  it('is met by those who came back', () => expect(unit().codes).toEqual([]))
  it('is short, and asked about, for those who did not', () => {
    const judged = unit({ [`attendance.${SHORT_ABSENCE}`]: {} })
    expect(judged.measure('study-hours', SHORT_ABSENCE).status).toBe('shortfall')
    expect(judged.codes).toEqual(['attendance.day-unrecorded', 'attendance.must-return'])
  })
})

describe('S12 members away who cannot return', () => {
  it.each([AWAY, LONG_AWAY])('%s owes the tasks, not the hours; the unit mails materials or makes it up', (name) => {
    expect(owes(name)).toEqual(['set-texts', 'study-notes', 'essays', 'away-delivery'])
  })
  it('is met when materials were mailed and the tasks completed', () => {
    const judged = unit()
    expect([judged.measure('away-delivery', AWAY).status, judged.measure('study-notes', AWAY).status]).toEqual(['met', 'met'])
  })
  it('is short when nothing was mailed', () => expect(unit({ contacts: without({ member: AWAY }) }, AFTER_TASKS).short('away-delivery')).toEqual([AWAY]))
  it('make-up study does as well', () => {
    expect(unit({ contacts: without({ member: AWAY }), [`attendance.${AWAY}`]: { makeUpHours: 8, makeUpOn: '2005-03-05' } }, AFTER_TASKS).short('away-delivery')).toEqual([])
  })
  it('asks for the reason', () => expect(unit({ 'members.11.whereabouts': null }).codes).toEqual(['members.reason-missing']))
})

describe('S13 members with whom contact was lost', () => {
  it('owe nothing; the unit owes an attempt to reach them', () => expect(owes(LOST)).toEqual(['contact-attempts']))
  it.each(['visit', 'letter', 'phone'])('is met by a %s, whether or not they were reached', (way) => {
    expect(unit({ 'contacts.3.way': way }).measure('contact-attempts', LOST).status).toBe('met')
  })
  it('is short without one', () => expect(unit({ contacts: without({ member: LOST }) }, '2005-03-07').measure('contact-attempts', LOST)).toMatchObject({ status: 'shortfall', gap: 1 }))
  it('an attempt that lies ahead does not count', () => expect(unit({ 'contacts.3.on': '2005-03-20' }, '2005-03-07').measure('contact-attempts', LOST).status).toBe('shortfall'))
  it('once reached, the roster is asked to say so', () => expect(unit({ 'contacts.3.reached': true }).codes).toEqual(['contacts.category-outdated']))
})

describe('S14 leaders', () => {
  it('is met by an essay of their own and a word in the discussion', () => expect(unit().measure('leaders-example', LEADER)).toMatchObject({ status: 'met', value: 2 }))
  it('is short without speaking', () => expect(unit({ [`discussion.${PARTY_HEAD}.spoke`]: false }).measure('leaders-example', PARTY_HEAD)).toMatchObject({ status: 'shortfall', value: 1 }))
  it('is short when somebody else wrote it; not saying is asked about', () => {
    expect(unit({ [`study.${ADMIN_HEAD}.ownWork`]: false }).measure('leaders-example', ADMIN_HEAD).status).toBe('shortfall')
    expect(unit({ [`study.${ADMIN_HEAD}.ownWork`]: null }).codes).toEqual(['study.own-work-blank'])
  })
  it('asks it of leaders alone', () => expect(unit().applies('leaders-example', CLERK)).toBe(false))
})
