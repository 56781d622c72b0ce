/**
 * A hash of what people entered: SHA-256, 64 hex digits, over the raw cells of every form.
 *
 * It says "unchanged" or "changed", so it covers what can change a result and nothing else:
 *
 * | covered                                   | not covered                                               |
 * | fields that people enter, by field        | check results, marks, seal, cover                         |
 * | running numbers of rosters and companions | totals, labels and given cells (formulas of the template) |
 * | the order of the rows                     | row numbers, blank rows, the order of the columns         |
 * | values as they are in the file            | styles, number formats, sheet names, the zip              |
 *
 * Values are taken undecoded, so that a newer program with better codecs hashes an old file
 * alike. Numbers count to 15 digits and line breaks as `\n`: producers differ beyond that.
 */
import type { GridCell } from './grid'
import { contentPaths, type RawRow } from './raw-row'
import { sha256 } from './sha256'
import type { Table } from './table-context'

type Hashed = Pick<Table, 'id' | 'form' | 'layout' | 'rows'>

/** Tables in the order of the definition; a form whose sheet is missing is left out. */
export function contentHash(tables: readonly Hashed[]): string {
  return sha256(JSON.stringify(tables.map(contentOf)))
}

function contentOf({ id, form, layout, rows }: Hashed) {
  const paths = layout.columns.map(({ path }) => path)
  const content = contentPaths(form, paths)
  const entered = paths.filter((path) => content.has(path))
  const numbered = form.shape === 'roster' || form.shape === 'companion'
  return [id, rows.filter(({ blank }) => !blank).map((row) => [...(numbered ? [row.number ?? null] : []), ...cellsOf(row, entered)])]
}

function cellsOf(row: RawRow, paths: readonly string[]) {
  return paths.flatMap((path) => {
    const cell = row.cells.get(path)
    return cell ? [[path, comparable(cell)]] : []
  })
}

function comparable({ value, formula }: GridCell): unknown {
  if (value === undefined) return { formula }
  if (typeof value === 'number') return Number(value.toPrecision(15))
  return typeof value === 'string' ? value.replace(/_x000D_|\r\n?/g, '\n') : value
}
