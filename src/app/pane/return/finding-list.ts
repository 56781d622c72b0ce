/** Findings as the pane lists them: by sheet, the same thing on many rows once. */
import type { Finding, FindingKind, Severity } from '../../../domain/returns/finding'
import { countFindings, groupFindings, type FindingGroup } from '../../../domain/returns/group-findings'
import { groupBy } from '../group-by'

export interface SheetFindings {
  /** Absent: the workbook as a whole. */
  readonly sheet?: string
  readonly count: number
  /** That with the gravest finding first. */
  readonly kinds: readonly KindFindings[]
}

export interface KindFindings {
  readonly kind: FindingKind
  /** Gravest first. */
  readonly groups: readonly FindingGroup[]
}

export type SeverityFilter = Severity | 'all'

/** In the order of the sheets; the workbook as a whole first; within a sheet by kind. */
export function findingList(findings: readonly Finding[], filter: SeverityFilter): SheetFindings[] {
  const wanted = filter === 'all' ? findings : findings.filter(({ severity }) => severity === filter)
  return [...groupBy(wanted, ({ sheet }) => sheet)].map(([sheet, list]) => ({ ...(sheet !== undefined && { sheet }), count: list.length, kinds: kindsOf(list) }))
}

function kindsOf(findings: readonly Finding[]): KindFindings[] {
  const byKind = groupBy(groupFindings(findings), ({ findings: [first] }) => (first as Finding).kind)
  return [...byKind].map(([kind, groups]) => ({ kind, groups }))
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
