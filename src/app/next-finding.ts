/** Where the ribbon's "next problem" goes: the pane's order, over what a person can be taken to. */
import type { Finding } from '../domain/returns/finding'
import type { Workbook } from '../workbook/model'
import type { Selected } from './open-workbook'
import { nextProblem, spotOf } from './pane/next-problem'

export interface NextFinding {
  readonly at: Selected
  /** All that is wrong there; at least one. */
  readonly findings: readonly Finding[]
  /** It began anew: the first place of all, though the person was somewhere. */
  readonly wrapped: boolean
}

/** Findings in the order a check gives them. Undefined: none of them has a place, see {@link withoutPlace}. */
export function nextFinding(findings: readonly Finding[], book: Pick<Workbook, 'sheets'>, from: Selected | undefined): NextFinding | undefined {
  const reachable = findings.filter(isReachableIn(book))
  const at = nextProblem(reachable, from)
  if (!at) return undefined
  const isAt = (finding: Finding) => {
    const spot = spotOf(finding)
    return spot !== undefined && spot.sheet === at.sheet && spot.row === at.row && spot.column === at.column
  }
  return { at, findings: reachable.filter(isAt), wrapped: from !== undefined && isAt(reachable[0] as Finding) }
}

/** Findings that no person can be taken to: of the workbook as a whole, and of sheets that are hidden or gone. */
export function withoutPlace(findings: readonly Finding[], book: Pick<Workbook, 'sheets'>): Finding[] {
  const isReachable = isReachableIn(book)
  return findings.filter((finding) => !isReachable(finding))
}

function isReachableIn({ sheets }: Pick<Workbook, 'sheets'>): (finding: Finding) => boolean {
  const visible = new Set(sheets.filter(({ visibility }) => visibility === 'visible').map(({ name }) => name))
  return ({ sheet }) => sheet !== undefined && visible.has(sheet)
}
