/** A definition as data: what a program that fills in or reads the workbooks needs to know. */
import { unitName } from '../domain/campaign/amount'
import type { Campaign } from '../domain/campaign/campaign'
import { layoutForm, type ColumnLayout, type FormLayout } from '../domain/returns/layout'
import { formName } from '../domain/returns/identity'
import type { Language } from '../domain/text'
import { address, areaAddress } from '../workbook/address'

export interface FormDescription {
  readonly form: string
  readonly workbook: 'unit' | 'group'
  readonly shape: 'record' | 'roster' | 'companion' | 'events'
  readonly sheet: string
  /** Defined name of header and prepared rows. */
  readonly name: string
  /** 1-based Excel rows. */
  readonly headerRow: number
  readonly firstRow: number
  readonly lastRow: number
  readonly columns: readonly ColumnDescription[]
  /** Columns of the software: the message in words, and the marks that colour cells. */
  readonly result: string
  readonly marks: string
  readonly constraints: readonly { readonly code: string; readonly at: string; readonly severity: string; readonly clause?: string; readonly message: string }[]
}

export interface ColumnDescription {
  readonly field: string
  readonly heading: string
  readonly group?: string
  readonly type: string
  /** Prepared cells, `C5:C64`. */
  readonly range: string
  readonly required: boolean
  /** Filled in by the office or by formula; not to be typed into. */
  readonly locked: boolean
  readonly min?: number | string
  readonly max?: number | string
  readonly unit?: string
  /** What may be chosen, as the sheet shows it. */
  readonly choices?: readonly string[]
  /** Roster a reference names. */
  readonly to?: string
}

export interface MeasureDescription {
  readonly measure: string
  readonly title: string
  readonly of: string
  readonly clauses: readonly string[]
  /** Number or expression, as written. */
  readonly target: string | number
  readonly compare: 'at-least' | 'at-most' | 'exactly'
  readonly unit: string
  readonly start?: string
  readonly due?: string
  readonly remedies: readonly string[]
  readonly at: string
}

export interface CampaignDescription {
  readonly id: string
  readonly version: string
  readonly title: string
  readonly rules: string
  readonly weeks: readonly { readonly week: number; readonly start: string; readonly end: string }[]
  readonly forms: readonly FormDescription[]
  readonly measures: readonly MeasureDescription[]
  readonly indicators: readonly { readonly indicator: string; readonly title: string; readonly weight: number; readonly measures: readonly string[]; readonly by: string }[]
  readonly consequences: readonly { readonly consequence: string; readonly title: string; readonly of: string; readonly clauses: readonly string[] }[]
  readonly clauses: readonly { readonly clause: string; readonly quote?: string; readonly says: string; readonly ours: boolean }[]
}

/** Describes a campaign in one language. Ranges are those of a blank workbook; an issued one has more rows where its roster is longer. */
export function describeCampaign(campaign: Campaign, language: Language): CampaignDescription {
  const { definition, calendar } = campaign
  return {
    id: definition.id,
    version: definition.version,
    title: definition.title[language],
    rules: campaign.rules,
    weeks: Array.from({ length: calendar.weeks }, (_, i) => ({ week: i + 1, start: calendar.weekStart(i + 1), end: calendar.weekEnd(i + 1) })),
    forms: [...campaign.forms.unit, ...campaign.forms.group].map((id) => describeForm(campaign, id, language)),
    measures: Object.entries(definition.measures).map(([id, measure]) => ({
      measure: id,
      title: measure.title[language],
      of: measure.of,
      clauses: measure.clauses,
      target: measure.target,
      compare: measure.compare ?? 'at-least',
      unit: unitName(definition, measure.unit, language),
      start: measure.start,
      due: measure.due,
      remedies: measure.remedies,
      at: measure.at,
    })),
    indicators: campaign.indicators.map(({ id, definition: indicator, weight }) => ({ indicator: id, title: indicator.title[language], weight, measures: indicator.measures, by: indicator.by ?? 'mean' })),
    consequences: Object.entries(definition.consequences).map(([id, consequence]) => ({ consequence: id, title: consequence.title[language], of: consequence.of, clauses: consequence.clauses })),
    clauses: Object.entries(definition.clauses).map(([id, clause]) => ({ clause: id, ...(clause.quote !== undefined && { quote: clause.quote }), says: clause.says[language], ours: clause.ours ?? false })),
  }
}

function describeForm(campaign: Campaign, id: string, language: Language): FormDescription {
  const form = campaign.form(id)
  const layout = layoutForm(campaign, id, { language })
  return {
    form: id,
    workbook: form.in,
    shape: form.shape,
    sheet: layout.sheet,
    name: formName(id),
    headerRow: layout.headerRow,
    firstRow: layout.firstRow,
    lastRow: layout.firstRow + layout.rowCount - 1,
    columns: layout.columns.map((column) => describeColumn(campaign, layout, column, language)),
    result: address(layout.headerRow, layout.resultColumn),
    marks: address(layout.headerRow, layout.marksColumn),
    constraints: Object.entries(form.constraints).map(([name, one]) => ({
      code: `row/${id}.${name}`,
      at: one.at,
      severity: one.severity ?? 'error',
      clause: one.clause,
      message: one.message[language],
    })),
  }
}

function describeColumn(campaign: Campaign, layout: FormLayout, column: ColumnLayout, language: Language): ColumnDescription {
  const { field } = column
  const { lists } = campaign.definition
  const limits = campaign.limits(layout.form, column.path.replace(/\[\d+\]/, ''))
  const unit = 'unit' in field && field.unit !== undefined ? unitName(campaign.definition, field.unit, language) : undefined
  return {
    field: column.path,
    heading: column.heading,
    group: column.group,
    type: field.type,
    range:
      column.row === undefined
        ? areaAddress({ top: layout.firstRow, left: column.column, bottom: layout.firstRow + layout.rowCount - 1, right: column.column })
        : address(column.row, column.column),
    required: field.required ?? false,
    locked: field.given === true || field.type === 'total',
    ...limits,
    unit,
    choices: field.type === 'choice' ? Object.values(lists[field.list]?.items ?? {}).map((item) => item[language]) : undefined,
    to: field.type === 'reference' ? field.to : undefined,
  }
}
