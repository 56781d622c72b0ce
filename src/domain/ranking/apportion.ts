import { roundHalfUp } from '../evaluation/rounding'

/**
 * Parts of a total, each rounded to `digits` decimal places so that together they are the total exactly as it
 * is shown (largest remainder): people add up what they see. A part is less than one step (10^-digits) off its
 * own value as long as the total is the parts' rounded sum; a part that is a whole number of steps stays as it is.
 * The result is in the order of the parts; no negative zero. Without parts the total has to be 0.
 */
export function apportion(parts: readonly number[], total: number, digits: number): number[] {
  if (parts.length === 0) return []
  const scale = 10 ** digits
  // Six more places are believed: beyond them is the noise of binary fractions.
  const steps = parts.map((part) => roundHalfUp(part * scale, 6))
  const whole = steps.map(Math.floor)
  const left = Math.round(total * scale) - whole.reduce((sum, step) => sum + step, 0)
  const each = Math.floor(left / parts.length)
  const byRemainder = parts.map((_, i) => i).sort((a, b) => fraction(steps[b]) - fraction(steps[a]) || a - b)
  const favoured = new Set(byRemainder.slice(0, left - each * parts.length))
  return whole.map((step, i) => fromSteps(step + each + (favoured.has(i) ? 1 : 0), digits))
}

/** A whole number of steps as the decimal it stands for: 8940 steps of a hundredth are 89.4. */
export function fromSteps(steps: number, digits: number): number {
  return steps === 0 ? 0 : Number(`${steps}e-${digits}`)
}

/** A decimal of so many places as a whole number of steps: what is added up in steps is exact. */
export function toSteps(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) || 0
}

const fraction = (steps: number | undefined): number => (steps as number) - Math.floor(steps as number)
