/** Rounds half up to `digits` decimal places, in decimal: 1.005 to two places is 1.01. */
export function roundScore(score: number, digits: number): number {
  const written = String(score)
  // Written with an exponent it is either smaller than any place asked for, or too large to have decimals.
  if (written.includes('e')) return Math.abs(score) < 1 ? 0 : score
  return Number(`${Math.round(Number(`${written}e${digits}`))}e-${digits}`)
}

/**
 * Competition ranking, highest first: equal scores share a place and the places they fill are
 * skipped after them (1, 2, 2, 4). The result is in the order of the input.
 */
export function competitionRanks(scores: readonly number[]): number[] {
  const first = new Map<number, number>()
  const descending = [...scores].sort((a, b) => b - a)
  descending.forEach((score, i) => {
    if (!first.has(score)) first.set(score, i + 1)
  })
  return scores.map((score) => first.get(score) as number)
}
