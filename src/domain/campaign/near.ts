/** The name closest to a mistyped one, or undefined when none is close (about a third of its letters wrong). */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const typed = name.toLowerCase()
  let best: string | undefined
  let fewest = Math.max(1, Math.floor(name.length / 3)) + 1
  for (const candidate of candidates) {
    const edits = distance(typed, candidate.toLowerCase(), fewest)
    if (edits < fewest) {
      best = candidate
      fewest = edits
    }
  }
  return best
}

/** Edits (insert, delete, replace, swap neighbours) that turn `a` into `b`; `limit` when there are at least that many. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const current = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      let edits = Math.min(replaced, (previous[j] as number) + 1, (current[j - 1] as number) + 1)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, (before[j - 2] as number) + 1)
      current.push(edits)
    }
    before = previous
    previous = current
  }
  return Math.min(previous[b.length] as number, limit)
}
