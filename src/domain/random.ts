/**
 * Randomness, the only one there is: seeded, so that whoever has the seed gets the same draws (sample
 * data, spot checks, perturbed weights), and split by label, so that what one unit gets does not depend
 * on how many draws another one made. Not for secrets: a seed can be guessed.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number, both ends included. */
  whole(low: number, high: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  /** One of them. Throws on an empty list: that is a broken program. */
  pick<T>(items: readonly T[]): T
  /** So many of them, in random order, none twice; all of them when there are fewer. */
  sample<T>(items: readonly T[], count: number): T[]
  /** An independent stream: the same label gives the same stream, whatever was drawn before. */
  fork(label: string | number): Random
}

/** A stream from a whole-number seed, of which the lower 32 bits count: seeds are kept as 0 … 4,294,967,295. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  // splitmix32: a Weyl sequence through a finaliser with full avalanche; 2^32 draws before it repeats.
  const next = (): number => {
    state = (state + 0x9e3779b9) >>> 0
    return finalise(state) / 4294967296
  }
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new Error('nothing to pick from')
    return items[whole(0, items.length - 1)] as T
  }
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick,
    sample(items, count) {
      const left = [...items]
      const taken: typeof left = []
      while (taken.length < count && left.length > 0) taken.push(...left.splice(whole(0, left.length - 1), 1))
      return taken
    },
    fork: (label) => randomFrom(hash(seed, String(label))),
  }
}

function finalise(value: number): number {
  let mixed = value
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** FNV-1a over UTF-16 units, begun with the seed and finalised: labels that differ in one character give unrelated streams. */
function hash(seed: number, text: string): number {
  let value = finalise((seed ^ 0x811c9dc5) >>> 0)
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return finalise(value >>> 0)
}
