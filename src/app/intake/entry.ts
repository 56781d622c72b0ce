/** What the ledger says of a unit in a week. */
import type { Evaluation } from '../../domain/evaluation/evaluation'
import type { FindingCounts, LedgerEntry } from '../../domain/ranking/ledger'
import type { Registered } from '../../domain/ranking/registry'
import type { Supervision } from '../../domain/supervision/supervision'

/** By what an entry is made, beside the return. */
export interface JudgedBy {
  readonly week: number
  /** Fingerprint of the rules scores are computed with. */
  readonly rules: string
  /** See `basesOf`; absent: not noted. */
  basisOf?(unit: Registered): string
}

export type EntryBase = Pick<LedgerEntry, 'week' | 'kind' | 'unit' | 'system' | 'headcount'>

export function entryBase({ kind, id, system, headcount }: Registered, week: number): EntryBase {
  return { week, kind, unit: id, system, headcount }
}

/** The file, content and counts of a return that counts. */
export interface Counted {
  readonly file: string
  readonly content: string
  /** Empty: unknown. */
  readonly stamp: string
  readonly rows: number
  readonly counts: FindingCounts
  /** Of a group's. */
  readonly supervision?: Supervision
}

/** The ledger's entry of a return that counts. */
export function validEntry(unit: Registered, by: JudgedBy, { score, unwaived, measures }: Pick<Evaluation, 'score' | 'unwaived' | 'measures'>, { file, content, stamp, rows, counts, supervision }: Counted): LedgerEntry {
  return {
    ...entryBase(unit, by.week),
    outcome: 'valid',
    score: score.total,
    rules: by.rules,
    ...(by.basisOf && { basis: by.basisOf(unit) }),
    indicators: score.indicators,
    adjustments: score.adjustments,
    shortfalls: measures.filter(({ status }) => status === 'shortfall'),
    ...(unwaived && { unwaived: { score: unwaived.score.total, indicators: unwaived.score.indicators, adjustments: unwaived.score.adjustments, shortfalls: unwaived.shortfalls } }),
    file,
    content,
    ...(stamp !== '' && { stamp }),
    rows,
    counts,
    ...(supervision && { supervision }),
  }
}

/** `reason`: why nothing counts, as an intake code; absent: nothing came. */
export function otherEntry(unit: Registered, by: JudgedBy, reason: string | undefined): LedgerEntry {
  return { ...entryBase(unit, by.week), rules: by.rules, indicators: [], adjustments: [], shortfalls: [], outcome: reason === undefined ? 'missing' : 'rejected', reason: reason ?? 'intake/missing' }
}
