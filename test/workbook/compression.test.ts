import zlib from 'node:zlib'
import { webCompression } from '../../src/workbook/compression/web'
import { nodeCompression } from '../../src/workbook/compression/node'
import { OutputTooLarge } from '../../src/workbook/compression'

const text = new TextEncoder().encode('两课两会 lectures and meetings '.repeat(5000))

describe.each([
  ['node', nodeCompression],
  ['web', webCompression],
])('compression: %s', (_name, compression) => {
  it('inflates what it deflated', () => {
    const packed = compression.deflateRaw(text)
    expect(Buffer.from(compression.inflateRaw(packed, text.length)).equals(Buffer.from(text))).toBe(true)
  })

  it('inflates to nothing', () => {
    expect(compression.inflateRaw(compression.deflateRaw(new Uint8Array(0)), 0)).toHaveLength(0)
  })

  it('stops at the most it may give', () => {
    const packed = compression.deflateRaw(text)
    expect(() => compression.inflateRaw(packed, text.length - 1)).toThrow(OutputTooLarge)
    expect(() => compression.inflateRaw(packed, 0)).toThrow(OutputTooLarge)
  })

  it('stops a bomb larger than one slice', () => {
    const bomb = zlib.deflateRawSync(Buffer.alloc(160 * 1024 * 1024))
    expect(bomb.length).toBeGreaterThan(128 * 1024)
    expect(() => compression.inflateRaw(bomb, 1024 * 1024)).toThrow(OutputTooLarge)
  })

  it('inflates an input of several slices', () => {
    const noise = new Uint8Array(500_000).map((_, n) => (n * 2654435761) >>> 13)
    const stored = zlib.deflateRawSync(noise, { level: 0 })
    expect(Buffer.from(compression.inflateRaw(stored, noise.length)).equals(Buffer.from(noise))).toBe(true)
  })

  it('refuses a stream that ends early', () => {
    const packed = compression.deflateRaw(text)
    expect(() => compression.inflateRaw(packed.subarray(0, packed.length - 20), text.length)).toThrow()
    expect(() => compression.inflateRaw(new Uint8Array(0), 10)).toThrow()
  })

  it.each(['', 'a', 'abc', 'abcd', '123456789'])('checks %j as zip does', (input) => {
    expect(compression.crc32(Buffer.from(input))).toBe(zlib.crc32(Buffer.from(input)))
  })
})
