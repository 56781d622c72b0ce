import type { CellSpec, RowSpec } from '../../spec'
import { CellPlace, sortByColumn } from '../read/cell-place'
import { parseIndex } from '../read/numbers'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import type { Budget } from './budget'
import type { Columns } from './columns'
import { numberIn } from './number'
import type { LookStyles } from './styles'

const ROW = xmlName('row')
const CELL = xmlName('c')
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
type OpenRow = { -readonly [key in keyof RowSpec]: RowSpec[key] } & { cells: CellSpec[] }

/**
 * Reads how the rows and cells of a sheet look (`sheetData`; ECMA-376 part 1, 18.3.1.80), and nothing of what they hold.
 *
 * A cell is kept when it has a style, and also without one where its row or column has one, which it then does not take.
 *
 * @throws WorkbookError `file/bad-reference`, `file/duplicate-cell`, `file/too-many-cells`
 */
export class RowsReader {
  /** The last column that holds a cell; 0 for none. */
  used = 0
  private readonly rows = new Map<number, OpenRow>()
  private readonly at: CellPlace

  constructor(
    private readonly x: XmlScanner,
    private readonly sheet: string,
    private readonly styles: LookStyles,
    private readonly columns: Columns,
    private readonly budget: Budget,
  ) {
    this.at = new CellPlace(x, sheet)
  }

  /** The last cell that was begun, for messages. */
  get place(): string {
    return this.at.name
  }

  /** With the scanner inside `sheetData`: reads it to its end. Rows of which there is nothing to say are left out. */
  read(): RowSpec[] {
    const x = this.x
    while (x.child()) {
      if (x.is(ROW)) this.readRow()
      else x.skip()
    }
    const rows = [...this.rows.values()]
    if (!this.at.ordered) rows.sort((a, b) => a.row - b.row)
    return rows.map((row) => this.finished(row)).filter(({ cells, height, hidden, style }) => cells.length > 0 || height !== undefined || hidden || style)
  }

  private readRow(): void {
    const x = this.x
    const row = this.at.enterRow()
    this.budget.spend(1, this.sheet)
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
    const open: OpenRow = known ?? { row, cells: [] }
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
    let column = this.at.column + 1
    let number = 0
    for (let n = 0; n < x.attributes; n++) {
      const letter = x.letterOf(n)
      if (letter === LETTER_R) column = this.at.columnOf(x.valueStart(n), x.valueEnd(n))
      else if (letter === LETTER_S) number = parseIndex(x.bytes, x.valueStart(n), x.valueEnd(n))
    }
    this.at.enterCell(column)
    if (column > this.used) this.used = column
    const style = this.styles.cell(number)
    row.cells.push(style ? { column, style } : { column })
    x.skip()
  }

  private finished({ cells, ...row }: OpenRow): RowSpec {
    if (!this.at.ordered) sortByColumn(cells, row.row, this.sheet)
    return { ...row, cells: cells.filter(({ column, style }) => style ?? row.style ?? this.columns.styleOf(column)) }
  }
}
