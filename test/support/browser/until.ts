/** Waiting for what is seen, instead of for a while. */

interface Patience {
  /** What is waited for, as the failure says it. */
  readonly what?: string
  readonly timeout?: number
}

/** Looks again and again until it is right, and gives what was seen. @throws with what was seen last */
export async function until<T>(look: () => Promise<T>, isRight: (seen: T) => boolean, { what = String(isRight), timeout = 20_000 }: Patience = {}): Promise<T> {
  const end = performance.now() + timeout
  for (;;) {
    const seen = await look()
    if (isRight(seen)) return seen
    if (performance.now() > end) throw new Error(`waited ${timeout} ms for ${what}; seen last: ${JSON.stringify(seen)}`)
    await new Promise((go) => setTimeout(go, 30))
  }
}
