/** Files that were looked at before: the same bytes, judged by the same, are not opened again. */
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { Registered } from '../../domain/ranking/registry'
import type { FileVerdict } from '../../domain/ranking/verdict'
import type { IncomingFile } from './incoming'

/** The earlier verdict on a file, if it still holds. */
export type Recall = (file: Pick<IncomingFile, 'name' | 'modified'>, hash: string) => FileVerdict | undefined

export interface RecallFacts {
  /** Of the same week; none: everything is read. */
  readonly verdicts: readonly FileVerdict[]
  /** The week's entries as they stand. */
  readonly entries: readonly LedgerEntry[]
  readonly everybody: readonly Registered[]
  readonly context: string
  basisOf(unit: Registered | undefined): string
  /** Whether the return of an entry is kept, so that it need not be read to be kept. */
  isKept(entry: LedgerEntry): boolean
  countedElsewhere(unit: string, content: string): number | undefined
}

/**
 * | the verdict            | holds when name, bytes, context and basis are the same, and                               |
 * | unreadable, ignored, rejected | the content of a return for another week counts in the same other week as then, or in none |
 * | counted, duplicate, superseded | its time is the same, the clock was right, and what counts for the unit was judged by the same and is kept |
 */
export function recallFrom(facts: RecallFacts): Recall {
  const known = new Map(facts.verdicts.map((verdict) => [verdict.file, verdict]))
  const entries = new Map(facts.entries.map((entry) => [entry.unit, entry]))
  return ({ name, modified }, hash) => {
    const verdict = known.get(name)
    const read = verdict?.read
    if (!verdict || !read || read.hash !== hash || read.context !== facts.context) return undefined
    const unit = facts.everybody.find(({ id, kind }) => id === verdict.unit && kind === verdict.kind)
    const basis = facts.basisOf(unit)
    if (read.basis !== basis) return undefined
    if (read.rows === undefined) return isSameElsewhere(verdict, facts) ? verdict : undefined
    const entry = entries.get(verdict.unit ?? '')
    const isSettled = read.modified === modified && !read.remarks?.some(({ code }) => code === 'intake/clock-ahead')
    return isSettled && entry?.outcome === 'valid' && entry.basis === basis && facts.isKept(entry) ? verdict : undefined
  }
}

function isSameElsewhere({ unit = '', read, reasons }: FileVerdict, { countedElsewhere }: RecallFacts): boolean {
  if (read?.content === undefined) return true
  const [reason] = reasons
  return countedElsewhere(unit, read.content) === (reason?.code === 'intake/of-another-week' ? reason.params?.counted : undefined)
}
