import { exactSum } from '../campaign/exact-sum'

/** Mean that does not depend on the order of its values; undefined of none. */
export function exactMean(values: readonly number[]): number | undefined {
  if (values.length === 0) return undefined
  return exactSum(values.toSorted((a, b) => a - b)) / values.length
}
