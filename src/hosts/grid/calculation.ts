/** When formulas are done. Univer calculates a moment after a change, in turns; whoever reads has to wait for that. */
import { ICommandService, type Injector } from '@univerjs/core'
import { IActiveDirtyManagerService, SetFormulaCalculationStartMutation, SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula'
import { SetRangeValuesMutation } from '@univerjs/sheets'
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula'

/** An engine that has not answered for so long will not. Milliseconds. */
const PATIENCE = 60_000

/** 0-based rows and columns of formulas without a result. */
export interface Uncalculated {
  readonly sheetId: string
  readonly row: number
  readonly column: number
}

export class Calculation {
  private readonly session: FormulaCalculationSessionService
  private readonly commands: ICommandService
  /** Something changed that a calculation has not begun with yet. */
  private pending = false
  private readonly stops: (() => void)[] = []
  private readonly waiting = new Set<() => void>()

  constructor(injector: Injector) {
    this.session = injector.get(FormulaCalculationSessionService)
    this.commands = injector.get(ICommandService)
    const dirty = injector.get(IActiveDirtyManagerService)
    const listening = this.commands.onCommandExecuted(({ id }, options) => {
      if (id === SetFormulaCalculationStartMutation.id) this.pending = false
      else if (dirty.get(id) && !(id === SetRangeValuesMutation.id && options?.onlyLocal)) this.pending = true
      else return
      this.look()
    })
    const session = this.session.state$.subscribe(() => this.look())
    this.stops.push(() => listening.dispose(), () => session.unsubscribe())
  }

  /**
   * Calculates formulas that have no result, or `all`: those whose results are out of date too. In a page that may have to
   * wait until the engine has been shown. `shown` runs what it is given once the workbook is drawn.
   */
  begin(unitId: string, { cells, all, shown }: { readonly cells: readonly Uncalculated[]; readonly all: boolean; readonly shown: (run: () => void) => void }): void {
    if (cells.length === 0 && !all) return
    const dirtyRanges = cells.map(({ sheetId, row, column }) => ({ unitId, sheetId, range: { startRow: row, endRow: row, startColumn: column, endColumn: column } }))
    const none = { dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {}, dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {} }
    const trigger = () => void this.commands.executeCommand(SetTriggerFormulaCalculationStartMutation.id, { ...none, forceCalculation: all, dirtyRanges }, { onlyLocal: true })
    const start = () => (all ? shown(trigger) : trigger())
    this.pending = true
    if (this.session.state.initialized) return start()
    const once = this.session.state$.subscribe(({ initialized }) => {
      if (!initialized) return
      queueMicrotask(() => once.unsubscribe())
      start()
    })
    this.stops.push(() => once.unsubscribe())
  }

  /** Resolves when nothing is left to calculate; at once when nothing is. */
  async settled(): Promise<void> {
    if (this.done) return
    await new Promise<void>((resolve) => {
      const give = () => {
        clearTimeout(timer)
        this.waiting.delete(give)
        resolve()
      }
      const timer = setTimeout(give, PATIENCE)
      this.waiting.add(give)
    })
  }

  dispose(): void {
    for (const stop of this.stops.splice(0)) stop()
    for (const give of [...this.waiting]) give()
  }

  private get done(): boolean {
    const { started, resultApplied, stopped, completed, resultEmitted } = this.session.state
    return !this.pending && (!started || (resultApplied && (stopped || completed || resultEmitted)))
  }

  /** Looked at again a moment later: a calculation that was stopped begins anew in the same turn. */
  private look(): void {
    if (this.waiting.size === 0 || !this.done) return
    queueMicrotask(() => {
      if (this.done) for (const give of [...this.waiting]) give()
    })
  }
}
