import { WorkbookError } from '../../error'
import type { EndRecord } from './end-record'

export interface ZipEntry {
  /** As stored, e.g. `xl/workbook.xml`. Other producers write `/xl\\Workbook.xml`: compare by `partKey`. */
  readonly name: string
  /** The name's bytes, to copy an entry as it is. */
  readonly nameBytes: Uint8Array
  /** 0 stored, 8 deflated; others cannot be extracted. */
  readonly method: number
  /** General purpose flags; bit 0 encrypted, bit 3 sizes follow the data, bit 11 name in UTF-8. */
  readonly flags: number
  /** DOS date (high 16 bits) and time (low 16 bits). */
  readonly modified: number
  /** CRC-32 of the inflated bytes, unsigned. */
  readonly crc: number
  /** Inflated size in bytes, as declared; extraction holds the entry to it. */
  readonly size: number
  /** The compressed bytes: a view on the file. */
  readonly data: Uint8Array
  /** Offsets in the file of the local header's first byte and of the byte after the data. */
  readonly start: number
  readonly end: number
}

const CENTRAL = 0x02014b50
const CENTRAL_SIZE = 46
const LOCAL = 0x04034b50
const LOCAL_SIZE = 30
const UTF8_NAME = 1 << 11
/** Says that the true number stands in the 64-bit extra field. */
const IN_EXTRA = 0xffffffff

const utf8 = new TextDecoder('utf-8')
const latin1 = new TextDecoder('latin1')

/**
 * One entry of the central directory (APPNOTE 4.3.12), with its data located through the local header.
 *
 * @throws WorkbookError `file/damaged-zip`, `file/unsafe-name`
 */
export function readEntry(view: DataView, bytes: Uint8Array, at: number, end: EndRecord): { entry: ZipEntry; next: number } {
  if (at + CENTRAL_SIZE > end.directoryEnd || view.getUint32(at, true) !== CENTRAL) throw new WorkbookError('file/damaged-zip', { part: '' })
  const nameEnd = at + CENTRAL_SIZE + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > end.directoryEnd) throw new WorkbookError('file/damaged-zip', { part: '' })

  const nameBytes = bytes.subarray(at + CENTRAL_SIZE, nameEnd)
  const flags = view.getUint16(at + 8, true)
  const name = (flags & UTF8_NAME ? utf8 : latin1).decode(nameBytes)
  refuseUnsafe(name)

  const sizes = wide(view, nameEnd, extraEnd, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)])
  const [size, compressedSize, start] = sizes
  const dataStart = localDataStart(view, bytes, start, nameBytes, name, end)
  const dataEnd = dataStart + compressedSize
  if (dataEnd > end.directoryStart) throw new WorkbookError('file/damaged-zip', { part: name })
  const entry: ZipEntry = {
    name,
    nameBytes,
    method: view.getUint16(at + 10, true),
    flags,
    modified: view.getUint32(at + 12, true),
    crc: view.getUint32(at + 16, true),
    size,
    data: bytes.subarray(dataStart, dataEnd),
    start,
    end: dataEnd,
  }
  return { entry, next }
}

/** A name that would leave the folder it is unpacked into, or that hides something. Parts are never unpacked here; other tools do. */
function refuseUnsafe(name: string): void {
  const segments = name.split(/[/\\]/)
  const control = [...name].some((character) => character < ' ')
  if (name === '' || control || segments.includes('..') || /^[A-Za-z]:/.test(name)) throw new WorkbookError('file/unsafe-name', { part: name })
}

/** Inflated size, compressed size and offset, from the 64-bit extra field (id 1) where the 32-bit ones say so. */
function wide(view: DataView, from: number, to: number, narrow: [number, number, number]): [number, number, number] {
  if (!narrow.includes(IN_EXTRA)) return narrow
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    return narrow.map((value) => {
      if (value !== IN_EXTRA || field + 8 > to) return value
      field += 8
      return Number(view.getBigUint64(field - 8, true))
    }) as [number, number, number]
  }
  return narrow
}

/** Where the data begins: after the local header, which must name the same entry. */
function localDataStart(view: DataView, bytes: Uint8Array, start: number, nameBytes: Uint8Array, name: string, end: EndRecord): number {
  const broken = () => new WorkbookError('file/damaged-zip', { part: name })
  if (start + LOCAL_SIZE > end.directoryStart || view.getUint32(start, true) !== LOCAL) throw broken()
  const nameStart = start + LOCAL_SIZE
  const nameLength = view.getUint16(start + 26, true)
  if (nameLength !== nameBytes.length || nameStart + nameLength > end.directoryStart) throw broken()
  for (let n = 0; n < nameLength; n++) if (bytes[nameStart + n] !== nameBytes[n]) throw broken()
  return nameStart + nameLength + view.getUint16(start + 28, true)
}
