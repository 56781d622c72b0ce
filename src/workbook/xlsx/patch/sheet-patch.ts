import { address, areaAddress } from '../../address'
import type { Area } from '../../model'
import type { CellPatch, ResultPatch } from '../../patch'
import { PatchError } from '../../patch-error'
import { type NewContent, changedCell, holds, newCell, readCell } from './cell'
import { contains, shortAddress, union } from './reference'
import { storable } from './result'
import { changeResult } from './result-cell'
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
  /** A formula came, went or changed. */
  readonly formulasChanged: boolean
  /** Before or after. */
  readonly hasFormulas: boolean
}

/**
 * A sheet's part with other content in some of its cells. Only these cells' bytes change, and where it has to follow:
 * a row that was not there, `spans`, `dimension`, and a shared formula that loses its first cell.
 *
 * A cell that already holds the value is left as it is. Emptying a cell keeps its style. Of a cell that only has a new
 * result, value and type change; its formula stays byte for byte.
 *
 * @throws PatchError `patch/merged-cell`, `patch/array-formula`, `patch/table-heading`
 */
export function patchSheet(bytes: Uint8Array, cells: readonly CellPatch[], results: readonly ResultPatch[], context: SheetContext): PatchedSheet {
  const known = contentByRow(cells, results)
  const left = results.filter(({ row, column }) => !known.get(row)?.has(column))
  const map = mapSheet(bytes, context.part, new Set([...known.keys(), ...left.map(({ row }) => row)]))
  return new SheetPatcher(bytes, map, context).run(known, left)
}

/** What cells are to hold, by column, in order, by row, in order. */
function contentByRow(cells: readonly CellPatch[], results: readonly ResultPatch[]): Map<number, Map<number, NewContent>> {
  const resultOf = new Map(results.map(({ row, column, value }) => [`${row}:${column}`, value]))
  const ordered = [...cells].sort((a, b) => a.row - b.row || a.column - b.column)
  const rows = new Map<number, Map<number, NewContent>>()
  for (const { row, column, value, formula } of ordered) {
    if (!rows.has(row)) rows.set(row, new Map())
    const result = resultOf.get(`${row}:${column}`)
    // Excel keeps no cell for an empty text.
    rows.get(row)!.set(column, formula === undefined ? { value: value === '' ? null : value } : { formula, value: storable(result === undefined ? value : result) })
  }
  return rows
}

class SheetPatcher {
  private readonly splices = new Splices()
  private readonly rowSpans = new Map<number, RowSpan[]>()
  /** Cells whose formula gives way, `row:column`. */
  private readonly formulasGone = new Set<string>()
  private formulasCame = false
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

  run(rows: ReadonlyMap<number, ReadonlyMap<number, NewContent>>, results: readonly ResultPatch[]): PatchedSheet {
    for (const [row, contents] of rows) {
      const spans = this.rowSpans.get(row)
      if (spans) this.changeRow(spans, contents)
      else this.addRow(row, contents)
    }
    for (const result of results) this.changeResult(result)
    this.insertRows()
    this.growDimension()
    handOnSharedFormulas(this.bytes, this.map.formulas, this.formulasGone, this.splices)
    return { bytes: this.splices.apply(this.bytes), formulasChanged: this.formulasCame || this.formulasGone.size > 0, hasFormulas: this.formulasCame || this.map.hasFormulas }
  }

  /** A row is one element in a sound file; in others its cells are looked for in all that carry its number. */
  private changeRow(spans: readonly RowSpan[], contents: ReadonlyMap<number, NewContent>): void {
    const target = spans[0] as RowSpan
    const rowStyle = this.rowStyle(target)
    const added: { column: number; at: number; xml: string }[] = []
    for (const [column, content] of contents) {
      const span = cellIn(spans, column)
      if (span) this.changeCell(target.row, span, content)
      else if (!isBlank(content)) {
        this.refuseUnsafe(target.row, column)
        const at = target.cells.find((cell) => cell.column > column)?.start ?? target.contentEnd
        added.push({ column, at, xml: this.newCell(target.row, column, this.styleOf(column, rowStyle), content) })
      }
    }
    if (added.length === 0) return
    const [first, last] = [added[0]!.column, added.at(-1)!.column]
    this.grow({ top: target.row, left: first, bottom: target.row, right: last })
    this.growSpans(target, first, last)
    if (target.empty) this.open(target, 'row', added.map(({ xml }) => xml).join(''))
    else for (const { at, xml } of added) this.splices.insert(at, xml)
  }

  private changeCell(row: number, span: CellSpan, content: NewContent): void {
    const { part, sharedText } = this.context
    const current = readCell(this.bytes, part, span, sharedText)
    const stored = this.stored(content, current.style)
    if (holds(current, stored)) return
    this.refuseUnsafe(row, span.column)
    if (current.formula !== undefined) this.formulasGone.add(`${row}:${span.column}`)
    if (content.formula !== undefined) this.formulasCame = true
    this.splices.replace(span.start, span.end, changedCell(this.bytes, part, span, stored))
  }

  /** A cell inside the area of an array formula shows one of its results, though the formula is written in another. */
  private changeResult({ row, column, value }: ResultPatch): void {
    const { part, sharedText } = this.context
    const span = cellIn(this.rowSpans.get(row) ?? [], column)
    if (!span) return
    const current = readCell(this.bytes, part, span, sharedText)
    const ofArray = () => this.map.formulas.some(({ kind, area }) => kind !== 'shared' && area && contains(area, row, column))
    if (current.formula === undefined && (current.value === null || !ofArray())) return
    const moved = typeof value === 'number' ? value - this.context.epochOf(current.style) : storable(value)
    changeResult(this.bytes, part, span, current.value, moved, this.splices)
  }

  private newCell(row: number, column: number, style: string, content: NewContent): string {
    if (content.formula !== undefined) this.formulasCame = true
    return newCell(address(row, column), style, this.stored(content, Number(style)), this.map.prefix)
  }

  /** A patch counts days from 1899-12-30; a workbook may count them from 1904. */
  private stored(content: NewContent, style: number): NewContent {
    return typeof content.value === 'number' ? { ...content, value: content.value - this.context.epochOf(style) } : content
  }

  private addRow(row: number, contents: ReadonlyMap<number, NewContent>): void {
    let xml = ''
    for (const [column, content] of contents) {
      if (isBlank(content)) continue
      this.refuseUnsafe(row, column)
      this.grow({ top: row, left: column, bottom: row, right: column })
      xml += this.newCell(row, column, this.styleOf(column), content)
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

function isBlank({ formula, value }: NewContent): boolean {
  return formula === undefined && value === null
}

function cellIn(spans: readonly RowSpan[], column: number): CellSpan | undefined {
  for (const { cells } of spans) for (const cell of cells) if (cell.column === column) return cell
  return undefined
}
