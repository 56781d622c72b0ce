import type { Finding } from '../../domain/returns/finding'
import { address } from '../../workbook/address'
import type { FindingGroup } from './state'

const RANK = { error: 0, warning: 1, query: 2 } as const

/** Groups a return's findings by code, sheet and column; errors first, then in the order found. */
export function findingGroups(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, { first: Finding; cells: string[]; subjects: string[]; count: number }>()
  for (const finding of findings) {
    const key = groupKey(finding)
    const group = groups.get(key) ?? { first: finding, cells: [], subjects: [], count: 0 }
    group.count += 1
    if (finding.row !== undefined && finding.column !== undefined) group.cells.push(address(finding.row, finding.column))
    if (finding.subject !== undefined && !group.subjects.includes(finding.subject)) group.subjects.push(finding.subject)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => RANK[a.first.severity] - RANK[b.first.severity])
}

/** Stable while the same thing is wrong in the same column. */
export function groupKey(finding: Finding): string {
  return [finding.code, finding.severity, finding.sheet ?? '', finding.column ?? ''].join('|')
}
