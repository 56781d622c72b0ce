/** What the waivers sheet says. */
import type { Definition } from '../../domain/campaign/schema'
import type { Waiver } from '../../domain/evaluation/waiver'
import { registered, type Registered, type Registry } from '../../domain/ranking/registry'
import { isoOfSerial } from '../../domain/returns/serial'
import { address } from '../../workbook/address'
import type { Cell } from '../../workbook/model'
import { cellIn, tableRows, textOf, type LocatedTable } from './locate-tables'
import { waivableClauses } from './tables/waivers'
import type { OfficeTrouble } from './trouble'

export interface WaiversReading {
  readonly definition: Definition
  readonly registry: Registry
}

const CODES = { unit: 'office/waiver-unit', clause: 'office/waiver-clause', reason: 'office/waiver-reason-missing', approver: 'office/waiver-approver-missing', until: 'office/waiver-until-missing' } as const

/**
 * One waiver a row, in the order of the sheet; a unit may be written by its name or its id. A row with trouble waives
 * nothing; one whose last day is past is in order and stands for the record. Codes: `office/waiver-unit` ·
 * `office/waiver-clause` (no such clause, or nothing is measured by it) · `office/waiver-reason-missing` ·
 * `office/waiver-approver-missing` · `office/waiver-until-missing` (no date, or none that can be read).
 */
export function readWaivers(table: LocatedTable | undefined, reading: WaiversReading, troubles: OfficeTrouble[]): Waiver[] {
  const rows = table ? waiverRows(table, reading) : []
  troubles.push(...rows.flatMap((row) => row.troubles))
  return rows.flatMap(({ waiver }) => waiver ?? [])
}

/** A row in which something is entered. */
export interface WaiverRow {
  /** 1-based, of the sheet. */
  readonly row: number
  /** Absent: it has trouble. */
  readonly waiver?: Waiver
  readonly troubles: readonly OfficeTrouble[]
}

/** The same row by row: what {@link readWaivers} takes together. */
export function waiverRows(table: LocatedTable, { definition, registry }: WaiversReading): WaiverRow[] {
  const clauses = waivableClauses({ definition })
  const everybody = registered(registry)
  return tableRows(table).flatMap(({ row }): WaiverRow[] => {
    const text = (column: string) => textOf(cellIn(row, table.columns.get(column)))
    const [named, member, clause, reason, approver] = ['unit', 'member', 'clause', 'reason', 'approver'].map(text) as [string, string, string, string, string]
    if ([named, member, clause, reason].every((part) => part === '')) return []
    const unit = subjectNamed(everybody, named)
    const until = dayOf(cellIn(row, table.columns.get('until')))
    const isWrong = { unit: !unit, clause: !clauses.includes(clause), reason: reason === '', approver: approver === '', until: until === undefined }
    const wrong = (Object.keys(CODES) as (keyof typeof CODES)[]).filter((column) => isWrong[column])
    const troubles = wrong.map((column): OfficeTrouble => ({ code: CODES[column], severity: 'error', sheet: table.sheet.name, cell: address(row.row, table.columns.get(column) ?? 1), params: { unit: named, member, clause, written: text(column), clauses: clauses.join(' ') } }))
    const isGood = troubles.length === 0 && unit && until !== undefined
    return [{ row: row.row, troubles, ...(isGood && { waiver: { unit: unit.id, ...(member !== '' && { member }), clause, reason, approver, until } }) }]
  })
}

/** Whom a person means who writes an id or a name; of several of one name the first. */
export function subjectNamed(everybody: readonly Registered[], written: string): Registered | undefined {
  return everybody.find(({ id }) => id === written) ?? everybody.find(({ name }) => name === written)
}

/** ISO date of a date cell, or of a date written as text. */
function dayOf(cell: Cell | undefined): string | undefined {
  if (typeof cell?.value === 'number') return isoOfSerial(Math.floor(cell.value))
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(textOf(cell).normalize('NFKC')) ?? []
  if (year === undefined || month === undefined || day === undefined) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined
}
