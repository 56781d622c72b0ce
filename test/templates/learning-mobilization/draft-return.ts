/**
 * A return written down as a person would say it: people by name, rows as `{ field: value }`. It
 * skips sheets and cells; what a sheet decodes to is tested elsewhere.
 *
 *     draftReturn(campaign, 'unit', subject, {
 *       members: [{ name: '甲', category: 'in-post' }],
 *       attendance: { 甲: { days: [{ together: 8 }] } },   // companions: by name; repeats in order or by key
 *       lectures: [{ kind: 'situation', on: '2005-03-01', speaker: '甲' }],
 *     })
 *
 * Rows stand where a workbook has them: the n-th member in row `firstRow + n - 1`.
 * Throws for a form, field, name or list item that the campaign does not have.
 */
import type { Campaign } from '../../../src/domain/campaign/campaign'
import type { FormDefinition, PlainField, RepeatField, WorkbookKind } from '../../../src/domain/campaign/schema'
import { repetitionKeys } from '../../../src/domain/returns/headings'
import { labelField, layoutForm } from '../../../src/domain/returns/layout'
import type { FormLayout } from '../../../src/domain/returns/layout'
import type { FieldValue, FormRecord, LocatedForm, Repetition, Return, SubjectFacts } from '../../../src/domain/returns/return'
import { totalOf } from '../../../src/domain/returns/totals'

export type Cells = { [field: string]: FieldValue | readonly Cells[] | { readonly [key: string]: Cells } }
/** One record, rows in order, or a companion's rows by the roster's names. */
export type Sheet = Cells | Cells[] | { [name: string]: Cells }
export type Draft = { [form: string]: Sheet }

export function draftReturn(campaign: Campaign, kind: WorkbookKind, subject: SubjectFacts, draft: Draft): Return {
  const forms = campaign.forms[kind]
  for (const id of Object.keys(draft)) if (!forms.includes(id)) throw new Error(`no form ${id} in the ${kind} workbook`)
  const layouts = new Map(forms.map((id) => [id, layoutForm(campaign, id, { language: 'zh', rows: 100 })]))
  const rosterRows = new Map(forms.filter((id) => campaign.form(id).shape === 'roster').map((id) => [id, rosterOf(campaign.form(id), layouts.get(id) as FormLayout, draft[id])]))

  const records = Object.fromEntries(forms.map((id) => [id, recordsOf(campaign, id, layouts.get(id) as FormLayout, draft[id], rosterRows)]))
  return {
    identity: { campaign: campaign.definition.id, version: campaign.definition.version, kind, subject: subject.id, week: 1 },
    kind,
    subject,
    located: Object.fromEntries([...layouts].map(([id, layout]) => [id, located(layout, campaign.form(id))])),
    records,
    rows: Object.fromEntries(forms.map((id) => [id, { read: records[id]!.length, accepted: records[id]!.length, rejected: 0, blank: 0 }])),
    findings: [],
    contentHash: 'draft',
  }
}

type RosterRows = ReadonlyMap<string, ReadonlyMap<string, number>>

function rosterOf(form: FormDefinition, layout: FormLayout, sheet: Sheet | undefined): Map<string, number> {
  const name = labelField(form) as string
  return new Map(((sheet ?? []) as Cells[]).map((cells, index) => [String(cells[name]), layout.firstRow + index]))
}

function recordsOf(campaign: Campaign, id: string, layout: FormLayout, sheet: Sheet | undefined, rosters: RosterRows): FormRecord[] {
  const form = campaign.form(id)
  const record = (cells: Cells, index: number, label: string, rosterRow?: number): FormRecord => ({
    form: id,
    row: layout.firstRow + index,
    ...(form.shape !== 'record' && { number: index + 1 }),
    ...(rosterRow !== undefined && { rosterRow }),
    label,
    ...contents(campaign, id, form, cells, rosters),
    accepted: true,
  })
  switch (form.shape) {
    case 'record':
      return [record((sheet ?? {}) as Cells, 0, '')]
    case 'roster':
      return ((sheet ?? []) as Cells[]).map((cells, index) => record(cells, index, String(cells[labelField(form) as string])))
    case 'companion': {
      const names = rosters.get(form.of as string) as ReadonlyMap<string, number>
      const rows = (sheet ?? {}) as { [name: string]: Cells }
      for (const name of Object.keys(rows)) if (!names.has(name)) throw new Error(`${id}: nobody called ${name}`)
      return [...names].map(([name, row], index) => record(rows[name] ?? {}, index, name, row))
    }
    case 'events':
      return ((sheet ?? []) as Cells[]).map((cells, index) => record(cells, index, `${index + 1}`))
  }
}

function contents(campaign: Campaign, id: string, form: FormDefinition, cells: Cells, rosters: RosterRows): Pick<FormRecord, 'values' | 'repeats'> {
  for (const field of Object.keys(cells)) if (!form.fields[field]) throw new Error(`${id} has no field ${field}`)
  const values: Record<string, FieldValue> = {}
  const repeats: Record<string, Repetition[]> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.type === 'repeat') repeats[name] = repetitions(campaign, `${id}.${name}`, field, cells[name])
    else if (field.type !== 'total') values[name] = valueOf(campaign, `${id}.${name}`, field, cells[name] as FieldValue | undefined, rosters)
  }
  for (const [name, field] of Object.entries(form.fields)) if (field.type === 'total') values[name] = totalOf(field.of, values, repeats)
  return { values, repeats }
}

function repetitions(campaign: Campaign, path: string, field: RepeatField, given: Cells[string] | undefined): Repetition[] {
  const keys = repetitionKeys(campaign.definition, field)
  const byKey = Array.isArray(given) ? undefined : ((given ?? {}) as { [key: string]: Cells })
  for (const key of Object.keys(byKey ?? {})) if (!keys.includes(key)) throw new Error(`${path} has no ${key}`)
  return keys.map((key, index) => {
    const cells = (byKey ? byKey[key] : (given as Cells[])[index]) ?? {}
    const values = Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, valueOf(campaign, `${path}.${name}`, inner as PlainField, cells[name] as FieldValue | undefined, new Map())]))
    return { n: index + 1, key, values }
  })
}

function valueOf(campaign: Campaign, path: string, field: PlainField, value: FieldValue | undefined, rosters: RosterRows): FieldValue {
  if (value === undefined || value === null) return null
  if (field.type === 'choice' && !campaign.definition.lists[field.list]?.items[String(value)]) throw new Error(`${path}: ${String(value)} is not on the list`)
  if (field.type !== 'reference') return value
  const row = rosters.get(field.to)?.get(String(value))
  if (row === undefined) throw new Error(`${path}: nobody called ${String(value)}`)
  return row
}

function located(layout: FormLayout, form: FormDefinition): LocatedForm {
  return {
    form: layout.form,
    sheet: layout.sheet,
    headerRow: layout.headerRow,
    columns: Object.fromEntries(layout.columns.map(({ path, column }) => [path, column])),
    ...(form.shape === 'record' && { fieldRows: Object.fromEntries(layout.columns.map(({ path, row }) => [path, row as number])) }),
    resultColumn: layout.resultColumn,
    marksColumn: layout.marksColumn,
    markedRows: [],
  }
}
