/**
 * Between the person and the grid: every command that changes something is stopped here. What may be done is then done by
 * `PersonActions`, in one way for keyboard, menu, mouse and clipboard; the rest is refused, with a word why.
 */
import { AFTER_CELL_EDIT, SetRangeValuesCommand, SetRangeValuesMutation, SheetInterceptorService } from '@univerjs/sheets'
import { CommandType, CustomCommandExecutionError, EDITOR_ACTIVATED, ICommandService, IContextService, type ICellData, type ICommandInfo, type IExecutionOptions, type Injector, type Nullable } from '@univerjs/core'
import type { Refusal } from '../../app/edited-workbook'
import { allowedCommand, allowedMutation } from './allowed'
import type { Author, OpenedBook } from './opened-book'
import type { PersonActions } from './person-actions'

/** Before all interceptors of the grid's own plugins: they would turn dates into numbers with a format of their own. */
const FIRST = 1_000

type Params = { readonly unitId?: string; readonly by?: Author; readonly visible?: boolean } | undefined

export class Guard {
  private readonly stops: (() => void)[]
  private readonly context: IContextService

  constructor(
    injector: Injector,
    private readonly book: OpenedBook,
    private readonly actions: PersonActions,
    private readonly refuse: (refusal: Refusal) => void,
  ) {
    this.context = injector.get(IContextService)
    const commands = injector.get(ICommandService)
    const listening = commands.beforeCommandExecuted((command, options) => this.look(command, options))
    // Edited text comes as it was typed; `typed-text.ts` says what a cell makes of it.
    const asTyped = { priority: FIRST, handler: (cell: Nullable<ICellData>) => cell }
    const intercepting = injector.get(SheetInterceptorService).writeCellInterceptor.intercept(AFTER_CELL_EDIT, asTyped)
    this.stops = [() => listening.dispose(), () => void intercepting()]
  }

  dispose(): void {
    for (const stop of this.stops) stop()
  }

  private look({ id, type, params }: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    const about = params as Params
    if (about?.by || (about?.unitId !== undefined && about.unitId !== this.book.unitId)) return
    if (type === CommandType.COMMAND) this.command(id, params)
    else if (type === CommandType.MUTATION) this.mutation(id, options)
    else if (id === 'sheet.operation.set-cell-edit-visible' && about?.visible && this.actions.refusesEditing()) stop(id)
  }

  private command(id: string, params: object | undefined): void {
    if (id.startsWith('univer.command.') && this.context.getContextValue(EDITOR_ACTIVATED)) return
    if (this.carriesOut(id, params)) stop(id)
    if (allowedCommand(id)) return
    this.refuse({ code: 'grid/structure', params: {} })
    stop(id)
  }

  /** True: done here instead. */
  private carriesOut(id: string, params: object | undefined): boolean {
    const { actions } = this
    switch (id) {
      case SetRangeValuesCommand.id:
        actions.setValues(params as Parameters<PersonActions['setValues']>[0])
        return true
      case 'sheet.command.clear-selection-content':
      case 'sheet.command.clear-selection-all':
        actions.clear(params as Parameters<PersonActions['clear']>[0])
        return true
      case 'sheet.command.auto-clear-content':
        actions.clear({ ranges: [(params as { clearRange: Parameters<PersonActions['fill']>[0]['sourceRange'] }).clearRange] })
        return true
      case 'sheet.command.auto-fill':
        actions.fill(params as Parameters<PersonActions['fill']>[0])
        return true
      case 'sheet.command.copy-down':
      case 'sheet.command.copy-right':
        actions.copyOn(id === 'sheet.command.copy-down' ? 'down' : 'right')
        return true
      case 'sheet.command.move-range':
        actions.move(params as Parameters<PersonActions['move']>[0])
        return true
      case 'univer.command.copy':
      case 'univer.command.cut':
        actions.remember(id === 'univer.command.cut')
        return false
      case 'sheet.command.paste-by-short-key':
        actions.paste((params as { textContent?: string }).textContent ?? '')
        return true
      case 'univer.command.paste':
      case 'sheet.command.paste-value':
        void actions.pasteFromClipboard()
        return true
      default:
        return false
    }
  }

  /** The last line: nothing writes or rebuilds without saying whose change it is, but the engine's own results. */
  private mutation(id: string, options: IExecutionOptions | undefined): void {
    if (id === SetRangeValuesMutation.id ? options?.onlyLocal || options?.applyFormulaCalculationResult || options?.fromFormula : allowedMutation(id)) return
    this.refuse({ code: 'grid/structure', params: {} })
    stop(id)
  }
}

/** How the grid's own commands are told not to go on. */
function stop(id: string): never {
  throw new CustomCommandExecutionError(`${id} was stopped`)
}
