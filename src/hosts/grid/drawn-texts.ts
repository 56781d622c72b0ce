/**
 * Texts in cells whose number format says something of texts, such as `"※"@`: the grid's own formats know numbers only.
 * Sections and signs: ECMA-376 part 1, 18.8.31.
 */
import { InterceptorEffectEnum, type ICellData, type ICellDataForSheetInterceptor, type Injector, type Nullable, type Workbook } from '@univerjs/core'
import { BEFORE_CELL_EDIT, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/sheets'
import type { OpenedBook } from './opened-book'

/** After the grid's own number formats. */
const AFTER = 9
/** A literal in quotes, one after a backslash, a space as wide as a sign, a sign that fills the cell, a colour, the text itself. */
const SIGNS = /"([^"]*)"|\\(.)|_(.)|\*.|\[[^\]]*\]|@|[^"\\_*[@]/gu
const SECTIONS = /(?:"[^"]*"|\\.|[^";\\])+|(?<=;|^)(?=;|$)/gu

/** How a text is shown in cells of a format; undefined: as it is. */
export function textFormat(format: string): ((text: string) => string) | undefined {
  const sections = format.match(SECTIONS) ?? []
  const last = sections.at(-1) ?? ''
  // Only the fourth section may speak of texts without holding them.
  const signs = [...last.matchAll(SIGNS)]
  if (last === '@' || (sections.length < 4 && !signs.some(([sign]) => sign === '@'))) return undefined
  return (text) => signs.map(([sign, quoted, escaped, space]) => (sign === '@' ? text : (quoted ?? escaped ?? (space !== undefined ? ' ' : /^[*[]/.test(sign) ? '' : sign)))).join('')
}

export class DrawnTexts {
  private readonly known = new Map<string, ReturnType<typeof textFormat>>()
  private readonly stops: readonly (() => void)[]

  constructor(
    injector: Injector,
    private readonly book: OpenedBook,
  ) {
    const interceptors = injector.get(SheetInterceptorService)
    const drawing = interceptors.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
      priority: AFTER,
      effect: InterceptorEffectEnum.Value,
      handler: (cell, { unitId, workbook, rawData }, next) => next(unitId === this.book.unitId ? this.shown(cell, workbook, rawData) : cell),
    })
    // The editor begins with what is shown; what is edited is the text itself.
    const editing = interceptors.writeCellInterceptor.intercept(BEFORE_CELL_EDIT, {
      priority: AFTER,
      handler: (cell, { unitId, workbook, origin }, next) => next(unitId === this.book.unitId && cell && this.of(origin, workbook) ? { ...cell, v: origin?.v ?? null } : cell),
    })
    this.stops = [() => drawing.dispose(), () => void editing()]
  }

  dispose(): void {
    for (const stop of this.stops) stop()
  }

  private shown(cell: Nullable<ICellDataForSheetInterceptor>, workbook: Workbook, raw: Nullable<ICellData>): Nullable<ICellDataForSheetInterceptor> {
    const format = this.of(cell, workbook)
    if (!cell || !format) return cell
    return Object.assign(cell === raw ? { ...cell } : cell, { v: format(String(cell.v)) })
  }

  /** Undefined: the cell holds no text, or shows it as it is. */
  private of(cell: Nullable<ICellData>, workbook: Workbook): ReturnType<typeof textFormat> {
    if (typeof cell?.v !== 'string' || cell.v === '' || !cell.s) return undefined
    const pattern = workbook.getStyles().get(cell.s)?.n?.pattern
    if (pattern === undefined || !pattern) return undefined
    if (!this.known.has(pattern)) this.known.set(pattern, textFormat(pattern))
    return this.known.get(pattern)
  }
}
