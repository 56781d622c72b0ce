/** A return of any campaign, filled in at random from a seed: every form, every kind of field, now and then nothing. */
import type { Campaign } from '../../src/domain/campaign/campaign'
import type { FieldDefinition, WorkbookKind } from '../../src/domain/campaign/schema'
import { randomFrom, type Random } from '../../src/domain/random'
import { repetitionKeys } from '../../src/domain/returns/headings'
import type { FieldValue, FormRecord, LocatedForm, Return, SubjectFacts } from '../../src/domain/returns/return'
import { serialOf, isoOfSerial } from '../../src/domain/returns/serial'

const FIRST_ROW = 5

export function madeReturn(campaign: Campaign, seed: number, subject: Partial<SubjectFacts> = {}, kind: WorkbookKind = 'unit'): Return {
  const random = randomFrom(seed)
  const rosterRows = random.whole(0, 6)
  const records: Record<string, FormRecord[]> = {}
  const located: Record<string, LocatedForm> = {}
  for (const id of campaign.forms[kind]) {
    const form = campaign.form(id)
    const rows = form.shape === 'record' ? 1 : form.shape === 'events' ? random.whole(0, 5) : rosterRows
    records[id] = Array.from({ length: rows }, (_, i) => recordOf(campaign, id, FIRST_ROW + i, random.fork(`${id} ${i}`), rosterRows))
    located[id] = { form: id, sheet: form.title.en, headerRow: FIRST_ROW - 1, columns: Object.fromEntries(Object.keys(form.fields).map((field, i) => [field, i + 2])), markedRows: [] }
  }
  return {
    identity: {},
    kind,
    subject: { id: 'u1', name: 'Unit One', system: 'North', headcount: rosterRows + random.whole(0, 2), group: 'g1', ...subject },
    located,
    records,
    rows: {},
    findings: [],
    contentHash: String(seed),
  }
}

function recordOf(campaign: Campaign, form: string, row: number, random: Random, rosterRows: number): FormRecord {
  const values: Record<string, FieldValue> = {}
  const repeats: Record<string, { n: number; key: string; values: Record<string, FieldValue> }[]> = {}
  const { fields, shape } = campaign.form(form)
  for (const [name, field] of Object.entries(fields)) {
    if (field.type === 'repeat') {
      repeats[name] = repetitionKeys(campaign.definition, field).map((key, i) => ({ n: i + 1, key, values: Object.fromEntries(Object.entries(field.fields).map(([inner, one]) => [inner, valueOf(campaign, one, random, rosterRows)])) }))
    } else values[name] = valueOf(campaign, field, random, rosterRows)
  }
  return { form, row, number: row - FIRST_ROW + 1, label: `${form} ${row}`, values, repeats, accepted: shape === 'record' || random.chance(0.95), ...(shape === 'companion' && { rosterRow: row }) }
}

function valueOf(campaign: Campaign, field: FieldDefinition, random: Random, rosterRows: number): FieldValue {
  if (random.chance(0.2)) return null
  const { start, weeks } = campaign.calendar
  switch (field.type) {
    case 'number':
      return random.whole(0, 400) / 10
    case 'integer':
      return random.pick([0, 1, 2, 5, 40, 3000, 12000])
    case 'percent':
      return random.whole(0, 100) / 100
    case 'total':
      return random.whole(0, 90) / 2
    case 'yesNo':
      return random.chance(0.6)
    case 'date':
      return isoOfSerial(serialOf(start) + random.whole(-3, weeks * 7)) ?? null
    case 'choice':
      return random.pick(Object.keys(campaign.definition.lists[field.list]?.items ?? {}))
    case 'reference':
      return rosterRows === 0 ? null : FIRST_ROW + random.whole(0, rosterRows - 1)
    default:
      return `${field.type} ${random.whole(1, 99)}`
  }
}
