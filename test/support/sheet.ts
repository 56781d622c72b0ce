/**
 * Sheets as tests show them: a Markdown table is a sheet.
 *
 *     sheetFrom('名册', `
 *       | 序号 | 姓名 | 入党时间   | 学时 |
 *       | 1    | 王芳 | 1998-07-01 | 8    |
 *       | 2    |      |            | '8   |
 *     `)
 *
 * | written          | is                                              |
 * | (nothing)        | blank                                           |
 * | 8 · -2.5         | a number                                        |
 * | 40%              | 0.4 shown as a percentage                       |
 * | 2005-02-21       | a number shown as a date                        |
 * | '8 · '2005-02-21 | text                                            |
 * | =8 · =王芳       | a formula with that result                      |
 * | =?               | a formula without a result                      |
 * | #N/A             | an error                                        |
 * | TRUE             | a boolean                                       |
 * | ~                | covered by the cell to its left (merged)        |
 * | ^                | covered by the cell above it (merged)           |
 * | anything else    | text                                            |
 */
import { serialOf } from '../../src/domain/returns/serial'
import { isoOf } from '../../src/domain/returns/serial'
import type { Cell, DefinedName, Row, Sheet, Workbook } from '../../src/workbook/model'

export interface SheetOptions {
  /** Excel row of the table's first line; default 1. */
  readonly top?: number
  readonly hiddenRows?: readonly number[]
  readonly visibility?: Sheet['visibility']
}

export function sheetFrom(name: string, table: string, { top = 1, hiddenRows = [], visibility = 'visible' }: SheetOptions = {}): Sheet {
  const lines = linesOf(table)
  const rows: Row[] = lines.map((texts, index) => ({
    row: top + index,
    ...(hiddenRows.includes(top + index) && { hidden: true }),
    cells: texts.flatMap((text, at) => cellFrom(text, at + 1) ?? []),
  }))
  return { name, visibility, protected: false, merges: mergesOf(lines, top), rows: rows.filter(({ cells }) => cells.length > 0) }
}

/** The texts of a Markdown table, line by line; a line of dashes is left out. */
export function linesOf(table: string): string[][] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('|') && !/^[|\s:-]*-[|\s:-]*$/.test(line))
    .map((line) => line.slice(1, line.endsWith('|') ? -1 : undefined).split('|').map((text) => text.trim()))
}

export function cellFrom(text: string, column: number): Cell | undefined {
  if (text === '' || text === '~' || text === '^') return undefined
  if (text === '=?') return { column, formula: 'A1' }
  if (text.startsWith('=')) return { ...(cellFrom(text.slice(1), column) ?? { value: '' }), column, formula: 'A1' }
  if (text.startsWith("'")) return { column, value: text.slice(1) }
  if (/^#[A-Z/0!?]+$/.test(text)) return { column, value: { error: text } }
  if (text === 'TRUE' || text === 'FALSE') return { column, value: text === 'TRUE' }
  if (/^-?\d+(\.\d+)?$/.test(text)) return { column, value: Number(text) }
  if (/^\d+(\.\d+)?%$/.test(text)) return { column, value: Number(text.slice(0, -1)) / 100, format: '0%' }
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  if (year && isoOf(Number(year), Number(month), Number(day))) return { column, value: serialOf(text), date: true, format: 'yyyy-mm-dd' }
  return { column, value: text }
}

function mergesOf(lines: readonly (readonly string[])[], top: number): Sheet['merges'] {
  return lines.flatMap((texts, row) =>
    texts.flatMap((text, column) => {
      if (text === '~' || text === '^') return []
      let right = column
      while (texts[right + 1] === '~') right++
      let bottom = row
      while (lines[bottom + 1]?.[column] === '^') bottom++
      if (right === column && bottom === row) return []
      return [{ top: top + row, left: column + 1, bottom: top + bottom, right: right + 1 }]
    }),
  )
}

/** A workbook of these sheets. `names` by name: `'名册'!$A$1:$D$9`. */
export function bookFrom(sheets: readonly Sheet[], names: Readonly<Record<string, string>> = {}): Workbook {
  const defined = Object.entries(names).map(([name, refersTo]): DefinedName => ({ name, refersTo, hidden: false }))
  return { sheets, names: defined, properties: {}, foreign: [] }
}
