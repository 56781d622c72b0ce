import { WorkbookError } from '../../error'

/** What a workbook may still make us hold, counted in cells: rows, columns and areas cost as much as one. */
export class Budget {
  private left: number

  constructor(private readonly limit: number) {
    this.left = limit
  }

  /** @throws WorkbookError `file/too-many-cells` */
  spend(count: number, sheet: string): void {
    this.left -= count
    if (this.left < 0) throw new WorkbookError('file/too-many-cells', { sheet, limit: this.limit })
  }
}
