/**
 * Where everything stands in a workbook as it is issued. Used to build the workbook
 * and to know what to look for when it comes back (reading itself goes by header text,
 * so that a moved column still reads).
 *
 * A table sheet, top to bottom:
 *
 *     1          title (merged)
 *     2          what to fill in (merged)
 *     3          sums, only when a field has `sum` or is a total          (sumRow)
 *     3|4        headings of repetitions, merged, only with repeats       (groupRow)
 *     next       column headings                                          (headerRow)
 *     next …     prepared rows                                            (firstRow, rowCount)
 *
 * Columns, left to right: running number (constant, locked) · for a companion the roster
 * label (formula by that number, locked) · the fields · check result · marks (hidden) ·
 * for a roster the label other sheets pick from (hidden formula: the name, with the
 * running number behind it where a name occurs twice).
 *
 * A `record` sheet has columns label · value · what is asked · check result · marks, a header
 * row, and one field a row from `firstRow` on; a repetition gives one row for each of its fields.
 */
import type { Definition, FormDefinition, PlainField } from '../campaign/schema'
import type { Language } from '../text'
import { repetitionHeadings, repetitionKeys } from './headings'

export interface FormLayout {
  readonly form: string
  /** Sheet name in the workbook's language. */
  readonly sheet: string
  readonly sumRow?: number
  readonly groupRow?: number
  readonly headerRow: number
  readonly firstRow: number
  readonly rowCount: number
  readonly numberColumn?: number
  /** Companion: the roster label by formula. Roster: the hidden label column. */
  readonly labelColumn?: number
  readonly columns: readonly ColumnLayout[]
  readonly resultColumn: number
  readonly marksColumn: number
}

export interface ColumnLayout {
  /** `hours`; inside a repetition `days[2].hours` (1-based). */
  readonly path: string
  readonly field: PlainField
  /** 1-based column; for a `record` form the value column. */
  readonly column: number
  /** `record` forms only: 1-based row. */
  readonly row?: number
  /** Heading text; unique within the form together with `group`. */
  readonly heading: string
  /** Heading of the repetition it belongs to. */
  readonly group?: string
  readonly repetition?: { readonly field: string; readonly n: number; readonly key: string }
}

export interface LayoutOptions {
  /** Language of the headings. */
  readonly language: Language
  /** Prepared rows of a table; default: the form's own `rows`, or {@link DEFAULT_ROWS}. A `record` form has one row a field. */
  readonly rows?: number
}

/** Rows prepared where neither the caller nor the definition says how many. */
export const DEFAULT_ROWS = 30

/** A `record` sheet's columns. */
export const RECORD_COLUMNS = { item: 1, value: 2, asks: 3, result: 4, marks: 5 } as const

/** Where everything of a form stands when it is issued. Throws for a form the definition does not have. */
export function layoutForm(campaign: { readonly definition: Definition }, formId: string, options: LayoutOptions): FormLayout {
  const { definition } = campaign
  const form = definition.forms[formId]
  if (!form) throw new Error(`no such form: ${formId}`)
  const sheet = sheetName(form.title[options.language])
  return form.shape === 'record'
    ? recordLayout(definition, formId, form, sheet, options.language)
    : tableLayout(definition, formId, form, sheet, options)
}

function tableLayout(definition: Definition, formId: string, form: FormDefinition, sheet: string, { language, rows }: LayoutOptions): FormLayout {
  const columns = columnsOf(definition, form, language).map((column, index) => ({ ...column, column: index + (form.shape === 'companion' ? 3 : 2) }))
  const summed = columns.some(({ field }) => field.type === 'total' || ('sum' in field && field.sum === true))
  const grouped = columns.some(({ group }) => group !== undefined)
  const sumRow = summed ? 3 : undefined
  const groupRow = grouped ? (sumRow ?? 2) + 1 : undefined
  const headerRow = (groupRow ?? sumRow ?? 2) + 1
  const resultColumn = columns.length + (form.shape === 'companion' ? 3 : 2)
  const labelColumn = { companion: 2, roster: resultColumn + 2, events: undefined, record: undefined }[form.shape]
  return {
    form: formId,
    sheet,
    ...(sumRow && { sumRow }),
    ...(groupRow && { groupRow }),
    headerRow,
    firstRow: headerRow + 1,
    rowCount: rows ?? form.rows ?? DEFAULT_ROWS,
    numberColumn: 1,
    ...(labelColumn && { labelColumn }),
    columns,
    resultColumn,
    marksColumn: resultColumn + 1,
  }
}

function recordLayout(definition: Definition, formId: string, form: FormDefinition, sheet: string, language: Language): FormLayout {
  const headerRow = 3
  const columns = columnsOf(definition, form, language).map((column, index) => ({ ...column, column: RECORD_COLUMNS.value, row: headerRow + 1 + index }))
  return {
    form: formId,
    sheet,
    headerRow,
    firstRow: headerRow + 1,
    rowCount: columns.length,
    columns,
    resultColumn: RECORD_COLUMNS.result,
    marksColumn: RECORD_COLUMNS.marks,
  }
}

type Placed = Omit<ColumnLayout, 'column' | 'row'>

/** The form's fields in order, a repeat field once for each repetition. */
function columnsOf(definition: Definition, form: FormDefinition, language: Language): Placed[] {
  return Object.entries(form.fields).flatMap(([id, field]): Placed[] => {
    if (field.type !== 'repeat') return [{ path: id, field, heading: field.title[language] }]
    const groups = repetitionHeadings(definition, field, language)
    return repetitionKeys(definition, field).flatMap((key, index) =>
      Object.entries(field.fields).map(([inner, innerField]) => ({
        path: `${id}[${index + 1}].${inner}`,
        field: innerField,
        heading: innerField.title[language],
        group: groups[index] as string,
        repetition: { field: id, n: index + 1, key },
      })),
    )
  })
}

/** A title as Excel accepts it for a sheet: at most 31 characters, none of `\ / ? * [ ] :`, no quote at either end. */
export function sheetName(title: string): string {
  const allowed = title.replace(/[\\/?*[\]:]/g, ' ').replace(/\s+/g, ' ').trim()
  return allowed.slice(0, 31).replace(/^'+|'+$/g, '').trim()
}

/**
 * The text field that names a roster's rows: the first of type `text`, else the first plain
 * field. Undefined for a form that has repeat fields only.
 */
export function labelField(form: FormDefinition): string | undefined {
  const plain = Object.entries(form.fields).filter(([, field]) => field.type !== 'repeat')
  return (plain.find(([, field]) => field.type === 'text') ?? plain[0])?.[0]
}

/**
 * The label other sheets pick a roster row by, as the hidden label column's formula builds it:
 * the name, with the running number behind it where the name occurs twice.
 */
export function rosterLabel(name: string, number: number, occursTwice: boolean, language: Language): string {
  if (!occursTwice) return name
  return language === 'zh' ? `${name}（${number}）` : `${name} (${number})`
}
