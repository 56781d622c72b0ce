/** A number's digits without an exponent and without binary noise: 1e21 → `1000000000000000000000`, 0.1+0.2 → `0.3`. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  if (!text.includes('e')) return text
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '')
}
