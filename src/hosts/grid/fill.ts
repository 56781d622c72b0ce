/** Dragging a cell's corner: what comes into the cells that it was dragged over. */
import type { Content } from './cell-data'

export interface FillOptions {
  /** Copy only; no series. */
  readonly copies: boolean
  /** True: the cells before the source are filled, from the nearest to the farthest. */
  readonly backwards: boolean
  /** A formula moved along by so many cells of the direction in which is filled. */
  readonly moved: (formula: string, by: number) => string
  /** A number of this line counts days: a single one goes on by a day. */
  readonly dates: boolean
}

/**
 * One line of cells (a column when dragged down, a row when dragged sideways): `count` contents that follow on `source`.
 *
 * | source | goes on |
 * |---|---|
 * | two and more numbers at equal distance | 2, 4 → 6, 8 |
 * | one date | 2005-03-11 → 2005-03-12 |
 * | anything else | repeated; formulas move along |
 */
export function filled(source: readonly (Content | undefined)[], count: number, { copies, backwards, moved, dates }: FillOptions): (Content | undefined)[] {
  const line = backwards ? [...source].reverse() : source
  const step = copies ? undefined : stepOf(line, dates ? (backwards ? -1 : 1) : undefined)
  const last = line.at(-1)?.value
  return Array.from({ length: count }, (_, n): Content | undefined => {
    if (step !== undefined && typeof last === 'number') return { value: tidy(last + step * (n + 1)) }
    const content = line[n % line.length]
    if (content?.formula === undefined || content.formula === '') return content && { value: content.value }
    const cells = n + line.length - (n % line.length)
    return { formula: moved(content.formula, backwards ? -cells : cells) }
  })
}

function stepOf(line: readonly (Content | undefined)[], ofOne: number | undefined): number | undefined {
  const numbers = line.map((content) => (content?.formula === undefined && typeof content?.value === 'number' ? content.value : undefined))
  const [first, second] = numbers
  if (first === undefined) return undefined
  if (numbers.length === 1) return ofOne
  if (second === undefined) return undefined
  const step = tidy(second - first)
  return numbers.every((number, n) => number !== undefined && tidy(number - first) === tidy(step * n)) ? step : undefined
}

/** Without the dust of binary fractions. */
function tidy(number: number): number {
  return Number(number.toPrecision(15))
}
