/**
 * What people do to a sheet besides filling it in: one entry for each structure code of a sheet and
 * for each consistency code. Every entry works on the description of the workbook as it was filled in.
 */
import { withCells, withColumnsSwapped, withSheet, withSheetRenamed, withoutColumn } from '../spec-edit'
import { formName } from '../../../domain/returns/identity'
import { RECORD_COLUMNS } from '../../../domain/returns/layout'
import type { CellContent } from '../spec-edit'
import type { ColumnLayout, FormLayout } from '../../../domain/returns/layout'
import type { FormDefinition } from '../../../domain/campaign/schema'
import type { Code } from '../../../domain/returns/codes'
import type { Language } from '../../../domain/text'
import type { RowSpec, SheetSpec, WorkbookSpec } from '../../../workbook/spec'

export interface Sheet {
  readonly spec: WorkbookSpec
  readonly form: FormDefinition
  readonly layout: FormLayout
  /** 1-based rows in which something is filled in, from the top. */
  readonly filled: readonly number[]
  readonly language: Language
}

export interface Altered {
  readonly spec: WorkbookSpec
  /** Where it is found, as far as that can be said; 1-based. */
  readonly sheet?: string
  readonly row?: number
  readonly column?: number
}

/** Undefined: the sheet gives no occasion. */
export type SheetFault = (sheet: Sheet) => Altered | undefined

export type SheetCode = Exclude<Extract<Code, `structure/${string}` | `consistency/${string}`>, 'structure/not-issued' | 'structure/other-campaign' | 'structure/other-kind' | 'structure/week-missing' | 'structure/week-unreadable'>

const WORDS = {
  other: { zh: '备注说明', en: 'Our remarks' },
  note: { zh: '见附件', en: 'see attachment' },
  total: { zh: '合计', en: 'Total' },
  somebody: { zh: '某某某', en: 'Somebody Else' },
} as const

