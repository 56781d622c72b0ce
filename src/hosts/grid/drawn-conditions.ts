/** Cells coloured by conditions that are worked out when a cell is drawn: see `condition-formula.ts`. */
import { InterceptorEffectEnum, type ICellData, type ICellDataForSheetInterceptor, type Injector, type IStyleData, type Nullable } from '@univerjs/core'
import { INTERCEPTOR_POINT, SheetInterceptorService, type ISheetLocation } from '@univerjs/sheets'
import type { ConditionSpec } from '../../workbook/spec'
import { contentOf } from './cell-data'
import { conditionOf, type Condition } from './condition-formula'
import { styleOf } from './conditions'
import type { OpenedBook, OpenedSheet } from './opened-book'
import { within } from './sheet-look'

/** After the grid's own conditional formats: they were weaker, or are bars. */
const AFTER = 9

interface Drawn {
  readonly holds: Condition
  readonly spec: ConditionSpec
  readonly style: IStyleData
  readonly stops: boolean
}

/**
 * What the grid's own engine is given: bars, and from the first formula on that is not known here all that follow, so that
 * an earlier condition keeps going before a later one.
 */
export function forTheEngine(conditions: readonly ConditionSpec[]): ConditionSpec[] {
  const unknown = firstUnknown(conditions)
  return conditions.filter((spec, n) => n >= unknown || spec.kind === 'bar')
}

function firstUnknown(conditions: readonly ConditionSpec[]): number {
  const found = conditions.findIndex((spec) => spec.kind === 'formula' && !conditionOf(spec.formula, spec.area))
  return found < 0 ? conditions.length : found
}

function drawn(conditions: readonly ConditionSpec[]): Drawn[] {
  return conditions.slice(0, firstUnknown(conditions)).flatMap((spec): Drawn[] => {
    const holds = spec.kind === 'formula' ? conditionOf(spec.formula, spec.area) : undefined
    return holds && spec.kind === 'formula' ? [{ holds, spec, style: styleOf(spec.format), stops: Boolean(spec.stopIfTrue) }] : []
  })
}

export class DrawnConditions {
  private readonly known = new Map<string, readonly Drawn[]>()
  private readonly stop: () => void

  constructor(
    injector: Injector,
    private readonly book: OpenedBook,
  ) {
    const drawing = injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: AFTER,
      effect: InterceptorEffectEnum.Style,
      handler: (cell, location, next) => next(this.shown(cell, location)),
    })
    this.stop = () => drawing.dispose()
  }

  dispose(): void {
    this.stop()
  }

  private shown(cell: Nullable<ICellDataForSheetInterceptor>, { unitId, subUnitId, row, col, rawData, workbook }: ISheetLocation & { rawData?: Nullable<ICellData> }): Nullable<ICellDataForSheetInterceptor> {
    const sheet = unitId === this.book.unitId ? this.book.byId(subUnitId) : undefined
    const style = sheet && this.styleAt(sheet, row + 1, col + 1)
    if (!style) return cell
    const own = typeof cell?.s === 'string' ? workbook.getStyles().get(cell.s) : cell?.s
    const changed: ICellDataForSheetInterceptor = cell && cell !== rawData ? cell : { ...cell }
    return Object.assign(changed, { s: { ...own, ...style } })
  }

  /** All that hold; where two say something of the same thing, the earlier one counts. 1-based. */
  private styleAt(sheet: OpenedSheet, row: number, column: number): IStyleData | undefined {
    let style: IStyleData | undefined
    for (const { holds, spec, style: wanted, stops } of this.conditionsOf(sheet)) {
      if (!within(spec.area, row, column) || !holds(row, column, (r, c) => this.valueAt(sheet, r, c))) continue
      style = { ...wanted, ...style }
      if (stops) break
    }
    return style
  }

  private conditionsOf(sheet: OpenedSheet): readonly Drawn[] {
    const known = this.known.get(sheet.id) ?? drawn(sheet.look.spec?.conditions ?? [])
    this.known.set(sheet.id, known)
    return known
  }

  private valueAt(sheet: OpenedSheet, row: number, column: number) {
    return contentOf(this.book.worksheet(sheet).getCellMatrix().getValue(row - 1, column - 1))?.value
  }
}
