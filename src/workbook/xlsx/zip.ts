/**
 * The package as a zip file (APPNOTE 6.3): its central directory, and the bytes of one entry.
 * The directory alone is believed, after it was held against the local headers: two readers must not see
 * two different files. Nothing is inflated before it is asked for.
 */
import { type Compression, OutputTooLarge } from '../compression'
import { WorkbookError } from '../error'
import { READ_LIMITS, type ReadLimits, inMiB } from './limits'
import { type EndRecord, findEnd } from './zip/end-record'
import { type ZipEntry, readEntry } from './zip/entry'

export type { ZipEntry }

export interface Zip {
  /** In the directory's order. */
  readonly entries: readonly ZipEntry[]
  /** The entry of a part, whatever its slashes and case; undefined when there is none. */
  find(part: string): ZipEntry | undefined
}

/** What two spellings of one part name have in common: no leading slash, forward slashes, lower case (OPC 6.2.2). */
export function partKey(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()
}

/**
 * Reads the directory of a package.
 *
 * @throws WorkbookError `file/empty`, `file/too-large`, `file/not-a-workbook`, `file/truncated`, `file/damaged-zip`,
 *   `file/too-many-entries`, `file/package-too-large`, `file/duplicate-entry`, `file/overlapping-entries`, `file/unsafe-name`
 */
export function readZip(bytes: Uint8Array, limits: ReadLimits = READ_LIMITS): Zip {
  if (bytes.length === 0) throw new WorkbookError('file/empty', {})
  if (bytes.length > limits.fileBytes) throw new WorkbookError('file/too-large', { size: inMiB(bytes.length), limit: inMiB(limits.fileBytes) })
  const end = findEnd(bytes)
  if (end.entries > limits.entries) throw new WorkbookError('file/too-many-entries', { count: end.entries, limit: limits.entries })
  const entries = readEntries(bytes, end)
  const parts = byKey(entries)
  refuseOverlaps(entries, end)
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > limits.packageBytes) {
    throw new WorkbookError('file/package-too-large', { limit: inMiB(limits.packageBytes) })
  }
  return { entries, find: (part) => parts.get(partKey(part)) }
}

function readEntries(bytes: Uint8Array, end: EndRecord): ZipEntry[] {
  const entries: ZipEntry[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = end.directoryStart
  for (let n = 0; n < end.entries; n++) {
    const { entry, next } = readEntry(view, bytes, at, end)
    entries.push(entry)
    at = next
  }
  if (at !== end.directoryEnd) throw new WorkbookError('file/damaged-zip', { part: '' })
  return entries
}

function byKey(entries: readonly ZipEntry[]): Map<string, ZipEntry> {
  const parts = new Map<string, ZipEntry>()
  for (const entry of entries) {
    const key = partKey(entry.name)
    if (parts.has(key)) throw new WorkbookError('file/duplicate-entry', { part: entry.name })
    parts.set(key, entry)
  }
  return parts
}

/** Entries that share bytes are how a small file claims to be a huge one. */
function refuseOverlaps(entries: readonly ZipEntry[], end: EndRecord): void {
  const ordered = [...entries].sort((a, b) => a.start - b.start)
  ordered.forEach((entry, n) => {
    const next = ordered[n + 1]
    if (entry.end > (next ? next.start : end.directoryStart)) {
      throw new WorkbookError('file/overlapping-entries', { part: entry.name, other: next?.name ?? '' })
    }
  })
}

/** A deflate stream gives at most 1,032 bytes for one (RFC 1951: 258 bytes for two bits). */
const MOST_EXPANSION = 1032

/**
 * The inflated bytes of an entry, held to its declared size and checksum.
 *
 * @throws WorkbookError `file/encrypted-entry`, `file/unsupported-compression`, `file/part-too-large`,
 *   `file/damaged-part`, `file/checksum`
 */
export function extract(entry: ZipEntry, compression: Compression, limits: ReadLimits = READ_LIMITS): Uint8Array {
  const part = entry.name
  if (entry.flags & 1) throw new WorkbookError('file/encrypted-entry', { part })
  if (entry.size > limits.partBytes) throw new WorkbookError('file/part-too-large', { part, limit: inMiB(limits.partBytes) })
  const bytes = entry.method === 0 ? entry.data : inflate(entry, compression)
  if (bytes.length !== entry.size) throw new WorkbookError('file/damaged-part', { part })
  if (compression.crc32(bytes) !== entry.crc) throw new WorkbookError('file/checksum', { part })
  return bytes
}

function inflate(entry: ZipEntry, compression: Compression): Uint8Array {
  const part = entry.name
  if (entry.method !== 8) throw new WorkbookError('file/unsupported-compression', { part, method: entry.method })
  // Keeps a false size from reserving memory that the stream cannot fill.
  if (entry.size > entry.data.length * MOST_EXPANSION) throw new WorkbookError('file/damaged-part', { part })
  try {
    return compression.inflateRaw(entry.data, entry.size)
  } catch (error) {
    if (error instanceof OutputTooLarge) throw new WorkbookError('file/damaged-part', { part })
    throw new WorkbookError('file/damaged-part', { part }, { cause: error })
  }
}