export const SHEET_FAULTS: Readonly<Record<SheetCode, SheetFault>> = {
  'structure/sheet-missing': onLedger(({ spec, layout }) => ({
    spec: { ...spec, sheets: spec.sheets.filter(({ name }) => name !== layout.sheet), names: spec.names.filter(({ name }) => name !== formName(layout.form)) },
  })),
  'structure/sheet-renamed': onLedger(({ spec, layout, language }) => {
    const sheet = { zh: `新${layout.sheet}`, en: `New ${layout.sheet}` }[language].slice(0, 31)
    return { spec: withSheetRenamed(spec, layout.sheet, sheet), sheet }
  }),
  'structure/sheet-hidden': onSheet(({ spec, layout }) => ({ spec: withSheet(spec, layout.sheet, (sheet) => ({ ...sheet, visibility: 'hidden' })) })),
  'structure/sheet-copied': onSheet(({ spec, layout }) => {
    const original = spec.sheets.find(({ name }) => name === layout.sheet) as SheetSpec
    const copy = { ...original, name: `${layout.sheet.slice(0, 27)} (2)`, autoFilter: undefined, print: undefined }
    return { spec: { ...spec, sheets: [...spec.sheets, copy] }, sheet: copy.name }
  }),
  'structure/name-missing': onSheet(({ spec, layout }) => ({ spec: { ...spec, names: spec.names.filter(({ name }) => name !== formName(layout.form)) } })),
  'structure/header-not-found': onLedger((sheet) => ({ ...cellsOf(sheet, sheet.layout.columns.map(({ column }) => ({ row: sheet.layout.headerRow, column, content: {} }))), row: undefined, column: undefined })),
  'structure/result-columns-missing': onTable((sheet) => {
    const { headerRow, resultColumn, marksColumn } = sheet.layout
    return { ...cellsOf(sheet, [resultColumn, marksColumn].map((column) => ({ row: headerRow, column, content: {} }))), column: undefined }
  }),

  'structure/column-missing': onLedger(({ spec, layout }) => {
    const last = lastOptional(layout)
    return last && { spec: withSheet(spec, layout.sheet, (sheet) => withoutColumn(sheet, last.column)), row: layout.headerRow }
  }),
  'structure/column-renamed': onLedger((sheet) => {
    const column = sheet.layout.columns[1]
    return column && sheet.layout.columns.length > 2 ? cellsOf(sheet, [{ row: sheet.layout.headerRow, column: column.column, content: { value: WORDS.other[sheet.language] } }]) : undefined
  }),
  'structure/column-duplicated': onLedger((sheet) => {
    const { layout } = sheet
    const last = layout.columns.at(-1)
    return last && cellsOf(sheet, [{ row: layout.headerRow, column: layout.marksColumn + 2, content: { value: last.heading } }])
  }),
  'structure/column-unknown': onLedger((sheet) => {
    const { layout, language } = sheet
    const column = layout.marksColumn + 2
    const heading = { row: layout.headerRow, column, content: { value: WORDS.other[language] } }
    return { ...cellsOf(sheet, [heading, { row: layout.firstRow, column, content: { value: WORDS.note[language] } }]), row: layout.headerRow, column }
  }),
  'structure/columns-moved': onLedger(({ spec, layout }) => {
    const [one, other] = layout.columns.slice(-2) as [ColumnLayout, ColumnLayout]
    if (layout.groupRow !== undefined || !other) return undefined
    return { spec: withSheet(spec, layout.sheet, (sheet) => withColumnsSwapped(sheet, one.column, other.column, layout.headerRow)), row: layout.headerRow, column: one.column }
  }),
  'structure/group-missing': onTable((sheet) => {
    const { groupRow, columns } = sheet.layout
    if (groupRow === undefined) return undefined
    const grouped = columns.filter(({ group }) => group !== undefined)
    return { ...cellsOf(sheet, grouped.map(({ column }) => ({ row: groupRow, column, content: {} }))), row: sheet.layout.headerRow, column: undefined }
  }),

  'structure/item-missing': onRecord(({ spec, layout }) => {
    const column = layout.columns.find(({ field }) => !field.required)
    return column && { spec: withSheet(spec, layout.sheet, (sheet) => ({ ...sheet, rows: sheet.rows.filter(({ row }) => row !== column.row) })) }
  }),
  'structure/item-renamed': onRecord((sheet) => {
    const [, second, third] = sheet.layout.columns
    return second?.row && third ? cellsOf(sheet, [{ row: second.row, column: RECORD_COLUMNS.item, content: { value: WORDS.other[sheet.language] } }]) : undefined
  }),
  'structure/item-duplicated': onRecord((sheet) => {
    const [first] = sheet.layout.columns
    const row = below(sheet.layout)
    return first && cellsOf(sheet, [{ row, column: RECORD_COLUMNS.item, content: { value: itemOf(first) } }])
  }),
  'structure/item-unknown': onRecord((sheet) => {
    const row = below(sheet.layout)
    return {
      ...cellsOf(sheet, [
        { row, column: RECORD_COLUMNS.item, content: { value: WORDS.other[sheet.language] } },
        { row, column: RECORD_COLUMNS.value, content: { value: WORDS.note[sheet.language] } },
      ]),
      row,
      column: RECORD_COLUMNS.value,
    }
  }),

  'structure/beyond-prepared': onLedger((sheet) => {
    const { layout } = sheet
    const from = sheet.filled.at(-1)
    if (from === undefined) return undefined
    const row = layout.firstRow + layout.rowCount
    const source = rowOf(sheet, from)
    const moved = layout.columns.flatMap(({ column }) => {
      const cell = source.find((one) => one.column === column)
      return cell?.value === undefined ? [] : [{ row, column, content: { value: cell.value, ...(cell.style?.format && { format: cell.style.format }) } }, { row: from, column, content: {} }]
    })
    return { ...cellsOf(sheet, moved), row, column: undefined }
  }),
  'structure/hidden-row': onTable(({ spec, layout, filled }) => {
    const row = filled.at(-1)
    return row === undefined ? undefined : { spec: withSheet(spec, layout.sheet, (sheet) => ({ ...sheet, rows: sheet.rows.map((one) => (one.row === row ? { ...one, hidden: true } : one)) })), row }
  }),
  'structure/merged-cells': onLedger(({ spec, layout, filled }) => {
    const [first] = layout.columns
    const row = filled.at(-1)
    if (!first || row === undefined || row + 1 >= below(layout)) return undefined
    const area = { top: row, bottom: row + 1, left: first.column, right: first.column }
    return { spec: withSheet(spec, layout.sheet, (sheet) => ({ ...sheet, merges: [...(sheet.merges ?? []), area] })), row, column: first.column }
  }),
  'structure/summary-row': onLedger((sheet) => {
    const { layout, language } = sheet
    const number = layout.columns.find(({ field }) => field.type === 'number' || field.type === 'integer')
    const row = (sheet.filled.at(-1) ?? below(layout)) + 1
    if (!number || row >= below(layout)) return undefined
    return { ...cellsOf(sheet, [{ row, column: layout.numberColumn ?? 1, content: { value: WORDS.total[language] } }, { row, column: number.column, content: { value: 12 } }]), row, column: undefined }
  }),
  'structure/formula-in-input': onFilled((sheet) => {
    const found = numberCell(sheet)
    return found && cellsOf(sheet, [{ ...found, content: { formula: `${found.value}+0`, value: found.value } }])
  }),
  'structure/formula-without-result': onFilled((sheet) => {
    const found = numberCell(sheet)
    return found && cellsOf(sheet, [{ ...found, content: { formula: `${found.value}+0` } }])
  }),

  'consistency/number-missing': onCompanion((sheet) => cellsOf(sheet, [{ row: lastRow(sheet), column: sheet.layout.numberColumn ?? 1, content: {} }])),
  'consistency/number-duplicate': onCompanion((sheet) => cellsOf(sheet, [{ row: lastRow(sheet), column: sheet.layout.numberColumn ?? 1, content: { value: (sheet.filled.at(-2) as number) - sheet.layout.firstRow + 1 } }])),
  'consistency/not-on-roster': onCompanion((sheet) => cellsOf(sheet, [{ row: lastRow(sheet), column: sheet.layout.numberColumn ?? 1, content: { value: 9_999 } }])),
  'consistency/label-differs': onCompanion((sheet) => cellsOf(sheet, [{ row: lastRow(sheet), column: sheet.layout.labelColumn ?? 2, content: { value: WORDS.somebody[sheet.language] } }])),
  'consistency/total-differs': onCompanion((sheet) => overTotal(sheet, 999)),
  'consistency/total-replaced': onCompanion((sheet) => overTotal(sheet, 0)),
}

