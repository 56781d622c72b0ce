/** What a person writes, however it comes about: checked against locked cells and limits, and one step of what can be undone. */
import { ICommandService, IUndoRedoService, sequenceExecute, type IMutationInfo, type Injector } from '@univerjs/core'
import { SetRangeValuesMutation, SetWorksheetActiveOperation, SheetInterceptorService } from '@univerjs/sheets'
import type { Refusal } from '../../app/edited-workbook'
import { address } from '../../workbook/address'
import { sameContent } from './cell-data'
import { breaksLimit, type ChoicesOf } from './limits'
import type { CellWrite, OpenedBook, OpenedSheet } from './opened-book'
import { noLowerThanInFile } from './row-heights'
import { selectionOf } from './selection'
import { contentAt } from './snapshot'

/**
 * | how | locked cells | limits that stop |
 * |---|---|---|
 * | typed | `grid/locked` | `grid/not-allowed` |
 * | pasted | stay as they are; `grid/pasted-partly` when others were written, else `grid/locked` | not looked at, as in Excel: a check finds what is wrong |
 * | filled (dragged, cleared, moved, sorted) | stay as they are; `grid/locked` | not looked at |
 */
export type How = 'typed' | 'pasted' | 'filled'

export interface WritingRules {
  readonly readOnly: boolean
  readonly choicesOf: (sheet: OpenedSheet) => ChoicesOf
  readonly refuse: (refusal: Refusal) => void
}

export class PersonWrites {
  private readonly commands: ICommandService
  private readonly undo: IUndoRedoService
  private readonly heights: SheetInterceptorService

  constructor(
    injector: Injector,
    private readonly book: OpenedBook,
    private readonly rules: WritingRules,
  ) {
    this.commands = injector.get(ICommandService)
    this.undo = injector.get(IUndoRedoService)
    this.heights = injector.get(SheetInterceptorService)
  }

  /** False when nothing could be written although something differed. */
  write(sheet: OpenedSheet, wanted: readonly CellWrite[], how: How): boolean {
    const { look } = sheet
    const changing = wanted.filter(({ row, column, content }) => !this.covered(sheet, row, column) && !sameContent(contentAt(this.book, sheet, row, column), content))
    const open = this.rules.readOnly ? [] : changing.filter(({ row, column }) => !look.locked(row, column))
    const choicesOf = this.rules.choicesOf(sheet)
    const broken = how === 'typed' ? open.filter(({ row, column, content }) => breaksLimit(look.validation(row, column), content, choicesOf)) : []
    const written = open.filter((cell) => !broken.includes(cell))
    if (written.length > 0) this.carryOut(sheet, written)
    this.report(sheet, how, changing.filter((cell) => !open.includes(cell)), broken, written.length)
    return written.length > 0 || changing.length === 0
  }

  private carryOut(sheet: OpenedSheet, cells: readonly CellWrite[]): void {
    const before = cells.map(({ row, column }): CellWrite => ({ row, column, content: contentAt(this.book, sheet, row, column) }))
    const { unitId } = this.book
    const place = this.showing(sheet, cells)
    const step = (contents: readonly CellWrite[]): IMutationInfo[] => [{ id: SetRangeValuesMutation.id, params: this.book.writing(sheet, contents, 'person') }, ...place]
    const [redoMutations, undoMutations] = [step(cells), step(before)]
    this.book.write(sheet, cells, 'person')
    this.fit(sheet, cells)
    this.undo.pushUndoRedo({ unitID: unitId, redoMutations, undoMutations })
  }

  /** Where undoing shows what it did. */
  private showing(sheet: OpenedSheet, cells: readonly CellWrite[]): IMutationInfo[] {
    const { unitId } = this.book
    const area = {
      top: cells.reduce((least, { row }) => Math.min(least, row), Infinity),
      left: cells.reduce((least, { column }) => Math.min(least, column), Infinity),
      bottom: cells.reduce((most, { row }) => Math.max(most, row), 0),
      right: cells.reduce((most, { column }) => Math.max(most, column), 0),
    }
    return [{ id: SetWorksheetActiveOperation.id, params: { unitId, subUnitId: sheet.id } }, selectionOf(this.book, sheet, area)]
  }

  /** Rows that follow their text. Without a screen nothing measures text, and nothing happens. */
  private fit(sheet: OpenedSheet, cells: readonly CellWrite[]): void {
    const worksheet = this.book.worksheet(sheet)
    const ranges = [...new Set(cells.map(({ row }) => row - 1))].map((row) => ({ startRow: row, endRow: row, startColumn: 0, endColumn: worksheet.getColumnCount() - 1 }))
    const { redos } = this.heights.generateMutationsOfAutoHeight({ unitId: this.book.unitId, subUnitId: sheet.id, ranges })
    sequenceExecute(noLowerThanInFile(redos, worksheet), this.commands)
  }

  private covered(sheet: OpenedSheet, row: number, column: number): boolean {
    const merge = this.book.worksheet(sheet).getMergedCell(row - 1, column - 1)
    return Boolean(merge && (merge.startRow !== row - 1 || merge.startColumn !== column - 1))
  }

  private report({ name, look }: OpenedSheet, how: How, locked: readonly CellWrite[], broken: readonly CellWrite[], written: number): void {
    const [left] = locked
    if (left && how === 'pasted' && written > 0) this.rules.refuse({ code: 'grid/pasted-partly', params: { sheet: name, left: locked.length, written } })
    else if (left) this.rules.refuse({ code: 'grid/locked', params: { sheet: name, cell: address(left.row, left.column) } })
    const [wrong] = broken
    if (!wrong) return
    const error = look.validation(wrong.row, wrong.column)?.error
    this.rules.refuse({ code: 'grid/not-allowed', params: { sheet: name, cell: address(wrong.row, wrong.column), ...(error && { title: error.title, text: error.text }) } })
  }
}
