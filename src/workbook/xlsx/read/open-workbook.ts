import type { Compression } from '../../compression'
import { WorkbookError } from '../../error'
import type { Visibility } from '../../model'
import type { ReadLimits } from '../limits'
import { readZip } from '../zip'
import { type OpenPackage, type Relationship, openPackage, targetOf } from './package'
import { refuseOtherFiles, refuseOtherOffice, refuseOtherPackages } from './recognise'
import { type WorkbookPart, readWorkbookPart } from './workbook-part'

/** A workbook of which no more is read than its list of sheets. */
export interface OpenedWorkbook {
  readonly parcel: OpenPackage
  readonly part: WorkbookPart
  readonly ofPackage: readonly Relationship[]
  /** Those of the workbook part. */
  readonly relationships: readonly Relationship[]
}

/**
 * Opens a package and finds the workbook in it.
 *
 * @throws WorkbookError for a file that is none, and what `readZip` and `readWorkbookPart` throw
 */
export function openWorkbook(bytes: Uint8Array, compression: Compression, limits: ReadLimits): OpenedWorkbook {
  if (bytes.length === 0) throw new WorkbookError('file/empty', {})
  refuseOtherFiles(bytes)
  const zip = readZip(bytes, limits)
  refuseOtherPackages(zip, compression, limits)
  const parcel = openPackage(zip, compression, limits)
  const ofPackage = parcel.relationships('')
  const main = targetOf(ofPackage, 'officeDocument')
  if (main === undefined) throw new WorkbookError('file/no-workbook', {})
  refuseOtherOffice(main)
  return { parcel, part: readWorkbookPart(parcel, main), ofPackage, relationships: parcel.relationships(main) }
}

/** A sheet with cells, and the part that holds them. */
export interface Worksheet {
  readonly name: string
  readonly visibility: Visibility
  readonly part: string
}

/**
 * The sheets that are wanted, in their order; chart sheets, which have no cells, are left out.
 *
 * @throws WorkbookError `file/missing-part`, `file/duplicate-entry`, when the sheet's turn comes
 */
export function* worksheets({ part, relationships }: OpenedWorkbook, wanted: (name: string) => boolean): Generator<Worksheet> {
  const byId = new Map([...relationships].reverse().map((one) => [one.id, one]))
  const seen = new Set<string>()
  for (const { name, visibility, relationship } of part.sheets) {
    const found = byId.get(relationship)
    if (!found) throw new WorkbookError('file/missing-part', { part: name })
    if (found.type !== 'worksheet' || !wanted(name)) continue
    // One part as many sheets multiplies the work of reading it.
    if (seen.has(found.target)) throw new WorkbookError('file/duplicate-entry', { part: found.target })
    seen.add(found.target)
    yield { name, visibility, part: found.target }
  }
}
