/**
 * What the package code needs of a deflate library. Injected, so that a browser bundle
 * never names `node:zlib` and Node never pays for a JavaScript inflater: see
 * `compression/node.ts` and `compression/web.ts`.
 */
export interface Compression {
  /**
   * Inflates a raw deflate stream (RFC 1951, no header).
   *
   * @param maxOutput bytes; the expected size. The stream is abandoned as soon as it gives more,
   *   whatever a header claimed, so memory and time are bounded by this number.
   * @throws OutputTooLarge when the stream gives more than `maxOutput` bytes; any other error
   *   when the stream is damaged or ends early.
   */
  inflateRaw(bytes: Uint8Array, maxOutput: number): Uint8Array
  /** Deflates to a raw stream. The same input gives the same output on the same platform. */
  deflateRaw(bytes: Uint8Array): Uint8Array
  /** CRC-32 as zip uses it (polynomial 0xEDB88320), unsigned. */
  crc32(bytes: Uint8Array): number
}

/** A deflate stream gave more bytes than it may. */
export class OutputTooLarge extends Error {
  constructor(readonly maxOutput: number) {
    super(`deflate stream gives more than ${maxOutput} bytes`)
    this.name = 'OutputTooLarge'
  }
}
