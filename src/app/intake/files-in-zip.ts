/** Returns often come as one zip: its files, each loaded when its turn has come. */
import type { Compression } from '../../workbook/compression'
import { READ_LIMITS, type ReadLimits } from '../../workbook/xlsx/limits'
import { extract, readZip, type ZipEntry } from '../../workbook/xlsx/zip'
import type { IncomingFile } from './incoming'

/** Each file in it may be as large as one that comes by itself; number and sum are bounded as for any package. */
const LIMITS: ReadLimits = { ...READ_LIMITS, partBytes: READ_LIMITS.fileBytes }

const UTF8_NAME = 1 << 11
const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * The files of a zip, under its name: `第4周.zip/党群/U001.xlsx`. Folders are left out; a zip within it stays a file.
 * Names are only shown and looked into: nothing is ever unpacked to where they point.
 *
 * @throws WorkbookError when it is no zip, is damaged, or holds more than {@link READ_LIMITS} allow. What is wrong with a
 *   single file (a password, a checksum) is thrown when that file is loaded.
 */
export function filesInZip(name: string, bytes: Uint8Array, compression: Compression): IncomingFile[] {
  return readZip(bytes, LIMITS)
    .entries.filter((entry) => !/[\\/]$/.test(entry.name))
    .map((entry) => {
      const modified = dosTime(entry.modified)
      return {
        name: `${name}/${nameOf(entry)}`,
        ...(modified !== undefined && { modified }),
        // A copy: what is loaded may be handed over to a worker, and several files lie in one buffer.
        load: () => new Uint8Array(extract(entry, compression, LIMITS)),
      }
    })
}

/** Programs that do not say that a name is UTF-8 write it all the same (macOS), or in the system's code page: GBK where this is used. */
function nameOf({ name, nameBytes, flags }: ZipEntry): string {
  if (flags & UTF8_NAME) return slashes(name)
  try {
    return slashes(strictUtf8.decode(nameBytes))
  } catch {
    return slashes(new TextDecoder('gbk').decode(nameBytes))
  }
}

const slashes = (name: string): string => name.replaceAll('\\', '/')

/** ISO local time of DOS date (high 16 bits) and time (low 16); undefined for a date that is none. */
function dosTime(stamp: number): string | undefined {
  const [month, day] = [(stamp >>> 21) & 15, (stamp >>> 16) & 31]
  if (month < 1 || month > 12 || day < 1) return undefined
  const two = (n: number) => String(n).padStart(2, '0')
  return `${1980 + (stamp >>> 25)}-${two(month)}-${two(day)}T${two((stamp >>> 11) & 31)}:${two((stamp >>> 5) & 63)}:${two((stamp & 31) * 2)}`
}
