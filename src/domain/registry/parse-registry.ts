/** Sheets of a registry → units, groups and members, with everything that is wrong with them. */
import type { Definition } from '../campaign/schema'
import type { RegisteredUnit } from '../ranking/ledger'
import { fold } from '../returns/normalise'
import { codeCodec } from '../returns/codec/code'
import { numberCodec } from '../returns/codec/number'
import { textCodec } from '../returns/codec/text'
import type { Finding } from '../returns/finding'
import type { Grid } from '../returns/grid'
import type { RowCounts } from '../returns/return'
import type { Language } from '../text'
import { REGISTRY_COLUMNS, REQUIRED_COLUMNS, registryHeading, unitColumn, type RegistryColumn } from './headings'
import { looksLikeFormula } from './looks-like-formula'
import { parseMembers } from './parse-members'
import { registryFinding } from './registry-report'
import { RegistryRow, findTable, type RegistryTable } from './registry-table'
import type { RegistryReading } from './registry-reading'

/** A definition may list its systems under this id; then a system that is not on the list is an error. */
const SYSTEMS_LIST = 'systems'

const NO_ROWS: RowCounts = { read: 0, accepted: 0, rejected: 0, blank: 0 }
const text = textCodec(false)
const code = codeCodec()
const whole = numberCodec({ type: 'integer', unit: ['人', '名'], units: [] })

/**
 * Reads a registry. The sheet with columns for id, name, system and headcount holds the
 * units; any other sheet with a unit id and the name column of the units' roster holds members.
 * `language`: of the headings that a finding names.
 * Every finding is collected; a row with an error is left out and counted as rejected.
 */
export function parseRegistry(grids: readonly Grid[], definition: Definition, language: Language): RegistryReading {
  const found = unitsTable(grids, definition, language)
  if (!found.table) return { registry: { units: [], groups: [] }, members: [], findings: [found.finding], rows: { units: NO_ROWS, members: NO_ROWS } }
  const { table } = found
  const findings: Finding[] = [...table.findings]
  const units: RegisteredUnit[] = []
  const counts = { read: table.rows.length, accepted: 0, rejected: 0, blank: 0 }
  const ids = new Set<string>()
  const names = new Map<string, number>()
  for (const source of table.rows) {
    const row = new RegistryRow(table, source, findings)
    if (row.isBlank) {
      counts.blank++
      continue
    }
    const unit = parseUnit(row, definition)
    if (unit.id && ids.has(unit.id)) row.report('registry/duplicate-id', 'id', { id: unit.id })
    const earlier = names.get(fold(unit.name))
    if (unit.name && earlier !== undefined) row.report('registry/duplicate-name', 'name', { name: unit.name, earlier })
    if (unit.id) ids.add(unit.id)
    if (unit.name && earlier === undefined) names.set(fold(unit.name), source.row)
    if (row.errors > 0) counts.rejected++
    else {
      counts.accepted++
      units.push(unit)
    }
  }
  if (units.length === 0 && findings.every(({ severity }) => severity !== 'error')) findings.push(registryFinding('registry/no-rows', { sheet: table.sheet }))
  const members = parseMembers(grids.filter((grid) => grid !== found.grid), definition, units)
  return {
    registry: { units, groups: groupsOf(units) },
    members: members.members,
    findings: [...findings, ...members.findings],
    rows: { units: counts, members: members.counts },
  }
}

/** Supervision groups as the units name them, in order of first mention. */
function groupsOf(units: readonly RegisteredUnit[]): { id: string; name: string }[] {
  return [...new Set(units.map(({ group }) => group).filter((group) => group !== ''))].map((group) => ({ id: group, name: group }))
}

function unitsTable(grids: readonly Grid[], definition: Definition, language: Language): { grid: Grid; table: RegistryTable<RegistryColumn> } | { table?: undefined; finding: Finding } {
  const column = unitColumn(definition)
  for (const grid of grids) {
    const table = findTable(grid, REQUIRED_COLUMNS, column)
    if (table) return { grid, table }
  }
  // The sheet that comes closest says best what is missing.
  for (const grid of grids) {
    const table = findTable<RegistryColumn>(grid, ['id', 'name'], column)
    const missing = table && REQUIRED_COLUMNS.find((one) => !table.columns.has(one))
    if (table && missing) return { finding: registryFinding('registry/column-missing', { sheet: grid.name, row: table.headingRow, params: { heading: registryHeading(definition, missing, language) } }) }
  }
  const headings = REQUIRED_COLUMNS.map((one) => registryHeading(definition, one, language)).join(language === 'zh' ? '、' : ', ')
  return { finding: registryFinding('registry/no-units', { params: { headings } }) }
}

function parseUnit(row: RegistryRow<RegistryColumn>, definition: Definition): RegisteredUnit {
  const values = Object.fromEntries(REGISTRY_COLUMNS.map((column) => [column, column === 'headcount' ? '' : textOf(row, column)])) as Record<RegistryColumn, string>
  for (const column of ['id', 'name', 'system'] as const) if (!values[column] && !row.errors) row.report('registry/blank', column)
  const systems = definition.lists[SYSTEMS_LIST]
  if (systems && values.system && !Object.values(systems.items).some((item) => fold(item.zh) === fold(values.system) || fold(item.en) === fold(values.system))) {
    row.report('registry/unknown-system', 'system', { system: values.system })
  }
  return { ...values, headcount: headcountOf(row) }
}

function textOf(row: RegistryRow<RegistryColumn>, column: RegistryColumn): string {
  const cell = row.cell(column)
  if (!cell) return ''
  const asCode = column === 'id' || column === 'phone'
  // A number shown with zeros in front (`000`) is the id as people see it.
  const zeros = asCode && typeof cell.value === 'number' && /^0+$/.test(cell.format ?? '') ? (cell.format ?? '').length : 0
  const { value } = asCode ? code.decode(cell) : text.decode(cell)
  if (value === null) row.report('registry/digits-lost', column)
  if (typeof cell.value === 'string' && looksLikeFormula(cell.value)) row.report('registry/formula-text', column)
  return (value ?? '').padStart(zeros, '0')
}

function headcountOf(row: RegistryRow<RegistryColumn>): number {
  const cell = row.cell('headcount')
  if (!cell) {
    if (row.errors === 0) row.report('registry/blank', 'headcount')
    return 0
  }
  const { value } = whole.decode(cell)
  if (value !== null && value >= 1) return value
  row.report('registry/headcount', 'headcount')
  return 0
}
