/**
 * Comma-separated text → a grid, after RFC 4180, as offices write it: separated by `,`, `;` or
 * a tab, lines ended by CRLF, LF or CR, with or without a byte order mark. All cells are text,
 * so ids and phone numbers keep their zeros. A record is a row, as when Excel opens the file.
 */
import type { Grid, GridCell, GridRow } from '../returns/grid'

const SEPARATORS = [',', ';', '\t'] as const

export interface Delimited {
  readonly grid: Grid
  /** 1-based row in which a quote was opened that nothing closes; everything after it is one cell. */
  readonly unclosed?: number
}

export function parseDelimited(text: string, name: string): Delimited {
  const source = text.replace(/^\uFEFF/, '')
  // Excel's own hint, a first line such as `sep=;`. It is a row to Excel's reader too: count it.
  const hinted = /^sep=(.)\r?\n/i.exec(source)
  const separator = hinted?.[1] ?? likelySeparator(source)
  const { records, unclosed } = split(source, separator)
  const rows = records.flatMap((record, index): GridRow[] => {
    if (hinted && index === 0) return []
    const cells = record.flatMap((value, at): GridCell[] => (value.trim() === '' ? [] : [{ column: at + 1, value }]))
    return cells.length > 0 ? [{ row: index + 1, cells }] : []
  })
  return { grid: { name, visibility: 'visible', merges: [], rows }, ...(unclosed !== undefined && { unclosed }) }
}

/** The separator that the first lines have most of, outside quotes; a comma when there is none. */
function likelySeparator(text: string): string {
  const outside = text.slice(0, 10_000).replace(/"(?:[^"]|"")*"/g, '')
  const counts = SEPARATORS.map((separator) => outside.split(separator).length)
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ','
}

function split(text: string, separator: string): { records: string[][]; unclosed?: number } {
  const records: string[][] = []
  let record: string[] = []
  let at = 0
  while (at < text.length) {
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at, separator)
    if (!field) return { records: [...records, [...record, text.slice(at)]], unclosed: records.length + 1 }
    record.push(field.value)
    at = field.end
    if (text[at] === separator) {
      at++
      // A separator at the very end opens one more, empty field.
      if (at < text.length) continue
    }
    records.push(record)
    record = []
    if (text[at] === '\r' && text[at + 1] === '\n') at++
    at++
  }
  return { records }
}

function bare(text: string, start: number, separator: string): { value: string; end: number } {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') end++
  return { value: text.slice(start, end), end }
}

/** A quoted field; what stands between the closing quote and the separator is kept. Undefined when nothing closes it. */
function quoted(text: string, start: number): { value: string; end: number } | undefined {
  let value = ''
  let at = start + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    value += text.slice(at, close)
    if (text[close + 1] !== '"') {
      at = close + 1
      break
    }
    value += '"'
    at = close + 2
  }
  const rest = /^[^,;\t\r\n]*/.exec(text.slice(at))?.[0] ?? ''
  return { value: value + rest, end: at + rest.length }
}
