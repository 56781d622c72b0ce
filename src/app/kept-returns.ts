/**
 * Returns as the office's workbook keeps them: packed, as JSON, deflated, base64. What comes back out of a
 * workbook is bounded while it inflates, and is not used unless it is what it says.
 */
import type { Definition } from '../domain/campaign/schema'
import { packReturn, unpackReturn, type PackedReturn } from '../domain/returns/pack-return'
import { sha256 } from '../domain/returns/sha256'
import type { Return } from '../domain/returns/return'
import type { StoredReturn } from '../reports/office/state'
import type { Compression } from '../workbook/compression'

/** A return with what its workbook alone can tell: plain data, so that a worker can hand it over. */
export interface KeptReturn {
  readonly packed: PackedReturn
  /** Names of all sheets of its workbook, in their order: findings are told in it. */
  readonly sheets: readonly string[]
}

/** Characters of JSON; the largest return that issued workbooks can hold is a fraction of it. */
const LONGEST = 16_000_000

/** A return as it is kept; `sheets`: what its workbook calls them, by which places are told later. */
export function keptReturn(ret: Return, sheets: readonly string[]): KeptReturn {
  return { packed: packReturn(ret), sheets }
}

/** `known`: what is kept already; given back when it says the same, however it was compressed. */
export function storedReturn(kept: KeptReturn, definition: Definition, known: StoredReturn | undefined, compression: Compression): StoredReturn {
  const json = JSON.stringify(kept)
  const digest = sha256(json).slice(0, 16)
  const by = definitionHash(definition)
  if (known && known.digest === digest && known.definition === by) return known
  const bytes = new TextEncoder().encode(json)
  return { content: kept.packed.content, definition: by, digest, length: bytes.length, text: base64(compression.deflateRaw(bytes)) }
}

/** Undefined for what is damaged or is not the return it says it is. */
export function readStored({ content, length, text }: StoredReturn, compression: Compression): { readonly ret: Return; readonly sheets: readonly string[] } | undefined {
  let kept: Partial<KeptReturn>
  try {
    if (length > LONGEST) return undefined
    const bytes = bytesOf(text)
    kept = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(compression.inflateRaw(bytes, length))) as Partial<KeptReturn>
  } catch {
    // Whatever is wrong with it (base64, deflate stream, size, UTF-8, JSON), it is no return.
    return undefined
  }
  const ret = unpackReturn(kept.packed)
  return ret && ret.contentHash === content ? { ret, sheets: Array.isArray(kept.sheets) ? kept.sheets : [] } : undefined
}

const hashes = new WeakMap<Definition, string>()

/** 16 hex digits over the whole definition: what else it says decides how a return is read, and what is found in it. */
export function definitionHash(definition: Definition): string {
  const known = hashes.get(definition)
  if (known !== undefined) return known
  const hash = sha256(JSON.stringify(definition)).slice(0, 16)
  hashes.set(definition, hash)
  return hash
}

function bytesOf(text: string): Uint8Array {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}
