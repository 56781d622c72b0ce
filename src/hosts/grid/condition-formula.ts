/**
 * The formulas of conditional formats, worked out for a cell when it is drawn. The formula engine would work them out for
 * every cell of every area after every entry: 100,000 formulas in an office's workbook, and a standstill of minutes.
 *
 * Known are cells of the same sheet, comparisons, `& + - * /` and the functions below, with Excel's rules: text is compared
 * without regard to case, a blank cell equals both 0 and "", numbers come before texts and those before truth. What is not
 * known is left to the engine.
 */
import type { Area, CellValue } from '../../workbook/model'
import { tokensOf, type Token } from './condition-tokens'

/** What a cell holds; undefined when blank. 1-based. */
export type CellsAt = (row: number, column: number) => CellValue | undefined
/** True: the condition holds in this cell (1-based) of its area. */
export type Condition = (row: number, column: number, cells: CellsAt) => boolean

/** Blank is undefined; an error makes everything it is in an error. */
type Value = CellValue | undefined
interface Place {
  readonly cells: CellsAt
  /** How far the cell lies from the top left of the area. */
  readonly down: number
  readonly across: number
}
type Term = (at: Place) => Value

const WRONG: CellValue = { error: '#VALUE!' }
const BINDING: Readonly<Record<string, number>> = { '=': 1, '<>': 1, '<': 1, '>': 1, '<=': 1, '>=': 1, '&': 2, '+': 3, '-': 3, '*': 4, '/': 4 }

/** Undefined: not known here. The formula is written for the top left cell of the area. */
export function conditionOf(formula: string, area: Area): Condition | undefined {
  const tokens = tokensOf(formula)
  const reader = tokens && new Reader(tokens)
  const term = reader?.expression(0)
  if (!term || !reader?.finished) return undefined
  return (row, column, cells) => {
    const value = term({ cells, down: row - area.top, across: column - area.left })
    return value === true || (typeof value === 'number' && value !== 0)
  }
}

class Reader {
  private at = 0

  constructor(private readonly tokens: readonly Token[]) {}

  get finished(): boolean {
    return this.at === this.tokens.length
  }

  expression(binding: number): Term | undefined {
    let left = this.operand()
    for (;;) {
      const next = this.tokens[this.at]
      const strength = next?.kind === 'sign' ? (BINDING[next.text] ?? 0) : 0
      if (!left || next?.kind !== 'sign' || strength <= binding) return left
      this.at++
      const [first, second] = [left, this.expression(strength)]
      left = second && ((place) => operate(next.text, first(place), second(place)))
    }
  }

  private operand(): Term | undefined {
    const token = this.tokens[this.at++]
    if (token?.kind === 'value') return () => token.value
    if (token?.kind === 'cell') return ({ cells, down, across }) => cells(token.row + (token.fixedRow ? 0 : down), token.column + (token.fixedColumn ? 0 : across))
    if (token?.kind === 'function') return this.call(token.name)
    if (token?.kind !== 'sign') return undefined
    if (token.text === '-') {
      const term = this.expression(BINDING['*']!)
      return term && ((place) => operate('-', 0, term(place)))
    }
    const inner = token.text === '(' ? this.expression(0) : undefined
    return inner && this.sign(')') ? inner : undefined
  }

  private call(name: string): Term | undefined {
    this.at++
    const cell = this.tokens[this.at]
    if (name === 'COLUMN' || name === 'ROW') {
      if (cell?.kind !== 'cell') return undefined
      this.at++
      if (!this.sign(')')) return undefined
      return ({ down, across }) => (name === 'COLUMN' ? cell.column + (cell.fixedColumn ? 0 : across) : cell.row + (cell.fixedRow ? 0 : down))
    }
    const terms: Term[] = []
    do {
      const term = this.expression(0)
      if (!term) return undefined
      terms.push(term)
    } while (this.sign(','))
    const carryOut = FUNCTIONS[name]
    return carryOut && this.sign(')') ? (place) => carryOut(terms.map((term) => term(place))) : undefined
  }

