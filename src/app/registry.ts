/** A registry out of its files: workbooks or comma-separated text, in the encodings offices have. */
import type { Definition } from '../domain/campaign/schema'
import { parseDelimited } from '../domain/registry/delimited'
import { parseRegistry } from '../domain/registry/parse-registry'
import { registryFinding } from '../domain/registry/registry-report'
import type { RegistryReading } from '../domain/registry/registry-reading'
import type { Finding } from '../domain/returns/finding'
import type { Grid } from '../domain/returns/grid'
import type { Language } from '../domain/text'
import type { WorkbookFormat } from './ports'

export interface RegistryFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface RegistryOptions {
  readonly definition: Definition
  /** Language of the headings that findings name. */
  readonly language: Language
  readonly format: Pick<WorkbookFormat, 'read'>
}

/**
 * Reads a registry: units, and members where a further sheet or file has them. What is wrong
 * with it is in the findings (`registry/…`). Throws WorkbookError for a file that is a workbook
 * but cannot be read.
 */
export function readRegistry(files: readonly RegistryFile[], { definition, language, format }: RegistryOptions): RegistryReading {
  const findings: Finding[] = []
  const grids = files.flatMap(({ name, bytes }): readonly Grid[] => (isPackage(bytes) ? format.read(bytes).sheets.filter(({ visibility }) => visibility === 'visible') : [textGrid(name, bytes, findings)]))
  const reading = parseRegistry(grids, definition, language)
  return { ...reading, findings: [...findings, ...reading.findings] }
}

/** A zip package (.xlsx) or an OLE container (.xls, or one with a password): the reader says which it cannot take. */
function isPackage(bytes: Uint8Array): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf)
}

function textGrid(name: string, bytes: Uint8Array, findings: Finding[]): Grid {
  const text = decodedText(bytes)
  // A replacement character: neither encoding fits, or the file was damaged on its way.
  if (text.includes('\uFFFD')) findings.push(registryFinding('registry/encoding', { sheet: name }))
  const { grid, unclosed } = parseDelimited(text, name)
  if (unclosed !== undefined) findings.push(registryFinding('registry/unclosed-quote', { sheet: name, row: unclosed, params: { row: unclosed } }))
  return grid
}

/**
 * By its byte order mark, else UTF-8 if it is valid UTF-8, else GB18030, which Chinese Excel writes
 * and of which GBK and GB2312 are parts. Chinese text in GB18030 is next to never valid UTF-8.
 */
function decodedText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
