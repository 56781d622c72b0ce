/** Cells coloured by conditions that are worked out when a cell is drawn: see `row-search.ts`. */
import { InterceptorEffectEnum, type ICellData, type ICellDataForSheetInterceptor, type Injector, type IStyleData, type Nullable } from '@univerjs/core'
import { INTERCEPTOR_POINT, SheetInterceptorService, type ISheetLocation } from '@univerjs/sheets'
import type { ConditionSpec } from '../../workbook/spec'
import { styleOf } from './conditions'
import type { OpenedBook, OpenedSheet } from './opened-book'
import { rowSearch, type RowSearch } from './row-search'
import { within } from './sheet-look'

/** After the grid's own conditional formats, which are the weaker ones. */
const AFTER = 9

interface Mark {
  readonly holds: RowSearch
  readonly spec: ConditionSpec
  readonly style: IStyleData
}

/** The conditions that come first and are of this kind: only for those it is sure that none goes before them. */
export function searches(conditions: readonly ConditionSpec[]): ConditionSpec[] {
  const other = conditions.findIndex((spec) => !searchOf(spec))
  return conditions.slice(0, other < 0 ? undefined : other)
}

function searchOf(spec: ConditionSpec): RowSearch | undefined {
  return spec.kind === 'formula' && !spec.stopIfTrue ? rowSearch(spec.formula, spec.area) : undefined
}

export class ShownMarks {
  private readonly marks = new Map<string, readonly Mark[]>()
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
    this.stop = () => void drawing()
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

  /** The first mark that holds gives the colour, as the first conditional format does. 1-based. */
  private styleAt(sheet: OpenedSheet, row: number, column: number): IStyleData | undefined {
    const held = this.marksOf(sheet).filter(({ holds, spec }) => within(spec.area, row, column) && holds(row, column, (r, c) => this.textAt(sheet, r, c)))
    return held.length === 0 ? undefined : Object.assign({}, ...held.map(({ style }) => style).reverse())
  }

  private marksOf(sheet: OpenedSheet): readonly Mark[] {
    const known = this.marks.get(sheet.id)
    if (known) return known
    const marks = searches(sheet.look.spec?.conditions ?? []).flatMap((spec): Mark[] => {
      const holds = searchOf(spec)
      return holds && spec.kind === 'formula' ? [{ holds, spec, style: styleOf(spec.format) }] : []
    })
    this.marks.set(sheet.id, marks)
    return marks
  }

  private textAt(sheet: OpenedSheet, row: number, column: number): string {
    const value = this.book.worksheet(sheet).getCellMatrix().getValue(row - 1, column - 1)?.v
    return value === undefined || value === null ? '' : String(value)
  }
}
