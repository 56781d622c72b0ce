import { DAYS_TO_1904 } from '../../date-system'
import { WorkbookError } from '../../error'
import type { Cell, CellValue, Row } from '../../model'
import { CellPlace, sortByColumn } from './cell-place'
import { serialOfIso } from './iso-date'
import { parseIndex, parseNumber } from './numbers'
import { type SharedStrings, readRichText } from './shared-strings'
import { type CellFormat, GENERAL } from './styles'
import { type XmlScanner, xmlName } from './xml-scanner'
import { MAY_BE_ESCAPED, unescape } from './xml-text'

const ROW = xmlName('row')
const CELL = xmlName('c')
const VALUE = xmlName('v')
const FORMULA = xmlName('f')
const INLINE = xmlName('is')
const HIDDEN = xmlName('hidden')

const LETTER_R = 0x72
const LETTER_S = 0x73
const LETTER_T = 0x74

/** What every sheet's cells need of the workbook. */
export interface CellContext {
  readonly strings: SharedStrings
  readonly formats: readonly CellFormat[]
  /** True: serials count from 1904 and have to be moved. */
  readonly from1904: boolean
  /** Cells that may still be read, in all sheets together. */
  readonly budget: { cells: number; readonly limit: number }
}

/**
 * Reads the cells of a sheet (`sheetData`; ECMA-376 part 1, 18.3.1.80). One reader for a sheet.
 *
 * Blank cells are left out, and so are rows without any other. What stands out of order is put in order.
 *
 * @throws WorkbookError `file/bad-reference`, `file/bad-value`, `file/duplicate-cell`, `file/too-many-cells`
 */
export class CellReader {
  private readonly rows: Row[] = []
  private readonly at: CellPlace

  constructor(
    private readonly x: XmlScanner,
    private readonly sheet: string,
    private readonly context: CellContext,
  ) {
    this.at = new CellPlace(x, sheet)
  }

  /** The last cell that was begun, for messages. */
  get place(): string {
    return this.at.name
  }

  /** With the scanner inside `sheetData`: reads it to its end. */
  read(): Row[] {
    const x = this.x
    while (x.child()) {
      if (x.is(ROW)) this.readRow()
      else x.skip()
    }
    return this.at.ordered ? this.rows : inOrder(this.rows, this.sheet)
  }

  private readRow(): void {
    const x = this.x
    const row = this.at.enterRow()
    const hidden = x.flag(HIDDEN)
    const cells: Cell[] = []
    while (x.child()) {
      if (x.is(CELL)) this.readCell(cells)
      else x.skip()
    }
    if (cells.length > 0) this.rows.push(hidden ? { row, hidden, cells } : { row, cells })
  }

  private readCell(cells: Cell[]): void {
    const x = this.x
    const { bytes } = x
    const { budget, formats } = this.context
    if (--budget.cells < 0) throw new WorkbookError('file/too-many-cells', { sheet: this.sheet, limit: budget.limit })
    let column = this.at.column + 1
    let format = GENERAL
    let type = NUMBER
    for (let n = 0; n < x.attributes; n++) {
      const letter = x.letterOf(n)
      if (letter === LETTER_R) column = this.at.columnOf(x.valueStart(n), x.valueEnd(n))
      else if (letter === LETTER_S) format = formats[parseIndex(bytes, x.valueStart(n), x.valueEnd(n))] ?? GENERAL
      else if (letter === LETTER_T) type = typeOf(bytes, x.valueStart(n), x.valueEnd(n))
    }
    this.at.enterCell(column)

    let formula: string | undefined
    let value: CellValue | undefined
    while (x.child()) {
      if (x.is(VALUE)) {
        x.leaf()
        value = this.valueOf(type, format)
      } else if (x.is(FORMULA)) {
        x.leaf()
        formula = unescape(x.text())
      } else if (x.is(INLINE) && type === INLINE_STRING) value = readRichText(x)
      else x.skip()
    }
    if (value === undefined && formula === undefined) return
    const date = (format.date && typeof value === 'number') || (type === ISO_DATE && value !== undefined)
    cells.push(cellOf(column, value, formula, date, format.code))
  }

