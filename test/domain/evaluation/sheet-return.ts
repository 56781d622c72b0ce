/**
 * A return written down as its sheets look:
 *
 *     sheets(campaign, {
 *       members: `
 *         | name | category | notes |
 *         | Ann  | frail    |       |`,
 *     })
 *
 * Headings are field paths (`days[2].hours`); an empty cell is blank; a reference is the name in the roster; a
 * companion's first column is `of`, that name; `accepted` = `no` marks a row that does not count. Data starts in row 4.
 */
import { fieldAt } from '../../../src/domain/campaign/campaign'
import type { Campaign } from '../../../src/domain/campaign/campaign'
import type { WorkbookKind } from '../../../src/domain/campaign/schema'
import type { Finding } from '../../../src/domain/returns/finding'
import { repetitionKeys } from '../../../src/domain/returns/headings'
import type { FieldValue, FormRecord, LocatedForm, Return, SubjectFacts } from '../../../src/domain/returns/return'

export const FIRST_ROW = 4

export interface SheetOptions {
  readonly kind?: WorkbookKind
  readonly subject?: Partial<SubjectFacts>
  readonly findings?: readonly Finding[]
}

export function sheets(campaign: Campaign, tables: Readonly<Record<string, string>>, { kind = 'unit', subject, findings = [] }: SheetOptions = {}): Return {
  const rosters = new Map<string, Map<string, number>>()
  const read = Object.fromEntries(campaign.forms[kind].map((form) => [form, tables[form] === undefined ? undefined : table(tables[form])]))
  for (const form of campaign.forms[kind]) {
    if (campaign.form(form).shape === 'roster') rosters.set(form, new Map((read[form]?.rows ?? []).map((cells, index) => [cells[0] as string, FIRST_ROW + index])))
  }
  const records: Record<string, FormRecord[]> = {}
  const located: Record<string, LocatedForm> = {}
  for (const form of campaign.forms[kind]) {
    const sheet = read[form]
    if (!sheet) continue
    records[form] = sheet.rows.map((cells, index) => record(campaign, form, sheet.headings, cells, FIRST_ROW + index, rosters))
    const single = campaign.form(form).shape === 'record'
    const columns = Object.fromEntries(sheet.headings.map((heading, index) => [heading, single ? 2 : index + 2]))
    located[form] = { form, sheet: campaign.form(form).title.en, headerRow: FIRST_ROW - 1, columns, markedRows: [], ...(single ? { fieldRows: Object.fromEntries(sheet.headings.map((heading, index) => [heading, FIRST_ROW + index])) } : {}) }
  }
  return {
    identity: {},
    kind,
    subject: { id: 'u1', name: 'Unit One', system: 'North', headcount: 3, group: 'g1', ...subject },
    located,
    records,
    rows: {},
    findings,
    contentHash: '',
  }
}

function table(text: string): { headings: string[]; rows: string[][] } {
  const lines = text.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const [headings = [], ...rows] = lines.map((line) => line.slice(1, -1).split('|').map((cell) => cell.trim()))
  return { headings, rows }
}

function record(campaign: Campaign, id: string, headings: readonly string[], cells: readonly string[], row: number, rosters: ReadonlyMap<string, ReadonlyMap<string, number>>): FormRecord {
  const form = campaign.form(id)
  const values: Record<string, FieldValue> = {}
  const repeats: Record<string, { n: number; key: string; values: Record<string, FieldValue> }[]> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.type === 'repeat') repeats[name] = repetitionKeys(campaign.definition, field).map((key, index) => ({ n: index + 1, key, values: {} }))
    else values[name] = null
  }
  let accepted = true
  let rosterRow: number | undefined
  let label = ''
  for (const [index, heading] of headings.entries()) {
    const text = cells[index] ?? ''
    if (heading === 'accepted') accepted = text !== 'no'
    else if (heading === 'of') {
      label = text
      rosterRow = rosters.get(form.of ?? '')?.get(text)
    } else {
      const field = fieldAt(form, heading)
      if (!field) throw new Error(`${id} has no ${heading}`)
      const value = text === '' ? null : decode(field.type, text, 'to' in field ? rosters.get(field.to) : undefined)
      label ||= text
      const [, outer, n, inner] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(heading) ?? []
      if (outer === undefined || inner === undefined) values[heading] = value
      else (repeats[outer]?.[Number(n) - 1] as { values: Record<string, FieldValue> }).values[inner] = value
    }
  }
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.type === 'total') {
      values[name] = field.of.reduce((sum, part) => {
        const [outer = '', inner] = part.split('.')
        return sum + (inner === undefined ? Number(values[outer] ?? 0) : (repeats[outer] ?? []).reduce((all, one) => all + Number(one.values[inner] ?? 0), 0))
      }, 0)
    }
  }
  return { form: id, row, label, values, repeats, accepted, ...(rosterRow === undefined ? {} : { rosterRow }) }
}

function decode(type: string, text: string, roster: ReadonlyMap<string, number> | undefined): FieldValue {
  if (type === 'number' || type === 'integer' || type === 'percent') return Number(text)
  if (type === 'yesNo') return text === 'yes'
  if (type === 'reference') return roster?.get(text) ?? null
  return text
}
