/**
 * A package as a zip file (APPNOTE 6.3). The bytes depend on nothing but the entries:
 * every entry made here carries the first moment that a zip can express.
 */
import type { Compression } from '../../compression'
import type { ZipEntry } from '../zip'

/** A part whose content is made here. */
export interface NewEntry {
  readonly name: string
  readonly bytes: Uint8Array
}

/** 1980-01-01 00:00: DOS date in the high half, time in the low half. */
const NO_TIME = 0x00210000
const UTF8_NAME = 1 << 11
const SIZES_FOLLOW = 1 << 3
const VERSION = 20
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const END_SIZE = 22
const MOST_ENTRIES = 0xfffe
const MOST_BYTES = 0xfffffffe

type Packed = Pick<ZipEntry, 'nameBytes' | 'method' | 'flags' | 'modified' | 'crc' | 'size' | 'data'>

/**
 * Writes entries in the given order. An entry of another package is copied with its compressed
 * bytes, checksum, method and time as they are.
 *
 * @throws RangeError when the result would need the 64-bit form of the format
 */
export function writeZip(entries: readonly (NewEntry | ZipEntry)[], compression: Compression): Uint8Array {
  const packed = entries.map((entry) => ('bytes' in entry ? pack(entry, compression) : entry))
  const total = packed.reduce((sum, e) => sum + LOCAL_SIZE + CENTRAL_SIZE + 2 * e.nameBytes.length + e.data.length, END_SIZE)
  if (packed.length > MOST_ENTRIES || total > MOST_BYTES) throw new RangeError('the package is too large for a plain zip file')

  const out = new Uint8Array(total)
  const view = new DataView(out.buffer)
  const starts: number[] = []
  let at = 0
  for (const entry of packed) {
    starts.push(at)
    view.setUint32(at, 0x04034b50, true)
    writeFields(view, at + 4, entry)
    out.set(entry.nameBytes, at + LOCAL_SIZE)
    out.set(entry.data, at + LOCAL_SIZE + entry.nameBytes.length)
    at += LOCAL_SIZE + entry.nameBytes.length + entry.data.length
  }
  const directory = at
  packed.forEach((entry, n) => {
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, VERSION, true)
    writeFields(view, at + 6, entry)
    view.setUint32(at + 42, starts[n] as number, true)
    out.set(entry.nameBytes, at + CENTRAL_SIZE)
    at += CENTRAL_SIZE + entry.nameBytes.length
  })
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, packed.length, true)
  view.setUint16(at + 10, packed.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

/** The fields that the local header and the directory have in common, from `version needed` on. */
function writeFields(view: DataView, at: number, entry: Packed): void {
  view.setUint16(at, VERSION, true)
  // Sizes stand in the header: none follow the data, also where they did in the package an entry comes from.
  view.setUint16(at + 2, entry.flags & ~SIZES_FOLLOW, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint32(at + 6, entry.modified, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.data.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, entry.nameBytes.length, true)
}

function pack({ name, bytes }: NewEntry, compression: Compression): Packed {
  const deflated = compression.deflateRaw(bytes)
  const smaller = deflated.length < bytes.length
  return {
    nameBytes: new TextEncoder().encode(name),
    method: smaller ? 8 : 0,
    flags: UTF8_NAME,
    modified: NO_TIME,
    crc: compression.crc32(bytes),
    size: bytes.length,
    data: smaller ? deflated : bytes,
  }
}
