/** Findings as the pane lists them: by sheet, the same thing on many rows once. */
import type { Finding, Severity } from '../../../domain/returns/finding'
import { countFindings, groupFindings, type FindingGroup } from '../../../domain/returns/group-findings'
import { groupBy } from '../group-by'

export interface SheetFindings {
  /** Absent: the workbook as a whole. */
  readonly sheet?: string
  readonly count: number
  /** Gravest first. */
  readonly groups: readonly FindingGroup[]
}

export type SeverityFilter = Severity | 'all'

/** In the order of the sheets; the workbook as a whole first. */
export function findingList(findings: readonly Finding[], filter: SeverityFilter): SheetFindings[] {
  const wanted = filter === 'all' ? findings : findings.filter(({ severity }) => severity === filter)
  return [...groupBy(wanted, ({ sheet }) => sheet)].map(([sheet, list]) => ({ ...(sheet !== undefined && { sheet }), count: list.length, groups: groupFindings(list) }))
}

/** How many there are for each filter. */
export function filterCounts(findings: readonly Finding[]): Readonly<Record<SeverityFilter, number>> {
  const { errors, warnings, queries } = countFindings(findings)
  return { all: findings.length, error: errors, warning: warnings, query: queries }
}

/** What is wrong in a row: that of the very cell first. */
export function findingsAt(findings: readonly Finding[], at: { readonly sheet: string; readonly row: number; readonly column: number }): Finding[] {
  const here = findings.filter(({ sheet, row }) => sheet === at.sheet && row === at.row)
  return [...here.filter(({ column }) => column === at.column), ...here.filter(({ column }) => column !== at.column)]
}
