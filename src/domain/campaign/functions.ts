/**
 * Functions and operators that expressions have besides CEL's own. docs/definition.md is their
 * reference for authors; keep it in step.
 *
 * CEL keeps whole numbers (`int`: literals, counts) and decimals (`double`: cells, settings) apart. Authors
 * should not have to: every arithmetic and comparison between the two is defined here. Only `int / int`
 * cannot be redefined (it truncates) and is refused when a definition is loaded.
 */
import type { Environment } from '@marcbachmann/cel-js'
import { Day } from './day'
import { exactSum } from './exact-sum'
import type { CampaignCalendar } from './calendar'

/** Names that may be called; everything else CEL offers (clocks, bytes, regular expressions, `dyn`) is refused. */
export const FUNCTIONS: ReadonlySet<string> = new Set([
  'all', 'exists', 'exists_one', 'filter', 'map', 'bind',
  'size', 'sum', 'mean', 'max', 'min', 'distinct', 'ratio', 'share', 'abs', 'round',
  'given', 'short', 'attainment',
  'date', 'days', 'between', 'weekOf', 'weekStart', 'weekEnd',
  'contains', 'startsWith', 'endsWith', 'trim', 'lowerAscii', 'upperAscii', 'substring', 'indexOf', 'split', 'join',
  'double', 'int', 'string',
])

interface PeriodValue {
  readonly start: Day
  readonly end: Day
}
type Whole = bigint
type Numeric = number | bigint

export function registerOperators(environment: Environment): void {
  const arithmetic: Record<string, (a: number, b: number) => number> = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b, '/': (a, b) => a / b }
  for (const [operator, apply] of Object.entries(arithmetic)) {
    environment.registerOperator(`double ${operator} int: double`, (a: number, b: Whole) => apply(a, Number(b)))
    environment.registerOperator(`int ${operator} double: double`, (a: Whole, b: number) => apply(Number(a), b))
  }
  environment.registerOperator('double == int', (a: number, b: Whole) => a === Number(b))

  environment.registerOperator('date < date', (a: Day, b: Day) => a.serial < b.serial)
  environment.registerOperator('date <= date', (a: Day, b: Day) => a.serial <= b.serial)
  environment.registerOperator('date > date', (a: Day, b: Day) => a.serial > b.serial)
  environment.registerOperator('date >= date', (a: Day, b: Day) => a.serial >= b.serial)
  environment.registerOperator('date == date', (a: Day, b: Day) => a.equals(b))
  environment.registerOperator('date - date: int', (a: Day, b: Day) => BigInt(a.since(b)))
  for (const number of ['int', 'double']) {
    environment.registerOperator(`date + ${number}: date`, (a: Day, b: Numeric) => a.plus(Number(b)))
    environment.registerOperator(`date - ${number}: date`, (a: Day, b: Numeric) => a.plus(-Number(b)))
  }
}

export function registerFunctions(environment: Environment, calendar: CampaignCalendar): void {
  const add = (signature: string, apply: (...values: never[]) => unknown): void => {
    environment.registerFunction(signature, apply as (...values: unknown[]) => unknown, { async: false })
  }
  registerAggregates(add)
  registerNumbers(add)

  add('date(string): date', (iso: string) => Day.of(iso))
  add('days(period): int', (period: PeriodValue) => BigInt(period.end.since(period.start) + 1))
  add('days(date, date): int', (from: Day, to: Day) => BigInt(to.since(from)))
  add('between(date, date, date): bool', (at: Day, start: Day, end: Day) => at.serial >= start.serial && at.serial <= end.serial)
  add('between(date, period): bool', (at: Day, period: PeriodValue) => at.serial >= period.start.serial && at.serial <= period.end.serial)
  add('weekOf(date): int', (at: Day) => BigInt(at.isBlank ? 0 : calendar.weekIndex(at.iso)))
  for (const number of ['int', 'double']) {
    add(`weekStart(${number}): date`, (week: Numeric) => Day.of(calendar.weekStart(Math.trunc(Number(week)))))
    add(`weekEnd(${number}): date`, (week: Numeric) => Day.of(calendar.weekEnd(Math.trunc(Number(week)))))
  }
}

type Add = (signature: string, apply: (...values: never[]) => unknown) => void

/** Of an empty list: 0, or the blank day. */
function registerAggregates(add: Add): void {
  add('list<double>.sum(): double', exactSum)
  add('list<int>.sum(): int', (items: readonly Whole[]) => items.reduce((sum, item) => sum + item, 0n))
  add('list<double>.mean(): double', (items: readonly number[]) => (items.length === 0 ? 0 : exactSum(items) / items.length))
  add('list<int>.mean(): double', (items: readonly Whole[]) => (items.length === 0 ? 0 : exactSum(items.map(Number)) / items.length))
  add('list<double>.max(): double', (items: readonly number[]) => items.reduce((most, item) => (item > most ? item : most), items[0] ?? 0))
  add('list<double>.min(): double', (items: readonly number[]) => items.reduce((least, item) => (item < least ? item : least), items[0] ?? 0))
  add('list<int>.max(): int', (items: readonly Whole[]) => items.reduce((most, item) => (item > most ? item : most), items[0] ?? 0n))
  add('list<int>.min(): int', (items: readonly Whole[]) => items.reduce((least, item) => (item < least ? item : least), items[0] ?? 0n))
  add('list<date>.max(): date', (items: readonly Day[]) => items.reduce((last, item) => (last.isBlank || item.serial > last.serial ? item : last), Day.blank))
  add('list<date>.min(): date', (items: readonly Day[]) => items.reduce((first, item) => (first.isBlank || item.serial < first.serial ? item : first), Day.blank))
  add('list<T>.distinct(): list<T>', (items: readonly unknown[]) => {
    const seen = new Map<unknown, unknown>()
    for (const item of items) {
      const key = item instanceof Day ? item.iso : item
      // Blank texts and days are nothing to tell apart: they do not count as one more.
      if (key !== '') seen.set(key, item)
    }
    return [...seen.values()]
  })
}

function registerNumbers(add: Add): void {
  for (const [left, right] of [['double', 'double'], ['double', 'int'], ['int', 'double'], ['int', 'int']] as const) {
    const type = left === 'int' && right === 'int' ? 'int' : 'double'
    const result = (value: number): Numeric => (type === 'int' ? BigInt(value) : value)
    add(`ratio(${left}, ${right}): double`, (part: Numeric, whole: Numeric) => divide(part, whole, 0))
    add(`share(${left}, ${right}): double`, (part: Numeric, whole: Numeric) => divide(part, whole, 1))
    add(`max(${left}, ${right}): ${type}`, (a: Numeric, b: Numeric) => result(Math.max(Number(a), Number(b))))
    add(`min(${left}, ${right}): ${type}`, (a: Numeric, b: Numeric) => result(Math.min(Number(a), Number(b))))
  }
  add('abs(double): double', (value: number) => Math.abs(value))
  add('abs(int): int', (value: Whole) => (value < 0n ? -value : value))
  add('round(double): int', (value: number) => BigInt(Math.round(value)))
}

/** `empty` when there is no whole to be part of. */
function divide(part: Numeric, whole: Numeric, empty: number): number {
  return Number(whole) === 0 ? empty : Number(part) / Number(whole)
}
