/**
 * Totals are computed from the cells they add up; what a total's cell holds is only compared.
 *
 * | the cell holds                        | and that is   | gives                        |
 * | its formula                           | anything      | nothing: it may be out of date where no program recalculated |
 * | a number typed over the formula       | the sum       | `consistency/total-replaced` |
 * | a number typed over the formula       | something else| `consistency/total-differs`  |
 */
import type { FieldValue, FormRecord } from './return'
import type { GridCell } from './grid'
import { plainNumber } from './plain-number'
import { shown } from './shown'
import type { At, Report } from './report'

/** Far below what anybody types, far above what binary arithmetic loses. */
const EQUAL = 1e-6

/** Sum of the fields named by `of` (`hours`, `days.hours` for all repetitions); null while all of them are blank. */
export function totalOf(of: readonly string[], values: FormRecord['values'], repeats: FormRecord['repeats']): number | null {
  const parts = of.flatMap((path): (FieldValue | undefined)[] => {
    const [repeat, inner] = path.split('.') as [string, string | undefined]
    return inner === undefined ? [values[repeat]] : (repeats[repeat] ?? []).map((repetition) => repetition.values[inner])
  })
  const numbers = parts.filter((part) => typeof part === 'number')
  return numbers.length === 0 ? null : sum(numbers)
}

/** A sum without binary noise: ten times 0.1 is 1. */
export function sum(numbers: readonly number[]): number {
  return Number(numbers.reduce((total, number) => total + number, 0).toPrecision(15))
}

/** A total that was typed over its formula: told apart by whether it still is what the row adds up to. */
export function compareTotal(cell: GridCell | undefined, total: number | null, place: At, heading: string, report: Report): void {
  if (typeof cell?.value !== 'number' || cell.formula !== undefined) return
  const value = shown(cell)
  if (Math.abs(cell.value - (total ?? 0)) <= EQUAL) report.add('consistency/total-replaced', { ...place, value }, { heading })
  else report.add('consistency/total-differs', { ...place, value, expected: plainNumber(total ?? 0) }, { heading })
}
