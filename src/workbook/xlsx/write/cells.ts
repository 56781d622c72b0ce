import { address } from '../../address'
import type { CellSpec, RowSpec } from '../../spec'
import { fileFormula } from './functions'
import type { TextWriter } from './strings'
import type { StyleTable } from './styles'
import { text } from './xml'

export interface CellContext {
  readonly styles: StyleTable
  readonly writeText: TextWriter
}

export interface SheetData {
  readonly xml: string
  /** The area that is written out, e.g. `A1:H20`; `A1` for an empty sheet. */
  readonly dimension: string
  /** True when a formula has no cached result. */
  readonly uncalculated: boolean
}

/** Text that Excel would take for a formula when somebody edits its cell and confirms. */
const LOOKS_LIKE_FORMULA = /^[=+\-@]/

/** The rows of a sheet (ECMA-376 Part 1, 18.3.1.80). Rows and cells may come in any order. */
export function sheetData(rows: readonly RowSpec[], context: CellContext): SheetData {
  let xml = ''
  let uncalculated = false
  const bounds = { top: Infinity, left: Infinity, bottom: 0, right: 0 }
  for (const spec of ascending(rows, (row) => row.row)) {
    let cells = ''
    for (const cell of ascending(spec.cells, (c) => c.column)) {
      cells += cellXml(spec.row, cell, context)
      uncalculated ||= cell.formula !== undefined && cell.value === undefined
      bounds.left = Math.min(bounds.left, cell.column)
      bounds.right = Math.max(bounds.right, cell.column)
      bounds.top = Math.min(bounds.top, spec.row)
      bounds.bottom = spec.row
    }
    const set = ` r="${spec.row}"${spec.height === undefined ? '' : ` ht="${spec.height}"${spec.grows ? '' : ' customHeight="1"'}`}${spec.hidden ? ' hidden="1"' : ''}`
    xml += cells === '' ? `<row${set}/>` : `<row${set}>${cells}</row>`
  }
  const { top, left, bottom, right } = bounds
  const single = top === bottom && left === right
  const dimension = right === 0 ? 'A1' : address(top, left) + (single ? '' : `:${address(bottom, right)}`)
  return { xml: xml === '' ? '<sheetData/>' : `<sheetData>${xml}</sheetData>`, dimension, uncalculated }
}

/** A blank cell is written for its style. Empty text is blank: Excel itself keeps no cell for it. */
function cellXml(row: number, cell: CellSpec, { styles, writeText }: CellContext): string {
  const { value, formula, style } = cell
  const quoted = formula === undefined && typeof value === 'string' && style?.format !== '@' && LOOKS_LIKE_FORMULA.test(value)
  const number = styles.cell(style, quoted)
  const head = `<c r="${address(row, cell.column)}"${number === 0 ? '' : ` s="${number}"`}`
  if (formula !== undefined) return head + formulaContent(formula, value)
  if (value === undefined || value === '') return `${head}/>`
  if (typeof value === 'number') return `${head}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `${head} t="b"><v>${Number(value)}</v></c>`
  const { type, content } = writeText(value)
  return `${head} t="${type}">${content}</c>`
}

function formulaContent(formula: string, cached: CellSpec['value']): string {
  const f = `<f>${text(fileFormula(formula))}</f>`
  if (cached === undefined) return `>${f}</c>`
  if (typeof cached === 'number') return `>${f}<v>${cached}</v></c>`
  if (typeof cached === 'boolean') return ` t="b">${f}<v>${Number(cached)}</v></c>`
  return ` t="str">${f}<v>${text(cached)}</v></c>`
}

function ascending<T>(items: readonly T[], keyOf: (item: T) => number): readonly T[] {
  const inOrder = items.every((item, n) => n === 0 || keyOf(items[n - 1] as T) < keyOf(item))
  return inOrder ? items : [...items].sort((a, b) => keyOf(a) - keyOf(b))
}
