/**
 * Very-hidden sheets that a program keeps records in: key and text, one record a row, the text cut into cells of
 * bounded length. Nothing that people type goes into them.
 */
import type { Sheet } from '../../workbook/model'
import type { CellPatch } from '../../workbook/patch'
import type { SheetSpec } from '../../workbook/spec'
import { cellIn, textOf } from './locate-tables'

/** Characters in one cell; a cell holds 32,767. */
const CHUNK = 32_000

/** Texts by key, none of them empty. */
export type Records = ReadonlyMap<string, string>

export interface RecordRow {
  /** 1-based. */
  readonly row: number
  readonly key: string
  readonly text: string
}

/** A hidden sheet with a record a row: its key, and its text in as many cells as it needs. */
export function recordSheet(name: string, records: Records): SheetSpec {
  const rows = [...records].map(([key, text], i) => ({ row: i + 1, cells: [key, ...chunks(text)].map((value, column) => ({ column: column + 1, value, style: { format: '@' } })) }))
  return { name, visibility: 'veryHidden', columns: [{ width: 30 }], rows }
}

/** Records stay on their rows; new ones go into freed rows, then below. The same records again: nothing. */
export function patchRecords(wanted: Records, sheet: Pick<Sheet, 'rows'> | undefined): CellPatch[] {
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

/** Rows that have a key, from top to bottom; a key may stand twice when somebody meddled. */
export function readRecords(sheet: Pick<Sheet, 'rows'> | undefined): RecordRow[] {
  return (sheet?.rows ?? []).flatMap((row): RecordRow[] => {
    const key = textOf(cellIn(row, 1))
    return key === '' ? [] : [{ row: row.row, key, text: row.cells.filter(({ column }) => column > 1).map((cell) => String(cell.value ?? '')).join('') }]
  })
}

/** What the text of a record says; undefined when it is no JSON: somebody edited the hidden sheet. */
export function parsedRecord(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Cut where no blank stands at either side (readers trim cells) and no character is torn in two. */
function chunks(text: string): string[] {
  const parts: string[] = []
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + CHUNK, text.length)
    while (end < text.length && end > at + 1 && (text[end - 1] === ' ' || text[end] === ' ' || /[\uD800-\uDBFF]/.test(text[end - 1] as string))) end -= 1
    parts.push(text.slice(at, end))
    at = end
  }
  return parts
}

function rowDifferences(row: number, wanted: readonly string[], now: readonly string[]): CellPatch[] {
  return Array.from({ length: Math.max(wanted.length, now.length) }, (_, i) => i).flatMap((i) => (wanted[i] === now[i] || (!wanted[i] && !now[i]) ? [] : [{ row, column: i + 1, value: wanted[i] ?? null }]))
}
