/** What a defined name refers to, as far as it is one cell or one area of a sheet. */
import type { GridArea, GridBook } from './grid'

export interface Place {
  readonly sheet: string
  readonly area: GridArea
}

/** A1-style area behind a sheet name, quoted or not, absolute or not; `$` signs are optional. */
const REFERENCE = /^=?(?:'((?:[^']|'')+)'|([^'!,()]+))!\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/

/** The place a workbook's name refers to, whatever its case; undefined when it is missing, broken (`#REF!`) or no area. */
export function placeOf(book: GridBook, name: string): Place | undefined {
  const wanted = name.toLowerCase()
  for (const { name: candidate, refersTo } of book.names) {
    const place = candidate.toLowerCase() === wanted ? parsePlace(refersTo) : undefined
    if (place && book.sheets.some((sheet) => sheet.name === place.sheet)) return place
  }
  return undefined
}

/** Sheet and area of a defined name; undefined for one that stands for anything else (a formula, several areas, `#REF!`). */
export function parsePlace(refersTo: string): Place | undefined {
  const match = REFERENCE.exec(refersTo.trim())
  if (!match) return undefined
  const [, quoted, plain, left, top, right = left, bottom = top] = match
  return {
    sheet: (quoted ?? plain ?? '').replaceAll("''", "'"),
    area: { top: Number(top), left: columnOf(left as string), bottom: Number(bottom), right: columnOf(right as string) },
  }
}

function columnOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)
}
