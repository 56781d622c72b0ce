/**
 * A list whose name reaches as far as its area is filled: `OFFSET(first,0,0,MAX(1,… area …),1)`. The engine would work such a
 * reference out anew with every calculation, because it cannot know beforehand what it depends on: seconds after every entry
 * in a workbook of 500 members. The filled cells of the area are the same choices, and are worked out when one of them changes.
 */
import type { DefinedName } from '../../workbook/model'

const GROWING = /^OFFSET\(((?:'(?:[^']|'')+'|[^!'(),]+)!\$?[A-Z]{1,3}\$?\d+),0,0,/i

/** The formula behind a drop-down, without `=`. `source`: a range or a name, as the validation has it. */
export function listFormula(source: string, names: readonly DefinedName[]): string {
  const refersTo = names.find(({ name }) => name.toLowerCase() === source.toLowerCase())?.refersTo
  const first = refersTo === undefined ? undefined : GROWING.exec(refersTo)?.[1]
  if (refersTo === undefined || first === undefined) return source
  const start = refersTo.indexOf(`${first}:`)
  const end = start < 0 ? undefined : /^\$?[A-Z]{1,3}\$?\d+/i.exec(refersTo.slice(start + first.length + 1))?.[0]
  if (end === undefined) return source
  const area = `${first}:${end}`
  return `FILTER(${area},${area}<>"")`
}
