import type { LedgerEntry } from '../../../src/domain/ranking/ledger'
import { weigh } from '../../../src/domain/evaluation/weigh'

/**
 * A ledger with indicators as a table: one row per unit and week. Columns after the week are indicators
 * (`name weight`; the cell is the attainment, empty: does not count) and adjustments (`+name` or `-name`; points).
 * `-` in the first indicator: no return came. Scores follow, to two decimal places.
 */
export function scored(table: string): LedgerEntry[] {
  const [heading = [], ...rows] = table.trim().split('\n').map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()))
  return rows.map(([unit = '', system = '', week = '', ...cells]): LedgerEntry => {
    const columns = heading.slice(3)
    const base = { week: Number(week), kind: 'unit' as const, unit, system, headcount: 10, rules: 'v1', shortfalls: [] }
    if (cells[0] === '-') return { ...base, outcome: 'missing', reason: 'intake/missing', indicators: [], adjustments: [] }
    const attained = columns.flatMap((column, i) => {
      if (/^[+-]/.test(column)) return []
      const [indicator = '', weight] = column.split(' ')
      return [{ indicator, weight: Number(weight), ...(cells[i] !== '' && { attainment: Number(cells[i]) }) }]
    })
    const adjustments = columns.flatMap((column, i) => (/^[+-]/.test(column) ? [{ adjustment: column.slice(1), value: Math.abs(Number(cells[i])), points: Number(cells[i]) }] : []))
    const { total, indicators } = weigh(attained, adjustments, 2)
    return { ...base, outcome: 'valid', score: total, indicators, adjustments, file: `${unit}-${week}.xlsx` }
  })
}

export const TWO_DIGITS = { comparable: 2, digits: 2 }
