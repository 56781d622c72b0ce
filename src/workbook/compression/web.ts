import { Inflate, deflateSync, inflateSync } from 'fflate'
import { type Compression, OutputTooLarge } from '../compression'
import { crc32 } from './crc32'

/**
 * A deflate stream gives at most 1,032 bytes for one, so an input of this size cannot keep
 * the one-call inflater busy for long; larger ones are fed in slices and dropped when they overflow.
 */
const SLICE = 128 * 1024

/** Compression for browsers: fflate, no native code, no promises. */
export const webCompression: Compression = {
  inflateRaw: (bytes, maxOutput) => (bytes.length <= SLICE ? inflateAtOnce(bytes, maxOutput) : inflateInSlices(bytes, maxOutput)),
  deflateRaw: (bytes) => deflateSync(bytes),
  crc32,
}

/** fflate drops what does not fit into a buffer it is given: one spare byte tells "full" from "too much". */
function inflateAtOnce(bytes: Uint8Array, maxOutput: number): Uint8Array {
  // fflate takes an empty input for an empty result; it is a stream that ends before it begins.
  if (bytes.length === 0) throw new Error('unexpected EOF')
  const out = inflateSync(bytes, { out: new Uint8Array(maxOutput + 1) })
  if (out.length > maxOutput) throw new OutputTooLarge(maxOutput)
  return out
}

function inflateInSlices(bytes: Uint8Array, maxOutput: number): Uint8Array {
  const out = new Uint8Array(maxOutput)
  let length = 0
  let ended = false
  const inflate = new Inflate((chunk, final) => {
    if (length + chunk.length > maxOutput) throw new OutputTooLarge(maxOutput)
    out.set(chunk, length)
    length += chunk.length
    ended ||= final
  })
  for (let at = 0; at < bytes.length && !ended; at += SLICE) {
    inflate.push(bytes.subarray(at, at + SLICE), at + SLICE >= bytes.length)
  }
  return out.subarray(0, length)
}
