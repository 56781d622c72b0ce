import { address, areaAddress } from '../../address'
import type { Area } from '../../model'
import type { CellPatch } from '../../patch'
import { PatchError } from '../../patch-error'
import { type NewValue, changedCell, newCell, readCell } from './cell'
import { contains, shortAddress, union } from './reference'
import { handOnSharedFormulas } from './shared-formulas'
import { type CellSpan, type RowSpan, type SheetMap, mapSheet } from './sheet-map'
import { Splices } from './splices'
import { Tags } from './tags'

export interface SheetContext {
  /** Its name, for errors. */
  readonly sheet: string
  /** Its part's name. */
  readonly part: string
  sharedText(index: number): string | undefined
  /** Days between the epoch of dates here and the workbook's, for a cell of this style; 0 when it shows no dates. */
  epochOf(style: number): number
  /** Heading rows of the tables on the sheet; asked for only when it has any. */
  tableHeadings(): readonly Area[]
}

export interface PatchedSheet {
  /** The same array as before when no cell changed. */
  readonly bytes: Uint8Array
  /** A formula gave way to a value. */
  readonly formulaReplaced: boolean
  readonly hasFormulas: boolean
}

/**
 * A sheet's part with other values in some of its cells. Only these cells' bytes change, and where it has to follow:
 * a row that was not there, `spans`, `dimension`, and a shared formula that loses its first cell.
 *
 * A cell that already holds the value is left as it is. Emptying a cell keeps its style.
 *
 * @throws PatchError `patch/merged-cell`, `patch/array-formula`, `patch/table-heading`
 */
export function patchSheet(bytes: Uint8Array, cells: readonly CellPatch[], context: SheetContext): PatchedSheet {
  const rows = byRow(cells)
  const map = mapSheet(bytes, context.part, new Set(rows.keys()))
  return new SheetPatcher(bytes, map, context).run(rows)
}

/** Values by column, in order, by row, in order. */
function byRow(cells: readonly CellPatch[]): Map<number, Map<number, NewValue>> {
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column)
  const rows = new Map<number, Map<number, NewValue>>()
  for (const { row, column, value } of ordered) {
    if (!rows.has(row)) rows.set(row, new Map())
    // Excel keeps no cell for an empty text.
    rows.get(row)!.set(column, value === '' ? null : value)
  }
  return rows
}

class SheetPatcher {
  private readonly splices = new Splices()
  private readonly rowSpans = new Map<number, RowSpan[]>()
  /** Cells whose formula gives way, `row:column`. */
  private readonly formulasGone = new Set<string>()
  /** The area of the cells that were not there before. */
  private grown: Area | undefined
  private readonly newRows: { at: number; xml: string }[] = []
  private headings: readonly Area[] | undefined

  constructor(
    private readonly bytes: Uint8Array,
    private readonly map: SheetMap,
    private readonly context: SheetContext,
  ) {
    for (const span of map.rows) {
      const known = this.rowSpans.get(span.row)
      if (known) known.push(span)
      else this.rowSpans.set(span.row, [span])
    }
  }

  run(rows: ReadonlyMap<number, ReadonlyMap<number, NewValue>>): PatchedSheet {
    for (const [row, values] of rows) {
      const spans = this.rowSpans.get(row)
      if (spans) this.changeRow(spans, values)
      else this.addRow(row, values)
    }
    this.insertRows()
    this.growDimension()
    handOnSharedFormulas(this.bytes, this.map.formulas, this.formulasGone, this.splices)
    return { bytes: this.splices.apply(this.bytes), formulaReplaced: this.formulasGone.size > 0, hasFormulas: this.map.hasFormulas }
  }

  /** A row is one element in a sound file; in others its cells are looked for in all that carry its number. */
  private changeRow(spans: readonly RowSpan[], values: ReadonlyMap<number, NewValue>): void {
    const target = spans[0] as RowSpan
    const rowStyle = this.rowStyle(target)
    const added: { column: number; at: number; xml: string }[] = []
    for (const [column, value] of values) {
      const span = cellIn(spans, column)
      if (span) this.changeCell(target.row, span, value)
      else if (value !== null) {
        this.refuseUnsafe(target.row, column)
        const at = target.cells.find((cell) => cell.column > column)?.start ?? target.contentEnd
        added.push({ column, at, xml: this.newCell(target.row, column, this.styleOf(column, rowStyle), value) })
      }
    }
    if (added.length === 0) return
    const [first, last] = [added[0]!.column, added.at(-1)!.column]
    this.grow({ top: target.row, left: first, bottom: target.row, right: last })
    this.growSpans(target, first, last)
    if (target.empty) this.open(target, 'row', added.map(({ xml }) => xml).join(''))
    else for (const { at, xml } of added) this.splices.insert(at, xml)
  }

