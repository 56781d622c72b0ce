interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Changes to the bytes of a part, collected by offset and made at once. What no change covers stays byte for byte. */
export class Splices {
  private readonly list: Splice[] = []

  get empty(): boolean {
    return this.list.length === 0
  }

  /** Puts text in the place of the bytes from `start` to before `end`. Changes must not overlap. */
  replace(start: number, end: number, text: string): void {
    this.list.push({ start, end, text })
  }

  /** Text inserted at one place stands in the order in which it was inserted. */
  insert(at: number, text: string): void {
    this.replace(at, at, text)
  }

  /** The changed bytes; the same array when nothing was changed. */
  apply(bytes: Uint8Array): Uint8Array {
    if (this.empty) return bytes
    const encoder = new TextEncoder()
    // Sorting is stable: what is inserted at the start of a replaced range keeps its turn.
    const ordered = [...this.list].sort((a, b) => a.start - b.start || a.end - b.end)
    const chunks: Uint8Array[] = []
    let at = 0
    for (const { start, end, text } of ordered) {
      if (start < at) throw new Error(`changes overlap at ${start}`)
      chunks.push(bytes.subarray(at, start), encoder.encode(text))
      at = end
    }
    chunks.push(bytes.subarray(at))
    return concatenate(chunks)
  }
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0))
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}
