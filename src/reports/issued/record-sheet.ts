/** One record: an item, its value and what is asked, a row each; then what a check writes. */
import type { FormDefinition } from '../../domain/campaign/schema'
import { OWN_HEADINGS } from '../../domain/returns/headings'
import { RECORD_COLUMNS, type ColumnLayout, type FormLayout } from '../../domain/returns/layout'
import type { CellSpec, ColumnSpec, RowSpec, SheetSpec } from '../../workbook/spec'
import { entryStyle, lockedStyle } from './field-style'
import { fieldAsks, fieldValidation } from './field-validation'
import { lastRow } from './formulas'
import { FILLED_BY_CHECK, STYLES, required } from './look'
import { sentences, type Making, type Prefill } from './making'
import { markConditions } from './marks'
import { printSetup } from './print-setup'
import { address } from '../../workbook/address'
import { repeatedPath } from './paths'
import { heightFor } from './text-measure'
import { HIDDEN_WIDTH, RESULT_WIDTH } from './widths'

const COLUMNS: readonly ColumnSpec[] = [{ width: 30 }, { width: 34 }, { width: 48 }, { width: RESULT_WIDTH, style: FILLED_BY_CHECK.column }, { width: HIDDEN_WIDTH, hidden: true, style: FILLED_BY_CHECK.column }]
const WIDTH = 148

export function recordSheet(making: Making, layout: FormLayout): SheetSpec {
  const form = making.definition.forms[layout.form] as FormDefinition
  const { item, value, result, marks } = RECORD_COLUMNS
  const cells = { top: layout.firstRow, bottom: lastRow(layout), left: item, right: result - 1 }
  const fill = fillLine(making, form, layout)
  return {
    name: layout.sheet,
    columns: COLUMNS,
    rows: [
      { row: 1, height: 33, cells: [{ column: item, value: making.text(form.title), style: STYLES.title }] },
      { row: 2, height: heightFor([[fill, WIDTH]]), cells: [{ column: item, value: fill, style: STYLES.fill }] },
      { row: layout.headerRow, height: 24, cells: (['item', 'value', 'asks', 'result', 'marks'] as const).map((part) => ({ column: RECORD_COLUMNS[part], value: making.text(OWN_HEADINGS[part]), style: STYLES.heading })) },
      ...layout.columns.map((column) => recordRow(making, layout, column)),
    ],
    merges: [1, 2].map((row) => ({ top: row, bottom: row, left: item, right: result })),
    validations: layout.columns.flatMap((column) => fieldValidation(making, layout.form, column, { top: column.row ?? 0, bottom: column.row ?? 0, left: value, right: value }) ?? []),
    conditions: markConditions(cells, result, marks),
    freeze: { rows: layout.headerRow, columns: item },
    protection: { allow: ['autoFilter', 'formatCells', 'formatColumns', 'formatRows'] },
    print: printSetup(making, { columns: COLUMNS, repeat: [layout.headerRow, layout.headerRow], area: { top: 1, left: item, bottom: lastRow(layout), right: result } }),
    showGridLines: false,
  }
}

function fillLine(making: Making, form: FormDefinition, layout: FormLayout): string {
  const required = layout.columns.some(({ field }) => field.required)
  return sentences(making.language, [making.text(form.fill), required && making.say('sheet/required-mark'), making.say('sheet/grey')])
}

function recordRow(making: Making, layout: FormLayout, column: ColumnLayout): RowSpec {
  const { field, row = 0 } = column
  const item = column.group ? `${column.group} · ${column.heading}` : column.heading
  const asks = asksOf(making, layout.form, column)
  const cells: CellSpec[] = [
    { column: RECORD_COLUMNS.item, value: item, style: field.required ? required(STYLES.labelRequired, making.say('sheet/required-sign')) : STYLES.label },
    valueCell(making, layout, column),
    { column: RECORD_COLUMNS.asks, ...(asks && { value: asks }), style: { ...STYLES.locked, font: STYLES.fill.font } },
    { column: RECORD_COLUMNS.result, style: FILLED_BY_CHECK.cell },
    { column: RECORD_COLUMNS.marks, style: FILLED_BY_CHECK.cell },
  ]
  return { row, height: heightFor([[`※${item}`, 30], [asks, 48], [String(making.rows[layout.form]?.[0]?.[column.path] ?? ''), 34]]), grows: true, cells }
}

/** Nobody types what is given or handed up: no limits are told. */
function asksOf(making: Making, form: string, column: ColumnLayout): string {
  const { given, figure, hint } = column.field
  if (given) return making.say('sheet/asks-given')
  return figure === undefined ? fieldAsks(making, form, column) : sentences(making.language, [making.say('sheet/asks-figure'), hint && making.text(hint)])
}

function valueCell(making: Making, layout: FormLayout, { field, path, column, row = 0 }: ColumnLayout): CellSpec {
  const values: Prefill = making.rows[layout.form]?.[0] ?? {}
  const leftAligned = STYLES.value.align
  if (field.type === 'total') {
    const cells = layout.columns.filter((one) => field.of.includes(repeatedPath(one.path))).map((one) => address(one.row ?? row, one.column)).join(',')
    return { column, formula: `IF(COUNT(${cells})=0,"",SUM(${cells}))`, value: '', style: { ...lockedStyle(field), align: leftAligned } }
  }
  const value = values[path]
  if (value === undefined) return { column, style: { ...entryStyle(field), align: leftAligned } }
  return { column, value, style: { ...(field.given ? lockedStyle(field) : entryStyle(field)), align: leftAligned } }
}
