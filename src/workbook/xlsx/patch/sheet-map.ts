import { LAST_COLUMN } from '../../address'
import type { Area } from '../../model'
import { parseArea } from './reference'
import { Tags } from './tags'

/** An element that may hold others: where its first tag lies, where its content ends, where it ends itself. */
export interface ElementSpan {
  readonly start: number
  readonly tagEnd: number
  /** Written as `<x/>`. */
  readonly empty: boolean
  /** Offset of the closing tag; `tagEnd` when empty. */
  readonly contentEnd: number
  readonly end: number
}

export interface CellSpan extends ElementSpan {
  readonly column: number
}

export interface RowSpan extends ElementSpan {
  readonly row: number
  /** In the order of the file; only of rows that were asked for. */
  readonly cells: readonly CellSpan[]
}

/** A formula that says something about other cells: shared, array, or of a data table. */
export interface GroupFormula {
  readonly row: number
  readonly column: number
  readonly kind: 'shared' | 'array' | 'dataTable'
  /** Number of a shared formula. */
  readonly group?: string
  /** The cells it fills. A shared formula's children carry none. */
  readonly area?: Area
  /** The formula's text stands here, not in another cell. */
  readonly written: boolean
  /** The `f` element. */
  readonly start: number
  readonly end: number
  readonly prefix: string
}

/** Where everything stands in a sheet's part that matters when some of its cells change. */
export interface SheetMap {
  /** Prefix of the sheet's elements with its colon; empty for none. */
  readonly prefix: string
  readonly dimension?: { readonly area: Area; readonly start: number; readonly end: number }
  readonly columns: readonly { readonly min: number; readonly max: number; readonly style: string }[]
  readonly data: ElementSpan
  /** In the order of the file. */
  readonly rows: readonly RowSpan[]
  readonly merges: readonly Area[]
  readonly formulas: readonly GroupFormula[]
  readonly hasFormulas: boolean
  readonly hasTables: boolean
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/**
 * Maps a sheet's part. Rows and cells without `r` follow the one before them, as consumers take them.
 *
 * @param wanted rows whose cells are mapped
 * @throws WorkbookError `file/malformed-xml`, `file/dtd`
 */
export function mapSheet(bytes: Uint8Array, part: string, wanted: ReadonlySet<number>): SheetMap {
  const tags = new Tags(bytes, part)
  const merges: Area[] = []
  const columns: { min: number; max: number; style: string }[] = []
  const content = { rows: [] as RowSpan[], formulas: [] as GroupFormula[], hasFormulas: false }
  let dimension: SheetMap['dimension']
  let data: ElementSpan | undefined
  let prefix = ''
  let hasTables = false
  while (tags.next()) {
    if (tags.closing) continue
    if (tags.is('sheetData') && tags.depth === 1) {
      prefix = tags.prefix
      data = mapData(tags, wanted, content)
    } else if (tags.is('dimension')) {
      const ref = tags.find('ref')
      const area = ref && parseArea(tags.value(ref))
      if (area) dimension = { area, start: ref.valueStart, end: ref.valueEnd }
    } else if (tags.is('col') && tags.depth === 2) {
      const style = tags.attribute('style')
      if (style) columns.push({ min: Number(tags.attribute('min')), max: Number(tags.attribute('max')), style })
    } else if (tags.is('mergeCell')) {
      const area = parseArea(tags.attribute('ref') ?? '')
      if (area) merges.push(area)
    } else if (tags.is('tablePart')) hasTables = true
  }
  if (!data) return tags.fail(bytes.length)
  return { prefix, dimension, columns, data, merges, hasTables, ...content }
}

type Content = Mutable<Pick<SheetMap, 'hasFormulas'>> & { rows: RowSpan[]; formulas: GroupFormula[] }
type OpenElement = Mutable<ElementSpan>

/** At the tag of `sheetData`: goes through its rows and cells in one pass, to its end. */
function mapData(tags: Tags, wanted: ReadonlySet<number>, content: Content): ElementSpan {
  const data = opened(tags)
  if (tags.empty) return data
  const { depth } = tags
  let row: (Mutable<RowSpan> & { cells: CellSpan[] }) | undefined
  let cell: Mutable<CellSpan> | undefined
  let mapsCells = false
  let lastRow = 0
  let lastColumn = 0
  while (tags.next()) {
    const level = tags.depth - depth
    if (tags.closing) {
      if (level === 2 && cell) close(cell, tags)
      else if (level === 1 && row) close(row, tags)
      else if (level === 0) return close(data, tags)
    } else if (level === 1 && tags.is('row')) {
      lastRow = rowNumber(tags, lastRow)
      lastColumn = 0
      mapsCells = wanted.has(lastRow)
      content.rows.push((row = { ...opened(tags), row: lastRow, cells: [] }))
    } else if (level === 2 && tags.is('c')) {
      lastColumn = columnOf(tags, lastColumn)
      if (mapsCells) row!.cells.push((cell = { start: tags.start, tagEnd: tags.end, empty: tags.empty, contentEnd: tags.end, end: tags.end, column: lastColumn }))
      else cell = undefined
    } else if (level === 3 && tags.is('f')) mapFormula(tags, lastRow, lastColumn, content)
  }
  return tags.fail(tags.end)
}

function mapFormula(tags: Tags, row: number, column: number, content: Content): void {
  content.hasFormulas = true
  const kind = tags.attribute('t')
  if (kind !== 'shared' && kind !== 'array' && kind !== 'dataTable') return
  const { start, end: tagEnd, prefix } = tags
  const group = kind === 'shared' ? tags.attribute('si') : undefined
  const area = parseArea(tags.attribute('ref') ?? '')
  const end = tags.toClose()
  content.formulas.push({ row, column, kind, group, area, written: tags.start > tagEnd, start, end, prefix })
}

function opened({ start, end, empty }: Tags): OpenElement {
  return { start, tagEnd: end, empty, contentEnd: end, end }
}

function close<T extends OpenElement>(element: T, tags: Tags): T {
  element.contentEnd = tags.start
  element.end = tags.end
  return element
}

function rowNumber(tags: Tags, last: number): number {
  const row = Number(tags.attribute('r') ?? last + 1)
  return Number.isInteger(row) && row > 0 ? row : tags.fail(tags.start)
}

/** Read from the bytes: this is done for every cell of a sheet. */
function columnOf(tags: Tags, last: number): number {
  const reference = tags.find('r')
  if (!reference) return last + 1
  let column = 0
  for (let at = reference.valueStart; at < reference.valueEnd; at++) {
    const letter = (tags.bytes[at]! | LOWER_CASE) - BEFORE_A
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column > 0 && column <= LAST_COLUMN ? column : tags.fail(tags.start)
}

const LOWER_CASE = 0x20
const BEFORE_A = 0x60
