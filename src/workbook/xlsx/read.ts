import type { Compression } from '../compression'
import type { Sheet, Workbook } from '../model'
import { READ_LIMITS, type ReadLimits } from './limits'
import type { CellContext } from './read/cells'
import { readCustomProperties } from './read/custom-properties'
import { foreignContent } from './read/foreign-content'
import { type OpenedWorkbook, openWorkbook, worksheets } from './read/open-workbook'
import { targetOf } from './read/package'
import { readSharedStrings } from './read/shared-strings'
import { readSheet } from './read/sheet'
import { readStyles } from './read/styles'

export interface ReadOptions {
  /** `nodeCompression` or `webCompression`; a parameter, so that neither drags the other into a bundle. */
  readonly compression: Compression
  /** Replaces single limits of `READ_LIMITS`. */
  readonly limits?: Partial<ReadLimits>
  /** Which sheets to read, by name; the others are left out of the result, as if they were not there. Absent: all. */
  readonly sheets?: (name: string) => boolean
}

/**
 * Reads a workbook (.xlsx, .xlsm, .xltx; ECMA-376 transitional and strict).
 *
 * Nothing is lost silently: what is read is whole, checked against its checksum and well-formed, or there is an error
 * that says where it is not. Nothing is run or followed: macros, links and embedded objects are only listed in `foreign`.
 * Chart sheets have no cells and are left out.
 *
 * @throws WorkbookError any code of `WORKBOOK_ERRORS`; nothing else, whatever the bytes are
 */
export function readWorkbook(bytes: Uint8Array, options: ReadOptions): Workbook {
  const opened = openWorkbook(bytes, options.compression, { ...READ_LIMITS, ...options.limits })
  const { parcel, part } = opened
  return {
    sheets: readSheets(opened, options.sheets ?? (() => true)),
    names: part.names,
    properties: readCustomProperties(parcel, targetOf(opened.ofPackage, 'custom-properties', 'customProperties')),
    foreign: foreignContent(parcel.zip, opened.relationships),
  }
}

function readSheets(opened: OpenedWorkbook, wanted: (name: string) => boolean): Sheet[] {
  const { parcel, part, relationships } = opened
  const { cells: limit } = parcel.limits
  const context: CellContext = {
    strings: readSharedStrings(parcel, targetOf(relationships, 'sharedStrings')),
    formats: readStyles(parcel, targetOf(relationships, 'styles')),
    from1904: part.from1904,
    budget: { cells: limit, limit },
  }
  const sheets: Sheet[] = []
  for (const sheet of worksheets(opened, wanted)) sheets.push(readSheet(parcel, sheet.part, sheet.name, sheet.visibility, context))
  return sheets
}
