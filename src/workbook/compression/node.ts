import zlib from 'node:zlib'
import { type Compression, OutputTooLarge } from '../compression'

/** zlib's smallest chunk; also the slack that lets a stream of the expected size end in its first chunk. */
const SMALLEST_CHUNK = 64

/** Compression for Node: zlib, native. */
export const nodeCompression: Compression = {
  inflateRaw(bytes, maxOutput) {
    const out = inflate(bytes, maxOutput)
    if (out.length > maxOutput) throw new OutputTooLarge(maxOutput)
    return out
  },
  deflateRaw: (bytes) => zlib.deflateRawSync(bytes),
  crc32: (bytes) => zlib.crc32(bytes),
}

function inflate(bytes: Uint8Array, maxOutput: number): Uint8Array {
  try {
    // One chunk a little larger than the expected size: zlib then neither grows nor copies. Its own limit must be positive.
    return zlib.inflateRawSync(bytes, { maxOutputLength: Math.max(maxOutput, 1), chunkSize: maxOutput + SMALLEST_CHUNK })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new OutputTooLarge(maxOutput)
    throw error
  }
}
