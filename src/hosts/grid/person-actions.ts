/** What a person does to the contents of cells, each as one step that can be undone. */
import { type Injector, type IRange } from '@univerjs/core'
import { LexerTreeBuilder } from '@univerjs/engine-formula'
import { SheetsSelectionsService } from '@univerjs/sheets'
import type { Refusal } from '../../app/edited-workbook'
import { address } from '../../workbook/address'
import { formatKind } from '../../workbook/number-format'
import { Clipping } from './clipping'
import type { GridScreen } from './engine'
import { entriesOf, type SetRangeValues } from './entries'
import { filled } from './fill'
import type { CellWrite, OpenedBook, OpenedSheet } from './opened-book'
import type { PersonWrites } from './person-writes'
import { contentAt } from './snapshot'

interface Place {
  readonly unitId?: string
  readonly subUnitId?: string
}

export class PersonActions {
  private readonly selections: SheetsSelectionsService
  private readonly formulas: LexerTreeBuilder
  private readonly clipping: Clipping

  constructor(
    injector: Injector,
    private readonly book: OpenedBook,
    private readonly writes: PersonWrites,
    private readonly refuse: (refusal: Refusal) => void,
    private readonly screen: GridScreen | undefined,
    private readonly thisYear: (() => number) | undefined,
  ) {
    this.selections = injector.get(SheetsSelectionsService)
    this.formulas = injector.get(LexerTreeBuilder)
    this.clipping = new Clipping(book)
  }

  /** True: the cell that would be edited now is locked, and that was said. */
  refusesEditing(): boolean {
    const at = this.active()
    if (!at) return false
    const { sheet, range } = at
    const locked = sheet.look.locked(range.startRow + 1, range.startColumn + 1)
    if (!locked) return false
    this.refuse({ code: 'grid/locked', params: { sheet: sheet.name, cell: address(range.startRow + 1, range.startColumn + 1) } })
    this.screen?.forgetTyped()
    return true
  }

  setValues(params: SetRangeValues): void {
    const sheet = this.sheetOf(params)
    if (!sheet) return
    const ranges = params.range ? [params.range] : this.selected(sheet)
    const worksheet = this.book.worksheet(sheet)
    const shown = (row: number, column: number) => {
      const text = worksheet.getCell(row - 1, column - 1)?.v
      return text === undefined || text === null ? undefined : String(text)
    }
    const entries = entriesOf(sheet, params, ranges, shown, this.thisYear?.())
    if (entries) this.writes.write(sheet, entries, entries.length === 1 ? 'typed' : 'filled')
    else this.refuse({ code: 'grid/structure', params: {} })
  }

  clear(params: (Place & { readonly ranges?: readonly IRange[] }) | undefined): void {
    const sheet = this.sheetOf(params)
    if (!sheet) return
    const cells = (params?.ranges ?? this.selected(sheet)).flatMap((range) => this.held(sheet, range))
    this.writes.write(sheet, cells.map((cell) => ({ ...cell, content: undefined })), 'filled')
  }

  fill({ sourceRange, targetRange, applyType, ...place }: Place & { readonly sourceRange: IRange; readonly targetRange: IRange; readonly applyType?: string }): void {
    const sheet = this.sheetOf(place)
    if (!sheet) return
    const down = targetRange.startColumn === sourceRange.startColumn && targetRange.endColumn === sourceRange.endColumn
    const [first, last] = down ? (['startColumn', 'endColumn'] as const) : (['startRow', 'endRow'] as const)
    const [from, to] = down ? (['startRow', 'endRow'] as const) : (['startColumn', 'endColumn'] as const)
    const backwards = targetRange[from] < sourceRange[from]
    const count = backwards ? sourceRange[from] - targetRange[from] : targetRange[to] - sourceRange[to]
    const cells: CellWrite[] = []
    for (let line = sourceRange[first]; line <= sourceRange[last]; line++) {
      const at = (along: number) => (down ? { row: along + 1, column: line + 1 } : { row: line + 1, column: along + 1 })
      const source = Array.from({ length: sourceRange[to] - sourceRange[from] + 1 }, (_, n) => at(sourceRange[from] + n))
      const format = source[0] && sheet.look.format(source[0].row, source[0].column)
      const contents = filled(source.map(({ row, column }) => contentAt(this.book, sheet, row, column)), count, {
        copies: applyType === 'COPY',
        backwards,
        dates: format !== undefined && formatKind(format) === 'date',
        moved: (formula, by) => this.moved(formula, down ? by : 0, down ? 0 : by),
      })
      contents.forEach((content, n) => cells.push({ ...at(backwards ? sourceRange[from] - 1 - n : sourceRange[to] + 1 + n), content }))
    }
    this.writes.write(sheet, cells, 'filled')
  }

  /** The first row or column of the selection goes into all others; of a single one, the one before it. */
  copyOn(direction: 'down' | 'right'): void {
    const at = this.active()
    if (!at) return
    const { sheet, selection } = at
    const down = direction === 'down'
    const single = down ? selection.startRow === selection.endRow : selection.startColumn === selection.endColumn
    const back = single ? 1 : 0
    const source = down ? { ...selection, startRow: selection.startRow - back, endRow: selection.startRow - back } : { ...selection, startColumn: selection.startColumn - back, endColumn: selection.startColumn - back }
    if (source.startRow < 0 || source.startColumn < 0) return
    this.fill({ subUnitId: sheet.id, sourceRange: source, targetRange: { ...selection, startRow: source.startRow, startColumn: source.startColumn }, applyType: 'COPY' })
  }

