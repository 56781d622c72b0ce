/**
 * The office workbook's record: a very-hidden sheet of key and JSON, one record a row, cut into
 * cells of bounded length. What people see is made from it; nothing people type goes into it.
 */
import { IDENTITY_SHEET } from '../../domain/returns/identity'
import type { RankingRules } from '../../domain/ranking/history'
import type { LedgerEntry } from '../../domain/ranking/ledger'
import type { Workbook } from '../../workbook/model'
import type { CellPatch } from '../../workbook/patch'
import type { SheetSpec } from '../../workbook/spec'
import { cellIn, textOf } from './locate-tables'
import { findingsKey, type FindingGroup, type OfficeState, type WeekRecord } from './state'

export const STORE_SHEET = `${IDENTITY_SHEET}_ledger`

/** Characters in one cell; a cell holds 32,767. */
const CHUNK = 32_000

type Stored = Pick<OfficeState, 'entries' | 'weeks' | 'findings' | 'shown' | 'ranking'>

/** A record that cannot be read, by its 1-based row. */
export interface StoreDamage {
  readonly row: number
  readonly key: string
}

export function storeSheet(state: Stored): SheetSpec {
  const rows = [...records(state)].map(([key, json], i) => ({ row: i + 1, cells: [key, ...chunks(json)].map((value, column) => ({ column: column + 1, value, style: { format: '@' } })) }))
  return { name: STORE_SHEET, visibility: 'veryHidden', columns: [{ width: 30 }], rows }
}

/** Records stay on their rows; new ones go into freed rows, then below. */
export function patchStore(state: Stored, book: Workbook): CellPatch[] {
  const wanted = records(state)
  const sheet = book.sheets.find(({ name }) => name === STORE_SHEET)
  const standing = new Map<number, { key: string; cells: string[] }>()
  for (const row of sheet?.rows ?? []) {
    const width = row.cells[row.cells.length - 1]?.column ?? 1
    const cells = Array.from({ length: width }, (_, i) => textOf(cellIn(row, i + 1)))
    standing.set(row.row, { key: cells[0] as string, cells })
  }
  const places = new Map<string, number>()
  for (const [row, { key }] of standing) if (wanted.has(key) && !places.has(key)) places.set(key, row)
  const taken = new Set(places.values())
  let next = 1
  for (const key of wanted.keys()) {
    if (places.has(key)) continue
    while (taken.has(next)) next += 1
    places.set(key, next)
    taken.add(next)
  }
  const patches: CellPatch[] = []
  for (const [key, row] of places) patches.push(...rowDifferences(row, [key, ...chunks(wanted.get(key) as string)], standing.get(row)?.cells ?? []))
  for (const [row, { cells }] of standing) if (!taken.has(row)) patches.push(...rowDifferences(row, [], cells))
  return patches.sort((a, b) => a.row - b.row || a.column - b.column)
}

export function readStore(book: Workbook): Stored & { readonly damage: readonly StoreDamage[] } {
  const entries: LedgerEntry[] = []
  const weeks: WeekRecord[] = []
  const findings = new Map<string, readonly FindingGroup[]>()
  const damage: StoreDamage[] = []
  const seen = new Set<string>()
  let shown: number | undefined
  let ranking: RankingRules | undefined
  for (const row of book.sheets.find(({ name }) => name === STORE_SHEET)?.rows ?? []) {
    const key = textOf(cellIn(row, 1))
    if (key === '') continue
    const [kind, first = '', second = ''] = key.split('|')
    const value = parse(row.cells.filter(({ column }) => column > 1).map((cell) => String(cell.value ?? '')).join(''))
    if (value === undefined || seen.has(key)) damage.push({ row: row.row, key })
    else if (kind === 'entry') entries.push(value as LedgerEntry)
    else if (kind === 'week') weeks.push(value as WeekRecord)
    else if (kind === 'findings') findings.set(findingsKey(Number(first), second), value as FindingGroup[])
    else if (kind === 'shown') shown = Number(value)
    else if (kind === 'ranking') ranking = value as RankingRules
    seen.add(key)
  }
  return { entries, weeks: weeks.sort((a, b) => a.week - b.week), findings, ...(shown !== undefined && { shown }), ...(ranking && { ranking }), damage }
}

function records(state: Stored): Map<string, string> {
  const all = new Map<string, string>()
  if (state.shown !== undefined) all.set('shown', JSON.stringify(state.shown))
  if (state.ranking) all.set('ranking', JSON.stringify(state.ranking))
  for (const week of state.weeks) all.set(`week|${week.week}`, JSON.stringify(week))
  for (const entry of state.entries) all.set(`entry|${entry.week}|${entry.unit}`, JSON.stringify(entry))
  for (const [key, groups] of state.findings) if (groups.length > 0) all.set(`findings|${key}`, JSON.stringify(groups))
  return all
}

/** Cut where no blank stands at either side (readers trim cells) and no character is torn in two. */
function chunks(json: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < json.length; ) {
    let end = Math.min(at + CHUNK, json.length)
    while (end < json.length && end > at + 1 && (json[end - 1] === ' ' || json[end] === ' ' || /[\uD800-\uDBFF]/.test(json[end - 1] as string))) end -= 1
    parts.push(json.slice(at, end))
    at = end
  }
  return parts
}

function rowDifferences(row: number, wanted: readonly string[], now: readonly string[]): CellPatch[] {
  return Array.from({ length: Math.max(wanted.length, now.length) }, (_, i) => i).flatMap((i) => (wanted[i] === now[i] || (!wanted[i] && !now[i]) ? [] : [{ row, column: i + 1, value: wanted[i] ?? null }]))
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    // Somebody edited the hidden sheet: reported by the caller with its row.
    return undefined
  }
}
