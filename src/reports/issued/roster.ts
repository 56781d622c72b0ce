/** The column that names a roster's rows, and the labels the rows are issued with. */
import type { FormDefinition } from '../../domain/campaign/schema'
import { labelField, type ColumnLayout, type FormLayout } from '../../domain/returns/layout'
import { issuedLabels } from './formulas'
import type { Making } from './making'

export interface RosterNames {
  readonly column: ColumnLayout | undefined
  readonly nameColumn: number
  issuedLabels(making: Making): string[]
}

export function rosterOf(form: FormDefinition, layout: FormLayout): RosterNames {
  const path = labelField(form)
  const column = layout.columns.find((one) => one.path === path)
  return {
    column,
    nameColumn: column?.column ?? 2,
    issuedLabels: (making) => issuedLabels((making.rows[layout.form] ?? []).map((values) => String((path && values[path]) ?? '')), making.language),
  }
}
