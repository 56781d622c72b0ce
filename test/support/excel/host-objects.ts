/**
 * Excel's side of the objects that the adapter uses, over the workbook in memory: their children,
 * methods, values and items by the names that the client sends. What is not here is an unknown call.
 */
import { areaAddress, quoteSheetName } from '../../../src/workbook/address'
import type { Area, CellValue, DefinedName } from '../../../src/workbook/model'
import { areaOf } from '../../../src/hosts/excel/areas'
import type { ExcelInMemory, OpenSheet } from './excel-in-memory'
import { OfficeFault } from './office-fault'

export interface HostObject {
  readonly kind: string
  /** Objects behind properties. */
  readonly children?: Readonly<Record<string, () => HostObject>>
  /** Methods that give an object. */
  readonly finders?: Readonly<Record<string, (...args: never[]) => HostObject | null>>
  /** Methods that give a value, or do something. */
  readonly methods?: Readonly<Record<string, (...args: never[]) => unknown>>
  /** Values that can be loaded. */
  readonly values?: Readonly<Record<string, () => unknown>>
  readonly setters?: Readonly<Record<string, (value: unknown) => void>>
  /** Of a collection. */
  readonly items?: () => readonly HostObject[]
  readonly indexer?: (key: string) => HostObject
  /** Of a range. */
  readonly area?: Area
  /** By which the client finds an item of a collection again. */
  readonly id?: string
}

/** How events are asked for: `subscribe(event, target)`; the target is a sheet's id, or `Workbook`. */
export type Subscribe = (event: string, target: string) => void

export const ALL_SHEETS = 'Workbook'

export function workbookObject(excel: ExcelInMemory, subscribe: Subscribe): HostObject {
  const sheets = (): HostObject => ({
    kind: 'WorksheetCollection',
    items: () => excel.sheets.map((sheet) => worksheet(excel, sheet, subscribe)),
    indexer: (key) => {
      const found = excel.find(key)
      if (!found) throw new OfficeFault('ItemNotFound', "The requested resource doesn't exist.")
      return worksheet(excel, found, subscribe)
    },
    finders: {
      GetItemOrNullObject: (key: string) => {
        const found = excel.find(key)
        return found ? worksheet(excel, found, subscribe) : null
      },
    },
    methods: events(ALL_SHEETS, subscribe),
  })
  return {
    kind: 'Workbook',
    children: { Worksheets: sheets, Names: () => names(excel, undefined), Functions: () => ({ kind: 'Functions', finders: { Date: (...date: number[]) => result(excel, date) } }) },
    finders: { GetActiveCell: () => range(excel, excel.active.sheet, { ...excel.active.area, bottom: excel.active.area.top, right: excel.active.area.left }, subscribe) },
    methods: {
      InsertWorksheetsFromBase64: (file: string, { sheetNamesToInsert, positionType }: { sheetNamesToInsert: readonly string[]; positionType: string }) => {
        if (positionType !== 'End') throw new Error(`sheets are not inserted at ${positionType} here`)
        return excel.inserts(Buffer.from(file, 'base64'), sheetNamesToInsert).map(({ id }) => id)
      },
    },
    values: { Name: () => excel.name, ReadOnly: () => excel.readOnly },
  }
}

/** `DATE(1904,1,1)`: all that is asked. */
function result(excel: ExcelInMemory, date: readonly number[]): HostObject {
  if (date.join() !== '1904,1,1') throw new Error(`DATE(${date.join()}) is not known here`)
  return { kind: 'FunctionResult', values: { Value: () => (excel.dates1904 ? 0 : 1462), Error: () => null } }
}

function events(target: string, subscribe: Subscribe): NonNullable<HostObject['methods']> {
  return Object.fromEntries(['DataChanged', 'SelectionChanged', 'Added', 'Deleted'].flatMap((event) => [
    [`_Register${event}Event`, () => subscribe(event, target)],
    [`_Unregister${event}Event`, () => subscribe(`-${event}`, target)],
  ]))
}

function worksheet(excel: ExcelInMemory, sheet: OpenSheet, subscribe: Subscribe): HostObject {
  const at = (area: Area) => range(excel, sheet, area, subscribe)
  const everything: Area = { top: 1, left: 1, bottom: 1_048_576, right: 16_384 }
  return {
    kind: 'Worksheet',
    id: sheet.id,
    children: {
      Names: () => names(excel, sheet),
      Protection: () => ({ kind: 'WorksheetProtection', values: { Protected: () => sheet.protected_ } }),
    },
    finders: {
      // valuesOnly: false would count formats, too, and is not known here.
      GetUsedRange: (valuesOnly: boolean) => (valuesOnly ? at(sheet.used() ?? { top: 1, left: 1, bottom: 1, right: 1 }) : null),
      GetRange: (address: string | null) => at(address === null ? everything : (areaOf(address) as Area)),
      GetRangeByIndexes: (row: number, column: number, rows: number, columns: number) => at({ top: row + 1, left: column + 1, bottom: row + rows, right: column + columns }),
      GetCell: (row: number, column: number) => at({ top: row + 1, left: column + 1, bottom: row + 1, right: column + 1 }),
    },
    methods: {
      ...events(sheet.id, subscribe),
      Activate: () => {
        if (sheet.visibility !== 'visible') throw new OfficeFault('InvalidOperation', 'A hidden sheet cannot be activated.')
        excel.active = { sheet, area: { top: 1, left: 1, bottom: 1, right: 1 } }
      },
    },
    setters: {
      Visibility: (value) => {
        sheet.visibility = ({ Visible: 'visible', Hidden: 'hidden', VeryHidden: 'veryHidden' } as const)[value as 'Visible']
      },
    },
    values: { Id: () => sheet.id, Name: () => sheet.name, Visibility: () => ({ visible: 'Visible', hidden: 'Hidden', veryHidden: 'VeryHidden' })[sheet.visibility] },
  }
}

