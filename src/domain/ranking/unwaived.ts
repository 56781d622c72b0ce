import type { LedgerEntry } from './ledger'

/** The ledger as it would be if the office had waived nothing: for showing places both ways. */
export function withoutWaivers(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.map(({ unwaived, ...entry }) => (unwaived ? { ...entry, ...unwaived } : entry))
}
