/**
 * A return as compact plain data, to be kept and judged again without its file. Columns instead of
 * records: what all rows of a form have alike is written once. Blank is `null` throughout, as in a return.
 */
import type { Finding } from './finding'
import type { FieldValue, FormRecord, LocatedForm, Repetition, Return, ReturnIdentity, RowCounts, SubjectFacts } from './return'

/** Format of what {@link packReturn} gives; one that is not known is not read. */
const FORMAT = 1

export interface PackedReturn {
  readonly v: typeof FORMAT
  readonly identity: ReturnIdentity
  readonly kind: Return['kind']
  readonly subject: SubjectFacts
  readonly located: Readonly<Record<string, LocatedForm>>
  readonly rows: Readonly<Record<string, RowCounts>>
  readonly forms: Readonly<Record<string, PackedForm>>
  readonly findings: readonly Finding[]
  readonly content: string
}

/** Every list has one place for each record of the form, in the order of the sheet. */
interface PackedForm {
  readonly at: readonly number[]
  readonly labels: readonly string[]
  /** 1: accepted. */
  readonly ok: readonly (0 | 1)[]
  /** Absent: no record has one. */
  readonly numbers?: readonly (number | null)[]
  readonly roster?: readonly (number | null)[]
  readonly values: Readonly<Record<string, readonly FieldValue[]>>
  readonly repeats: Readonly<Record<string, PackedRepeat>>
}

interface PackedRepeat {
  /** Of the repetitions, which are the same in every record; null: there is none at that place. */
  readonly keys: readonly (string | null)[]
  /** By field: the repetitions of the first record, then those of the second, and so on. */
  readonly values: Readonly<Record<string, readonly FieldValue[]>>
}

/**
 * Everything of a return. `undefined` does not occur in what it gives, so that it is the same before and after JSON.
 * Throws when records of one form differ in their fields or repetitions: reading makes no such return.
 */
export function packReturn(ret: Return): PackedReturn {
  const forms = Object.fromEntries(Object.entries(ret.records).map(([form, records]) => [form, packForm(form, records)]))
  const { identity, kind, subject, located, rows, findings, contentHash } = ret
  // Through JSON: what is absent is absent, not undefined.
  return JSON.parse(JSON.stringify({ v: FORMAT, identity, kind, subject, located, rows, forms, findings, content: contentHash } satisfies PackedReturn)) as PackedReturn
}

/**
 * The return again: `evaluate` comes to the same with it as with the one that was packed. Undefined for what is no
 * packed return (kept data may have been edited, or come from a newer program).
 */
export function unpackReturn(packed: unknown): Return | undefined {
  if (!isPacked(packed)) return undefined
  try {
    const { identity, kind, subject, located, rows, forms, findings, content } = packed
    const records = Object.fromEntries(Object.entries(forms).map(([form, one]) => [form, unpackForm(form, one)]))
    return { identity, kind, subject, located, records, rows, findings, contentHash: content }
  } catch (error) {
    // Lists that do not fit together: somebody edited it.
    if (error instanceof TypeError || error instanceof RangeError) return undefined
    throw error
  }
}

function isPacked(value: unknown): value is PackedReturn {
  if (typeof value !== 'object' || value === null) return false
  const { v, kind, forms, located, rows, subject, findings, content } = value as Partial<Record<keyof PackedReturn, unknown>>
  const areObjects = [forms, located, rows, subject].every((part) => typeof part === 'object' && part !== null)
  return v === FORMAT && (kind === 'unit' || kind === 'group') && areObjects && Array.isArray(findings) && typeof content === 'string'
}

function packForm(form: string, records: readonly FormRecord[]): PackedForm {
  const [first] = records
  const fields = Object.keys(first?.values ?? {})
  const repeats = Object.entries(first?.repeats ?? {})
  for (const record of records) {
    const alike = Object.keys(record.values).length === fields.length && fields.every((field) => field in record.values)
    if (!alike || Object.keys(record.repeats).length !== repeats.length) throw new Error(`records of ${form} differ in their fields`)
  }
  return {
    at: records.map(({ row }) => row),
    labels: records.map(({ label }) => label),
    ok: records.map(({ accepted }) => (accepted ? 1 : 0)),
    ...(records.some(({ number }) => number !== undefined) && { numbers: records.map(({ number }) => number ?? null) }),
    ...(records.some(({ rosterRow }) => rosterRow !== undefined) && { roster: records.map(({ rosterRow }) => rosterRow ?? null) }),
    values: Object.fromEntries(fields.map((field) => [field, records.map(({ values }) => values[field] ?? null)])),
    repeats: Object.fromEntries(repeats.map(([repeat, repetitions]) => [repeat, packRepeat(form, repeat, repetitions, records)])),
  }
}

function packRepeat(form: string, repeat: string, repetitions: readonly Repetition[], records: readonly FormRecord[]): PackedRepeat {
  const keys = Array.from(repetitions, (repetition: Repetition | undefined) => repetition?.key ?? null)
  const fields = [...new Set(repetitions.flatMap((repetition) => Object.keys(repetition.values)))]
  const alike = records.every((record) => {
    const own = record.repeats[repeat] ?? []
    return own.length === keys.length && own.every(({ n, key }, at) => n === at + 1 && key === keys[at])
  })
  if (!alike) throw new Error(`records of ${form} differ in the repetitions of ${repeat}`)
  return { keys, values: Object.fromEntries(fields.map((field) => [field, records.flatMap((record) => Array.from(record.repeats[repeat] ?? [], (one: Repetition | undefined) => one?.values[field] ?? null))])) }
}

function unpackForm(form: string, { at, labels, ok, numbers, roster, values, repeats }: PackedForm): FormRecord[] {
  const columns = Object.entries(values)
  const parts = Object.entries(repeats).map(([repeat, { keys, values: inner }]) => ({ repeat, keys, inner: Object.entries(inner) }))
  return at.map((row, i): FormRecord => {
    const [number, rosterRow] = [numbers?.[i], roster?.[i]]
    const own: Record<string, FieldValue> = {}
    for (const [field, column] of columns) own[field] = column[i] ?? null
    const repeated: Record<string, readonly Repetition[]> = {}
    for (const { repeat, keys, inner } of parts) repeated[repeat] = repetitionsAt(i, keys, inner)
    return {
      form,
      row,
      ...(typeof number === 'number' && { number }),
      ...(typeof rosterRow === 'number' && { rosterRow }),
      label: labels[i] ?? '',
      values: own,
      repeats: repeated,
      accepted: ok[i] === 1,
    }
  })
}

function repetitionsAt(record: number, keys: readonly (string | null)[], fields: readonly (readonly [string, readonly FieldValue[]])[]): Repetition[] {
  const repetitions: Repetition[] = []
  for (let at = 0; at < keys.length; at += 1) {
    const values: Record<string, FieldValue> = {}
    for (const [field, column] of fields) values[field] = column[record * keys.length + at] ?? null
    repetitions.push({ n: at + 1, key: keys[at] ?? '', values })
  }
  return repetitions
}
