import fc from 'fast-check'
import { randomFrom } from '../../src/domain/random'

const draws = (seed: number, count = 5): number[] => {
  const random = randomFrom(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('seeded randomness', () => {
  it('repeats itself for a seed and differs between seeds', () => {
    expect(draws(7)).toEqual(draws(7))
    expect(draws(7)).not.toEqual(draws(8))
  })

  it('forks by label, whatever was drawn before', () => {
    const fresh = randomFrom(1).fork('a')
    const used = randomFrom(1)
    used.next()
    expect(used.fork('a').next()).toBe(fresh.next())
    expect(randomFrom(1).fork('a').next()).not.toBe(randomFrom(1).fork('b').next())
    expect(randomFrom(1).fork('a').next()).not.toBe(randomFrom(2).fork('a').next())
  })

  it('spreads evenly', () => {
    const buckets = Array.from({ length: 10 }, () => 0)
    for (const draw of draws(3, 20_000)) buckets[Math.floor(draw * 10)]!++
    for (const bucket of buckets) expect(Math.abs(bucket - 2000)).toBeLessThan(200)
  })

  it('stays within bounds and samples without repeats', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0 }), fc.integer({ min: -50, max: 50 }), fc.nat(30), fc.nat(20), (seed, low, width, count) => {
        const random = randomFrom(seed)
        const whole = random.whole(low, low + width)
        expect(Number.isInteger(whole) && whole >= low && whole <= low + width).toBe(true)
        const items = Array.from({ length: 12 }, (_, index) => index)
        const sample = random.sample(items, count)
        expect(new Set(sample).size).toBe(Math.min(count, items.length))
      }),
    )
  })

  it('throws for nothing to pick from', () => expect(() => randomFrom(1).pick([])).toThrow('nothing'))
})
