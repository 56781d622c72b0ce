/** A draft typed into the cells of its workbook. */
import { YES_NO } from '../../domain/returns/codec/yes-no'
import { serialOf } from '../../domain/returns/serial'
import type { Draft, DraftValue } from './draft'
import type { Definition, PlainField } from '../../domain/campaign/schema'
import type { ColumnLayout, FormLayout } from '../../domain/returns/layout'
import type { Language } from '../../domain/text'

export interface TypedValue {
  readonly value: string | number | boolean | null
  /** Number format the person gave the cell; absent: the cell's own. */
  readonly format?: string
  /** The value is a spreadsheet error such as `#N/A`. */
  readonly error?: true
}

export interface TypedCell extends TypedValue {
  readonly form: string
  readonly path: string
  readonly sheet: string
  /** 1-based. */
  readonly row: number
  readonly column: number
}

export interface Typing {
  readonly definition: Definition
  readonly language: Language
  /** What the roster's rows are picked by, in order. */
  readonly labels: readonly string[]
}

/** What a person types for a value in a field: dates as days, choices and references as the drop-down shows them. */
export function typed(value: DraftValue, field: PlainField, { definition, language, labels }: Typing): TypedValue {
  if (value === null) return { value }
  switch (field.type) {
    case 'date':
      return { value: serialOf(String(value)) }
    case 'yesNo':
      return { value: YES_NO[language][value ? 'yes' : 'no'] }
    case 'choice':
      return { value: definition.lists[field.list]?.items[String(value)]?.[language] ?? String(value) }
    case 'reference':
      return { value: labels[Number(value)] ?? '' }
    default:
      return { value }
  }
}

/** Where the cell of a draft's row (0-based index) stands. */
export function cellPosition(layout: FormLayout, column: ColumnLayout, index: number): { row: number; column: number } {
  return { row: column.row ?? layout.firstRow + index, column: column.column }
}

/** Every cell that the draft fills. Blanks are left out, but for a roster: the office filled it in beforehand. */
export function typedCells(draft: Draft, layouts: readonly FormLayout[], typing: Typing): TypedCell[] {
  return layouts.flatMap((layout) => {
    const isRoster = typing.definition.forms[layout.form]?.shape === 'roster'
    return (draft[layout.form] ?? []).flatMap(({ values }, index) =>
      layout.columns.flatMap((column): TypedCell[] => {
        if (column.field.type === 'total' || column.field.given) return []
        const { value } = typed(values[column.path] ?? null, column.field, typing)
        if (value === null && !isRoster) return []
        return [{ form: layout.form, path: column.path, sheet: layout.sheet, ...cellPosition(layout, column, index), value }]
      }),
    )
  })
}
