// Looked up once: this is the innermost loop of scores and of what they might have been.
const { abs } = Math

/**
 * Sum of numbers with the rounding errors carried along (Neumaier), so that ten times 0.1 is 1 and
 * the order of rows does not change a score. 0 for none.
 */
export function exactSum(values: Iterable<number>): number {
  let sum = 0
  let lost = 0
  for (const value of values) {
    const next = sum + value
    lost += abs(sum) >= abs(value) ? sum - next + value : value - next + sum
    sum = next
  }
  return sum + lost
}
