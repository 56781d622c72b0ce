/** Which registered unit every row of a group's roster means. Never a guess: what cannot be told is a finding at that cell. */
import { fold } from '../returns/normalise'
import type { Registered } from '../ranking/registry'
import type { Finding } from '../returns/finding'
import type { FormRecord, Return } from '../returns/return'
import type { Supervision } from './supervision'
import type { UnitTables } from './unit-tables'

export interface UnitsNamed {
  /** Registry id by row of the roster. */
  readonly byRow: ReadonlyMap<number, string>
  readonly findings: readonly Finding[]
}

/**
 * By id where the row has one, else by name (width, case and spaces aside):
 *
 * | the row's id   | its name                       | the unit   | finding                        |
 * | registered     | that unit's, blank, or nobody's | by id      | –                              |
 * | registered     | another unit's                 | none       | `supervision/contradicting`    |
 * | not registered | anything                       | none       | `supervision/unknown-unit`     |
 * | blank          | of exactly one unit            | by name    | –                              |
 * | blank          | of several units               | none       | `supervision/ambiguous-unit`   |
 * | blank          | of none                        | none       | `supervision/unknown-unit`     |
 *
 * Two rows that mean the same unit mean none: `supervision/unit-twice` at both.
 */
export function unitsNamed(ret: Pick<Return, 'records' | 'located'>, tables: UnitTables, everybody: readonly Registered[]): UnitsNamed {
  const units = everybody.filter(({ kind }) => kind === 'unit')
  const rows = (ret.records[tables.roster] ?? []).filter(({ accepted }) => accepted)
  const findings: Finding[] = []
  const told = rows.flatMap((row): [FormRecord, Registered][] => {
    const found = unitOf(row, tables, units)
    if ('unit' in found) return [[row, found.unit]]
    findings.push(findingAt(ret, tables, row, found.code, found.field))
    return []
  })
  const times = new Map<string, number>()
  for (const [, { id }] of told) times.set(id, (times.get(id) ?? 0) + 1)
  for (const [row, { id }] of told) if ((times.get(id) ?? 0) > 1) findings.push(findingAt(ret, tables, row, 'supervision/unit-twice', tables.id ?? tables.name))
  return { byRow: new Map(told.filter(([, { id }]) => times.get(id) === 1).map(([{ row }, { id }]) => [row, id])), findings }
}

/**
 * Who is registered, as a return that is judged again knows them: a unit that its rows were told to mean keeps the name it
 * was told by, and is there still when it has been struck off since. So the past does not change with the registry.
 */
export function asToldBefore(everybody: readonly Registered[], before: Supervision | undefined): readonly Registered[] {
  const told = new Map((before?.units ?? []).flatMap(({ unit, label }) => (unit === undefined ? [] : [[unit, label] as const])))
  if (told.size === 0) return everybody
  const known = new Set(everybody.map(({ id }) => id))
  const gone = [...told].flatMap(([id, name]): Registered[] => (known.has(id) ? [] : [{ kind: 'unit', id, name, system: '', headcount: 0 }]))
  return [...everybody.map((one) => (one.kind === 'unit' && told.has(one.id) ? { ...one, name: told.get(one.id) as string } : one)), ...gone]
}

/** Whether a row of the return means nobody who is registered: with another registry it may. */
export function hasUntold(supervision: Supervision | undefined): boolean {
  return supervision?.units.some(({ unit }) => unit === undefined) ?? false
}

type Told = { readonly unit: Registered } | { readonly code: string; readonly field: string | undefined }

function unitOf({ values }: FormRecord, tables: UnitTables, units: readonly Registered[]): Told {
  const [id, name] = [textOf(values, tables.id), textOf(values, tables.name)]
  const alike = name === '' ? [] : units.filter((unit) => fold(unit.name) === fold(name))
  if (id !== '') {
    const unit = units.find((one) => one.id === id)
    if (!unit) return { code: 'supervision/unknown-unit', field: tables.id }
    return alike.length > 0 && !alike.includes(unit) ? { code: 'supervision/contradicting', field: tables.name } : { unit }
  }
  const [only, ...others] = alike
  if (!only) return { code: 'supervision/unknown-unit', field: tables.name ?? tables.id }
  return others.length > 0 ? { code: 'supervision/ambiguous-unit', field: tables.name } : { unit: only }
}

function textOf(values: FormRecord['values'], field: string | undefined): string {
  const value = field === undefined ? null : values[field]
  return value === null || value === undefined ? '' : String(value).trim()
}

function findingAt({ located }: Pick<Return, 'located'>, { roster }: UnitTables, { row, label, values }: FormRecord, code: string, field: string | undefined): Finding {
  const place = located[roster]
  const column = field === undefined ? undefined : place?.columns[field]
  const value = textOf(values, field)
  return {
    code,
    kind: 'intake',
    severity: 'error',
    ...(place && { sheet: place.sheet }),
    row,
    ...(column !== undefined && { column }),
    form: roster,
    ...(field !== undefined && { field }),
    subject: label,
    value,
    params: { unit: value === '' ? label : value },
  }
}
