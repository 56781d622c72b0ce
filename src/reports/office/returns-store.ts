/**
 * The returns that count, kept so that a week can be judged again without its files: one very-hidden sheet a week,
 * a record for every unit and group. The texts are made and read by `app/kept-returns`.
 */
import { returnsSheetName, weekOfReturnsSheet } from '../../domain/returns/identity'
import type { Workbook } from '../../workbook/model'
import type { CellPatch } from '../../workbook/patch'
import type { SheetSpec } from '../../workbook/spec'
import { parsedRecord, patchRecords, readRecords, recordSheet, type Records } from './record-sheet'
import { findingsKey, type StoredReturn } from './state'
import type { StoreDamage } from './store'

/** One for each week of the campaign, empty: a host that cannot add sheets can fill them. */
export function returnsSheets(weeks: number, returns: ReadonlyMap<string, StoredReturn>): SheetSpec[] {
  const kept = byWeek(returns)
  return Array.from({ length: weeks }, (_, i) => recordSheet(returnsSheetName(i + 1), kept.get(i + 1) ?? new Map()))
}

export interface ReturnsPatch {
  readonly cells: ReadonlyMap<string, readonly CellPatch[]>
  /** For weeks whose sheet is not there. */
  readonly add: readonly SheetSpec[]
}

/** Brings the hidden sheets of kept returns, one a week, up to date; sheets that are not there yet are to be added. */
export function patchReturns(returns: ReadonlyMap<string, StoredReturn>, book: Workbook): ReturnsPatch {
  const kept = byWeek(returns)
  const cells = new Map<string, readonly CellPatch[]>()
  for (const sheet of book.sheets) {
    const week = weekOfReturnsSheet(sheet.name)
    if (week === undefined) continue
    cells.set(sheet.name, patchRecords(kept.get(week) ?? new Map(), sheet))
    kept.delete(week)
  }
  return { cells, add: [...kept].sort(([a], [b]) => a - b).map(([week, records]) => recordSheet(returnsSheetName(week), records)) }
}

/** By {@link findingsKey}. */
export function readReturns(book: Workbook): { readonly returns: ReadonlyMap<string, StoredReturn>; readonly damage: readonly StoreDamage[] } {
  const returns = new Map<string, StoredReturn>()
  const damage: StoreDamage[] = []
  for (const sheet of book.sheets) {
    const week = weekOfReturnsSheet(sheet.name)
    if (week === undefined) continue
    for (const { row, key, text } of readRecords(sheet)) {
      const stored = storedReturn(parsedRecord(text))
      if (!stored || returns.has(findingsKey(week, key))) damage.push({ sheet: sheet.name, row, key })
      else returns.set(findingsKey(week, key), stored)
    }
  }
  return { returns, damage }
}

function byWeek(returns: ReadonlyMap<string, StoredReturn>): Map<number, Records> {
  const weeks = new Map<number, Map<string, string>>()
  for (const [key, { content, definition, digest, length, text }] of returns) {
    const at = key.indexOf('|')
    const week = Number(key.slice(0, at))
    const records = weeks.get(week) ?? new Map<string, string>()
    weeks.set(week, records.set(key.slice(at + 1), JSON.stringify([content, definition, digest, length, text])))
  }
  return weeks
}

function storedReturn(value: unknown): StoredReturn | undefined {
  if (!Array.isArray(value)) return undefined
  const [content, definition, digest, length, text] = value as unknown[]
  if (typeof content !== 'string' || typeof definition !== 'string' || typeof digest !== 'string' || typeof length !== 'number' || typeof text !== 'string') return undefined
  return { content, definition, digest, length, text }
}
