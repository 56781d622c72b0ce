import { LAST_COLUMN, LAST_ROW, columnLetters, columnNumber } from '../../address'

/** Texts, quoted sheet names and bracketed column names stay; the rest is searched for references. */
const TOKEN = new RegExp(
  [
    String.raw`"(?:[^"]|"")*"`,
    String.raw`'(?:[^']|'')*'`,
    String.raw`\[(?:[^\][]|\[[^\]]*\])*\]`,
    // Names, functions and sheet names are taken whole, so that no part of them passes for a reference.
    String.raw`(?<area>(?<![\p{L}\p{N}_.$])(?:(?<from>\$?[A-Za-z]{1,3}):(?<to>\$?[A-Za-z]{1,3})|(?<first>\$?\d{1,7}):(?<last>\$?\d{1,7}))(?![\p{L}\p{N}_.(!]))`,
    String.raw`(?<cell>(?<![\p{L}\p{N}_.$])(?<column>\$?[A-Za-z]{1,3})(?<row>\$?\d{1,7})(?![\p{L}\p{N}_.(!]))`,
    String.raw`[\p{L}\p{N}_.$\\]+`,
  ].join('|'),
  'gu',
)

/**
 * A formula as it reads when it is filled from one cell to another: relative references move along, `$` ones stay.
 * This is what the children of a shared formula mean (ECMA-376 Part 1, 18.3.1.40).
 *
 * A reference that would leave the sheet becomes `#REF!`.
 */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(TOKEN, (token, ...rest) => {
    const { area, from, to, first, last, cell, column, row } = rest.at(-1) as Partial<Record<string, string>>
    // Letters beyond XFD and digits beyond the last row make a name, which stays.
    if (cell) return isCell(column!, row!) ? joined([moveColumn(column!, columns), moveRow(row!, rows)], '') : token
    if (!area) return token
    return from ? joined([moveColumn(from, columns), moveColumn(to!, columns)], ':') : joined([moveRow(first!, rows), moveRow(last!, rows)], ':')
  })
}

function isCell(column: string, row: string): boolean {
  const digits = Number(row.replace('$', ''))
  return columnNumber(column.replace('$', '')) !== undefined && digits >= 1 && digits <= LAST_ROW
}

function joined(parts: readonly (string | undefined)[], separator: string): string {
  return parts.includes(undefined) ? '#REF!' : parts.join(separator)
}

function moveColumn(written: string, by: number): string | undefined {
  if (written.startsWith('$')) return written
  const column = columnNumber(written) ?? 0
  return column + by >= 1 && column + by <= LAST_COLUMN ? columnLetters(column + by) : undefined
}

function moveRow(written: string, by: number): string | undefined {
  if (written.startsWith('$')) return written
  const row = Number(written) + by
  return row >= 1 && row <= LAST_ROW ? String(row) : undefined
}
