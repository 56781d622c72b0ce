/** Q1, V1 – V5, B1 – B2, O1 – O3, P1 – P3: what a unit does besides studying. */
import { CLERK, COMMITTEE, LEADER, OTHER_CLERK } from './diligent-unit'
import { plus, unit, without } from './judged'

describe('Q1 problems are put right by their deadline', () => {
  it('is met once put right', () => expect(unit().measure('problems-rectified').status).toBe('met'))

  it('is in progress until the deadline, short after it', () => {
    const open = { 'rectification.0.rectifiedOn': null }
    expect(unit(open, '2005-03-12').measure('problems-rectified').status).toBe('in-progress')
    expect(unit(open, '2005-03-13').measure('problems-rectified')).toMatchObject({ status: 'shortfall', due: '2005-03-12' })
  })

  it('a problem without a deadline is due after the days that the office set', () => {
    const open = { 'rectification.0.rectifiedOn': null, 'rectification.0.deadline': null }
    const judged = unit(open, '2005-03-18')
    expect(judged.measure('problems-rectified')).toMatchObject({ status: 'shortfall', due: '2005-03-17' })
    expect(judged.codes).toEqual(['rectification.deadline-missing'])
  })

  it('what cannot be put right yet is not asked for, if the reason is given', () => {
    expect(unit({ rectification: without({ deferred: undefined }) }).evaluation.measures.filter(({ measure }) => measure === 'problems-rectified')).toEqual([])
    expect(unit({ 'rectification.1.note': null }).codes).toEqual(['rectification.deferred-unexplained'])
  })

  it('nothing recorded costs nothing but is asked about when transfer is near', () => {
    expect(unit({ rectification: [] }, '2005-03-27').codes).toEqual([])
    const judged = unit({ rectification: [] })
    expect(judged.codes).toEqual(['rectification.none-recorded'])
    expect(judged.score).toBe(100)
  })

  it.each([
    ['put right before it was found', { rectifiedOn: '2005-03-01' }, ['rectification.rectified-before-found']],
    ['a deadline before it was found', { deadline: '2005-03-01' }, ['rectification.deadline-before-found']],
    ['impossible and done', { deferred: true }, ['rectification.deferred-yet-done']],
  ])('points out what was %s', (_, change, codes) => {
    expect(unit(Object.fromEntries(Object.entries(change).map(([field, value]) => [`rectification.0.${field}`, value]))).codes).toEqual(codes)
  })
})

describe('V1 postings by batch, in turn', () => {
  it('is met with somebody in each batch', () => expect(unit().measure('rural-postings')).toMatchObject({ status: 'met', value: 2 }))
  it('asks for the second batch alone until the third begins', () => expect(unit({}, '2005-03-11').measure('rural-postings')).toMatchObject({ status: 'met', target: 1 }))
  it('is short when nobody went', () => expect(unit({ rural: [] }, '2005-03-11').measure('rural-postings')).toMatchObject({ status: 'shortfall', value: 0 }))
  it.each([
    ['second', '2005-02-19'],
    ['second', '2005-03-11'],
    ['third', '2005-03-11'],
    ['third', '2005-04-01'],
  ])('a posting in the %s batch on %s lies outside it and does not count', (batch, from) => {
    const judged = unit({ rural: [{ member: CLERK, batch, from }] })
    expect(judged.codes).toEqual(['rural.outside-batch'])
    expect(judged.measure('rural-postings').value).toBe(0)
  })
  it.each([
    ['second', '2005-02-20'],
    ['second', '2005-03-10'],
    ['third', '2005-03-12'],
    ['third', '2005-03-31'],
  ])('one in the %s batch on %s lies within it', (batch, from) => expect(unit({ rural: [{ member: CLERK, batch, from }] }).measure('rural-postings').value).toBe(1))
  it('the same member twice is asked about', () => expect(unit({ 'rural.1.member': COMMITTEE, 'rural.1.toGroupOn': '2005-03-30' }).codes).toEqual(['rural.not-rotated']))
})

describe('V2 a book, a household, a report', () => {
  it('is met with all three', () => expect(unit().short('rural-tasks')).toEqual([]))
  it.each([
    ['the book', { bookRead: false }],
    ['the household', { pairs: 0, cards: 0 }],
    ['the report', { reportOn: null }],
  ])('is short without %s', (_, change) => {
    const changes = Object.fromEntries(Object.entries(change).map(([field, value]) => [`rural.1.${field}`, value]))
    expect(unit(changes).evaluation.measures.filter(({ measure, status }) => measure === 'rural-tasks' && status === 'shortfall')).toMatchObject([{ value: 2, target: 3, due: '2005-03-31' }])
    expect(unit(changes, '2005-03-31').short('rural-tasks')).toEqual([])
  })
  it('is asked of posted members alone', () => expect(unit({ rural: [] }).evaluation.measures.filter(({ measure }) => measure === 'rural-tasks')).toEqual([]))
})

