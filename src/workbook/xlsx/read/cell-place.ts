import { LAST_COLUMN, LAST_ROW, address, columnLetters } from '../../address'
import { WorkbookError } from '../../error'
import { parseIndex } from './numbers'
import { type XmlScanner, xmlName } from './xml-scanner'

const REFERENCE = xmlName('r')

/**
 * Where a reader of `sheetData` is (ECMA-376 part 1, 18.3.1.73 and 18.3.1.4): rows and cells that do not say where they are
 * follow the one before, and what stands out of order is noticed, to be put in order afterwards.
 */
export class CellPlace {
  /** 1-based; 0 before the first row, and before a row's first cell. */
  row = 0
  column = 0
  /** Rows and cells have come in their order so far. */
  ordered = true

  constructor(
    private readonly x: XmlScanner,
    private readonly sheet: string,
  ) {}

  /** The last cell that was begun, for messages. */
  get name(): string {
    return this.row > 0 && this.column > 0 ? address(this.row, this.column) : ''
  }

  /** With the scanner at a `row`: its number. @throws WorkbookError `file/bad-reference` */
  enterRow(): number {
    const x = this.x
    const reference = x.find(REFERENCE)
    const row = reference < 0 ? this.row + 1 : parseIndex(x.bytes, x.valueStart(reference), x.valueEnd(reference))
    if (row < 1 || row > LAST_ROW) throw this.badReference(x.attribute(REFERENCE) ?? String(row))
    if (row <= this.row) this.ordered = false
    this.row = row
    this.column = 0
    return row
  }

  /** The column of a reference in the bytes, which must lie in this row. @throws WorkbookError `file/bad-reference` */
  columnOf(start: number, end: number): number {
    const column = columnInRow(this.x.bytes, start, end, this.row)
    if (column === 0) throw this.badReference(this.x.attribute(REFERENCE) ?? '')
    return column
  }

  /** At a cell in this column. @throws WorkbookError `file/bad-reference` */
  enterCell(column: number): void {
    if (column > LAST_COLUMN) throw this.badReference(columnLetters(column) + this.row)
    if (column <= this.column) this.ordered = false
    this.column = column
  }

  private badReference(cell: string) {
    return new WorkbookError('file/bad-reference', { sheet: this.sheet, cell })
  }
}

/** The column of a reference such as `AB12`, which must lie in this row; 0 when it does not, or is no reference. */
function columnInRow(bytes: Uint8Array, start: number, end: number, row: number): number {
  let at = start
  let column = 0
  for (; at < end && column <= LAST_COLUMN; at++) {
    // Lower case as upper case: `| 0x20`, then letters count from 1.
    const letter = (bytes[at]! | 0x20) - 0x60
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column <= LAST_COLUMN && parseIndex(bytes, at, end) === row ? column : 0
}

/** Sorts the cells of a row by column. @throws WorkbookError `file/duplicate-cell` for a cell that is written twice */
export function sortByColumn(cells: { readonly column: number }[], row: number, sheet: string): void {
  cells.sort((a, b) => a.column - b.column)
  const twice = cells.find(({ column }, n) => cells[n + 1]?.column === column)
  if (twice) throw new WorkbookError('file/duplicate-cell', { sheet, cell: address(row, twice.column) })
}
