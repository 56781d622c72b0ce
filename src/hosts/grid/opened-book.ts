/** The workbook that is open: the grid's own sheets, and what the file said of each. */
import { ICommandService, IUniverInstanceService, mergeWorksheetSnapshotWithDefault, type Injector, type Workbook as UniverWorkbook, type Worksheet } from '@univerjs/core'
import { InsertSheetMutation, SetRangeValuesMutation, SetWorksheetColumnCountMutation, SetWorksheetRowCountMutation } from '@univerjs/sheets'
import type { Cell, DefinedName, Row, Sheet, Visibility } from '../../workbook/model'
import type { SheetSpec, WorkbookSpec } from '../../workbook/spec'
import { writtenContent, type Content } from './cell-data'
import { sheetData } from './sheet-data'
import { SheetLook } from './sheet-look'
import type { StyleTable } from './style-table'

/** Whose change it was, as a mutation says it. One that does not say it is the engine's own, or is refused. */
export type Author = 'person' | 'program'

export interface OpenedSheet {
  readonly id: string
  readonly name: string
  readonly visibility: Visibility
  readonly look: SheetLook
  /** As the file has them; empty for a sheet that was added since. */
  readonly original: ReadonlyMap<number, ReadonlyMap<number, Cell>>
  /** Of a sheet that was added since it was opened: as it was described. */
  readonly added?: SheetSpec
}

/** Univer turns to a sheet that is inserted, hidden or not, unless somebody else did it. */
const FROM_ELSEWHERE = { fromCollab: true }

/** 1-based; without content the cell becomes blank. */
export interface CellWrite {
  readonly row: number
  readonly column: number
  readonly content: Content | undefined
}

export class OpenedBook {
  readonly unitId: string
  readonly names: readonly DefinedName[]
  private readonly commands: ICommandService
  private sheetsById: ReadonlyMap<string, OpenedSheet>

  constructor(
    private readonly injector: Injector,
    readonly workbook: UniverWorkbook,
    sheets: readonly OpenedSheet[],
    names: readonly DefinedName[],
    private readonly styles: StyleTable,
    private readonly font: WorkbookSpec['font'],
  ) {
    this.unitId = workbook.getUnitId()
    this.commands = injector.get(ICommandService)
    this.sheetsById = new Map(sheets.map((sheet) => [sheet.id, sheet]))
    this.names = names
  }

  /** In the order of their tabs; without those that are gone. */
  get sheets(): OpenedSheet[] {
    return this.workbook.getSheets().flatMap((sheet) => this.sheetsById.get(sheet.getSheetId()) ?? [])
  }

  /** All sheets that were in the file. */
  get opened(): OpenedSheet[] {
    return [...this.sheetsById.values()].filter(({ added }) => !added)
  }

  /** By its name, as Excel compares names; undefined when there is none. */
  sheet(name: string): OpenedSheet | undefined {
    return this.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())
  }

  byId(id: string): OpenedSheet | undefined {
    return this.sheetsById.get(id)
  }

  /** The grid's sheet; throws when it is gone. */
  worksheet({ id, name }: OpenedSheet): Worksheet {
    const found = this.workbook.getSheetBySheetId(id)
    if (!found) throw new Error(`sheet ${name} is gone`)
    return found
  }

  /** Writes contents and nothing else; not on the list of what can be undone. */
  write(sheet: OpenedSheet, cells: readonly CellWrite[], by: Author): void {
    if (cells.length === 0) return
    this.makeRoom(sheet, cells)
    this.commands.syncExecuteCommand(SetRangeValuesMutation.id, this.writing(sheet, cells, by))
  }

  /** The grid shows only the rows and columns it was told of. */
  private makeRoom(sheet: OpenedSheet, cells: readonly CellWrite[]): void {
    const worksheet = this.worksheet(sheet)
    const where = { unitId: this.unitId, subUnitId: sheet.id, by: 'program' satisfies Author }
    const rowCount = cells.reduce((most, { row }) => Math.max(most, row), 0)
    const columnCount = cells.reduce((most, { column }) => Math.max(most, column), 0)
    if (rowCount > worksheet.getRowCount()) this.commands.syncExecuteCommand(SetWorksheetRowCountMutation.id, { ...where, rowCount })
    if (columnCount > worksheet.getColumnCount()) this.commands.syncExecuteCommand(SetWorksheetColumnCountMutation.id, { ...where, columnCount })
  }

  /** The same as parameters of a mutation, for a list of what can be undone. */
  writing(sheet: OpenedSheet, cells: readonly CellWrite[], by: Author): { unitId: string; subUnitId: string; cellValue: Record<number, Record<number, ReturnType<typeof writtenContent>>>; by: Author } {
    const cellValue: Record<number, Record<number, ReturnType<typeof writtenContent>>> = {}
    for (const { row, column, content } of cells) (cellValue[row - 1] ??= {})[column - 1] = writtenContent(content ?? {})
    return { unitId: this.unitId, subUnitId: sheet.id, cellValue, by }
  }

  /** Appends a sheet as it is described; the sheet that is shown stays the one that is shown. */
  add(spec: SheetSpec): void {
    const added = addedSheet(`added-${this.sheetsById.size + 1}`, spec)
    this.sheetsById = new Map([...this.sheetsById, [added.id, added]])
    const before = new Set(Object.keys(this.styles.styles))
    const sheet = mergeWorksheetSnapshotWithDefault(sheetData({ id: added.id, sheet: modelOf(spec), look: added.look }, this.styles, this.font))
    this.workbook.addStyles(Object.fromEntries(Object.entries(this.styles.styles).filter(([id]) => !before.has(id))))
    this.commands.syncExecuteCommand(InsertSheetMutation.id, { unitId: this.unitId, index: this.workbook.getSheetSize(), sheet, by: 'program' satisfies Author }, FROM_ELSEWHERE)
  }

  /** True while the workbook is in the grid. */
  get alive(): boolean {
    return this.injector.get(IUniverInstanceService).getUnit(this.unitId) !== null
  }
}

export function openedSheet(id: string, sheet: Sheet, spec: SheetSpec | undefined): OpenedSheet {
  const original = new Map(sheet.rows.map((row) => [row.row, new Map(row.cells.map((cell) => [cell.column, cell]))]))
  return { id, name: sheet.name, visibility: sheet.visibility, look: new SheetLook(spec, sheet.protected), original }
}

function addedSheet(id: string, spec: SheetSpec): OpenedSheet {
  return { id, name: spec.name, visibility: spec.visibility ?? 'visible', look: new SheetLook(spec, Boolean(spec.protection)), original: new Map(), added: spec }
}

/** The sheet that a description makes. */
function modelOf(spec: SheetSpec): Sheet {
  const rows = spec.rows.map(({ row, hidden, cells }): Row => ({
    row,
    ...(hidden && { hidden: true }),
    cells: cells.flatMap(({ column, value, formula, style }): Cell[] =>
      value === undefined && formula === undefined ? [] : [{ column, ...(value !== undefined && { value }), ...(formula !== undefined && { formula }), ...(style?.format !== undefined && { format: style.format }) }],
    ),
  }))
  return { name: spec.name, visibility: spec.visibility ?? 'visible', protected: Boolean(spec.protection), merges: spec.merges ?? [], rows }
}