describe('V3 a pairing card for every household', () => {
  it('is met with as many cards as households', () => expect(unit().short('pairing-cards')).toEqual([]))
  it('is short with fewer, and says so', () => {
    const judged = unit({ 'rural.1.cards': 1 })
    expect(judged.short('pairing-cards')).toHaveLength(1)
    expect(judged.codes).toEqual(['rural.cards-and-pairs'])
  })
})

describe('V4 committee members\' reports go to the group', () => {
  it('is met when it was passed on', () => expect(unit().measure('reports-passed-on').status).toBe('met'))
  it('is short when it was not, after the days the office set', () => {
    const judged = unit({ 'rural.0.toGroupOn': null }, '2005-03-18')
    expect(judged.measure('reports-passed-on')).toMatchObject({ status: 'shortfall', due: '2005-03-17' })
    expect(judged.codes).toEqual(['rural.committee-report'])
  })
  it('is not asked of other members', () => {
    expect(unit({ 'rural.0.member': LEADER }).evaluation.measures.filter(({ measure }) => measure === 'reports-passed-on')).toEqual([])
  })
})

describe('V5 outcomes for the bulletin', () => {
  it('is met when all five are filled in; 0 is an answer', () => expect(unit().short('outcomes-recorded')).toEqual([]))
  it('is short, and asked for, when one is blank after the return', () => {
    const judged = unit({ 'rural.1.disputes': null })
    expect(judged.evaluation.measures.filter(({ measure, status }) => measure === 'outcomes-recorded' && status === 'shortfall')).toMatchObject([{ value: 4, target: 5 }])
    expect(judged.codes).toEqual(['rural.outcomes-blank'])
  })
  it('earns no points: good deeds are not ranked by their number', () => expect(unit({ 'rural.1.disputes': null }).score).toBe(100))
})

describe('B1 badges', () => {
  const violation = (on: string, action: string, more: object = {}) => ({ on, member: OTHER_CLERK, action, ...more })
  const found = (...actions: string[]) => ({ badges: plus(...actions.map((action, index) => violation(`2005-03-0${index + 1}`, action, action === 'warned' ? { circularOn: '2005-03-08' } : {}))) })

  it.each([
    [['pointed-out']],
    [['pointed-out', 'criticised']],
    [['pointed-out', 'criticised', 'warned']],
    [['pointed-out', 'criticised', 'warned', 'warned']],
  ])('the actions %s match the count', (actions) => {
    const judged = unit(found(...actions))
    expect(judged.codes).toEqual([])
    expect(judged.short('badge-actions')).toEqual([])
  })

  it.each([
    [['criticised']],
    [['pointed-out', 'pointed-out']],
    [['pointed-out', 'criticised', 'criticised']],
  ])('the actions %s do not', (actions) => {
    const judged = unit(found(...actions))
    expect(judged.codes).toEqual(['badges.action-and-count'])
    expect(judged.short('badge-actions')).toHaveLength(1)
  })

  it('counts by date, not by row', () => {
    expect(unit({ badges: plus(violation('2005-03-08', 'criticised'), violation('2005-03-01', 'pointed-out')) }).codes).toEqual([])
  })

  it('counts each member by himself', () => expect(unit({ badges: plus(violation('2005-03-10', 'pointed-out')) }).codes).toEqual([]))

  it('a warning is circulated in the unit', () => {
    const judged = unit({ badges: plus(violation('2005-03-01', 'pointed-out'), violation('2005-03-02', 'criticised'), violation('2005-03-03', 'warned')) })
    expect(judged.codes).toEqual(['badges.warning-not-circulated'])
    expect(judged.short('badge-actions')).toHaveLength(1)
  })

  it('the third time, a circular in the unit is due, until there has been one', () => {
    const times = (count: number, more: object = {}) => unit({ badges: plus(...['pointed-out', 'criticised', 'warned', 'warned'].slice(0, count).map((action, index) => violation(`2005-03-0${index + 1}`, action, index >= 2 ? more : {}))) })
    expect(times(1).short('badge-warnings')).toEqual([])
    expect(times(2).short('badge-warnings')).toEqual([])
    expect(times(3).evaluation.measures.filter(({ measure, status }) => measure === 'badge-warnings' && status === 'shortfall')).toMatchObject([{ value: 3, target: 0, due: '2005-03-03' }])
    expect(times(4).evaluation.measures.filter(({ measure }) => measure === 'badge-warnings')).toMatchObject([{ value: 4, due: '2005-03-03' }])
    expect(times(3, { circularOn: '2005-03-08' }).short('badge-warnings')).toEqual([])
    expect(times(4, { circularOn: '2005-03-08' }).short('badge-warnings')).toEqual([])
  })

  it('an action without a member and a member without an action are pointed out', () => {
    expect(unit({ badges: plus({ on: '2005-03-01', action: 'pointed-out' }, { on: '2005-03-01', member: OTHER_CLERK }) }).codes).toEqual(['badges.action-missing', 'badges.action-without-member'])
  })

  it('an inspection is due every week after the closed study; a week missed is not made up by another', () => {
    expect(unit().measure('badge-inspections')).toMatchObject({ status: 'met', value: 5, target: 5 })
    const missed = unit({ badges: (old: unknown) => [...(old as { on: string }[]).filter(({ on }) => on !== '2005-03-16'), { on: '2005-03-24' }] })
    expect(missed.measure('badge-inspections')).toMatchObject({ status: 'shortfall', value: 4 })
    expect(unit({ badges: [] }, '2005-03-05').measure('badge-inspections').status).toBe('not-started')
  })
})

