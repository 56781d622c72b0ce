/** Going through the problems one by one, from wherever the person is. */
import type { Finding } from '../../domain/returns/finding'

export interface Spot {
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly column: number
}

/** Where to go for a finding: its cell, else the first cell of its row or sheet; undefined for the workbook as a whole. */
export function spotOf({ sheet, row, column }: Pick<Finding, 'sheet' | 'row' | 'column'>): Spot | undefined {
  return sheet === undefined ? undefined : { sheet, row: row ?? 1, column: column ?? 1 }
}

/**
 * The next place with a problem after `from` (or before it, with `step` -1), in the order given (by
 * sheet, row, column, as a check gives them); at the end it begins again. Several problems of one cell are one
 * place. From a sheet without problems, or from nowhere: the first. Undefined when there is none.
 */
export function nextProblem(findings: readonly Finding[], from: Spot | undefined, step: 1 | -1 = 1): Spot | undefined {
  const spots: Spot[] = []
  for (const finding of findings) {
    const spot = spotOf(finding)
    if (spot && !spots.some((known) => compare(known, spot) === 0 && known.sheet === spot.sheet)) spots.push(spot)
  }
  if (!from) return step === 1 ? spots[0] : spots.at(-1)
  const here = spots.filter(({ sheet }) => sheet === from.sheet)
  if (here.length === 0) return step === 1 ? spots[0] : spots.at(-1)
  const onward = step === 1 ? here.find((spot) => compare(spot, from) > 0) : here.findLast((spot) => compare(spot, from) < 0)
  if (onward) return onward
  const edge = spots.indexOf((step === 1 ? here.at(-1) : here[0]) as Spot)
  return spots[(edge + step + spots.length) % spots.length]
}

const compare = (a: Spot, b: Spot): number => a.row - b.row || a.column - b.column
