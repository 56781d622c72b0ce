import type { Compression } from '../../compression'
import { WorkbookError } from '../../error'
import { toUtf8 } from '../read/encoding'
import { XML_HEADER } from '../write/xml'
import { type NewEntry, writeZip } from '../write/zip'
import { type Zip, type ZipEntry, extract, partKey } from '../zip'

/** A package being changed: parts are read and replaced by name; what is not replaced is copied as it is compressed. */
export class PackageDraft {
  private readonly changed = new Map<string, Uint8Array>()
  private readonly removed = new Set<string>()
  private readonly added: NewEntry[] = []

  constructor(
    private readonly bytes: Uint8Array,
    private readonly zip: Zip,
    private readonly compression: Compression,
  ) {}

  has(part: string): boolean {
    return this.zip.find(part) !== undefined || this.added.some(({ name }) => partKey(name) === partKey(part))
  }

  /** A part in UTF-8, with the changes made so far. A part in another encoding says so no longer. @throws WorkbookError */
  read(part: string): Uint8Array {
    const changed = this.changed.get(partKey(part))
    if (changed) return changed
    const entry = this.zip.find(part)
    if (!entry) throw new WorkbookError('file/missing-part', { part })
    const stored = extract(entry, this.compression)
    const utf8 = toUtf8(stored, part)
    return utf8 === stored ? stored : new TextEncoder().encode(new TextDecoder().decode(utf8).replace(/^(<\?xml[^>]*\?>\s*)?/, XML_HEADER))
  }

  /** Replaces a part; the bytes that `read` gave change nothing. */
  replace(part: string, before: Uint8Array, after: Uint8Array): void {
    if (after !== before) this.changed.set(partKey(part), after)
  }

  /** Reads a part, changes it, puts it back. */
  edit(part: string, change: (bytes: Uint8Array) => Uint8Array): void {
    const before = this.read(part)
    this.replace(part, before, change(before))
  }

  add(name: string, xml: string): void {
    this.added.push({ name, bytes: new TextEncoder().encode(xml) })
  }

  remove(part: string): void {
    this.removed.add(partKey(part))
  }

  /** The package; the very bytes it began as when nothing was changed. */
  finish(): Uint8Array {
    if (this.changed.size === 0 && this.removed.size === 0 && this.added.length === 0) return this.bytes
    const kept = this.zip.entries.filter(({ name }) => !this.removed.has(partKey(name)))
    return writeZip([...kept.map((entry) => this.current(entry)), ...this.added], this.compression)
  }

  private current(entry: ZipEntry): NewEntry | ZipEntry {
    const bytes = this.changed.get(partKey(entry.name))
    return bytes ? { name: entry.name, bytes } : entry
  }
}
