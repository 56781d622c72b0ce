/** Where "next problem" goes: through the findings in the order of the sheets, and round again. */
import type { Finding } from '../domain/returns/finding'
import type { Workbook } from '../workbook/model'
import type { Selected } from './open-workbook'

export interface NextFinding {
  readonly finding: Finding
  readonly at: Selected
  /** Nothing came after where the person was: this is the first one again. */
  readonly wrapped: boolean
}

/**
 * The first finding behind `from`, in the order of sheets, rows and columns; the first of all when
 * there is none behind it or `from` is not known. A finding that names a sheet but no cell is at its
 * A1, one that names a row is at the row's first cell. Findings of the workbook as a whole and of
 * sheets that are hidden or gone have no place to go to and are passed over. Undefined: no finding
 * has a place.
 */
export function nextFinding(findings: readonly Finding[], { sheets }: Pick<Workbook, 'sheets'>, from: Selected | undefined): NextFinding | undefined {
  const order = new Map(sheets.flatMap(({ name, visibility }, index) => (visibility === 'visible' ? [[name, index] as const] : [])))
  const key = ({ sheet, row, column }: Selected): readonly number[] => [order.get(sheet) ?? -1, row, column]
  const placed = findings
    .flatMap((finding): Omit<NextFinding, 'wrapped'>[] => {
      const { sheet, row = 1, column = 1 } = finding
      return sheet !== undefined && order.has(sheet) ? [{ finding, at: { sheet, row, column } }] : []
    })
    .toSorted((a, b) => compare(key(a.at), key(b.at)))
  const behind = from && placed.find(({ at }) => compare(key(at), key(from)) > 0)
  const next = behind ?? placed[0]
  return next && { ...next, wrapped: from !== undefined && behind === undefined }
}

/** Findings that no person can be taken to. */
export function withoutPlace(findings: readonly Finding[], { sheets }: Pick<Workbook, 'sheets'>): Finding[] {
  const visible = new Set(sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name))
  return findings.filter(({ sheet }) => sheet === undefined || !visible.has(sheet))
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] as number)
    if (difference !== 0) return difference
  }
  return 0
}
