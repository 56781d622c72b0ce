/** The records of a return as expressions see them: typed, blanks filled in, references followed. */
import { Day } from '../campaign/day'
import { make, profileValue } from '../campaign/fixed-values'
import { backReferences, FILLED, PROFILE, SUBJECT } from '../campaign/record-type'
import { rowVariables } from './row-variables'
import type { Campaign } from '../campaign/campaign'
import type { Variables } from '../campaign/expression'
import type { FieldShape, RecordType, RecordTypes, RecordValue } from '../campaign/record-type'
import type { FieldValue, FormRecord, IsoDate, Repetition, Return } from '../returns/return'
import type { RowVariables } from './row-variables'

/** A row of the return with what expressions see of it. */
export interface TypedRow {
  readonly record: FormRecord
  readonly value: RecordValue
  /** Companion: the roster's row it stands for. */
  readonly roster?: TypedRow
}

export interface Records extends RowVariables {
  /** By which they are typed. */
  readonly types: RecordTypes
  /** Variables of the workbook as a whole. */
  readonly variables: Variables
  /** Every row of a form, accepted or not, in sheet order. */
  rows(form: string): readonly TypedRow[]
}

/**
 * Typed records of a return on a day. Lists hold accepted rows only; a reference also finds a row
 * that was not accepted, for it is readable; a blank or unknown reference gives a record all of blanks.
 *
 * `typed`: records of the same return by another campaign of the same definition. Their rows are taken over, and are that
 * campaign's no more: to type them is most of the work.
 */
export function recordsOf(campaign: Campaign, ret: Return, asOf: IsoDate, typed?: Records): Records {
  const blanks = blanksOf(campaign)
  const rows = new Map<string, readonly TypedRow[]>()
  const byRow = new Map<string, Map<number, TypedRow>>()

  for (const form of campaign.forms[ret.kind]) {
    const own = typed?.types === campaign.types ? typed.rows(form) : (ret.records[form] ?? []).map((record): TypedRow => ({ record, value: typedRow(campaign, form, record) }))
    rows.set(form, own)
    byRow.set(form, new Map(own.map((row) => [row.record.row, row])))
  }
  for (const form of campaign.forms[ret.kind]) link(form)

  const variables: Record<string, unknown> = {
    ...campaign.fixed,
    asOf: Day.of(asOf),
    week: BigInt(campaign.calendar.weekOf(asOf)),
    [ret.kind]: make(campaign.types, SUBJECT, { ...ret.subject }),
  }
  for (const id of campaign.forms[ret.kind]) {
    const form = campaign.form(id)
    const own = rows.get(id) as readonly TypedRow[]
    if (form.shape === 'record') variables[form.record] = own[0]?.value ?? blanks.get(id)
    else variables[id] = own.filter((row) => row.record.accepted).map((row) => row.value)
  }
  return {
    types: campaign.types,
    variables,
    rows: (form) => rows.get(form) ?? [],
    ...rowVariables(campaign, variables, blanks),
  }

  /** Second pass: references, companions and back references, now that every row has its value. */
  function link(id: string): void {
    const form = campaign.form(id)
    const companions = form.shape === 'roster' ? backReferences(campaign.definition, id) : []
    for (const row of rows.get(id) as readonly TypedRow[]) {
      const { value } = row
      for (const [name, field] of Object.entries(form.fields)) {
        if (field.type !== 'reference') continue
        const to = row.record.values[name]
        fill(value, name, (typeof to === 'number' ? byRow.get(field.to)?.get(to)?.value : undefined) ?? blanks.get(field.to))
      }
      if (form.shape === 'companion' && form.of !== undefined) {
        const roster = row.record.rosterRow === undefined ? undefined : byRow.get(form.of)?.get(row.record.rosterRow)
        fill(value, campaign.form(form.of).record, roster?.value ?? blanks.get(form.of))
        if (roster) (row as { roster?: TypedRow }).roster = roster
      }
      for (const { form: other, field } of companions) fill(value, other, field === undefined ? blanks.get(other) : [])
      if (form.shape === 'roster' && campaign.profiles?.roster === id) fill(value, 'profile', profileOf(campaign, row.record))
    }
    for (const { form: other, field } of companions) {
      for (const row of rows.get(other) ?? []) {
        const at = field === undefined ? row.record.rosterRow : row.record.values[field]
        const roster = row.record.accepted && typeof at === 'number' ? byRow.get(id)?.get(at) : undefined
        if (!roster) continue
        if (field === undefined) fill(roster.value, other, row.value)
        else (roster.value[other] as RecordValue[]).push(row.value)
      }
    }
  }
}

