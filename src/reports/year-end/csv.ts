/** A table as a CSV file that Excel, WPS and LibreOffice open by a double click. */
import { looksLikeFormula } from '../../domain/registry/looks-like-formula'

/** Without it Excel takes the file for one of the machine's old code page. */
const BOM = '\ufeff'

/**
 * RFC 4180: commas, quotes doubled, CRLF; UTF-8 with its mark. Text that a spreadsheet would take for a formula begins
 * with an apostrophe: whatever somebody calls a unit, opening the file runs nothing. Numbers stay numbers.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  return new TextEncoder().encode(BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''))
}

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const text = looksLikeFormula(value) || /^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
