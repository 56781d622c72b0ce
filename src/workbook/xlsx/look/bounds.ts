import { address } from '../../address'
import { DAYS_TO_1904 } from '../../date-system'
import type { BoundOperator, ValidationSpec } from '../../spec'
import { WIDEST } from '../write/validations'

type Rule = ValidationSpec['rule']
type BoundKind = Extract<Rule, { readonly min?: number }>['kind']

/** A rule that holds a value against one bound or two, as the file says it (ECMA-376 part 1, 18.18.20). */
export interface FileBounds {
  readonly kind: BoundKind
  readonly operator: string
  readonly formulas: readonly string[]
}

const FROM_MIN: readonly string[] = ['equal', 'notEqual', 'greaterThan']

/**
 * The rule of bounds that are numbers; a rule of its own formula where one of them is reckoned (`TODAY()`, `$B$1`).
 *
 * @param first the cell that formulas are written for
 * @param from1904 dates count from 1904 in the file
 */
export function boundRule(bounds: FileBounds, first: { readonly top: number; readonly left: number }, from1904: boolean): Rule {
  const { kind, operator, formulas } = bounds
  const numbers = formulas.map((formula) => (/^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(formula) ? Number(formula) : NaN))
  if (!numbers.every(Number.isFinite)) return { kind: 'custom', formula: reckoned(bounds, address(first.top, first.left)) }
  const [one, other] = kind === 'date' && from1904 ? numbers.map((serial) => serial + DAYS_TO_1904) : numbers
  if (operator === 'greaterThanOrEqual') return { kind, min: one }
  if (operator === 'lessThanOrEqual') return { kind, max: one }
  if (operator === 'lessThan') return { kind, max: one, operator }
  if (FROM_MIN.includes(operator)) return { kind, min: one, operator: operator as BoundOperator }
  if (operator === 'notBetween') return { kind, min: one, max: other, operator }
  const [least, most] = WIDEST[kind]
  return one === least && other === most ? { kind } : { kind, min: one, max: other }
}

const SIGNS: Readonly<Record<string, string>> = { equal: '=', notEqual: '<>', greaterThan: '>', lessThan: '<', greaterThanOrEqual: '>=', lessThanOrEqual: '<=' }

function reckoned({ kind, operator, formulas }: FileBounds, cell: string): string {
  if (kind === 'length') return comparison(`LEN(${cell})`, operator, formulas)
  const compared = comparison(cell, operator, formulas)
  return kind === 'whole' ? `AND(ISNUMBER(${cell}),${cell}=INT(${cell}),${compared})` : `AND(ISNUMBER(${cell}),${compared})`
}

/** `A4>=(…)`: a comparison by the name that validations and conditional formats have for it; unknown ones are `between`. */
export function comparison(what: string, operator: string, [one = '0', other = '0']: readonly string[]): string {
  if (Object.hasOwn(SIGNS, operator)) return `${what}${SIGNS[operator]}(${one})`
  return operator === 'notBetween' ? `OR(${what}<(${one}),${what}>(${other}))` : `AND(${what}>=(${one}),${what}<=(${other}))`
}
