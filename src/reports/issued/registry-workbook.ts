/** The blank registry: a sheet for the units and one for their members, to be filled in by the campaign office. */
import type { Campaign } from '../../domain/campaign/campaign'
import type { FieldDefinition, PlainField } from '../../domain/campaign/schema'
import { REGISTRY_COLUMNS, REQUIRED_COLUMNS, registryHeading, type RegistryColumn } from '../../domain/registry/headings'
import { YES_NO as YES_NO_WORDS } from '../../domain/returns/codec/yes-no'
import { sheetName } from '../../domain/returns/layout'
import type { Language, Say } from '../../domain/text'
import { columnLetters, quoteSheetName } from '../../workbook/address'
import type { CellSpec, ColumnSpec, NameSpec, RowSpec, SheetSpec, Style, ValidationSpec, WorkbookSpec } from '../../workbook/spec'
import { fieldStyle } from './field-style'
import { YES_NO, listName } from './list-names'
import { STYLES, fontFor, required } from './look'
import { heightFor, widthOf } from './text-measure'

const HEADING_ROW = 3
const FIRST_ROW = HEADING_ROW + 1
/** Rows with drop-downs and limits; more can be entered without them. */
const LAST_ROW = 5000
const WIDTHS: Readonly<Record<RegistryColumn, number>> = { id: 12, name: 34, system: 20, headcount: 12, liaison: 14, phone: 18, group: 20 }

interface Column {
  readonly heading: string
  readonly required: boolean
  readonly column: ColumnSpec
  readonly validation?: Pick<ValidationSpec, 'rule' | 'prompt' | 'error'>
}

/** Read back by `readRegistry`. Not protected: it is the office's own. */
export function registryWorkbook(campaign: Campaign, { language, say }: { readonly language: Language; readonly say: Say }): WorkbookSpec {
  const { definition } = campaign
  const unitSheet = sheetName(say('registry-sheet/units', { unit: definition.terms.unit[language] }))
  const memberSheet = sheetName(say('registry-sheet/members', { member: definition.terms.member[language] }))
  const roster = Object.values(definition.forms).find((form) => form.in === 'unit' && form.shape === 'roster')
  const unitId = { ...unitColumnOf(campaign, 'id', language, say), column: textColumn(WIDTHS.id) }
  const fields = Object.values(roster?.fields ?? {}).filter(isEntry).map((field) => memberColumnOf(field, language))
  const lists = listsSheet(campaign, roster ? Object.values(roster.fields) : [], language, say)
  const sheets = [
    table(unitSheet, say('registry-sheet/units.fill', { unit: definition.terms.unit[language] }), REGISTRY_COLUMNS.map((column) => unitColumnOf(campaign, column, language, say)), say),
    ...(roster ? [table(memberSheet, say('registry-sheet/members.fill', { member: definition.terms.member[language], heading: unitId.heading }), [unitId, ...fields], say)] : []),
    lists.sheet,
  ]
  return { title: `${definition.title[language]} ${unitSheet}`, author: definition.issuer[language], font: fontFor(language), properties: { 'muster.campaign': definition.id, 'muster.version': definition.version, 'muster.kind': 'registry' }, sheets, names: lists.names }
}

function table(name: string, fill: string, columns: readonly Column[], say: Say): SheetSpec {
  const width = columns.reduce((sum, { column }) => sum + column.width, 0)
  const heading: RowSpec = {
    row: HEADING_ROW,
    height: heightFor(columns.map(({ heading, column }) => [`${heading}※`, column.width])),
    cells: columns.map((one, at) => ({ column: at + 1, value: one.heading, style: one.required ? required(STYLES.headingRequired, say('sheet/required-sign')) : STYLES.heading })),
  }
  return {
    name,
    columns: columns.map(({ column }) => column),
    rows: [
      { row: 1, height: 33, cells: across(columns.length, name, STYLES.title) },
      { row: 2, height: heightFor([[fill, width]]), cells: across(columns.length, fill, STYLES.fill) },
      heading,
    ],
    merges: [1, 2].map((row) => ({ top: row, bottom: row, left: 1, right: columns.length })),
    validations: columns.flatMap(({ validation }, at): ValidationSpec[] => (validation ? [{ ...validation, area: { top: FIRST_ROW, bottom: LAST_ROW, left: at + 1, right: at + 1 } }] : [])),
    freeze: { rows: HEADING_ROW, columns: Math.min(2, columns.length) },
    print: { landscape: width > 105, fitWidth: true, repeatRows: [HEADING_ROW, HEADING_ROW], footer: `&C&A&R${say('sheet/page')}` },
  }
}

/** A merged line: its cells would otherwise show the borders of their columns. */
function across(columns: number, value: string, style: Style): CellSpec[] {
  return Array.from({ length: columns }, (_, at) => ({ column: at + 1, style, ...(at === 0 && { value }) }))
}

function textColumn(width: number): ColumnSpec {
  return { width, style: { ...STYLES.value, format: '@' } }
}

function unitColumnOf({ definition }: Campaign, column: RegistryColumn, language: Language, say: Say): Column {
  const heading = registryHeading(definition, column, language)
  const needed = (REQUIRED_COLUMNS as readonly RegistryColumn[]).includes(column)
  if (column !== 'headcount') return { heading, required: needed, column: textColumn(Math.max(WIDTHS[column], widthOf(heading) + 4)) }
  const text = say('sheet/integer.fix', { range: say('sheet/range-from', { min: 1 }) })
  return { heading, required: needed, column: { width: WIDTHS.headcount, style: { ...STYLES.center, format: '0' } }, validation: { rule: { kind: 'whole', min: 1, max: 100_000 }, error: { title: heading, text, style: 'warning' } } }
}

function isEntry(field: FieldDefinition): field is Exclude<PlainField, { type: 'total' | 'reference' }> {
  return field.type !== 'repeat' && field.type !== 'total' && field.type !== 'reference'
}

function memberColumnOf(field: PlainField, language: Language): Column {
  const heading = field.title[language]
  const source = field.type === 'choice' ? listName(field.list) : field.type === 'yesNo' ? YES_NO : undefined
  return { heading, required: field.required === true, column: { width: Math.max(field.width ?? 14, widthOf(heading) + 4), style: fieldStyle(field) }, ...(source && { validation: { rule: { kind: 'list', source } } }) }
}

/** The choices of the members' columns. */
function listsSheet({ definition }: Campaign, fields: readonly FieldDefinition[], language: Language, say: Say): { sheet: SheetSpec; names: NameSpec[] } {
  const used = [...new Set(fields.flatMap((field) => (field.type === 'choice' ? [field.list] : [])))]
  const { yes, no } = YES_NO_WORDS[language]
  const lists = [
    { name: YES_NO, items: [yes, no] },
    ...used.flatMap((id) => (definition.lists[id] ? [{ name: listName(id), items: Object.values(definition.lists[id].items).map((item) => item[language]) }] : [])),
  ]
  const name = say('sheet/lists')
  const longest = Math.max(...lists.map(({ items }) => items.length))
  const rows = Array.from({ length: longest }, (_, index): RowSpec => ({ row: index + 1, cells: lists.flatMap(({ items }, at) => (items[index] === undefined ? [] : [{ column: at + 1, value: items[index] as string }])) }))
  const names = lists.map((list, at): NameSpec => {
    const letters = columnLetters(at + 1)
    return { name: list.name, refersTo: `${quoteSheetName(name)}!$${letters}$1:$${letters}$${list.items.length}` }
  })
  return { sheet: { name, visibility: 'hidden', columns: lists.map(() => ({ width: 24 })), rows }, names }
}
