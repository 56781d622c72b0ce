/** What became of a unit's findings from week to week: new, still open, put right, came back. */
import type { Finding } from '../returns/finding'

/** Findings of a kind, as the office keeps them: once for all rows. */
export interface KeptFindings {
  readonly first: Finding
  readonly cells: readonly string[]
  /** Who they are about, none twice; empty when they name nobody. */
  readonly subjects: readonly string[]
  readonly count: number
}

/**
 * | in an earlier week | in the last judged week before | in this week | state        |
 * | no                 | no                             | yes          | `new`        |
 * | yes                | no                             | yes          | `came-back`  |
 * | yes                | yes                            | yes          | `still-open` |
 * | yes                | yes                            | no           | `put-right`  |
 * Words: `findings-over-time/<state>`.
 */
export type FindingState = 'new' | 'still-open' | 'came-back' | 'put-right'

export interface TrackedFinding {
  readonly state: FindingState
  /** Who it is about; absent: it names nobody. */
  readonly subject?: string
  /** As it was last found: its words, its cells. For what was put right: in the week before. */
  readonly found: KeptFindings
  /** Judged weeks in which it was found, up to this one, ascending. */
  readonly weeks: readonly number[]
}

export interface WeekOfFindings {
  readonly week: number
  /** Of a week before which none was judged, all are new. Those found now first, in the order in which they were kept; then what was put right. */
  readonly findings: readonly TrackedFinding[]
}

/**
 * One unit's weeks, in any order. A week without a valid return (`findings` absent) judges nothing: it neither puts
 * right nor brings back. A finding is the same as one before when code, form, field (whichever repetition) and
 * subject are: a row that was sorted or moved does not make it another, and members of the same name are
 * one subject, as they are to whoever reads the sheet. Throws for two records of one week.
 */
export function findingsOverTime(weeks: readonly { readonly week: number; readonly findings?: readonly KeptFindings[] }[]): WeekOfFindings[] {
  const history = new Map<string, Omit<TrackedFinding, 'state'>>()
  let before: ReadonlySet<string> = new Set()
  const judged = weeks.filter((one) => one.findings !== undefined).sort((a, b) => a.week - b.week)
  return judged.map(({ week, findings = [] }, i): WeekOfFindings => {
    if (judged[i - 1]?.week === week) throw new Error(`two records of findings for week ${week}`)
    const now = new Map<string, FindingState>()
    for (const { key, subject, found } of findings.flatMap(apart)) {
      const known = history.get(key)
      if (now.has(key)) continue
      now.set(key, !known ? 'new' : before.has(key) ? 'still-open' : 'came-back')
      history.set(key, { found, ...(subject !== undefined && { subject }), weeks: [...(known?.weeks ?? []), week] })
    }
    const gone = [...before].filter((key) => !now.has(key)).map((key) => [key, 'put-right'] as const)
    before = new Set(now.keys())
    return { week, findings: [...now, ...gone].map(([key, state]) => ({ ...(history.get(key) as Omit<TrackedFinding, 'state'>), state })) }
  })
}

/** How many are in each state. */
export function countStates(findings: readonly TrackedFinding[]): Readonly<Record<FindingState, number>> {
  const counts = { new: 0, 'still-open': 0, 'came-back': 0, 'put-right': 0 }
  for (const { state } of findings) counts[state] += 1
  return counts
}

/** One for each subject, or one that names nobody. */
function apart(found: KeptFindings): { readonly key: string; readonly subject?: string; readonly found: KeptFindings }[] {
  const { code, form, field } = found.first
  const key = (subject?: string): string => JSON.stringify([code, form ?? '', (field ?? '').replace(/\[\d+\]/, ''), subject ?? null])
  return found.subjects.length === 0 ? [{ key: key(), found }] : found.subjects.map((subject) => ({ key: key(subject), subject, found }))
}
