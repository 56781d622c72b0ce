import fc from 'fast-check'
import { attain } from '../../../src/domain/evaluation/attainment'
import type { Compare } from '../../../src/domain/evaluation/attainment'

describe('attainment', () => {
  it.each<[Compare, value: number, target: number, zeroAt: number | undefined, met: boolean, gap: number, attainment: number]>([
    ['at-least', 40, 40, undefined, true, 0, 1],
    ['at-least', 30, 40, undefined, false, 10, 0.75],
    ['at-least', 50, 40, undefined, true, 0, 1],
    ['at-least', 0, 40, undefined, false, 40, 0],
    ['at-least', -5, 40, undefined, false, 45, 0],
    ['at-least', 0, 0, undefined, true, 0, 1],
    ['at-least', -1, 0, undefined, false, 1, 0],
    ['at-least', 39.99999999999999, 40, undefined, true, 0, 1],
    ['at-least', 39.99, 40, undefined, false, 0.01, 0.99975],
    ['at-most', 0, 0, undefined, true, 0, 1],
    ['at-most', 1, 0, undefined, false, 1, 0],
    ['at-most', 1, 0, 2, false, 1, 0.5],
    ['at-most', 5, 0, 2, false, 5, 0],
    ['at-most', 15, 10, undefined, false, 5, 0.5],
    ['at-most', 11, 10, 10, false, 1, 0],
    ['at-most', -3, 0, undefined, true, 0, 1],
    ['exactly', 34, 34, undefined, true, 0, 1],
    ['exactly', 33, 34, undefined, false, 1, 33 / 34],
    ['exactly', 35, 34, undefined, false, 1, 33 / 34],
    ['exactly', 100, 34, undefined, false, 66, 0],
    ['exactly', 1, 0, undefined, false, 1, 0],
  ])('%s: %d against %d (nought at %s)', (compare, value, target, zeroAt, met, gap, attainment) => {
    const found = attain(value, target, compare, zeroAt)
    expect(found.met).toBe(met)
    expect(found.gap).toBeCloseTo(gap, 9)
    expect(found.attainment).toBeCloseTo(attainment, 9)
  })

  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  const compare = fc.constantFrom<Compare>('at-least', 'at-most', 'exactly')

  it('lies between 0 and 1, is 1 without a gap when met, and has a gap when not', () => {
    fc.assert(
      fc.property(number, number, compare, fc.option(number, { nil: undefined }), (value, target, how, zeroAt) => {
        const found = attain(value, target, how, zeroAt)
        expect(found.attainment).toBeGreaterThanOrEqual(0)
        expect(found.attainment).toBeLessThanOrEqual(1)
        expect(found.met ? [found.gap, found.attainment] : found.gap > 0).toEqual(found.met ? [0, 1] : true)
      }),
    )
  })

  it('more is never worse for at-least, never better for at-most', () => {
    fc.assert(
      fc.property(number, number, number, (a, b, target) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(attain(low, target, 'at-least').attainment).toBeLessThanOrEqual(attain(high, target, 'at-least').attainment)
        expect(attain(low, target, 'at-most').attainment).toBeGreaterThanOrEqual(attain(high, target, 'at-most').attainment)
      }),
    )
  })

  it('nearer is never worse for exactly', () => {
    fc.assert(
      fc.property(number, fc.double({ min: 0, max: 1e9, noNaN: true }), fc.double({ min: 0, max: 1e9, noNaN: true }), fc.boolean(), (target, a, b, above) => {
        const at = (distance: number) => attain(above ? target + distance : target - distance, target, 'exactly').attainment
        expect(at(Math.min(a, b))).toBeGreaterThanOrEqual(at(Math.max(a, b)))
      }),
    )
  })
})
