/** SHA-256 (FIPS 180-4) of bytes, or of a text's UTF-8 bytes, in lower-case hex: pure, so that a pane and a shell agree without a crypto library. */
const K = constants()

export function sha256(content: string | Uint8Array): string {
  const state = [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19]
  const blocks = padded(typeof content === 'string' ? new TextEncoder().encode(content) : content)
  const schedule = new Int32Array(64)
  for (let at = 0; at < blocks.byteLength; at += 64) compress(state, blocks, at, schedule)
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The message, a 1 bit, zeros, and the length in bits as 64-bit big-endian; a multiple of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  whole.set(bytes)
  whole[bytes.length] = 0x80
  const view = new DataView(whole.buffer)
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(whole.length - 4, (bytes.length << 3) >>> 0)
  return view
}

function compress(state: number[], blocks: DataView, at: number, w: Int32Array): void {
  for (let t = 0; t < 16; t++) w[t] = blocks.getInt32(at + t * 4)
  for (let t = 16; t < 64; t++) {
    const before15 = w[t - 15] as number
    const before2 = w[t - 2] as number
    const s0 = rotate(before15, 7) ^ rotate(before15, 18) ^ (before15 >>> 3)
    const s1 = rotate(before2, 17) ^ rotate(before2, 19) ^ (before2 >>> 10)
    w[t] = (w[t - 16] as number) + s0 + (w[t - 7] as number) + s1
  }
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number]
  for (let t = 0; t < 64; t++) {
    const t1 = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + (K[t] as number) + (w[t] as number)) | 0
    const t2 = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = ((state[i] as number) + word) | 0
}

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first 32 bits of the fractions of the cube roots of the first 64 primes, from integer arithmetic: exact on every engine. */
function constants(): Int32Array {
  const k = new Int32Array(64)
  let found = 0
  for (let n = 2n; found < 64; n++) {
    if (!isPrime(n)) continue
    k[found++] = Number(BigInt.asIntN(32, cubeRoot(n << 96n)))
  }
  return k
}

function isPrime(n: bigint): boolean {
  for (let d = 2n; d * d <= n; d++) if (n % d === 0n) return false
  return true
}

/** The whole part of a cube root. */
function cubeRoot(n: bigint): bigint {
  let low = 0n
  let high = 1n << 40n
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle * middle * middle <= n) low = middle
    else high = middle - 1n
  }
  return low
}
