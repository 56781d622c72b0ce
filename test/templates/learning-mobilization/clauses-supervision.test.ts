/** G1 – G4, T1 – T4: what supervision groups do, and the transfer to the next stage. */
import { FIRST_UNIT, SECOND_UNIT } from './diligent-group'
import { campaign, group, unit, without } from './judged'

describe('a group that did everything', () => {
  it('has no finding and is short of nothing', () => {
    const done = group()
    expect(done.evaluation.findings).toEqual([])
    expect(done.evaluation.measures.filter(({ measure, status }) => status !== 'met' && measure !== 'assessment-score')).toEqual([])
  })
})

describe('G1 two visits to each unit every week', () => {
  it('is met with two', () => expect(group().measure('weekly-visits', FIRST_UNIT)).toMatchObject({ status: 'met', value: 12, target: 12 }))
  it('is short when one week had one', () => {
    const judged = group({ visits: without({ unit: FIRST_UNIT, on: '2005-03-08' }) })
    expect(judged.measure('weekly-visits', FIRST_UNIT)).toMatchObject({ status: 'shortfall', gap: 1 })
    expect(judged.measure('weekly-visits', SECOND_UNIT).status).toBe('met')
  })
  it('two on one day count once; a third visit does not make up for another week', () => {
    const twice = (old: unknown) => (old as { unit: string; on: string }[]).map((row) => (row.unit === FIRST_UNIT && row.on === '2005-03-10' ? { ...row, on: '2005-03-08' } : row))
    expect(group({ visits: twice }).measure('weekly-visits', FIRST_UNIT).value).toBe(11)
    const later = (old: unknown) => (old as { unit: string; on: string }[]).map((row) => (row.unit === FIRST_UNIT && row.on === '2005-03-10' ? { ...row, on: '2005-03-18' } : row))
    expect(group({ visits: later }).measure('weekly-visits', FIRST_UNIT).value).toBe(11)
  })
  it('asks for nothing of a week that is not over', () => expect(group({ visits: [] }, '2005-02-26').measure('weekly-visits', FIRST_UNIT).status).toBe('not-started'))
})

describe('G2 a diary entry for every visit', () => {
  it('is met when every visit has one', () => expect(group().short('diaries')).toEqual([]))
  it('is short when one has none', () => expect(group({ 'visits.0.diary': null }).short('diaries')).toHaveLength(1))
  it('a word is asked about', () => expect(group({ 'visits.0.diary': '正常' }).codes).toEqual(['visits.diary-thin']))
})

describe('G3 a brief a day', () => {
  it('is met with one each day', () => expect(group().measure('daily-briefs')).toMatchObject({ status: 'met', value: 42, target: 42 }))
  it('is short when a day has none, and two on the next do not make up for it', () => {
    const moved = (old: unknown) => (old as { on: string }[]).map((row) => (row.on === '2005-03-08' ? { ...row, on: '2005-03-09' } : row))
    expect(group({ groupBriefs: moved }).measure('daily-briefs')).toMatchObject({ status: 'shortfall', gap: 1 })
  })
  it('which days of the week count is a setting', () => {
    const weekdays = (old: unknown) => (old as { on: string }[]).filter(({ on }) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay()))
    expect(group({ groupBriefs: weekdays }, '2005-04-03', { overrides: { settings: { briefDaysPerWeek: 5 } } }).measure('daily-briefs')).toMatchObject({ status: 'met', target: 30 })
  })
})

describe('G4 twenty points', () => {
  it('is met when all are scored', () => expect(group().measure('assessment-complete', FIRST_UNIT)).toMatchObject({ status: 'met', value: 20, target: 20 }))
  it('is short with nineteen after the stage; blank is not 0', () => {
    const judged = group({ [`assessment.${FIRST_UNIT}.items.19.score`]: null, signOffs: {} }, '2005-04-04')
    expect(judged.measure('assessment-complete', FIRST_UNIT)).toMatchObject({ status: 'shortfall', value: 19 })
    expect(group({ [`assessment.${FIRST_UNIT}.items.19.score`]: 0 }).measure('assessment-complete', FIRST_UNIT).status).toBe('met')
  })
  it('full marks throughout are asked about', () => expect(group({ [`assessment.${FIRST_UNIT}.items.0.score`]: 5, [`assessment.${FIRST_UNIT}.items`]: Array.from({ length: 20 }, () => ({ score: 5 })) }).codes).toEqual(['assessment.all-full-marks']))
})

describe('reports of committee members (V4) reach the group', () => {
  it('is met when reviewed', () => expect(group().short('reports-reviewed')).toEqual([]))
  it('is short when not, after the days the office set', () => expect(group({ 'reportReviews.0.reviewedOn': null, 'reportReviews.0.result': null }, '2005-03-18').short('reports-reviewed')).toHaveLength(1))
})