describe('B2 model posts', () => {
  it('is met by a nomination with its assessment', () => expect([unit().measure('model-posts').status, unit().measure('model-posts-assessed').status]).toEqual(['met', 'met']))
  it('is not asked for before the end of the stage', () => expect(unit({ modelPosts: [] }, '2005-03-27').measure('model-posts').status).toBe('not-started'))
  it('is short without a nomination after the stage', () => expect(unit({ modelPosts: [] }, '2005-04-04').measure('model-posts').status).toBe('shortfall'))
  it('an award needs an assessment that passes', () => {
    expect(unit({ 'modelPosts.0.score': 79 }).codes).toEqual(['modelPosts.awarded-below-pass'])
    expect(unit({ 'modelPosts.0.score': null }, '2005-04-04').measure('model-posts-assessed').status).toBe('shortfall')
  })
})

describe('O1 a leading group and a working office', () => {
  it('is met with both dates', () => expect(unit({}, '2005-02-28').measure('bodies-set-up')).toMatchObject({ status: 'met', value: 2 }))
  it('is short with one', () => expect(unit({ 'basics.workOfficeOn': null }, '2005-02-28').measure('bodies-set-up')).toMatchObject({ status: 'shortfall', value: 1 }))
  it('a date still ahead does not count, and says so', () => {
    const judged = unit({ 'basics.leadingGroupOn': '2005-03-20' }, '2005-02-28')
    expect(judged.measure('bodies-set-up').value).toBe(1)
    expect(judged.codes).toEqual(['basics.bodies-future'])
  })
})

describe('O2 a plan', () => {
  it('is met when issued', () => expect(unit({}, '2005-02-28').measure('plan-issued').status).toBe('met'))
  it('is short when not', () => expect(unit({ 'basics.planOn': null }, '2005-02-28').measure('plan-issued').status).toBe('shortfall'))
})

describe('O3 funds', () => {
  it('are recorded, not required: none costs nothing', () => {
    const judged = unit({ 'basics.funds': null })
    expect([judged.score, judged.codes]).toEqual([100, []])
  })
  it('an unusual amount is asked about', () => expect(unit({ 'basics.funds': 5_000_000 }).codes).toEqual(['basics.funds-unusual']))
})

describe('P1 slogans or banners, and a board', () => {
  it('is met with one of each', () => expect(unit({}, '2005-02-28').measure('publicity')).toMatchObject({ status: 'met', value: 2 }))
  it('a slogan does as well as a banner', () => expect(unit({ 'publicity.0.kind': 'slogan' }).measure('publicity').status).toBe('met'))
  it('two banners do not replace a board', () => expect(unit({ 'publicity.1.kind': 'banner' }, '2005-02-28').measure('publicity')).toMatchObject({ status: 'shortfall', value: 1 }))
})

describe('P2 a brief a week', () => {
  it('is met with one in each week', () => expect(unit().measure('unit-briefs')).toMatchObject({ status: 'met', value: 6, target: 6 }))
  it('asks for no brief of a week that is not over', () => expect(unit({}, '2005-03-12').measure('unit-briefs')).toMatchObject({ target: 2, status: 'met' }))
  it('a week without is not made up by another with two', () => {
    expect(unit({ 'publicity.4.on': '2005-03-16' }).measure('unit-briefs')).toMatchObject({ status: 'shortfall', value: 5, gap: 1 })
  })
  it('how many is a setting', () => expect(unit({}, '2005-04-03', { overrides: { settings: { briefsPerWeek: 2 } } }).measure('unit-briefs')).toMatchObject({ status: 'shortfall', target: 12 }))
})

describe('P3 special activities', () => {
  const activity = (index: number) => ({ kind: 'activity', on: `2005-03-0${index}`, title: `“党员先锋窗口”评比第${index}轮` })
  it('earn a bonus', () => expect(unit({ 'study.丁一凡.notes': 0, publicity: plus(activity(1)) }).score).toBeCloseTo(unit({ 'study.丁一凡.notes': 0 }).score + 1, 2))
  it('none costs nothing', () => expect(unit().score).toBe(100))
  it('no more than the cap', () => {
    const { adjustments } = unit({ publicity: plus(...[1, 2, 3, 4, 5].map(activity)) }).evaluation.score
    expect(adjustments.find(({ adjustment }) => adjustment === 'special-activities')).toMatchObject({ value: 5, points: 3 })
  })
  it('a bare word is asked about', () => expect(unit({ publicity: plus({ kind: 'activity', on: '2005-03-01', title: '活动' }) }).codes).toEqual(['publicity.activity-thin']))
})