/** The requirement profile of a member: by the choice in the roster, or the default one when that is blank. */
function profileOf(campaign: Campaign, record?: FormRecord): RecordValue | undefined {
  const { profiles } = campaign
  if (!profiles) return undefined
  const choice = record?.values[profiles.field]
  const properties = (typeof choice === 'string' ? profiles.values.get(choice) : undefined) ?? profiles.values.get(profiles.default)
  return profileValue(campaign.types, properties ?? {})
}

function typedRow(campaign: Campaign, id: string, record: FormRecord): RecordValue {
  const form = campaign.form(id)
  const type = campaign.types.get(id) as RecordType
  const value = cells(type, record.values)
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.type !== 'repeat') continue
    const part = campaign.types.get(`${id}.${name}`) as RecordType
    const isDay = field.over.startsWith('calendar.')
    fill(value, name, (record.repeats[name] ?? []).map((repetition) => typedRepetition(part, repetition, isDay)))
  }
  return value
}

function typedRepetition(type: RecordType, { n, key, values }: Repetition, isDay: boolean): RecordValue {
  const value = cells(type, values)
  fill(value, 'n', BigInt(n))
  fill(value, isDay ? 'on' : 'item', isDay ? Day.of(key) : key)
  return value
}

/** Cells of a record; what is no cell (lists, other records) is left for later. */
function cells(type: RecordType, values: Readonly<Record<string, FieldValue>>): RecordValue {
  const made = Object.assign(new type.make(), { [FILLED]: values })
  for (const name of type.cells) {
    const shape = type.fields.get(name) as FieldShape
    if (shape.kind !== 'record' && shape.kind !== 'records') fill(made, name, typedCell(shape, values[name] ?? null))
  }
  return made
}

/** Records are read-only for everybody else; here they are made. */
function fill(record: RecordValue, field: string, value: unknown): void {
  ;(record as { [field: string]: unknown })[field] = value
}

function typedCell(shape: FieldShape, value: FieldValue): unknown {
  switch (shape.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : 0
    case 'flag':
      return value === true
    case 'date':
      return typeof value === 'string' && value !== '' ? Day.of(value) : Day.blank
    default:
      return value === null ? '' : String(value)
  }
}

/** Nobody writes into them, so that all returns of a campaign share them. */
function blanksOf(campaign: Campaign): ReadonlyMap<string, RecordValue> {
  const known = BLANKS.get(campaign)
  if (known) return known
  const made = blankRecords(campaign)
  BLANKS.set(campaign, made)
  return made
}

const BLANKS = new WeakMap<Campaign, ReadonlyMap<string, RecordValue>>()

/** A blank record of every form, in the kind of loop that references make: the blank row's member is the blank member. */
function blankRecords(campaign: Campaign): ReadonlyMap<string, RecordValue> {
  const blanks = new Map<string, RecordValue>()
  for (const id of Object.keys(campaign.definition.forms)) blanks.set(id, cells(campaign.types.get(id) as RecordType, {}))
  for (const [id, blank] of blanks) {
    for (const [name, shape] of (campaign.types.get(id) as RecordType).fields) {
      if (shape.kind === 'records') fill(blank, name, [])
      else if (shape.kind === 'record') fill(blank, name, shape.type === PROFILE ? profileOf(campaign) : blanks.get(shape.type))
    }
  }
  return blanks
}
