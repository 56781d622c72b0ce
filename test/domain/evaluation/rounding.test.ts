import fc from 'fast-check'
import { roundHalfUp } from '../../../src/domain/evaluation/rounding'

it.each([
  [1.005, 2, 1.01],
  [1.0049999, 2, 1],
  [8.345, 2, 8.35],
  [2.5, 0, 3],
  [-2.5, 0, -2],
  [0.1 + 0.2, 1, 0.3],
  [91.25, 1, 91.3],
  [91.35, 1, 91.4],
  [99.995, 2, 100],
  [1e-7, 2, 0],
  [-1e-7, 2, 0],
  [0, 2, 0],
  [100, 0, 100],
  [123456.7, 2, 123456.7],
  [0.0000005, 6, 0.000001],
])('%d to %i places is %d', (value, digits, expected) => expect(Object.is(roundHalfUp(value, digits), expected)).toBe(true))

it('throws for what is no number: a broken program', () => expect(() => roundHalfUp(Number.NaN, 2)).toThrow())

it('a half in decimals goes up, whatever its binary form', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 4 }), (whole, digits) => {
      const half = Number(`${whole}5e${-digits - 1}`)
      expect(roundHalfUp(half, digits)).toBe(Number(`${whole + 1}e${-digits}`))
    }),
  )
})

it('is idempotent, and never more than half a unit away', () => {
  fc.assert(
    fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
      const rounded = roundHalfUp(value, digits)
      expect(roundHalfUp(rounded, digits)).toBe(rounded)
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -digits + 1e-9)
    }),
  )
})
