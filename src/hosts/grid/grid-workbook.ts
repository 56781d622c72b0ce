/** The port over the workbook that is open in the grid. */
import { ICommandService, IUndoRedoService, IUniverInstanceService, RedoCommand, UndoCommand } from '@univerjs/core'
import { SetWorksheetActiveOperation, SheetsSelectionsService } from '@univerjs/sheets'
import type { EditedWorkbook, Refusal } from '../../app/edited-workbook'
import { HostTrouble, type Selected } from '../../app/open-workbook'
import type { Workbook } from '../../workbook/model'
import type { WorkbookPatch } from '../../workbook/patch'
import { applyPatch, restoreChanges } from './apply'
import type { Calculation } from './calculation'
import { changesOf } from './changes'
import { choicesIn } from './choices'
import { DrawnConditions } from './drawn-conditions'
import { DrawnTexts } from './drawn-texts'
import type { GridEngine } from './engine'
import { GridEvents, Listeners } from './events'
import { Guard } from './guard'
import { Links } from './links'
import type { OpenedBook, OpenedSheet } from './opened-book'
import { PersonActions } from './person-actions'
import { PersonWrites } from './person-writes'
import { selectedIn, selectionOf } from './selection'
import { snapshotOf } from './snapshot'
import type { Direction } from './sort'
import { TableSort } from './table-sort'

export interface GridOptions {
  /** Nothing can be changed, neither by a person nor by a patch. */
  readonly readOnly?: boolean
  /** The present year, for dates that are typed without one; absent: those stay text. */
  readonly thisYear?: () => number
}

export class GridWorkbook implements EditedWorkbook {
  private readonly commands: ICommandService
  private readonly selections: SheetsSelectionsService
  private readonly events: GridEvents
  private readonly refused = new Listeners<[Refusal]>()
  private readonly guard: Guard
  private readonly sorting: TableSort
  private readonly conditions: DrawnConditions
  private readonly texts: DrawnTexts
  private readonly links: Links

  constructor(
    private readonly engine: GridEngine,
    private readonly fileName: string,
    private readonly book: OpenedBook,
    private readonly calculation: Calculation,
    private readonly options: GridOptions,
  ) {
    const injector = engine.univer.__getInjector()
    const refuse = (refusal: Refusal) => this.refused.tell(refusal)
    this.commands = injector.get(ICommandService)
    this.selections = injector.get(SheetsSelectionsService)
    this.events = new GridEvents(injector, book)
    const writes = new PersonWrites(injector, book, { readOnly: options.readOnly ?? false, choicesOf: choicesIn(injector, book), refuse })
    const actions = new PersonActions(injector, book, writes, refuse, engine.screen, options.thisYear)
    this.sorting = new TableSort(book, writes, actions)
    this.conditions = new DrawnConditions(injector, book)
    this.texts = new DrawnTexts(injector, book)
    const where = { now: () => selectedIn(book, this.selections), reveal: (at: Selected) => void this.reveal(at.sheet, at.row, at.column).catch(() => undefined) }
    this.links = new Links(injector, book, where, engine.screen)
    this.events.selected.add((at) => this.hint(at))
    this.guard = new Guard(injector, book, actions, refuse)
  }

  name(): Promise<string> {
    return Promise.resolve(this.fileName)
  }

  async snapshot(): Promise<Workbook> {
    await this.finishEditing()
    await this.calculation.settled()
    return snapshotOf(this.book)
  }

  async apply(patch: WorkbookPatch): Promise<void> {
    if (patch.sheets.length === 0 && (patch.add ?? []).length === 0) return
    if (this.options.readOnly) throw new HostTrouble('host/read-only')
    await this.finishEditing()
    applyPatch(this.book, patch)
    this.fitRows(patch)
  }

  async reveal(name: string, row: number, column: number): Promise<void> {
    const sheet = this.book.sheet(name)
    if (!sheet) throw new HostTrouble('host/sheet-missing', { sheet: name })
    if (sheet.visibility !== 'visible') throw new HostTrouble('host/sheet-hidden', { sheet: name })
    await this.finishEditing()
    this.goTo(sheet, row, column)
    this.engine.screen?.scrollTo(row, column)
  }

  selected(): Promise<Selected | undefined> {
    return Promise.resolve(selectedIn(this.book, this.selections))
  }

  onEdited(listener: () => void): Promise<() => Promise<void>> {
    const stop = this.events.edited.add(listener)
    return Promise.resolve(() => Promise.resolve(stop()))
  }

  onSelected(listener: (at: Selected) => void): Promise<() => Promise<void>> {
    const stop = this.events.selected.add(listener)
    return Promise.resolve(() => Promise.resolve(stop()))
  }

  changes(): WorkbookPatch {
    return changesOf(this.book)
  }

  async restore(changes: WorkbookPatch): Promise<void> {
    this.events.quietly(() => restoreChanges(this.book, changes))
    this.fitRows(changes)
    await this.calculation.settled()
  }

  async undo(): Promise<void> {
    await this.step(UndoCommand.id)
  }

  async redo(): Promise<void> {
    await this.step(RedoCommand.id)
  }

  async sort(direction: Direction): Promise<void> {
    await this.finishEditing()
    // By what is shown when nothing is left to calculate.
    await this.calculation.settled()
    const at = selectedIn(this.book, this.selections)
    const refusal = at ? this.sorting.sort(at, direction) : undefined
    if (refusal) this.refused.tell(refusal)
  }

  onChanged(listener: () => void): () => void {
    return this.events.changed.add(listener)
  }

  onRefused(listener: (refusal: Refusal) => void): () => void {
    return this.refused.add(listener)
  }

  close(): Promise<void> {
    this.guard.dispose()
    this.links.dispose()
    this.engine.screen?.hint(undefined)
    this.conditions.dispose()
    this.texts.dispose()
    this.events.dispose()
    this.calculation.dispose()
    if (this.book.alive) this.engine.api.disposeUnit(this.book.unitId)
    return Promise.resolve()
  }

  /** Shows a sheet and selects a cell of it (1-based). */
  goTo(sheet: OpenedSheet, row: number, column: number): void {
    this.commands.syncExecuteCommand(SetWorksheetActiveOperation.id, { unitId: this.book.unitId, subUnitId: sheet.id })
    const { id, params } = selectionOf(this.book, sheet, { top: row, left: column, bottom: row, right: column })
    this.commands.syncExecuteCommand(id, params)
  }

  /** What the workbook says of the cell that is selected. */
  private hint({ sheet, row, column }: Selected): void {
    const prompt = this.book.sheet(sheet)?.look.validation(row, column)?.prompt
    this.engine.screen?.hint(prompt && { row, column, ...prompt })
  }

  private async step(command: string): Promise<void> {
    await this.finishEditing()
    const injector = this.engine.univer.__getInjector()
    injector.get(IUniverInstanceService).focusUnit(this.book.unitId)
    const { undos, redos } = countsOf(injector.get(IUndoRedoService))
    if ((command === UndoCommand.id ? undos : redos) > 0) await this.commands.executeCommand(command)
  }

  private async finishEditing(): Promise<void> {
    if ((await this.engine.screen?.finishEditing()) === false) throw new HostTrouble('host/editing')
  }

  private fitRows({ sheets }: WorkbookPatch): void {
    for (const { sheet, cells } of sheets) this.engine.screen?.fitRows(sheet, [...new Set(cells.map(({ row }) => row))])
  }
}

function countsOf(service: IUndoRedoService): { undos: number; redos: number } {
  return { undos: service.pitchTopUndoElement() ? 1 : 0, redos: service.pitchTopRedoElement() ? 1 : 0 }
}
