/** Reads the cells of one field: error values and formulas first, then its codec, then its limits. Compiled once for each column. */
import { amountText, PERCENT, unitNames } from '../campaign/amount'
import type { Campaign, Limits } from '../campaign/campaign'
import type { Definition, PlainField } from '../campaign/schema'
import type { Language } from '../text'
import type { Code } from './codes'
import { choiceCodec } from './codec/choice'
import { codeCodec } from './codec/code'
import { dateCodec } from './codec/date'
import type { Codec, Decoded, FilledCell, Issue } from './codec/decoded'
import { numberCodec } from './codec/number'
import { referenceCodec, type Roster } from './codec/reference'
import { textCodec } from './codec/text'
import { yesNoCodec } from './codec/yes-no'
import type { GridCell } from './grid'
import type { FieldValue, IsoDate } from './return'
import { serialOf } from './serial'

export type ReadCampaign = Pick<Campaign, 'definition' | 'calendar' | 'limits'>

export interface Reading {
  readonly value: FieldValue
  readonly issues: readonly (Omit<Issue, 'code'> & { readonly code: Code })[]
}

export type FieldReader = (cell: GridCell) => Reading

export interface FieldReaders {
  readonly campaign: ReadCampaign
  readonly language: Language
  /** Rosters by form id: what references are resolved against. */
  readonly rosters: ReadonlyMap<string, Roster>
}

/** `path` as limits know it: `hours`, or `days.hours` inside a repetition. A total has no reader: it is computed. */
export function fieldReader(form: string, path: string, field: PlainField, shape: string, context: FieldReaders): FieldReader {
  const codec = codecOf(field, context)
  const limit = limiter(field, shape, context.campaign.limits(form, path), context)
  return (cell) => {
    if (typeof cell.value === 'object') return { value: null, issues: [{ code: 'cell/error-value' }] }
    if (cell.value === undefined) return field.given ? { value: null, issues: [] } : { value: null, issues: [{ code: 'structure/formula-without-result' }] }
    const decoded = codec.decode(cell as FilledCell)
    // A cell of spaces that only the codec sees through, or of nothing but invisible characters, is blank.
    const value = decoded.value === '' ? null : decoded.value
    const limited = value === null ? decoded : limit(value, decoded)
    const formula = cell.formula !== undefined && !field.given ? [{ code: 'structure/formula-in-input' as const }] : []
    return { value: limited.value === '' ? null : limited.value, issues: [...formula, ...limited.issues] }
  }
}

/** The codec of a field. Throws for a reference to a form that is no roster of this workbook: a broken definition. */
function codecOf(field: PlainField, { campaign, language, rosters }: FieldReaders): Codec<FieldValue & {}> {
  const { definition } = campaign
  switch (field.type) {
    case 'text':
      return textCodec(field.long === true) as Codec<FieldValue & {}>
    case 'code':
      return codeCodec() as Codec<FieldValue & {}>
    case 'number':
    case 'integer':
    case 'percent': {
      return numberCodec({ type: field.type, unit: field.unit === undefined ? [] : unitNames(definition, field.unit), units: unitsOf(definition) }) as Codec<FieldValue & {}>
    }
    case 'date':
      return dateCodec(campaign.calendar) as Codec<FieldValue & {}>
    case 'yesNo':
      return yesNoCodec(language) as Codec<FieldValue & {}>
    case 'choice':
      return choiceCodec(definition.lists[field.list]?.items ?? {}, language) as Codec<FieldValue & {}>
    case 'reference': {
      const roster = rosters.get(field.to)
      if (!roster) throw new Error(`no roster for a reference to ${field.to}`)
      return referenceCodec(roster) as Codec<FieldValue & {}>
    }
    case 'total':
      throw new Error('a total is computed, not read')
  }
}

const LONGEST_CODE = 200

const units = new WeakMap<Definition, readonly string[]>()

function unitsOf(definition: Definition): readonly string[] {
  const known = units.get(definition) ?? Object.keys(definition.units).flatMap((unit) => unitNames(definition, unit))
  units.set(definition, known)
  return known
}

type Limiter = (value: FieldValue & {}, decoded: Decoded<FieldValue & {}>) => Decoded<FieldValue & {}>

/** A value beyond its limits is not counted: it reads as blank. */
function limiter(field: PlainField, shape: string, limits: Limits, context: FieldReaders): Limiter {
  const refused = (code: Issue['code'], expected: string, decoded: Decoded<FieldValue & {}>) => ({ value: null, issues: [...decoded.issues, { code, expected }] })
  switch (field.type) {
    case 'number':
    case 'integer':
    case 'percent': {
      const say = (value: number) => amountText(context.campaign.definition, value, field.type === 'percent' ? PERCENT : field.unit, context.language)
      return (value, decoded) => {
        if (typeof limits.min === 'number' && (value as number) < limits.min) return refused('cell/below-minimum', say(limits.min), decoded)
        if (typeof limits.max === 'number' && (value as number) > limits.max) return refused('cell/above-maximum', say(limits.max), decoded)
        return decoded
      }
    }
    case 'date':
      return (value, decoded) => {
        if (typeof limits.min === 'string' && (value as IsoDate) < limits.min) return refused('cell/too-early', limits.min, decoded)
        if (typeof limits.max === 'string' && (value as IsoDate) > limits.max) return refused('cell/too-late', limits.max, decoded)
        return isUnusual(value as IsoDate, limits, shape, context) ? { value, issues: [...decoded.issues, { code: 'cell/unusual-date' }] } : decoded
      }
    case 'text': {
      const { maxLength } = field
      if (maxLength === undefined) break
      return (value, decoded) => {
        const length = [...(value as string)].length
        return length > maxLength ? { value, issues: [...decoded.issues, { code: 'cell/too-long', params: { length, most: maxLength } }] } : decoded
      }
    }
    case 'code': {
      if (field.pattern === undefined) break
      const pattern = new RegExp(field.pattern, 'u')
      const hint = field.hint?.[context.language]
      // A definition comes out of a workbook anybody could have written: no pattern gets a long text to chew on.
      return (value, decoded) => ((value as string).length <= LONGEST_CODE && pattern.test(value as string) ? decoded : refused('cell/pattern', hint ?? '', decoded))
    }
  }
  return (_, decoded) => decoded
}

/** Years around the campaign in which an event is believed; a person's dates reach back a lifetime. */
const EVENT_YEARS = 1
const LIFETIME_YEARS = 90

/** Only where the definition sets no limit of its own on that side. */
function isUnusual(date: IsoDate, limits: Limits, shape: string, { campaign }: FieldReaders): boolean {
  const back = shape === 'events' ? EVENT_YEARS : LIFETIME_YEARS
  const tooEarly = limits.min === undefined && serialOf(date) < serialOf(campaign.calendar.start) - back * 366
  const tooLate = limits.max === undefined && serialOf(date) > serialOf(campaign.calendar.end) + EVENT_YEARS * 366
  return tooEarly || tooLate
}
