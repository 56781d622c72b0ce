import { WorkbookError } from '../../error'

/** Where the central directory lies (APPNOTE 4.3.14 to 4.3.16). */
export interface EndRecord {
  readonly entries: number
  readonly directoryStart: number
  /** Offset of the byte after the directory. */
  readonly directoryEnd: number
}

const LOCAL = 0x04034b50
const END = 0x06054b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const LOCATOR64 = 0x07064b50
const END64 = 0x06064b50

/**
 * Finds the end record, the last thing in a zip file.
 *
 * @throws WorkbookError `file/not-a-workbook` when the file does not even begin as a zip,
 *   `file/truncated` when its end is missing, `file/damaged-zip` when the record contradicts the file
 */
export function findEnd(bytes: Uint8Array): EndRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const begins = bytes.length >= 4 ? view.getUint32(0, true) : 0
  if (begins !== LOCAL && begins !== END) throw new WorkbookError('file/not-a-workbook', {})
  for (let at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) === END && at + END_SIZE + view.getUint16(at + 20, true) <= bytes.length) return endRecord(view, at)
  }
  throw new WorkbookError('file/truncated', {})
}

function endRecord(view: DataView, at: number): EndRecord {
  const found = at >= 20 && view.getUint32(at - 20, true) === LOCATOR64 ? endRecord64(view, at - 20) : endRecord32(view, at)
  const { entries, directoryStart, directoryEnd } = found
  // 46 bytes is the smallest entry: a count that cannot fit is refused before anything is reserved for it.
  const fits = directoryStart >= 0 && directoryEnd >= directoryStart && directoryEnd <= at && entries * 46 <= directoryEnd - directoryStart
  if (!fits) throw new WorkbookError('file/damaged-zip', { part: '' })
  return found
}

function endRecord32(view: DataView, at: number): EndRecord {
  const size = view.getUint32(at + 12, true)
  const start = view.getUint32(at + 16, true)
  return { entries: view.getUint16(at + 10, true), directoryStart: start, directoryEnd: start + size }
}

/** The 64-bit form, which some producers write for files of any size. */
function endRecord64(view: DataView, locator: number): EndRecord {
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > locator || view.getUint32(at, true) !== END64) throw new WorkbookError('file/damaged-zip', { part: '' })
  const size = Number(view.getBigUint64(at + 40, true))
  const start = Number(view.getBigUint64(at + 48, true))
  return { entries: Number(view.getBigUint64(at + 32, true)), directoryStart: start, directoryEnd: start + size }
}