  /** The value in `v`, by the cell's type; undefined for a number that is not written. */
  private valueOf(type: number, format: CellFormat): CellValue | undefined {
    const x = this.x
    switch (type) {
      case SHARED_STRING:
        return x.blank ? undefined : this.context.strings.at(parseIndex(x.bytes, x.textStart, x.whole ? x.textEnd : x.textStart)) ?? this.bad()
      case TEXT:
      case INLINE_STRING: {
        const text = x.text()
        return !x.whole || x.textFlags & MAY_BE_ESCAPED ? unescape(text) : text
      }
      case NUMBER: {
        if (x.blank) return undefined
        const value = x.whole ? parseNumber(x.bytes, x.textStart, x.textEnd) : Number(x.text())
        if (Number.isNaN(value)) return this.bad()
        return this.context.from1904 && format.dated ? value + DAYS_TO_1904 : value
      }
      case BOOLEAN:
        return x.blank ? undefined : this.boolean(x.text().trim())
      case ERROR:
        return x.blank ? undefined : { error: x.text() }
      case ISO_DATE:
        return x.blank ? undefined : serialOfIso(x.text()) ?? this.bad()
      default:
        return this.bad()
    }
  }

  private boolean(text: string): boolean {
    if (text === '1' || text === 'true') return true
    return text === '0' || text === 'false' ? false : this.bad()
  }

  private bad(): never {
    throw new WorkbookError('file/bad-value', { sheet: this.sheet, cell: this.place, value: this.x.text().slice(0, 40) })
  }
}

/** A few fixed shapes: engines keep them small and read them fast, and what is absent is not there. */
function cellOf(column: number, value: CellValue | undefined, formula: string | undefined, date: boolean, format: string | undefined): Cell {
  if (formula !== undefined) return date ? { column, value, formula, date, format } : { column, value, formula, format }
  if (date) return { column, value, date, format }
  return format === undefined ? { column, value } : { column, value, format }
}

/** Cell types (18.18.11), told by their length and first letter; an unknown one fails when a value is read. */
const UNKNOWN = 0
const NUMBER = 1
const SHARED_STRING = 2
const BOOLEAN = 3
const ERROR = 4
const ISO_DATE = 5
const TEXT = 6
const INLINE_STRING = 7

const TYPES: readonly (readonly [name: Uint8Array, type: number])[] = [
  [xmlName('s'), SHARED_STRING],
  [xmlName('str'), TEXT],
  [xmlName('n'), NUMBER],
  [xmlName('b'), BOOLEAN],
  [xmlName('inlineStr'), INLINE_STRING],
  [xmlName('e'), ERROR],
  [xmlName('d'), ISO_DATE],
]

function typeOf(bytes: Uint8Array, start: number, end: number): number {
  for (const [name, type] of TYPES) {
    let n = 0
    while (n < name.length && bytes[start + n] === name[n]) n++
    if (n === name.length && start + n === end) return type
  }
  return UNKNOWN
}

/** Rows by number and cells by column, where the file has them otherwise. A row written twice is one row; a cell written twice is an error. */
function inOrder(rows: readonly Row[], sheet: string): Row[] {
  const merged = new Map<number, { row: number; hidden?: boolean; cells: Cell[] }>()
  for (const row of rows) {
    const known = merged.get(row.row)
    if (!known) merged.set(row.row, { ...row, cells: [...row.cells] })
    else {
      known.hidden ??= row.hidden
      for (const cell of row.cells) known.cells.push(cell)
    }
  }
  const ordered = [...merged.values()].sort((a, b) => a.row - b.row)
  for (const { row, cells } of ordered) sortByColumn(cells, row, sheet)
  return ordered
}
