/** Every clause of the safety month: what meets it and what does not. Days of June 2026. */
import { CLERK, CONTRACTOR, END, OPERATOR, site } from './safe-site'
import type { Cells } from '../learning-mobilization/draft-return'

const june = (day: number): string => `2026-06-${String(day).padStart(2, '0')}`
const incident = (lostDays: number, more: Cells = {}): Cells => ({ on: june(8), person: OPERATOR, what: 'Slipped', harm: 'fall', lostDays, reportedOn: june(8), ...more })

it('a site that does everything has no finding and full points', () => {
  expect(site().evaluation.findings).toEqual([])
  expect(site().score).toBe(100)
})

describe('A1 a named lead and a filed plan', () => {
  it('is short a week later without the plan', () => {
    const without = (draft: { site?: unknown }) => void delete (draft.site as Cells)['planOn']
    expect(site(without, june(7)).measure('lead-named').status).toBe('in-progress')
    expect(site(without, june(8)).measure('lead-named')).toMatchObject({ status: 'shortfall', value: 1, target: 2 })
  })
  it('a plan filed after the start is pointed out', () => {
    expect(site((draft) => Object.assign(draft['site'] as Cells, { planOn: june(3) })).codes).toEqual(['row/site.plan-before-month'])
  })
})

it('A2 a drill by the end of week 3', () => {
  const without = (draft: { site?: unknown }) => Object.assign(draft.site as Cells, { drillOn: null, drillMinutes: null })
  expect(site(without, june(21)).measure('drill').status).toBe('in-progress')
  expect(site(without, june(22)).measure('drill').status).toBe('shortfall')
})

describe('T1, T2 training by role', () => {
  it.each([[OPERATOR, 8, 4], [CONTRACTOR, 6, 3], [CLERK, 4, 2]])('%s owes %d hours and %d modules', (name, hours, modules) => {
    expect(site().measure('training-hours', name)).toMatchObject({ status: 'met', target: hours })
    expect(site().measure('modules-passed', name)).toMatchObject({ status: 'met', target: modules })
  })
  it('what is enough for the office is short for an operator', () => {
    const judged = site((draft) => Object.assign(draft['employees'] as Cells[], { 8: { ...(draft['employees'] as Cells[])[8], role: 'operator', shift: 'early' } }))
    expect(judged.measure('training-hours', CLERK)).toMatchObject({ status: 'shortfall', gap: 4 })
  })
  it('a module cannot be passed without attending it', () => {
    expect(site((draft) => Object.assign((draft['training'] as Record<string, Cells>)[CLERK] as Cells, { modules: [{ hours: 4, passed: true }, { passed: true }] })).codes).toEqual(['row/training.passed-without-attending'])
  })
  it('nobody is left off the list', () => {
    const without = site((draft) => {
      ;(draft['employees'] as Cells[]).pop()
      delete (draft['training'] as Record<string, Cells>)[CONTRACTOR]
    })
    expect(without.measure('everybody-listed')).toMatchObject({ status: 'shortfall', value: 9, target: 10 })
  })
})

describe('K1, K2 toolbox talks', () => {
  it('two a week; a third in one week does not make up for another', () => {
    const judged = site((draft) => Object.assign((draft['talks'] as Cells[])[7] as Cells, { heldOn: june(19) }))
    expect(judged.measure('toolbox-talks')).toMatchObject({ status: 'shortfall', value: 7, target: 8 })
  })
  it('the week that is running does not count yet', () => expect(site(undefined, june(10)).measure('toolbox-talks').target).toBe(2))
  it('a talk most of the shift misses is pointed out', () => {
    expect(site((draft) => Object.assign((draft['talks'] as Cells[])[0] as Cells, { present: 6 })).codes).toEqual(['row/talks.well-attended'])
    expect(site((draft) => Object.assign((draft['talks'] as Cells[])[0] as Cells, { present: 9 })).codes).toEqual(['row/talks.present-on-shift'])
  })
})

