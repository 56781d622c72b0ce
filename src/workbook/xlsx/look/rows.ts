import { LAST_COLUMN, LAST_ROW, address, columnLetters } from '../../address'
import { WorkbookError } from '../../error'
import type { CellSpec, RowSpec } from '../../spec'
import { columnInRow } from '../read/cells'
import { parseIndex } from '../read/numbers'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import type { Budget } from './budget'
import type { Columns } from './columns'
import { numberIn } from './number'
import type { LookStyles } from './styles'

const ROW = xmlName('row')
const CELL = xmlName('c')
const REFERENCE = xmlName('r')
const STYLE = xmlName('s')
const HEIGHT = xmlName('ht')
const CUSTOM_HEIGHT = xmlName('customHeight')
const CUSTOM_FORMAT = xmlName('customFormat')
const HIDDEN = xmlName('hidden')

const LETTER_R = 0x72
const LETTER_S = 0x73
/** Points; Excel's limit. */
const HIGHEST = 409.5

/** A row being read; its cells are in the order of the file. */
type OpenRow = { -readonly [key in keyof RowSpec]: RowSpec[key] } & { cells: CellSpec[]; ordered: boolean }

/**
 * Reads how the rows and cells of a sheet look (`sheetData`; ECMA-376 part 1, 18.3.1.80), and nothing of what they hold.
 *
 * A cell is kept when it has a style, and also without one where its row or column has one, which it then does not take.
 * Places are found as `CellReader` finds them.
 *
 * @throws WorkbookError `file/bad-reference`, `file/duplicate-cell`, `file/too-many-cells`
 */
export class RowsReader {
  /** The last column that holds a cell; 0 for none. */
  used = 0
  private readonly rows = new Map<number, OpenRow>()
  private row = 0
  private column = 0
  private ordered = true

  constructor(
    private readonly x: XmlScanner,
    private readonly sheet: string,
    private readonly styles: LookStyles,
    private readonly columns: Columns,
    private readonly budget: Budget,
  ) {}

  /** The last cell that was begun, for messages. */
  get place(): string {
    return this.row > 0 && this.column > 0 ? address(this.row, this.column) : ''
  }

  /** With the scanner inside `sheetData`: reads it to its end. Rows of which there is nothing to say are left out. */
  read(): RowSpec[] {
    const x = this.x
    while (x.child()) {
      if (x.is(ROW)) this.readRow()
      else x.skip()
    }
    const rows = [...this.rows.values()]
    if (!this.ordered) rows.sort((a, b) => a.row - b.row)
    return rows.map((row) => this.finished(row)).filter(({ cells, height, hidden, style }) => cells.length > 0 || height !== undefined || hidden || style)
  }

  private readRow(): void {
    const x = this.x
    const reference = x.find(REFERENCE)
    const row = reference < 0 ? this.row + 1 : parseIndex(x.bytes, x.valueStart(reference), x.valueEnd(reference))
    if (row < 1 || row > LAST_ROW) throw new WorkbookError('file/bad-reference', { sheet: this.sheet, cell: x.attribute(REFERENCE) ?? String(row) })
    this.budget.spend(1, this.sheet)
    if (row <= this.row) this.ordered = false
    this.row = row
    this.column = 0
    const open = this.openRow(row)
    while (x.child()) {
      if (x.is(CELL)) this.readCell(open)
      else x.skip()
    }
  }

  /** A row that is written twice is one row; what is said first holds. */
  private openRow(row: number): OpenRow {
    const x = this.x
    const known = this.rows.get(row)
    const open: OpenRow = known ?? { row, cells: [], ordered: true }
    const height = numberIn(x.attribute(HEIGHT))
    if (open.height === undefined && height >= 0 && height <= HIGHEST) {
      open.height = height
      if (!x.flag(CUSTOM_HEIGHT)) open.grows = true
    }
    if (x.flag(HIDDEN)) open.hidden = true
    const style = x.flag(CUSTOM_FORMAT) ? this.styles.cell(Number(x.attribute(STYLE) ?? 0)) : undefined
    if (style) open.style ??= style
    if (!known) this.rows.set(row, open)
    return open
  }

  private readCell(row: OpenRow): void {
    const x = this.x
    this.budget.spend(1, this.sheet)
    let column = this.column + 1
    let number = 0
    for (let n = 0; n < x.attributes; n++) {
      const letter = x.letterOf(n)
      if (letter === LETTER_R) column = this.columnOf(x.valueStart(n), x.valueEnd(n))
      else if (letter === LETTER_S) number = parseIndex(x.bytes, x.valueStart(n), x.valueEnd(n))
    }
    if (column > LAST_COLUMN) throw new WorkbookError('file/bad-reference', { sheet: this.sheet, cell: columnLetters(column) + this.row })
    if (column <= this.column) row.ordered = false
    this.column = column
    if (column > this.used) this.used = column
    const style = this.styles.cell(number)
    row.cells.push(style ? { column, style } : { column })
    x.skip()
  }

  private columnOf(start: number, end: number): number {
    const column = columnInRow(this.x.bytes, start, end, this.row)
    if (column === 0) throw new WorkbookError('file/bad-reference', { sheet: this.sheet, cell: this.x.attribute(REFERENCE) ?? '' })
    return column
  }

  private finished({ ordered, cells, ...row }: OpenRow): RowSpec {
    if (!ordered || !this.ordered) {
      cells.sort((a, b) => a.column - b.column)
      const twice = cells.find(({ column }, n) => cells[n + 1]?.column === column)
      if (twice) throw new WorkbookError('file/duplicate-cell', { sheet: this.sheet, cell: address(row.row, twice.column) })
    }
    return { ...row, cells: cells.filter(({ column, style }) => style ?? row.style ?? this.columns.styleOf(column)) }
  }
}
