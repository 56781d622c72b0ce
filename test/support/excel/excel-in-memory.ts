/** A workbook as Excel holds it open, with what a person in front of it may do. The executor lets the add-in at it. */
import { DAYS_TO_1904 } from '../../../src/workbook/date-system'
import { nodeCompression } from '../../../src/workbook/compression/node'
import type { Area, Cell, CellValue, DefinedName, Sheet, Visibility, Workbook } from '../../../src/workbook/model'
import { formatKind } from '../../../src/workbook/number-format'
import { readWorkbook } from '../../../src/workbook/xlsx/read'
import { PLAIN, stylesOf, type CellStyle, type StyleAt } from './package-styles'
import { typed } from './typed-value'

interface Held {
  readonly value: CellValue
  /** Without `=`. */
  readonly formula?: string
}

export type Raised =
  | { readonly event: 'changed'; readonly sheet: OpenSheet; readonly area: Area; readonly by: 'person' | 'add-in' | 'remote' }
  | { readonly event: 'selected'; readonly sheet: OpenSheet; readonly area: Area }
  | { readonly event: 'added' | 'deleted'; readonly sheet: OpenSheet; readonly by: 'person' | 'add-in' }

export class OpenSheet {
  readonly cells = new Map<number, Map<number, Held>>()
  readonly hiddenRows = new Set<number>()
  readonly merges: Area[] = []
  private readonly own = new Map<string, CellStyle>()

  constructor(
    readonly id: string,
    public name: string,
    public visibility: Visibility,
    public protected_: boolean,
    private readonly template: StyleAt,
  ) {}

  style(row: number, column: number): CellStyle {
    return this.own.get(`${row} ${column}`) ?? this.template(row, column)
  }

  restyle(row: number, column: number, style: Partial<CellStyle>): void {
    this.own.set(`${row} ${column}`, { ...this.style(row, column), ...style })
  }

  at(row: number, column: number): Held | undefined {
    return this.cells.get(row)?.get(column)
  }

  put(row: number, column: number, held: Held | undefined): void {
    const cells = this.cells.get(row) ?? new Map<number, Held>()
    if (held) cells.set(column, held)
    else cells.delete(column)
    if (cells.size > 0) this.cells.set(row, cells)
    else this.cells.delete(row)
  }

  /** As typed: formats follow where the cell has none. Formulas count as 0. */
  type(row: number, column: number, input: unknown): void {
    const { format } = this.style(row, column)
    const result = typed(input, format, () => 0)
    this.put(row, column, result.value === undefined ? undefined : { value: result.value, ...(result.formula !== undefined && { formula: result.formula }) })
    if (result.format !== undefined && format === 'General') this.restyle(row, column, { format: result.format })
  }

  /** Of cells that hold something; undefined when there are none. */
  used(): Area | undefined {
    if (this.cells.size === 0) return undefined
    const rows = [...this.cells.keys()]
    const columns = [...this.cells.values()].flatMap((cells) => [...cells.keys()])
    return { top: Math.min(...rows), bottom: Math.max(...rows), left: columns.reduce((a, b) => Math.min(a, b)), right: columns.reduce((a, b) => Math.max(a, b)) }
  }
}

export class ExcelInMemory {
  readonly name: string = '一周汇总.xlsx'
  sheets: OpenSheet[] = []
  names: DefinedName[] = []
  active!: { sheet: OpenSheet; area: Area }
  readOnly = false
  dates1904 = false
  /** Between the first key and Enter. */
  editing = false
  private listeners: ((raised: Raised) => void)[] = []
  private finished: (() => void)[] = []

  private constructor(book: Workbook, styleOf: (sheet: string) => StyleAt | undefined) {
    for (const sheet of book.sheets) this.load(sheet, styleOf(sheet.name))
    this.names = [...book.names]
    this.active = { sheet: this.sheets[0] as OpenSheet, area: { top: 1, left: 1, bottom: 1, right: 1 } }
  }

  /** Cells are open on protected sheets only where `styles` says so. */
  static of(book: Workbook, styles: ReadonlyMap<string, StyleAt> = new Map()): ExcelInMemory {
    return new ExcelInMemory(book, (sheet) => styles.get(sheet))
  }

  static ofFile(bytes: Uint8Array): ExcelInMemory {
    return ExcelInMemory.of(readWorkbook(bytes, { compression: nodeCompression }), stylesOf(bytes))
  }