  private sign(text: string): boolean {
    const token = this.tokens[this.at]
    if (token?.kind !== 'sign' || token.text !== text) return false
    this.at++
    return true
  }
}

const FUNCTIONS: Readonly<Record<string, (values: readonly Value[]) => Value>> = {
  AND: (values) => firstError(values) ?? values.every(truth),
  OR: (values) => firstError(values) ?? values.some(truth),
  NOT: ([value]) => firstError([value]) ?? !truth(value),
  IF: ([condition, yes, no = false]) => firstError([condition]) ?? (truth(condition) ? yes : no),
  N: ([value]) => firstError([value]) ?? (typeof value === 'number' || typeof value === 'boolean' ? Number(value) : 0),
  ISNUMBER: ([value]) => typeof value === 'number',
  ISTEXT: ([value]) => typeof value === 'string',
  ISBLANK: ([value]) => value === undefined,
  ISERROR: ([value]) => typeof value === 'object',
  LEN: ([value]) => firstError([value]) ?? text(value).length,
  LEFT: ([value, count = 1]) => firstError([value, count]) ?? text(value).slice(0, Number(count)),
  RIGHT: ([value, count = 1]) => firstError([value, count]) ?? (Number(count) > 0 ? text(value).slice(-Number(count)) : ''),
  SEARCH: ([wanted, value]) => firstError([wanted, value]) ?? search(text(wanted), text(value)),
  MOD: ([value, by]) => {
    const [a, b] = [number(value), number(by)]
    return a === undefined || !b ? WRONG : a - b * Math.floor(a / b)
  },
}

function search(wanted: string, value: string): Value {
  const pattern = wanted.replace(/~([?*~])|[.*+?^${}()|[\]\\]/g, (sign, literal?: string) => (literal ? `\\${literal === '~' ? '~' : literal}` : sign === '?' ? '.' : sign === '*' ? '.*' : `\\${sign}`)).replaceAll('\\~', '~')
  const found = value.search(new RegExp(pattern, 'isu'))
  return found < 0 ? WRONG : found + 1
}

function operate(sign: string, left: Value, right: Value): Value {
  const error = firstError([left, right])
  if (error) return error
  if (sign === '&') return text(left) + text(right)
  if (BINDING[sign] === 1) return compares(sign, compare(left, right))
  const [a, b] = [number(left), number(right)]
  if (a === undefined || b === undefined || (sign === '/' && b === 0)) return WRONG
  return sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a / b
}

function compares(sign: string, order: number): boolean {
  if (sign === '=') return order === 0
  if (sign === '<>') return order !== 0
  return sign.startsWith('<') ? order < 0 || (sign === '<=' && order === 0) : order > 0 || (sign === '>=' && order === 0)
}

function compare(left: Value, right: Value): number {
  const a = left ?? blankFor(right)
  const b = right ?? blankFor(left)
  if (typeof a === 'string' && typeof b === 'string') {
    const [lower, other] = [a.toLowerCase(), b.toLowerCase()]
    return lower === other ? 0 : lower < other ? -1 : 1
  }
  return rank(a) - rank(b) || Number(a) - Number(b)
}

/** A blank cell is whatever it is compared with, empty. */
function blankFor(other: Value): string | number | boolean {
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0
}

function rank(value: CellValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2
}

function firstError(values: readonly Value[]): CellValue | undefined {
  return values.find((value) => typeof value === 'object')
}

function truth(value: Value): boolean {
  return value === true || (typeof value === 'number' && value !== 0)
}

function text(value: Value): string {
  if (value === undefined) return ''
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : typeof value === 'object' ? value.error : String(value)
}

function number(value: Value): number | undefined {
  if (value === undefined) return 0
  if (typeof value === 'string') return value.trim() === '' || Number.isNaN(Number(value)) ? undefined : Number(value)
  return typeof value === 'object' ? undefined : Number(value)
}