describe('H1, H2, H3 hazards, each with a day of its own', () => {
  const found = (more: Cells) => site((draft) => (draft['hazards'] as Cells[]).push({ foundOn: june(9), area: 'yard', what: 'Hole in the road', grade: 'minor', owner: OPERATOR, ...more }), june(15))
  const status = (more: Cells) => found(more).evaluation.measures.filter(({ measure }) => measure === 'hazards-fixed').at(-1)?.status
  it('open until its deadline, short after it', () => {
    expect(status({ deadline: june(15) })).toBe('in-progress')
    expect(status({ deadline: june(14) })).toBe('shortfall')
  })
  it('put right too late is short as well', () => {
    expect(status({ deadline: june(12), fixedOn: june(12), fix: 'Filled' })).toBe('met')
    expect(status({ deadline: june(12), fixedOn: june(13), fix: 'Filled' })).toBe('shortfall')
  })
  it('dates have to agree, and serious ones have three days', () => {
    expect(found({ deadline: june(8) }).codes).toEqual(['row/hazards.deadline-after-finding'])
    expect(found({ deadline: june(20), fixedOn: june(8), fix: 'Filled' }).codes).toEqual(['row/hazards.fixed-after-finding'])
    expect(found({ grade: 'serious', deadline: june(12) }).codes).toEqual([])
    expect(found({ grade: 'serious', deadline: june(13) }).codes).toEqual(['row/hazards.serious-in-time'])
  })
  it('what was done is asked for once it is done', () => expect(found({ deadline: june(12), fixedOn: june(12) }).codes).toEqual(['row/required']))
})

describe('N1 near misses: more reports are better', () => {
  it('one for every ten employees', () => expect(site().measure('near-misses')).toMatchObject({ status: 'met', value: 1, target: 1 }))
  it('none is no good sign', () => {
    const silent = site((draft) => void (draft['nearMisses'] = []), '2026-06-28')
    expect(silent.measure('near-misses')).toMatchObject({ status: 'in-progress', gap: 1 })
    expect(silent.score).toBe(90)
  })
  it('lessons drawn earn half a point each', () => {
    expect(site((draft) => Object.assign((draft['nearMisses'] as Cells[])[0] as Cells, { lesson: 'Mirror put up' })).evaluation.score.adjustments.find(({ adjustment }) => adjustment === 'lessons')).toMatchObject({ value: 1, points: 0.5 })
  })
})

describe('I1, I2 incidents', () => {
  const after = (...incidents: Cells[]) => site((draft) => void (draft['incidents'] = incidents))
  it('one without lost days costs nothing', () => expect(after(incident(0)).score).toBe(100))
  it('a lost-time incident halves its indicator and takes ten points besides', () => {
    const judged = after(incident(3))
    expect(judged.measure('lost-time')).toMatchObject({ status: 'shortfall', value: 1, target: 0, attainment: 0.5 })
    expect(judged.evaluation.score.adjustments.find(({ adjustment }) => adjustment === 'lost-time')?.points).toBe(-10)
    expect(judged.score).toBe(87.5)
  })
  it('the penalty is capped at thirty', () => {
    expect(after(...[1, 2, 3, 4].map((days) => incident(days))).evaluation.score.adjustments.find(({ adjustment }) => adjustment === 'lost-time')).toMatchObject({ value: 4, points: -30 })
  })
  it('is reported by the next day, and names who was hurt', () => {
    expect(after(incident(0, { reportedOn: june(9) })).codes).toEqual([])
    expect(after(incident(0, { reportedOn: june(10) })).codes).toEqual(['row/incidents.reported-at-once'])
    expect(after(incident(0, { reportedOn: june(7) })).codes).toEqual(['row/incidents.reported-at-once'])
    expect(after(incident(2, { person: null })).codes).toEqual(['row/incidents.hurt-is-named'])
  })
})

describe('E1, E2 protective equipment', () => {
  const check = (more: Cells) => site((draft) => Object.assign((draft['equipment'] as Cells[])[0] as Cells, more))
  it('95 in 100 over the whole month', () => {
    expect(check({ wearing: 16, violator: CLERK, action: 'word' }).measure('equipment-worn')).toMatchObject({ status: 'met', value: 0.95 })
    expect(check({ wearing: 15, violator: CLERK, action: 'word' }).measure('equipment-worn').status).toBe('in-progress')
  })
  it('checked every week', () => expect(site((draft) => void (draft['equipment'] as Cells[]).pop()).measure('equipment-checked')).toMatchObject({ status: 'shortfall', value: 3, target: 4 }))
  it('numbers and names have to agree', () => {
    expect(check({ wearing: 21 }).codes).toEqual(['row/equipment.wearing-of-checked'])
    expect(check({ violator: CLERK, action: 'word' }).codes).toEqual(['row/equipment.violator-counted'])
    expect(check({ wearing: 19, violator: CLERK }).codes).toEqual(['row/required'])
  })
})

it('a day before the month is over nothing of the month is short', () => {
  expect(site((draft) => void (draft['nearMisses'] = []), END).evaluation.measures.filter(({ status }) => status === 'shortfall')).toEqual([])
})
