import type { Compression } from '../../compression'
import { WorkbookError } from '../../error'
import type { ReadLimits } from '../limits'
import { type Zip, extract } from '../zip'

/** Begins a compound file: Excel 97-2003, and also a package behind a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** A package begins with `PK`. */
const P = 0x50

/**
 * Tells people what a file is that is no package.
 *
 * @throws WorkbookError `file/password`, `file/old-xls`, `file/xml-2003`, `file/html`; returns when it may be a package
 */
export function refuseOtherFiles(bytes: Uint8Array): void {
  if (COMPOUND_FILE.every((byte, n) => bytes[n] === byte)) {
    // The directory of a compound file names its streams in UTF-16 (MS-CFB 2.6.1).
    throw contains(bytes, utf16('EncryptedPackage')) ? new WorkbookError('file/password', {}) : new WorkbookError('file/old-xls', {})
  }
  if (bytes[0] === P) return
  const beginning = new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).trimStart().toLowerCase()
  if (beginning.includes('progid="excel.sheet"') || beginning.includes('urn:schemas-microsoft-com:office:spreadsheet')) throw new WorkbookError('file/xml-2003', {})
  if (/^(ï»¿)?\s*<(!doctype html|html|head|table|meta|\?xml[^>]*>\s*<html)/.test(beginning)) throw new WorkbookError('file/html', {})
}

/**
 * Tells people what a package is that is no xlsx.
 *
 * @throws WorkbookError `file/ods`, `file/other-office`
 */
export function refuseOtherPackages(zip: Zip, compression: Compression, limits: ReadLimits): void {
  const mimetype = zip.find('mimetype')
  if (!mimetype || mimetype.size > 200) return
  const type = new TextDecoder('latin1').decode(extract(mimetype, compression, limits))
  if (type.startsWith('application/vnd.oasis.opendocument.spreadsheet')) throw new WorkbookError('file/ods', {})
  throw new WorkbookError('file/other-office', { kind: type.replace(/^application\/(vnd\.oasis\.opendocument\.)?/, '') })
}

/**
 * Tells by the main part of an Office package what it is.
 *
 * @throws WorkbookError `file/xlsb`, `file/other-office`
 */
export function refuseOtherOffice(mainPart: string): void {
  const key = mainPart.toLowerCase()
  if (key.endsWith('.bin')) throw new WorkbookError('file/xlsb', {})
  if (key.startsWith('word/')) throw new WorkbookError('file/other-office', { kind: 'Word' })
  if (key.startsWith('ppt/')) throw new WorkbookError('file/other-office', { kind: 'PowerPoint' })
  if (key.startsWith('visio/')) throw new WorkbookError('file/other-office', { kind: 'Visio' })
}

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => [character.charCodeAt(0), 0]))
}

function contains(bytes: Uint8Array, what: Uint8Array): boolean {
  for (let at = bytes.indexOf(what[0]!); at >= 0; at = bytes.indexOf(what[0]!, at + 1)) {
    let n = 1
    while (n < what.length && bytes[at + n] === what[n]) n++
    if (n === what.length) return true
  }
  return false
}
