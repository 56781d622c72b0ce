/** A definition and a unit or group → the workbook it is issued: cover, requirements, a sheet for each form, lists, identity. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { FormDefinition, WorkbookKind } from '../../domain/campaign/schema'
import { IDENTITY_SHEET, formName } from '../../domain/returns/identity'
import { DEFAULT_ROWS, layoutForm, type FormLayout } from '../../domain/returns/layout'
import { columnLetters, quoteSheetName } from '../../workbook/address'
import type { NameSpec, WorkbookSpec } from '../../workbook/spec'
import { amountsOf } from './amounts'
import { coverSheet } from './cover-sheet'
import { formSheet } from './form-sheet'
import { lastRow } from './formulas'
import { identitySheet } from './identity-sheet'
import { listsSheet } from './lists-sheet'
import { fontFor } from './look'
import type { IssueOptions, IssuedSubject, Making, Prefill } from './making'
import { requirementsSheet } from './requirements-sheet'

/** Rows filled in beforehand, by form id. */
export type PrefilledRows = Readonly<Record<string, readonly Prefill[]>>

/**
 * The workbook of one unit or group. The same input gives the same specification: nothing in
 * it depends on the day it is made.
 */
export function issuedWorkbook(campaign: Campaign, kind: WorkbookKind, subject: IssuedSubject, rows: PrefilledRows, options: IssueOptions): WorkbookSpec {
  const { definition } = campaign
  const { language, say } = options
  const layouts = Object.entries(definition.forms)
    .filter(([, form]) => form.in === kind)
    .map(([id, form]) => layoutForm(campaign, id, { language, rows: preparedRows(definition.forms, form, subject, rows[form.of ?? id] ?? []) }))
  const making: Making = {
    campaign,
    definition,
    kind,
    subject,
    language,
    say,
    amounts: amountsOf(campaign, kind, subject, language, say),
    layouts,
    rows,
    sheetNames: ownSheetNames(layouts, { cover: say('sheet/cover'), requirements: say('sheet/requirements'), lists: say('sheet/lists') }),
    text: (text) => text[language],
  }
  const cover = coverSheet(making)
  const lists = listsSheet(making)
  return {
    title: `${definition.title[language]} ${subject.name}`.trim(),
    author: definition.issuer[language],
    font: fontFor(language),
    properties: { 'muster.campaign': definition.id, 'muster.version': definition.version, 'muster.kind': kind, 'muster.subject': subject.id },
    sheets: [cover.sheet, requirementsSheet(making), ...layouts.map((layout) => formSheet(making, layout)), lists.sheet, identitySheet(making, options.definitionText)],
    names: [...cover.names, ...lists.names, ...layouts.map(formArea)],
  }
}

/**
 * Rows that a table is prepared with.
 *
 * | shape      | rows                                                                  |
 * | roster     | those issued (at least the headcount), and spare: `rows` or max(5, 10 %) |
 * | companion  | as many as its roster                                                 |
 * | events     | `rows` or 30                                                          |
 *
 * A roster nobody has registered anything for (a blank workbook) has at least 30.
 */
function preparedRows(forms: Readonly<Record<string, FormDefinition>>, form: FormDefinition, subject: IssuedSubject, issued: readonly Prefill[]): number {
  if (form.shape === 'events' || form.shape === 'record') return Math.max(form.rows ?? DEFAULT_ROWS, issued.length)
  const roster = form.shape === 'companion' ? forms[form.of ?? ''] ?? form : form
  const known = Math.max(issued.length, subject.headcount)
  const spare = roster.rows ?? Math.max(5, Math.ceil(known / 10))
  return known === 0 ? Math.max(DEFAULT_ROWS, spare) : known + spare
}

/** Names of our own sheets; a form that has taken one keeps it, and ours gets a number. */
function ownSheetNames(layouts: readonly FormLayout[], wanted: Making['sheetNames']): Making['sheetNames'] {
  // Excel takes two names for one that differ in case only.
  const taken = new Set([IDENTITY_SHEET, ...layouts.map(({ sheet }) => sheet)].map((name) => name.toLowerCase()))
  const free = (name: string): string => {
    let candidate = name
    for (let n = 2; taken.has(candidate.toLowerCase()); n++) candidate = `${name} ${n}`
    taken.add(candidate.toLowerCase())
    return candidate
  }
  return { cover: free(wanted.cover), requirements: free(wanted.requirements), lists: free(wanted.lists) }
}

/** Heading row to last prepared row, first to last column. */
function formArea(layout: FormLayout): NameSpec {
  const right = columnLetters(Math.max(layout.marksColumn, layout.labelColumn ?? 0))
  return { name: formName(layout.form), refersTo: `${quoteSheetName(layout.sheet)}!$A$${layout.headerRow}:$${right}$${lastRow(layout)}` }
}