  sheet(name: string): OpenSheet {
    const found = this.find(name)
    if (!found) throw new Error(`no sheet ${name}`)
    return found
  }

  find(nameOrId: string): OpenSheet | undefined {
    return this.sheets.find(({ id, name }) => id === nameOrId || name.toLowerCase() === nameOrId.toLowerCase())
  }

  /** The neutral model of what is there now. */
  model(): Workbook {
    return {
      sheets: this.sheets.map((sheet) => ({
        name: sheet.name,
        visibility: sheet.visibility,
        protected: sheet.protected_,
        merges: [...sheet.merges],
        rows: [...sheet.cells].sort(([a], [b]) => a - b).map(([row, cells]) => ({
          row,
          ...(sheet.hiddenRows.has(row) && { hidden: true }),
          cells: [...cells].sort(([a], [b]) => a - b).map(([column, held]) => cellOf(column, held, sheet.style(row, column).format, this.dates1904)),
        })),
      })),
      names: this.names,
      properties: {},
      foreign: [],
    }
  }

  // What a person does.

  types(sheet: string, row: number, column: number, input: unknown, by: 'person' | 'remote' = 'person'): void {
    const open = this.sheet(sheet)
    open.type(row, column, input)
    this.raise({ event: 'changed', sheet: open, area: { top: row, left: column, bottom: row, right: column }, by })
  }

  selects(sheet: string, area: Area): void {
    this.active = { sheet: this.sheet(sheet), area }
    this.raise({ event: 'selected', ...this.active })
  }

  deletes(sheet: string): void {
    const open = this.sheet(sheet)
    this.sheets = this.sheets.filter((one) => one !== open)
    this.raise({ event: 'deleted', sheet: open, by: 'person' })
  }

  adds(sheet: string): void {
    this.raise({ event: 'added', sheet: this.open(sheet, 'visible', false), by: 'person' })
  }

  beginsEditing(): void {
    this.editing = true
  }

  finishesEditing(): void {
    this.editing = false
    for (const go of this.finished.splice(0)) go()
  }

  // What the executor needs.

  /** Hidden sheets come in visible: nothing promises otherwise. */
  inserts(bytes: Uint8Array, wanted: readonly string[]): OpenSheet[] {
    const styles = stylesOf(bytes)
    const sheets = readWorkbook(bytes, { compression: nodeCompression }).sheets.filter(({ name }) => wanted.includes(name))
    return sheets.map((sheet) => {
      const open = this.load({ ...sheet, visibility: 'visible' }, styles.get(sheet.name))
      this.raise({ event: 'added', sheet: open, by: 'add-in' })
      return open
    })
  }

  raise(raised: Raised): void {
    for (const listener of this.listeners) listener(raised)
  }

  onRaised(listener: (raised: Raised) => void): void {
    this.listeners.push(listener)
  }

  whenEdited(go: () => void): void {
    this.finished.push(go)
  }

  private load(sheet: Sheet, styleAt: StyleAt | undefined): OpenSheet {
    const open = this.open(sheet.name, sheet.visibility, sheet.protected, styleAt)
    open.merges.push(...sheet.merges)
    for (const row of sheet.rows) {
      if (row.hidden) open.hiddenRows.add(row.row)
      for (const cell of row.cells) load(open, row.row, cell)
    }
    return open
  }

  private open(name: string, visibility: Visibility, isProtected: boolean, styleAt: StyleAt = () => PLAIN): OpenSheet {
    const sheet = new OpenSheet(`{0000-${this.sheets.length + 1}}`, name, visibility, isProtected, styleAt)
    this.sheets.push(sheet)
    return sheet
  }
}

function load(sheet: OpenSheet, row: number, { column, value, formula, format }: Cell): void {
  // Excel calculates what the file has no result of; it does not tell an empty text from nothing.
  if (formula !== undefined) sheet.put(row, column, { value: value ?? '', formula: formula || 'ANOTHERS_FORMULA()' })
  else if (value !== undefined && value !== '') sheet.put(row, column, { value })
  sheet.restyle(row, column, { format: format ?? 'General' })
}

function cellOf(column: number, { value, formula }: Held, format: string, dates1904: boolean): Cell {
  const kind = typeof value === 'number' ? formatKind(format) : 'number'
  return {
    column,
    value: typeof value === 'number' && kind === 'date' && dates1904 ? value + DAYS_TO_1904 : value,
    ...(formula !== undefined && { formula }),
    ...(kind !== 'number' && { date: true }),
    ...(format !== 'General' && { format }),
  }
}
