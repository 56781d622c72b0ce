import type { LedgerEntry } from '../../../src/domain/ranking/ledger'

/**
 * A ledger as a table: one row per unit, a system, then one column per week.
 * `88.5` a valid return · `-` missing · `x` rejected · empty: not in the ledger that week.
 * `88.5*` scored by the new rules · `88.5@T` in system T that week.
 */
export function ledger(table: string): LedgerEntry[] {
  const lines = table.trim().split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
  return lines.slice(1).flatMap(([unit = '', system = '', ...weeks]) => weeks.flatMap((cell, i) => (cell === '' ? [] : [entryOf(unit, system, i + 1, cell)])))
}

function entryOf(unit: string, home: string, week: number, cell: string): LedgerEntry {
  const [mark = '', system = home] = cell.split('@')
  const base = { week, kind: 'unit' as const, unit, system, headcount: 10, rules: mark.endsWith('*') ? 'v2' : 'v1', indicators: [], adjustments: [], shortfalls: [] }
  if (mark.startsWith('-')) return { ...base, outcome: 'missing', reason: 'intake/missing' }
  if (mark.startsWith('x')) return { ...base, outcome: 'rejected', reason: 'intake/broken' }
  return { ...base, outcome: 'valid', score: Number.parseFloat(mark), file: `${unit}-${week}.xlsx`, content: `${unit}${week}`, stamp: `2005-03-0${week}T08:00:00`, rows: 10 }
}

export const OPTIONS = { comparable: 2, digits: 1 }
