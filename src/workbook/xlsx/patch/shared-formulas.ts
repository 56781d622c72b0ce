import type { Area } from '../../model'
import { type Attributes, attributes, text } from '../write/xml'
import { formulaText } from './formula-text'
import { prefixed } from './prefix'
import { shortAddress, union } from './reference'
import type { GroupFormula } from './sheet-map'
import { shiftFormula } from './shift-formula'
import type { Splices } from './splices'

/**
 * A shared formula is written out in one cell, and the others only name it (ECMA-376 Part 1, 18.3.1.40). When that
 * one cell loses its formula, the first cell that is left takes it over, as it reads there.
 *
 * @param gone cells that lose their formula, `row:column`
 */
export function handOnSharedFormulas(bytes: Uint8Array, formulas: readonly GroupFormula[], gone: ReadonlySet<string>, splices: Splices): void {
  if (gone.size === 0) return
  const isGone = ({ row, column }: GroupFormula) => gone.has(`${row}:${column}`)
  for (const { master, children } of sharedGroups(formulas)) {
    if (!isGone(master)) continue
    const left = children.filter((child) => !isGone(child))
    const heir = left[0]
    if (!heir) continue
    const area = left.map(cellArea).reduce(union)
    const formula = shiftFormula(formulaText(bytes, master), heir.row - master.row, heir.column - master.column)
    const set: Attributes = { t: 'shared', ref: shortAddress(area), si: heir.group }
    splices.replace(heir.start, heir.end, prefixed(`<f${attributes(set)}>${text(formula)}</f>`, heir.prefix))
  }
}

interface SharedGroup {
  readonly master: GroupFormula
  readonly children: GroupFormula[]
}

/** Some producers use a number again further down: children belong to the last one written out before them. */
function sharedGroups(formulas: readonly GroupFormula[]): SharedGroup[] {
  const groups: SharedGroup[] = []
  const current = new Map<string | undefined, SharedGroup>()
  for (const formula of formulas) {
    if (formula.kind !== 'shared') continue
    if (formula.written) {
      const group = { master: formula, children: [] }
      groups.push(group)
      current.set(formula.group, group)
    } else current.get(formula.group)?.children.push(formula)
  }
  return groups
}

function cellArea({ row, column }: GroupFormula): Area {
  return { top: row, left: column, bottom: row, right: column }
}
