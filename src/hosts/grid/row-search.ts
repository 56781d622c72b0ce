/**
 * Conditions that only look for a text in a cell of the same row, as the marks of a check are shown:
 * `ISNUMBER(SEARCH("|"&COLUMN(A4)&":e|",$Z4))`. The formula engine would work out one formula for every cell of every
 * sheet after every entry; looking for the text takes no time, so these are worked out when a cell is drawn.
 */
import type { Area } from '../../workbook/model'
import { columnNumber } from '../../workbook/address'

/** True: the condition holds in this cell (1-based) of the area. `textAt`: what a cell of the sheet holds, as text. */
export type RowSearch = (row: number, column: number, textAt: (row: number, column: number) => string) => boolean

const SHAPE = /^ISNUMBER\(SEARCH\((.+),(\$?)([A-Z]{1,3})(\$?)(\d+)\)\)$/i
const PART = /^(?:"((?:[^"]|"")*)"|COLUMN\((\$?)([A-Z]{1,3})\$?\d+\))(?:&|$)/i

/** Undefined: a condition of another kind. */
export function rowSearch(formula: string, area: Area): RowSearch | undefined {
  const [, wanted, fixedColumn, letters, fixedRow, row] = SHAPE.exec(formula) ?? []
  const within = letters === undefined ? undefined : columnNumber(letters)
  const parts = wanted === undefined ? undefined : partsOf(wanted)
  if (!parts || within === undefined) return undefined
  return (atRow, atColumn, textAt) => {
    const [down, across] = [atRow - area.top, atColumn - area.left]
    const text = parts.map((part) => (typeof part === 'string' ? part : String(part.column + (part.fixed ? 0 : across)))).join('')
    const held = textAt(Number(row) + (fixedRow ? 0 : down), within + (fixedColumn ? 0 : across))
    return held.toLowerCase().includes(text.toLowerCase())
  }
}

type Part = string | { readonly column: number; readonly fixed: boolean }

function partsOf(expression: string): Part[] | undefined {
  const parts: Part[] = []
  for (let rest = expression; rest !== ''; ) {
    const [all, literal, fixed, letters] = PART.exec(rest) ?? []
    if (all === undefined) return undefined
    const column = letters === undefined ? undefined : columnNumber(letters)
    // SEARCH takes these for any character, and no mark has them.
    if (literal !== undefined ? /[?*~]/.test(literal) : column === undefined) return undefined
    parts.push(literal !== undefined ? literal.replaceAll('""', '"') : { column: column!, fixed: fixed === '$' })
    rest = rest.slice(all.length)
  }
  return parts.length > 0 ? parts : undefined
}
