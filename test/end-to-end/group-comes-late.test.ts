/** A group's return of an earlier week that comes when later weeks are already consolidated. Who does what: four-weeks-cast.ts. */
import { assessments, REGISTRY, unitReturns } from './four-weeks-cast'
import { OfficeOverWeeks, told } from './office-over-weeks'

const inTime = new OfficeOverWeeks(REGISTRY)
const late = new OfficeOverWeeks(REGISTRY)

beforeAll(async () => {
  for (const week of [3, 4]) {
    await inTime.take(week, [...unitReturns(inTime, week), assessments(inTime, week)])
    await late.take(week, [...unitReturns(late, week), ...(week === 4 ? [assessments(late, week)] : [])])
  }
})

it('until it comes, the weight of the assessment goes to the others', () => {
  expect([late.scores(3).get('u6'), inTime.scores(3).get('u6')]).toEqual([70, 76])
  expect(late.scores(4)).toEqual(inTime.scores(4))
})

it('its units’ scores of that week follow, no other week moves, and what changed is said', async () => {
  const { changes, rollCall, troubles } = await late.take(3, [assessments(late, 3)], '2005-03-22T09:00:00')
  expect(troubles).toEqual([])
  expect(rollCall.find(({ unit }) => unit === 'g1')).toMatchObject({ outcome: 'valid' })
  expect(told(changes)).toEqual(expect.arrayContaining(['w3 u6 score 70 → 76']))
  expect(changes.filter((change) => change.week !== 3)).toEqual([])
  expect(late.log('更正：得分').join('\n')).toContain('70 → 76')
})

it('in the end it is as if it had come in time', async () => {
  expect(late.open().state.entries).toEqual(inTime.open().state.entries)
  expect([3, 4].map((week) => late.places(week))).toEqual([3, 4].map((week) => inTime.places(week)))
  const again = await late.take(3, [assessments(late, 3)], '2005-03-22T09:00:00')
  expect(again.changed).toBe(false)
})
