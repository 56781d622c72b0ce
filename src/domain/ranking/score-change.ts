import { fromSteps, toSteps } from './apportion'
import { pointLines, type PointLine } from './points'
import type { LedgerEntry } from './ledger'

/** What became of a score since the unit's last ranked week. */
export interface ScoreChange {
  /** The week it is compared with: the unit's latest before this one in which a return of its own was ranked. */
  readonly week: number
  readonly before: number
  /** Points gained (+) or lost (-). */
  readonly by: number
  /** The rules differ between the two weeks: the scores cannot simply be compared. */
  readonly rulesChanged: boolean
  /** The unit was in another system then: so its place cannot be compared. */
  readonly systemChanged: boolean
  /** Line by line, in this week's order, then what is gone; together they are `by`, exactly. */
  readonly lines: readonly ChangedLine[]
}

export interface ChangedLine extends Omit<PointLine, 'points'> {
  /** Points then and now; absent: there was no such line. */
  readonly before?: number
  readonly after?: number
  readonly by: number
}

/** Undefined without a valid return in this week, or without one before. `entries`: those of any units and weeks, in any order. */
export function scoreChange(entry: LedgerEntry, entries: readonly LedgerEntry[], digits: number): ScoreChange | undefined {
  if (entry.outcome !== 'valid') return undefined
  const earlier = entries.filter((one) => one.kind === entry.kind && one.unit === entry.unit && one.week < entry.week && one.outcome === 'valid')
  const last = earlier.reduce<LedgerEntry | undefined>((latest, one) => (latest && latest.week > one.week ? latest : one), undefined)
  if (last?.score === undefined || entry.score === undefined) return undefined
  const [before, after] = [byKey(pointLines(last, digits)), byKey(pointLines(entry, digits))]
  const keys = [...new Set([...after.keys(), ...before.keys()])]
  return {
    week: last.week,
    before: last.score,
    by: difference(entry.score, last.score, digits),
    rulesChanged: last.rules !== entry.rules,
    systemChanged: last.system !== entry.system,
    lines: keys.map((key) => changed(before.get(key), after.get(key), digits)),
  }
}

function changed(before: PointLine | undefined, after: PointLine | undefined, digits: number): ChangedLine {
  const { kind, id } = (after ?? before) as PointLine
  return {
    kind,
    id,
    ...(before && { before: before.points }),
    ...(after && { after: after.points }),
    by: difference(after?.points ?? 0, before?.points ?? 0, digits),
  }
}

const byKey = (lines: readonly PointLine[]) => new Map(lines.map((line) => [`${line.kind} ${line.id}`, line]))
const difference = (a: number, b: number, digits: number): number => fromSteps(toSteps(a, digits) - toSteps(b, digits), digits)
