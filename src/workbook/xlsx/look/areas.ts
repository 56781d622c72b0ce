import type { Area } from '../../model'
import { shiftFormula } from '../patch/shift-formula'
import { areaOf } from '../read/sheet'
import type { Budget } from './budget'

/** Areas of a list such as `A4:A9 C4` (ECMA-376 part 1, 18.18.76). What is no area is left out: nothing can be shown there. */
export function areasOf(list: string | undefined, sheet: string, budget: Budget): Area[] {
  const areas: Area[] = []
  for (const [reference] of (list ?? '').matchAll(/\S+/g)) {
    const area = areaOf(reference)
    if (!area) continue
    budget.spend(1, sheet)
    areas.push(area)
  }
  return areas
}

/** A formula that is written for a cell, as it reads for the first cell of an area. */
export function formulaFor(area: Area, formula: string, writtenFor: { readonly top: number; readonly left: number }): string {
  const [rows, columns] = [area.top - writtenFor.top, area.left - writtenFor.left]
  return rows === 0 && columns === 0 ? formula : shiftFormula(formula, rows, columns)
}