function names(excel: ExcelInMemory, sheet: OpenSheet | undefined): HostObject {
  const here = ({ sheet: local }: DefinedName) => sheet === undefined || local === sheet.name
  return {
    kind: 'NamedItemCollection',
    items: () => excel.names.filter(here).map((name) => ({ kind: 'NamedItem', id: name.name, values: { Name: () => name.name, Formula: () => `=${name.refersTo}`, Visible: () => !name.hidden, Scope: () => (name.sheet === undefined ? 'Workbook' : 'Worksheet') } })),
  }
}

function range(excel: ExcelInMemory, sheet: OpenSheet, area: Area, subscribe: Subscribe): HostObject {
  const { top, left, bottom, right } = area
  const rows = () => Array.from({ length: bottom - top + 1 }, (_, n) => top + n)
  const columns = () => Array.from({ length: right - left + 1 }, (_, n) => left + n)
  const grid = (of: (row: number, column: number) => unknown) => () => rows().map((row) => columns().map((column) => of(row, column)))
  return {
    kind: 'Range',
    area,
    children: {
      Worksheet: () => worksheet(excel, sheet, subscribe),
      Format: () => ({ kind: 'RangeFormat', children: { Protection: () => ({ kind: 'FormatProtection', values: { Locked: () => alike(rows().flatMap((row) => columns().map((column) => sheet.style(row, column).locked))) } }) } }),
    },
    finders: {
      // The client writes more than 1500 values in several parts.
      GetRow: (row: number) => range(excel, sheet, { ...area, top: top + row, bottom: top + row }, subscribe),
      GetBoundingRect: ({ area: other }: { area: Area }) => range(excel, sheet, { top: Math.min(top, other.top), left: Math.min(left, other.left), bottom: Math.max(bottom, other.bottom), right: Math.max(right, other.right) }, subscribe),
      GetMergedAreasOrNullObject: () => {
        if (sheet.merges.length > 512) throw new OfficeFault('GeneralException', 'There are too many merged areas.')
        return sheet.merges.length === 0 ? null : mergedAreas(sheet)
      },
    },
    methods: {
      GetRowProperties: (asked: object) => {
        if (JSON.stringify(asked) !== '{"rowHidden":true}') throw new Error(`row properties not known here: ${JSON.stringify(asked)}`)
        return rows().map((row) => ({ rowHidden: sheet.hiddenRows.has(row) }))
      },
      Select: () => excel.selects(sheet.name, area),
      _ValidateArraySize: (height: number, width: number) => {
        if (height !== bottom - top + 1 || width !== right - left + 1) throw sizeFault()
      },
    },
    values: {
      RowIndex: () => top - 1,
      ColumnIndex: () => left - 1,
      Address: () => `${sheet.name}!${areaAddress(area)}`,
      Values: grid((row, column) => shown(sheet.at(row, column)?.value)),
      Formulas: grid((row, column) => {
        const held = sheet.at(row, column)
        return held?.formula === undefined ? shown(held?.value) : `=${held.formula}`
      }),
      ValueTypes: grid((row, column) => typeOf(sheet.at(row, column)?.value)),
      NumberFormat: grid((row, column) => sheet.style(row, column).format),
    },
    setters: { Values: (values) => write(excel, sheet, area, values) },
  }
}

function mergedAreas(sheet: OpenSheet): HostObject {
  const areas = (): HostObject => ({ kind: 'RangeCollection', items: () => sheet.merges.map((area) => ({ kind: 'Range', values: { Address: () => `${quoteSheetName(sheet.name)}!${areaAddress(area)}` } })) })
  return { kind: 'RangeAreas', children: { Areas: areas } }
}

function shown(value: CellValue | undefined): string | number | boolean {
  return typeof value === 'object' ? value.error : (value ?? '')
}

function typeOf(value: CellValue | undefined): string {
  if (value === undefined) return 'Empty'
  if (typeof value === 'object') return 'Error'
  return { string: 'String', number: 'Double', boolean: 'Boolean' }[typeof value as 'string' | 'number' | 'boolean']
}

function alike(all: readonly boolean[]): boolean | null {
  return all.every((one) => one === all[0]) ? (all[0] as boolean) : null
}

const sizeFault = () => new OfficeFault('InvalidArgument', "The number of rows or columns in the input array doesn't match the size or dimensions of the range.")

/** `null` leaves a cell as it is. A range with a locked cell in it cannot be written on a protected sheet. */
function write(excel: ExcelInMemory, sheet: OpenSheet, { top, left, bottom, right }: Area, values: unknown): void {
  if (!Array.isArray(values) || values.length !== bottom - top + 1 || values.some((row) => !Array.isArray(row) || row.length !== right - left + 1)) {
    throw sizeFault()
  }
  const cells = values.flatMap((row: unknown[], r) => row.map((value, c) => ({ row: top + r, column: left + c, value })))
  if (excel.readOnly || (sheet.protected_ && cells.some(({ row, column }) => sheet.style(row, column).locked))) throw new OfficeFault('AccessDenied', 'You cannot perform the requested operation.')
  for (const { row, column, value } of cells) if (value !== null) sheet.type(row, column, value)
  excel.raise({ event: 'changed', sheet, area: { top, left, bottom, right }, by: 'add-in' })
}