  private changeCell(row: number, span: CellSpan, value: NewValue): void {
    const { part, sharedText } = this.context
    const current = readCell(this.bytes, part, span, sharedText)
    const stored = this.stored(value, current.style)
    if (!current.formula && current.value === stored) return
    this.refuseUnsafe(row, span.column)
    if (current.formula) this.formulasGone.add(`${row}:${span.column}`)
    this.splices.replace(span.start, span.end, changedCell(this.bytes, part, span, stored))
  }

  private newCell(row: number, column: number, style: string, value: NewValue): string {
    return newCell(address(row, column), style, this.stored(value, Number(style)), this.map.prefix)
  }

  /** A patch counts days from 1899-12-30; a workbook may count them from 1904. */
  private stored(value: NewValue, style: number): NewValue {
    return typeof value === 'number' ? value - this.context.epochOf(style) : value
  }

  private addRow(row: number, values: ReadonlyMap<number, NewValue>): void {
    let xml = ''
    for (const [column, value] of values) {
      if (value === null) continue
      this.refuseUnsafe(row, column)
      this.grow({ top: row, left: column, bottom: row, right: column })
      xml += this.newCell(row, column, this.styleOf(column), value)
    }
    if (xml === '') return
    const { rows, data, prefix } = this.map
    const at = rows.find((span) => span.row > row)?.start ?? data.contentEnd
    this.newRows.push({ at, xml: `<${prefix}row r="${row}">${xml}</${prefix}row>` })
  }

  private insertRows(): void {
    if (this.newRows.length === 0) return
    if (this.map.data.empty) this.open(this.map.data, 'sheetData', this.newRows.map(({ xml }) => xml).join(''))
    else for (const { at, xml } of this.newRows) this.splices.insert(at, xml)
  }

  /** `<x .../>` becomes `<x ...>content</x>`. */
  private open({ tagEnd }: { readonly tagEnd: number }, name: string, content: string): void {
    this.splices.replace(tagEnd - '/>'.length, tagEnd, `>${content}</${this.map.prefix}${name}>`)
  }

  /** Style of a cell that was not there: its row's, if the row has one of its own, else its column's (18.3.1.73). */
  private styleOf(column: number, rowStyle?: string): string {
    return rowStyle ?? this.map.columns.find(({ min, max }) => column >= min && column <= max)?.style ?? '0'
  }

  /** `spans` says which columns of a row are in use: a hint, but a false one is worse than none. */
  private growSpans(row: RowSpan, first: number, last: number): void {
    const tags = this.tagAt(row.start)
    const spans = tags.find('spans')
    const [, from, to] = (spans && /^(\d+):(\d+)$/.exec(tags.value(spans))) ?? []
    if (!spans || (first >= Number(from) && last <= Number(to))) return
    if (from === undefined) return
    this.splices.replace(spans.valueStart, spans.valueEnd, `${Math.min(first, Number(from))}:${Math.max(last, Number(to))}`)
  }

  private rowStyle(row: RowSpan): string | undefined {
    const tags = this.tagAt(row.start)
    return tags.flag('customFormat') ? (tags.attribute('s') ?? '0') : undefined
  }

  private grow(area: Area): void {
    this.grown = this.grown ? union(this.grown, area) : area
  }

  private growDimension(): void {
    const { dimension, rows } = this.map
    if (!dimension || !this.grown) return
    const area = rows.length === 0 ? this.grown : union(dimension.area, this.grown)
    if (shortAddress(area) !== shortAddress(dimension.area)) this.splices.replace(dimension.start, dimension.end, shortAddress(area))
  }

  /** Where a value would not be seen, or would break what is around it. */
  private refuseUnsafe(row: number, column: number): void {
    const { sheet } = this.context
    const cell = address(row, column)
    for (const area of this.map.merges) {
      if (contains(area, row, column) && (row !== area.top || column !== area.left)) throw new PatchError('patch/merged-cell', { sheet, cell, area: areaAddress(area) })
    }
    for (const { kind, area } of this.map.formulas) {
      if (kind === 'shared' || !area || !contains(area, row, column)) continue
      if (area.top !== area.bottom || area.left !== area.right) throw new PatchError('patch/array-formula', { sheet, cell, area: areaAddress(area) })
    }
    if (!this.map.hasTables) return
    this.headings ??= this.context.tableHeadings()
    const heading = this.headings.find((area) => contains(area, row, column))
    if (heading) throw new PatchError('patch/table-heading', { sheet, cell, area: areaAddress(heading) })
  }

  private tagAt(start: number): Tags {
    const tags = new Tags(this.bytes, this.context.part, start)
    tags.next()
    return tags
  }
}

function cellIn(spans: readonly RowSpan[], column: number): CellSpan | undefined {
  for (const { cells } of spans) for (const cell of cells) if (cell.column === column) return cell
  return undefined
}
