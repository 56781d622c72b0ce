/** How one sheet looks and what it allows, by cell. Does not change while the workbook is open. */
import type { Area } from '../../workbook/model'
import type { SheetSpec, Style, ValidationSpec } from '../../workbook/spec'

type Allowed = NonNullable<SheetSpec['protection']>['allow'][number]

export class SheetLook {
  private readonly cells = new Map<number, Map<number, Style | undefined>>()
  private readonly rowStyles = new Map<number, Style>()

  private readonly links: ReadonlyMap<string, string>

  /** `spec` undefined: nothing is known of how the sheet looks. */
  constructor(
    readonly spec: SheetSpec | undefined,
    readonly isProtected: boolean,
  ) {
    this.links = new Map(spec?.links?.map(({ row, column, location }) => [`${row} ${column}`, location]))
    for (const row of spec?.rows ?? []) {
      if (row.style) this.rowStyles.set(row.row, row.style)
      if (row.cells.length > 0) this.cells.set(row.row, new Map(row.cells.map(({ column, style }) => [column, style])))
    }
  }

  /** Undefined: plain. */
  style(row: number, column: number): Style | undefined {
    const cells = this.cells.get(row)
    if (cells?.has(column)) return cells.get(column)
    return this.styleUnder(row, column)
  }

  /** Style that a cell has when it is not written out. */
  styleUnder(row: number, column: number): Style | undefined {
    return this.rowStyles.get(row) ?? this.columnStyle(column)
  }

  private columnStyle(column: number): Style | undefined {
    const columns = this.spec?.columns ?? []
    return column <= columns.length ? columns[column - 1]?.style : this.spec?.rest?.style
  }

  /** Number format of a cell; undefined: General. */
  format(row: number, column: number): string | undefined {
    const format = this.style(row, column)?.format
    return format === undefined || /^general$/i.test(format) ? undefined : format
  }

  /** True: the protection of the sheet forbids entries here. */
  locked(row: number, column: number): boolean {
    return this.isProtected && this.style(row, column)?.locked !== false
  }

  allows(what: Allowed): boolean {
    return !this.isProtected || Boolean(this.spec?.protection?.allow.includes(what))
  }

  /** Where a cell leads to, as the file says it; of a merged cell, by its first. Undefined: nowhere. */
  link(row: number, column: number): string | undefined {
    return this.links.get(`${row} ${column}`)
  }

  /** The limits of a cell; an earlier one goes before a later one. */
  validation(row: number, column: number): ValidationSpec | undefined {
    return this.spec?.validations?.find(({ area }) => within(area, row, column))
  }
}

export function within(area: Area, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}