  /** Contents alone move; formulas that point to them stay as they are. */
  move({ fromRange, toRange, ...place }: Place & { readonly fromRange: IRange; readonly toRange: IRange }): void {
    const sheet = this.sheetOf(place)
    if (!sheet) return
    const target = { row: toRange.startRow + 1, column: toRange.startColumn + 1 }
    this.moveTo(sheet, this.clipping.take(sheet, fromRange), fromRange, sheet, target)
  }

  remember(cut: boolean): void {
    const at = this.active()
    if (at) this.clipping.remember(at.sheet, at.selection, cut)
  }

  /** At the selection. A single row, column or cell fills the whole selection where that is a multiple of it, as in Excel. */
  paste(text: string): void {
    const at = this.active()
    if (!at || text === '') return
    const { sheet, selection } = at
    const target = { row: selection.startRow + 1, column: selection.startColumn + 1 }
    const cut = this.clipping.cutSource(text)
    if (cut) return this.moveTo(cut.sheet, cut.contents, cut.range, sheet, target)
    const table = this.clipping.contents(text)
    const [height, width] = [table.length, table.reduce((most, row) => Math.max(most, row.length), 0)]
    const times = (size: number, least: number) => (size > least && size % least === 0 ? size / least : 1)
    const [down, across] = [times(selection.endRow - selection.startRow + 1, height), times(selection.endColumn - selection.startColumn + 1, width)]
    const cells: CellWrite[] = []
    for (let row = 0; row < height * down; row++) {
      table[row % height]?.forEach((cell, column) => {
        for (let n = 0; n < across; n++) {
          const place = { row: target.row + row, column: target.column + column + n * width }
          cells.push({ ...place, content: cell(sheet.look.format(place.row, place.column)) })
        }
      })
    }
    this.writes.write(sheet, cells, 'pasted')
  }

  async pasteFromClipboard(): Promise<void> {
    this.paste((await this.screen?.clipboardText()) ?? this.clipping.text ?? '')
  }

  private moveTo(from: OpenedSheet, contents: readonly (readonly CellWrite['content'][])[], range: IRange, to: OpenedSheet, target: { readonly row: number; readonly column: number }): void {
    const cells = new Map<string, CellWrite>()
    const put = (cell: CellWrite) => cells.set(`${cell.row} ${cell.column}`, cell)
    const emptied = this.held(from, range).map((cell): CellWrite => ({ ...cell, content: undefined }))
    if (from === to) emptied.forEach(put)
    contents.forEach((line, row) => line.forEach((content, column) => put({ row: target.row + row, column: target.column + column, content })))
    const locked = [...cells.values()].find(({ row, column }) => to.look.locked(row, column)) ?? (from === to ? undefined : emptied.find(({ row, column }) => from.look.locked(row, column)))
    // Half a move would lose what was moved.
    if (locked) return this.refuse({ code: 'grid/locked', params: { sheet: to.name, cell: address(locked.row, locked.column) } })
    this.writes.write(to, [...cells.values()], 'filled')
    if (from !== to) this.writes.write(from, emptied, 'filled')
  }

  /** A formula of a cell that comes to lie so many rows and columns further on. */
  moved(formula: string, rows: number, columns: number): string {
    return this.formulas.moveFormulaRefOffset(`=${formula}`, columns, rows).replace(/^=/, '')
  }

  private sheetOf(place: Place | undefined): OpenedSheet | undefined {
    return place?.subUnitId === undefined ? this.active()?.sheet : this.book.byId(place.subUnitId)
  }

  /** Cells of a range that hold something, also where the range is whole rows or columns. */
  private held(sheet: OpenedSheet, range: IRange): { row: number; column: number }[] {
    const worksheet = this.book.worksheet(sheet)
    const bound = (value: number, otherwise: number) => (Number.isFinite(value) ? value : otherwise)
    const matrix = worksheet.getCellMatrix()
    const cells: { row: number; column: number }[] = []
    for (let row = bound(range.startRow, 0); row <= Math.min(bound(range.endRow, Infinity), worksheet.getRowCount() - 1); row++) {
      for (let column = bound(range.startColumn, 0); column <= Math.min(bound(range.endColumn, Infinity), worksheet.getColumnCount() - 1); column++) {
        if (matrix.getValue(row, column)) cells.push({ row: row + 1, column: column + 1 })
      }
    }
    return cells
  }

  private selected(sheet: OpenedSheet): IRange[] {
    return this.selections.getWorkbookSelections(this.book.unitId).getSelectionsOfWorksheet(sheet.id).map(({ range }) => range)
  }

  /** The sheet that is shown, the cell that is typed into, and the area that is selected last. */
  private active(): { sheet: OpenedSheet; range: IRange; selection: IRange } | undefined {
    const worksheet = this.book.workbook.getActiveSheet(true)
    const sheet = worksheet && this.book.byId(worksheet.getSheetId())
    const last = sheet && this.selections.getWorkbookSelections(this.book.unitId).getSelectionsOfWorksheet(sheet.id).at(-1)
    return sheet && last ? { sheet, range: last.primary ?? last.range, selection: last.range } : undefined
  }
}