describe('T1 signed by the group and approved by the office', () => {
  it('is met with both, in the unit and in the group', () => {
    expect(unit().measure('transfer-cleared').status).toBe('met')
    expect(group().measure('units-cleared', FIRST_UNIT).status).toBe('met')
  })
  it.each([
    ['the signature', { 'lookBack.signedOn': null }, ['lookBack.approved-before-signed', 'lookBack.transferred-uncleared']],
    ['the approval', { 'lookBack.approvedOn': null }, ['lookBack.transferred-uncleared']],
    ['waiting for both', { 'lookBack.transferredOn': '2005-03-29' }, ['lookBack.transferred-uncleared']],
  ])('nobody moves on without %s', (_, change, codes) => {
    const judged = unit(change)
    expect(judged.codes).toEqual(codes)
    expect(judged.evaluation.findings.find(({ code }) => code === 'row/lookBack.transferred-uncleared')?.severity).toBe('error')
  })
  it('is short after the stage, at no cost in points: others have to sign', () => {
    const waiting = { 'lookBack.signedOn': null, 'lookBack.approvedOn': null, 'lookBack.transferredOn': null }
    const judged = unit(waiting, '2005-04-04')
    expect(judged.measure('transfer-cleared')).toMatchObject({ status: 'shortfall', value: 0 })
    expect([judged.score, judged.codes]).toEqual([100, []])
  })
  it('the office cannot approve what the group has not signed', () => {
    expect(group({ [`signOffs.${FIRST_UNIT}.signedOn`]: null }).codes).toEqual(['signOffs.approved-unsigned'])
  })
})

describe('T2 looking back', () => {
  it('is met with four answers', () => expect(unit().measure('look-back')).toMatchObject({ status: 'met', value: 4 }))
  it.each(['significance', 'theory', 'standards', 'improvement'])('is short without %s', (question) => {
    const judged = unit({ [`lookBack.${question}`]: null }, '2005-04-04')
    expect(judged.measure('look-back')).toMatchObject({ status: 'shortfall', value: 3 })
    expect(judged.codes).toEqual(['lookBack.signed-without-look-back'])
  })
  it('is not asked for before transfer', () => expect(unit({}, '2005-03-27').measure('look-back').status).toBe('not-started'))
  it('a bare word is asked about', () => expect(unit({ 'lookBack.theory': '提高了' }).codes).toEqual(['lookBack.theory-thin']))
  it('the group confirms it before it signs', () => expect(group({ [`signOffs.${FIRST_UNIT}.lookedBack`]: null }).codes).toEqual(['signOffs.signed-without-look-back']))
})

describe('T3 spot checks', () => {
  const { spotChecksFewest, spotChecksMost } = campaign.settings
  it('two to four in each system', () => expect([spotChecksFewest, spotChecksMost]).toEqual([2, 4]))
  it('is the office\'s to draw, and says so', () => expect(campaign.definition.clauses.T3?.elsewhere).toBeDefined())
})

describe('G4 and T4 in the unit’s score', () => {
  const NINETEEN = { [`assessment.${FIRST_UNIT}.items.19.score`]: null }
  it('is the share of full marks, once all twenty are scored', () => {
    expect(group().measure('assessment-score', FIRST_UNIT)).toMatchObject({ value: 88.5, target: 100, attainment: 0.885 })
    expect(group(NINETEEN).applies('assessment-score', FIRST_UNIT)).toBe(false)
  })
  it('not before the stage of transfer', () => expect(group({ [`assessment.${FIRST_UNIT}`]: { assessedOn: '2005-03-20', items: Array.from({ length: 20 }, () => ({ score: 4 })) } }, '2005-03-21').measure('assessment-score', FIRST_UNIT).status).toBe('not-started'))
  it('six points of a hundred, ours', () => expect(campaign.indicators.filter(({ definition }) => definition.feeds).map(({ id, weight, in: of }) => [id, weight, of])).toEqual([['supervision', 6, 'unit']]))
})

describe('T4 the pass mark', () => {
  it('is met at 88.5 of 100', () => expect(group().measure('assessment-passed', FIRST_UNIT)).toMatchObject({ status: 'met', value: 88.5, target: 80 }))
  it('is short below it; then nobody signs', () => {
    const weak = { [`assessment.${FIRST_UNIT}.items`]: Array.from({ length: 20 }, () => ({ score: 3.9 })) }
    const judged = group(weak, '2005-04-04')
    expect(judged.measure('assessment-passed', FIRST_UNIT)).toMatchObject({ status: 'shortfall', value: 78 })
    expect(judged.evaluation.findings.filter(({ kind }) => kind !== 'requirement')).toMatchObject([{ code: 'row/signOffs.signed-below-pass', severity: 'error' }])
  })
  it('the mark is a setting', () => expect(group({}, '2005-04-04', { overrides: { settings: { passMark: 90 } } }).measure('assessment-passed', FIRST_UNIT).status).toBe('shortfall'))
})
