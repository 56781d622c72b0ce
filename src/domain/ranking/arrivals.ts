/** The roll of a week: expected, received, valid, late, rejected and missing, by system; and who came on which day. */
import type { LedgerEntry } from './ledger'
import type { FileVerdict } from './verdict'

export interface RollOfSystem {
  /** Empty: the supervision groups. */
  readonly system: string
  readonly expected: number
  /** Sent something: valid or rejected. */
  readonly received: number
  readonly valid: number
  /** Of the valid: settled after the deadline. */
  readonly late: number
  readonly rejected: number
  readonly missing: number
  /** Ids, in the ledger's order. */
  readonly missingUnits: readonly string[]
  /** Ascending; only days on which something came. */
  readonly days: readonly RollOfDay[]
}

export interface RollOfDay {
  /** ISO date on which the return that counts was settled; empty: that is not known. */
  readonly day: string
  /** Ids of those whose valid return is of that day, in the ledger's order. */
  readonly units: readonly string[]
  readonly late: readonly string[]
}

/** Units and groups whose return counts although it was settled after the deadline. */
export function lateIn(verdicts: readonly FileVerdict[]): ReadonlySet<string> {
  return new Set(verdicts.flatMap(({ decision, unit, reasons }) => (decision === 'counted' && unit !== undefined && reasons.some(({ code }) => code === 'intake/late') ? [unit] : [])))
}

/** `entries`: of one week. Systems in the order in which the ledger first names them, groups last. */
export function rollOf(entries: readonly LedgerEntry[], verdicts: readonly FileVerdict[]): RollOfSystem[] {
  const late = lateIn(verdicts)
  const systemOf = ({ kind, system }: LedgerEntry) => (kind === 'group' ? '' : system)
  const systems = [...new Set(entries.map(systemOf))].sort((a, b) => Number(a === '') - Number(b === ''))
  return systems.map((system): RollOfSystem => {
    const own = entries.filter((entry) => systemOf(entry) === system)
    const idsOf = (outcome: LedgerEntry['outcome']) => own.filter((entry) => entry.outcome === outcome).map(({ unit }) => unit)
    const [valid, rejected, missing] = [idsOf('valid'), idsOf('rejected'), idsOf('missing')]
    const days = new Map<string, string[]>()
    for (const { unit, outcome, stamp = '' } of own) if (outcome === 'valid') days.set(stamp.slice(0, 10), [...(days.get(stamp.slice(0, 10)) ?? []), unit])
    return {
      system,
      expected: own.length,
      received: valid.length + rejected.length,
      valid: valid.length,
      late: valid.filter((unit) => late.has(unit)).length,
      rejected: rejected.length,
      missing: missing.length,
      missingUnits: missing,
      days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, units]) => ({ day, units, late: units.filter((unit) => late.has(unit)) })),
    }
  })
}
