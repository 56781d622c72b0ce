import zlib from 'node:zlib'

/** One entry of a hand-made zip file. What is not given is done properly; what is given may be a lie. */
export interface Entry {
  readonly name: string
  readonly data: string | Uint8Array
  /** 0 stored, 8 deflated (default). */
  readonly method?: number
  readonly crc?: number
  /** Inflated size to declare. */
  readonly size?: number
  readonly flags?: number
  /** Name in the local header, when it differs. */
  readonly localName?: string
  /** Offset of the local header to claim. */
  readonly offset?: number
  /** Bytes of the data as stored, when they are not made from `data`. */
  readonly stored?: Uint8Array
}

const UTF8 = 1 << 11

/** Bytes of a zip file with these entries in this order. */
export function zipOf(entries: readonly Entry[], options: { readonly zip64?: boolean; readonly comment?: string } = {}): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const raw = Buffer.from(entry.data)
    const method = entry.method ?? 8
    const stored = entry.stored ? Buffer.from(entry.stored) : method === 8 ? zlib.deflateRawSync(raw) : raw
    const fields = { flags: entry.flags ?? UTF8, method, crc: entry.crc ?? zlib.crc32(raw), packed: stored.length, size: entry.size ?? raw.length }
    const localName = Buffer.from(entry.localName ?? entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    common(local, 4, fields)
    local.writeUInt16LE(localName.length, 26)
    const name = Buffer.from(entry.name)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 4)
    common(head, 6, fields)
    head.writeUInt16LE(name.length, 28)
    head.writeUInt32LE(entry.offset ?? offset, 42)
    const extra = options.zip64 ? wideFields(head, fields, entry.offset ?? offset) : Buffer.alloc(0)
    locals.push(local, localName, stored)
    central.push(head, name, extra)
    offset += local.length + localName.length + stored.length
  }
  const directory = Buffer.concat(central)
  return Buffer.concat([...locals, directory, ...endOf(entries.length, directory.length, offset, options)])
}

function common(header: Buffer, at: number, fields: { flags: number; method: number; crc: number; packed: number; size: number }): void {
  header.writeUInt16LE(20, at)
  header.writeUInt16LE(fields.flags, at + 2)
  header.writeUInt16LE(fields.method, at + 4)
  header.writeUInt32LE(fields.crc, at + 10)
  header.writeUInt32LE(fields.packed, at + 14)
  header.writeUInt32LE(fields.size, at + 18)
}

/** Moves sizes and offset into the 64-bit extra field. */
function wideFields(head: Buffer, fields: { packed: number; size: number }, offset: number): Buffer {
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(fields.size), 4)
  extra.writeBigUInt64LE(BigInt(fields.packed), 12)
  extra.writeBigUInt64LE(BigInt(offset), 20)
  for (const at of [20, 24, 42]) head.writeUInt32LE(0xffffffff, at)
  head.writeUInt16LE(extra.length, 30)
  return extra
}

function endOf(count: number, length: number, offset: number, options: { readonly zip64?: boolean; readonly comment?: string }): Buffer[] {
  const comment = Buffer.from(options.comment ?? '')
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(options.zip64 ? 0xffff : count, 8)
  end.writeUInt16LE(options.zip64 ? 0xffff : count, 10)
  end.writeUInt32LE(options.zip64 ? 0xffffffff : length, 12)
  end.writeUInt32LE(options.zip64 ? 0xffffffff : offset, 16)
  end.writeUInt16LE(comment.length, 20)
  if (!options.zip64) return [end, comment]
  const wide = Buffer.alloc(56)
  wide.writeUInt32LE(0x06064b50, 0)
  wide.writeBigUInt64LE(44n, 4)
  wide.writeBigUInt64LE(BigInt(count), 24)
  wide.writeBigUInt64LE(BigInt(count), 32)
  wide.writeBigUInt64LE(BigInt(length), 40)
  wide.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + length), 8)
  locator.writeUInt32LE(1, 16)
  return [wide, locator, end, comment]
}
