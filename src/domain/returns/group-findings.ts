/** The same finding on many rows is one thing to read: groups for a pane, a list, a terminal. */
import type { Finding, Severity } from './finding'

export interface FindingGroup {
  readonly code: string
  readonly severity: Severity
  readonly sheet?: string
  /** Field without its repetition; absent when the finding names none. */
  readonly field?: string
  /** In the order given; at least one. */
  readonly findings: readonly Finding[]
}

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, query: 2 }

/**
 * One group for each code, sheet and field (all repetitions of a field together). Errors come
 * first, then warnings, then queries; within a severity in the order in which they first occur.
 */
export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.severity, finding.sheet, fieldOf(finding)])
    const group = groups.get(key)
    if (group) group.push(finding)
    else groups.set(key, [finding])
  }
  return [...groups.values()]
    .map((members): FindingGroup => {
      const first = members[0] as Finding
      const field = fieldOf(first)
      return { code: first.code, severity: first.severity, ...(first.sheet !== undefined && { sheet: first.sheet }), ...(field !== undefined && { field }), findings: members }
    })
    .toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])
}

const fieldOf = ({ field }: Finding): string | undefined => field?.replace(/\[\d+\]/, '')

export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly queries: number
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length
  return { errors: count('error'), warnings: count('warning'), queries: count('query') }
}
