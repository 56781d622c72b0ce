import fc from 'fast-check'
import { castOf, castingFor, shareOut } from '../../../src/app/demo/cast'
import { randomFrom } from '../../../src/domain/random'
import { shipped } from './made-up'

const { campaign, tuning } = shipped('learning-mobilization')

describe('the cast of the learning campaign', () => {
  const cast = castOf(campaign, tuning, 107, randomFrom(1))

  it('has 107 units in 10 systems and exactly 3,679 members', () => {
    expect(cast).toHaveLength(107)
    expect(new Set(cast.map(({ system }) => system)).size).toBe(10)
    expect(cast.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(3679)
    expect(cast.every(({ headcount, members }) => members.length === headcount)).toBe(true)
  })

  it('has systems of 10 or 11 units, each with a group of its own', () => {
    const sizes = [...new Set(cast.map(({ system }) => system))].map((system) => cast.filter((unit) => unit.system === system))
    expect(sizes.map(({ length }) => length).sort()).toEqual([10, 10, 10, 11, 11, 11, 11, 11, 11, 11])
    expect(sizes.every((units) => new Set(units.map(({ group }) => group)).size === 1)).toBe(true)
  })

  it('gives no two units the same id or name', () => {
    expect(new Set(cast.map(({ id }) => id)).size).toBe(107)
    expect(new Set(cast.map(({ name }) => name)).size).toBe(107)
  })

  it('has twins of the same size, whose people differ in name only', () => {
    const [one, other] = castingFor(107, 10).twins.map((index) => cast[index])
    expect(one?.headcount).toBe(other?.headcount)
    const categories = (unit = one) => unit?.members.map(({ values }) => values['category'])
    const names = (unit = one) => unit?.members.map(({ values }) => values['name'])
    expect(categories(one)).toEqual(categories(other))
    expect(names(one)).not.toEqual(names(other))
  })
})

it.each([[1, 1], [5, 1], [12, 2], [60, 10], [200, 10]])('%d units stand in %d systems', (units, systems) => {
  expect(new Set(castOf(campaign, tuning, units, randomFrom(1)).map(({ system }) => system)).size).toBe(systems)
})

it('whole shares add up to the total and follow the weights', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: 1, maxLength: 40 }), (total, weights) => {
      const shares = shareOut(total, weights)
      const sum = weights.reduce((a, b) => a + b, 0)
      expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
      shares.forEach((share, index) => expect(Math.abs(share - (total * (weights[index] as number)) / sum)).toBeLessThan(1.000001))
    }),
  )
})
