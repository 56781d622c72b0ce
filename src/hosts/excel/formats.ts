/** Number formats as the last snapshot saw them: what is written to a cell depends on its format. */
import { formatKind } from '../../workbook/number-format'
import type { UsedRange } from './sheet-rows'

export class Formats {
  private readonly ranges = new Map<string, UsedRange>()

  constructor(
    /** True: dates count from 1904, and have to be written so. */
    readonly from1904 = false,
  ) {}

  remember(sheet: string, range: UsedRange): void {
    this.ranges.set(sheet, range)
  }

  /** Row and column are 1-based. Outside what was read it is not known: false. */
  isText(sheet: string, row: number, column: number): boolean {
    return this.at(sheet, row, column) === '@'
  }

  isDate(sheet: string, row: number, column: number): boolean {
    const format = this.at(sheet, row, column)
    return format !== undefined && formatKind(format) === 'date'
  }

  private at(sheet: string, row: number, column: number): string | undefined {
    const range = this.ranges.get(sheet)
    return range?.numberFormats[row - range.top]?.[column - range.left]
  }
}
