import type { FormLayout } from '../../domain/returns/layout'
import type { SheetSpec } from '../../workbook/spec'
import type { Making } from './making'
import { recordSheet } from './record-sheet'
import { tableSheet } from './table-sheet'

/** The sheet of one form. */
export function formSheet(making: Making, layout: FormLayout): SheetSpec {
  return making.definition.forms[layout.form]?.shape === 'record' ? recordSheet(making, layout) : tableSheet(making, layout)
}
