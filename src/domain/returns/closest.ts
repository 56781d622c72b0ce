/**
 * The candidate a misspelt text most likely meant: fewest edits (a swap of neighbours is one),
 * at most one in three characters (so
 * none in a name of two, where it would be another name). Undefined when none is near, or two are equally near.
 */
export function closest(text: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let least = Infinity
  let tied = false
  for (const candidate of candidates) {
    const allowed = Math.floor(Math.max(text.length, candidate.length) / 3)
    if (Math.abs(text.length - candidate.length) > allowed) continue
    const distance = edits(text, candidate)
    if (distance > allowed) continue
    if (distance < least) {
      best = candidate
      least = distance
      tied = false
    } else if (distance === least && candidate !== best) tied = true
  }
  return tied ? undefined : best
}

/** Optimal string alignment distance. */
export function edits(a: string, b: string): number {
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let fewest = Math.min((above[j] as number) + 1, (row[j - 1] as number) + 1, (above[j - 1] as number) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) fewest = Math.min(fewest, (before[j - 2] as number) + 1)
      row.push(fewest)
    }
    before = above
    above = row
  }
  return above[b.length] as number
}
