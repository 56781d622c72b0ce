/** The members that a registry carries, for filling rosters beforehand. */
import type { Definition, FormDefinition } from '../campaign/schema'
import type { RegisteredUnit } from '../ranking/ledger'
import { fold, halfWidth } from '../returns/normalise'
import { codeCodec } from '../returns/codec/code'
import { parseDateText } from '../returns/codec/date-text'
import type { Finding } from '../returns/finding'
import type { Grid } from '../returns/grid'
import { labelField } from '../returns/layout'
import type { RowCounts } from '../returns/return'
import { isoOf, serialOf } from '../returns/serial'
import { looksLikeFormula } from './looks-like-formula'
import { unitColumn } from './headings'
import type { RegisteredMember } from './registry-reading'
import { registryFinding } from './registry-report'
import { RegistryRow, findTable } from './registry-table'

/** The column with the unit's id; all others are fields of the roster. No field can have this id. */
const UNIT = '#unit'

interface Members {
  readonly members: readonly RegisteredMember[]
  readonly findings: readonly Finding[]
  readonly counts: RowCounts
}

/**
 * Members of all sheets that have a unit id and the roster's name column. Values are kept as
 * they stand, for the unit to see and correct; only what cannot be placed is an error.
 */
export function parseMembers(grids: readonly Grid[], definition: Definition, units: readonly RegisteredUnit[]): Members {
  const roster = Object.values(definition.forms).find((form) => form.in === 'unit' && form.shape === 'roster')
  const name = roster && labelField(roster)
  const members: RegisteredMember[] = []
  const findings: Finding[] = []
  const counts = { read: 0, accepted: 0, rejected: 0, blank: 0 }
  const known = new Set(units.map(({ id }) => id))
  if (!roster || name === undefined) return { members, findings, counts }
  for (const grid of grids) {
    const table = findTable(grid, [UNIT, name], memberColumn(definition, roster))
    if (!table) continue
    findings.push(...table.findings)
    const seen = new Map<string, number>()
    for (const source of table.rows) {
      const row = new RegistryRow(table, source, findings)
      counts.read++
      if (row.isBlank) {
        counts.blank++
        continue
      }
      const member = parseMember(row, roster, name, known)
      const key = `${member.unit}\n${fold(String(member.values[name] ?? ''))}`
      const earlier = seen.get(key)
      if (earlier !== undefined && row.errors === 0) row.report('registry/duplicate-member', name, { name: String(member.values[name]), earlier })
      seen.set(key, earlier ?? source.row)
      if (row.errors > 0) counts.rejected++
      else {
        counts.accepted++
        members.push(member)
      }
    }
    findings.push(...countFindings(grid.name, units, members))
  }
  return { members, findings, counts }
}

/** A roster field by its title in either language, or the unit's id. */
function memberColumn(definition: Definition, roster: FormDefinition): (heading: string) => string | undefined {
  const fields = new Map<string, string>()
  for (const [id, field] of Object.entries(roster.fields)) {
    if (field.type === 'repeat' || field.type === 'total') continue
    fields.set(fold(field.title.zh), id).set(fold(field.title.en), id)
  }
  const ofUnit = unitColumn(definition)
  return (heading) => fields.get(fold(heading)) ?? (ofUnit(heading) === 'id' ? UNIT : undefined)
}

function parseMember(row: RegistryRow<string>, roster: FormDefinition, name: string, known: ReadonlySet<string>): RegisteredMember {
  const id = row.cell(UNIT)
  const unit = id ? codeCodec().decode(id).value ?? '' : ''
  if (!unit) row.report('registry/blank', UNIT)
  else if (!known.has(unit)) row.report('registry/unknown-unit', UNIT, { unit })
  const values: Record<string, string | number | boolean> = {}
  for (const [field, { type }] of Object.entries(roster.fields)) {
    const cell = row.cell(field)
    if (!cell) continue
    if (typeof cell.value === 'string' && looksLikeFormula(cell.value)) row.report('registry/formula-text', field)
    values[field] = type === 'code' ? codeCodec().decode(cell).value ?? String(cell.value) : typeof cell.value === 'string' ? typedText(cell.value, type) : cell.value
  }
  if (values[name] === undefined) row.report('registry/member-without-name', name)
  return { unit, row: row.row, values }
}

/** Dates and numbers out of a text file become what Excel would have made of them; whatever else it says stays as it is. */
function typedText(value: string, type: string): string | number {
  const plain = halfWidth(value)
  if ((type === 'number' || type === 'integer') && /^-?\d+(\.\d+)?$/.test(plain)) return Number(plain)
  const date = type === 'date' ? parseDateText(plain) : undefined
  if (typeof date === 'object' && date.year !== undefined) {
    const iso = isoOf(date.year, date.month, date.day)
    if (iso) return serialOf(iso)
  }
  return value.trim()
}

/** Units whose listed members are not as many as their headcount. Units without any are simply not filled in. */
function countFindings(sheet: string, units: readonly RegisteredUnit[], members: readonly RegisteredMember[]): Finding[] {
  const listed = new Map<string, number>()
  for (const { unit } of members) listed.set(unit, (listed.get(unit) ?? 0) + 1)
  return units.flatMap(({ id, name, headcount }): Finding[] => {
    const count = listed.get(id)
    return count === undefined || count === headcount ? [] : [registryFinding('registry/member-count', { sheet, subject: name, params: { unit: name, listed: count, headcount } })]
  })
}
