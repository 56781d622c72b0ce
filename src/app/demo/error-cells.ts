/**
 * Makes error values of formulas that stand for them: a new workbook's description has no place
 * for an error, and a formula such as VLOOKUP leaves one behind soon enough.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { ERROR_FORMULA } from './spec-edit'

const STAND_IN = new RegExp(` t="str"><f>${ERROR_FORMULA.replace(/[()]/g, '\\$&')}</f><v>`, 'g')

/** The same package when no sheet has such a cell. */
export function withErrorCells(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, part] of Object.entries(parts)) {
    if (!name.startsWith('xl/worksheets/')) continue
    parts[name] = strToU8(strFromU8(part).replace(STAND_IN, ` t="e"><f>${ERROR_FORMULA}</f><v>`))
  }
  // A fixed date: the same input gives the same bytes.
  return zipSync(parts, { mtime: '2005-01-01' })
}
