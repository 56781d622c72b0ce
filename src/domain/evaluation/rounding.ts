/**
 * A number rounded half up to so many decimal places as people do it on paper: 1.005 → 1.01 although
 * its binary form lies just below. Twelve significant digits are believed; what differs beyond them is
 * noise of binary fractions. Half up means towards +∞: −2.5 → −2.
 */
export function roundHalfUp(value: number, digits: number): number {
  if (!Number.isFinite(value)) throw new Error(`cannot round ${value}`)
  const [mantissa, exponent = '0'] = value.toPrecision(12).split('e') as [string, string?]
  const shifted = Math.round(Number(`${mantissa}e${Number(exponent) + digits}`))
  const rounded = Number(`${shifted}e${-digits}`)
  // No negative zero.
  return rounded === 0 ? 0 : rounded
}