type Change = { readonly row: number; readonly column: number; readonly content: CellContent }

/** The first change is where it is found. */
function cellsOf({ spec, layout }: Sheet, cells: readonly Change[]): Altered {
  return { spec: withSheet(spec, layout.sheet, (sheet) => withCells(sheet, cells)), ...(cells[0] && { row: cells[0].row, column: cells[0].column }) }
}

function onSheet(fault: SheetFault): SheetFault {
  return (sheet) => {
    const altered = fault(sheet)
    return altered && { sheet: sheet.layout.sheet, ...altered }
  }
}
function onShape(shapes: readonly FormDefinition['shape'][], fault: SheetFault): SheetFault {
  return (sheet) => (shapes.includes(sheet.form.shape) ? onSheet(fault)(sheet) : undefined)
}
/** A ledger: nothing else refers to its rows. */
function onLedger(fault: SheetFault): SheetFault {
  return onShape(['events'], fault)
}
function onTable(fault: SheetFault): SheetFault {
  return onShape(['events', 'companion'], fault)
}
function onRecord(fault: SheetFault): SheetFault {
  return onShape(['record'], fault)
}
function onFilled(fault: SheetFault): SheetFault {
  return onShape(['events', 'companion'], (sheet) => (sheet.filled.length > 0 ? fault(sheet) : undefined))
}
function onCompanion(fault: SheetFault): SheetFault {
  return onShape(['companion'], (sheet) => (sheet.filled.length > 1 ? fault(sheet) : undefined))
}

/** What a record sheet calls a field. */
function itemOf({ group, heading }: ColumnLayout): string {
  return group ? `${group} · ${heading}` : heading
}

/** Of a sheet that has one. */
function lastRow({ filled }: Sheet): number {
  return filled.at(-1) as number
}

/** The first row below the prepared ones. */
function below(layout: FormLayout): number {
  return layout.firstRow + layout.rowCount
}

function lastOptional(layout: FormLayout): ColumnLayout | undefined {
  return layout.columns.findLast(({ field }) => !field.required && field.type !== 'total')
}

function rowOf({ spec, layout }: Sheet, row: number): RowSpec['cells'] {
  return spec.sheets.find(({ name }) => name === layout.sheet)?.rows.find((one) => one.row === row)?.cells ?? []
}

/** A number in the last filled row. */
function numberCell(sheet: Sheet): { row: number; column: number; value: number } | undefined {
  const { layout } = sheet
  const row = lastRow(sheet)
  const columns = layout.columns.filter(({ field }) => field.type === 'number' || field.type === 'integer').map(({ column }) => column)
  const cell = rowOf(sheet, row).find(({ column, value }) => columns.includes(column) && typeof value === 'number')
  return cell && { row, column: cell.column, value: Number(cell.value) }
}

/** A number typed over a total's formula: the sum itself and so much more. */
function overTotal(sheet: Sheet, more: number): Altered | undefined {
  const { layout } = sheet
  const total = layout.columns.findLast(({ field }) => field.type === 'total')
  if (!total || total.field.type !== 'total') return undefined
  const { of } = total.field
  const row = lastRow(sheet)
  const parts = layout.columns.filter(({ path }) => of.includes(path.replace(/\[\d+\]/, ''))).map(({ column }) => column)
  const sum = rowOf(sheet, row).reduce((so, { column, value }) => (parts.includes(column) && typeof value === 'number' ? so + value : so), 0)
  return sum > 0 ? cellsOf(sheet, [{ row, column: total.column, content: { value: sum + more } }]) : undefined
}

