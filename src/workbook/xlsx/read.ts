import type { Compression } from '../compression'
import { WorkbookError } from '../error'
import type { Sheet, Workbook } from '../model'
import { READ_LIMITS, type ReadLimits } from './limits'
import type { CellContext } from './read/cells'
import { readCustomProperties } from './read/custom-properties'
import { foreignContent } from './read/foreign-content'
import { type OpenPackage, type Relationship, openPackage } from './read/package'
import { refuseOtherFiles, refuseOtherOffice, refuseOtherPackages } from './read/recognise'
import { readSharedStrings } from './read/shared-strings'
import { readSheet } from './read/sheet'
import { readStyles } from './read/styles'
import { type WorkbookPart, readWorkbookPart } from './read/workbook-part'
import { readZip } from './zip'

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
  const limits = { ...READ_LIMITS, ...options.limits }
  if (bytes.length === 0) throw new WorkbookError('file/empty', {})
  refuseOtherFiles(bytes)
  const zip = readZip(bytes, limits)
  refuseOtherPackages(zip, options.compression, limits)
  const parcel = openPackage(zip, options.compression, limits)

  const ofPackage = parcel.relationships('')
  const main = targetOf(ofPackage, 'officeDocument')
  if (main === undefined) throw new WorkbookError('file/no-workbook', {})
  refuseOtherOffice(main)
  const part = readWorkbookPart(parcel, main)
  const relationships = parcel.relationships(main)
  return {
    sheets: readSheets(parcel, part, relationships, options.sheets ?? (() => true)),
    names: part.names,
    properties: readCustomProperties(parcel, targetOf(ofPackage, 'custom-properties', 'customProperties')),
    foreign: foreignContent(zip, relationships),
  }
}

/** The part that the first relationship of one of these types leads to; strict packages spell some types another way. */
function targetOf(relationships: readonly Relationship[], ...types: readonly string[]): string | undefined {
  return relationships.find(({ type, external }) => types.includes(type) && !external)?.target
}

function readSheets(parcel: OpenPackage, part: WorkbookPart, relationships: readonly Relationship[], wanted: (name: string) => boolean): Sheet[] {
  const { cells: limit } = parcel.limits
  const context: CellContext = {
    strings: readSharedStrings(parcel, targetOf(relationships, 'sharedStrings')),
    formats: readStyles(parcel, targetOf(relationships, 'styles')),
    from1904: part.from1904,
    budget: { cells: limit, limit },
  }
  const byId = new Map([...relationships].reverse().map((one) => [one.id, one]))
  const sheets: Sheet[] = []
  const seen = new Set<string>()
  for (const { name, visibility, relationship } of part.sheets) {
    const found = byId.get(relationship)
    if (!found) throw new WorkbookError('file/missing-part', { part: name })
    if (found.type !== 'worksheet' || !wanted(name)) continue
    // One part as many sheets multiplies the work of reading it.
    if (seen.has(found.target)) throw new WorkbookError('file/duplicate-entry', { part: found.target })
    seen.add(found.target)
    sheets.push(readSheet(parcel, found.target, name, visibility, context))
  }
  return sheets
}
