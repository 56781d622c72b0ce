import { nodeCompression } from '../../src/workbook/compression/node'
import { extract, readZip } from '../../src/workbook/xlsx/zip'

/** A part of a package as text. */
export function partText(bytes: Uint8Array, part: string): string {
  const entry = readZip(bytes).find(part)
  if (!entry) throw new Error(`no part ${part}`)
  return Buffer.from(extract(entry, nodeCompression)).toString('utf8')
}

/** Names of all parts, in the package's order. */
export function partNames(bytes: Uint8Array): string[] {
  return readZip(bytes).entries.map(({ name }) => name)
}

/** Names of the parts whose compressed bytes, checksum or time differ, were added or are gone. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [a, b] = [before, after].map((bytes) => new Map(readZip(bytes).entries.map((e) => [e.name, `${e.crc} ${e.modified} ${e.method} ${Buffer.from(e.data).toString('base64')}`])))
  return [...new Set([...a!.keys(), ...b!.keys()])].filter((name) => a!.get(name) !== b!.get(name)).sort()
}
