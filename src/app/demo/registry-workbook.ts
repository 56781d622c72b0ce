/** The registry of the sample campaign as an office would keep it: a sheet of units, a sheet of members. */
import { REGISTRY_COLUMNS, REGISTRY_HEADINGS } from '../../domain/registry/headings'
import { typed } from './typed-cells'
import type { CastUnit } from './cast'
import type { Campaign } from '../../domain/campaign/campaign'
import type { CellSpec, SheetSpec, Style, WorkbookSpec } from '../../workbook/spec'

const HEADING: Style = { font: { bold: true, color: 'FFFFFF' }, fill: '2F5597', align: { horizontal: 'center' } }
const DATE: Style = { format: 'yyyy-mm-dd' }
const TEXT: Style = { format: '@' }

export function registryWorkbook(campaign: Campaign, units: readonly CastUnit[]): WorkbookSpec {
  const { definition } = campaign
  const { language, issuer, title } = definition
  const sheets = [unitsSheet(campaign, units), ...membersSheets(campaign, units)]
  return { title: title[language], author: issuer[language], font: { name: { zh: '宋体', en: 'Calibri' }[language], size: 11 }, names: [], sheets }
}

function unitsSheet({ definition, forms }: Campaign, units: readonly CastUnit[]): SheetSpec {
  const { language, terms } = definition
  const columns = REGISTRY_COLUMNS.filter((column) => column !== 'group' || forms.group.length > 0)
  const widths: Readonly<Record<(typeof REGISTRY_COLUMNS)[number], number>> = { id: 10, name: 28, system: 18, headcount: 10, liaison: 18, phone: 16, group: 14 }
  return sheet(
    { zh: `${terms.unit.zh}名册`, en: 'Units' }[language],
    columns.map((column) => ({ heading: column === 'system' ? terms.system[language] : REGISTRY_HEADINGS[column][language], width: widths[column] })),
    units.map((unit) => columns.map((column) => ({ value: unit[column] === '' ? null : unit[column], ...(column === 'headcount' ? {} : { style: TEXT }) }))),
  )
}

/** What rosters are filled with beforehand. */
function membersSheets({ definition, forms }: Campaign, units: readonly CastUnit[]): SheetSpec[] {
  const { language, terms } = definition
  const roster = forms.unit.map((id) => definition.forms[id]).find((form) => form?.shape === 'roster')
  if (!roster) return []
  const fields = Object.entries(roster.fields).flatMap(([id, field]) => (field.type === 'repeat' || field.type === 'total' ? [] : [{ id, field }]))
  const rows = units.flatMap((unit) =>
    unit.members.map(({ values }) => [
      { value: unit.id, style: TEXT },
      ...fields.map(({ id, field }) => ({ value: typed(values[id] ?? null, field, { definition, language, labels: [] }).value, style: field.type === 'date' ? DATE : TEXT })),
    ]),
  )
  return [sheet({ zh: `${terms.member.zh}名单`, en: 'Members' }[language], [{ heading: REGISTRY_HEADINGS.id[language], width: 10 }, ...fields.map(({ field }) => ({ heading: field.title[language], width: field.width ?? 16 }))], rows)]
}

interface Entry {
  readonly value: string | number | boolean | null
  readonly style?: Style
}

function sheet(name: string, columns: readonly { readonly heading: string; readonly width: number }[], rows: readonly (readonly Entry[])[]): SheetSpec {
  const cells = (entries: readonly Entry[]): CellSpec[] => entries.flatMap(({ value, style }, index) => (value === null ? [] : [{ column: index + 1, value, ...(style && { style }) }]))
  return {
    name,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      { row: 1, height: 22, cells: columns.map(({ heading }, index) => ({ column: index + 1, value: heading, style: HEADING })) },
      ...rows.map((entries, index) => ({ row: index + 2, cells: cells(entries) })),
    ],
    freeze: { rows: 1, columns: 0 },
    autoFilter: { top: 1, left: 1, bottom: rows.length + 1, right: columns.length },
  }
}
