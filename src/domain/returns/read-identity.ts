/** What a workbook says about itself, read as far as it goes: every part may be missing or altered. */
import { placeOf } from './defined-name'
import type { GridBook, GridValue } from './grid'
import { textOf } from './grid-index'
import { IDENTITY_COLUMNS, IDENTITY_KEYS, IDENTITY_SHEET, NAMES, definitionKey } from './identity'
import { halfWidth } from './normalise'
import type { ReturnIdentity, Seal, SubjectFacts } from './return'
import type { Language } from '../text'

/** The pairs of the `_muster` sheet (or of another one like it), as text; empty when there is no such sheet. The first of equal keys counts. */
export function identityPairs(book: GridBook, sheet: string = IDENTITY_SHEET): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>()
  for (const { cells } of book.sheets.find(({ name }) => name === sheet)?.rows ?? []) {
    const part = (column: number) => textOf(cells.find((cell) => cell.column === column)?.value).trim()
    const key = part(IDENTITY_COLUMNS.key)
    const value = part(IDENTITY_COLUMNS.value)
    if (key !== '' && value !== '' && !pairs.has(key)) pairs.set(key, value)
  }
  return pairs
}

/** Campaign, kind, subject, week and seal. What is missing or makes no sense is absent; it never throws. */
export function readIdentity(book: GridBook): ReturnIdentity {
  const pairs = identityPairs(book)
  const text = (key: string) => pairs.get(key)
  const campaign = text(IDENTITY_KEYS.campaign)
  const version = text(IDENTITY_KEYS.version)
  const kind = (['unit', 'group', 'office'] as const).find((known) => known === text(IDENTITY_KEYS.kind))
  const subject = text(IDENTITY_KEYS.subject)
  const week = coverWeek(book).week ?? (coverWeek(book).isBlank ? undefined : weekNumber(text(IDENTITY_KEYS.week)))
  const seal = readSeal(pairs)
  return { ...(campaign && { campaign }), ...(version && { version }), ...(kind && { kind }), ...(subject && { subject }), ...(week && { week }), ...(seal && { seal }) }
}

/** Who the return is from, as the workbook has it from the registry; empty texts where it does not say. */
export function readSubject(book: GridBook): SubjectFacts {
  const pairs = identityPairs(book)
  const text = (key: string) => pairs.get(key) ?? ''
  const headcount = Number(text(IDENTITY_KEYS.headcount))
  return {
    id: text(IDENTITY_KEYS.subject),
    name: text(IDENTITY_KEYS.name),
    system: text(IDENTITY_KEYS.system),
    headcount: Number.isInteger(headcount) && headcount > 0 ? headcount : 0,
    group: text(IDENTITY_KEYS.group),
  }
}

/** Language of the workbook; undefined when it does not say. */
export function readLanguage(book: GridBook): Language | undefined {
  return (['zh', 'en'] as const).find((known) => known === identityPairs(book).get(IDENTITY_KEYS.language))
}

/** The definition that travels in the workbook, still base64; undefined when there is none or a chunk is missing. */
export function embeddedDefinition(book: GridBook): string | undefined {
  const pairs = identityPairs(book)
  const chunks: string[] = []
  for (let chunk = pairs.get(definitionKey(1)); chunk !== undefined; chunk = pairs.get(definitionKey(chunks.length + 1))) chunks.push(chunk)
  const count = [...pairs.keys()].filter((key) => /^definition\.\d+$/.test(key)).length
  return chunks.length > 0 && chunks.length === count ? chunks.join('') : undefined
}

export interface CoverWeek {
  /** The week chosen; absent when the cell is blank or holds none. */
  readonly week?: number
  /** The cell is there and blank: nobody has chosen. */
  readonly isBlank: boolean
  /** Where it is; absent when its defined name is gone. */
  readonly cell?: { readonly sheet: string; readonly row: number; readonly column: number }
  readonly value?: GridValue
}

/** The cover's week cell. Takes a number, or a text with one number in it (`第3周`, `Week 3`). */
export function coverWeek(book: GridBook): CoverWeek {
  const place = placeOf(book, NAMES.week)
  if (!place) return { isBlank: false }
  const cell = { sheet: place.sheet, row: place.area.top, column: place.area.left }
  const rows = book.sheets.find(({ name }) => name === place.sheet)?.rows
  const value = rows?.find(({ row }) => row === cell.row)?.cells.find(({ column }) => column === cell.column)?.value
  const week = typeof value === 'number' ? weekNumber(String(value)) : weekNumber(textOf(value))
  return { isBlank: textOf(value).trim() === '' && typeof value !== 'object', cell, ...(week && { week }), ...(value !== undefined && { value }) }
}

function weekNumber(text: string | undefined): number | undefined {
  const [digits, second] = halfWidth(text ?? '').match(/\d+(\.\d+)?/g) ?? []
  const week = second === undefined ? Number(digits) : NaN
  return Number.isInteger(week) && week >= 1 && week <= 60 ? week : undefined
}

/** Absent unless content, rules and time are all there. Counts that make no sense are 0. */
function readSeal(pairs: ReadonlyMap<string, string>): Seal | undefined {
  const [content, rules, at] = [pairs.get(IDENTITY_KEYS.sealContent), pairs.get(IDENTITY_KEYS.sealRules), pairs.get(IDENTITY_KEYS.sealAt)]
  if (!content || !rules || !at) return undefined
  const count = (key: string) => (/^\d+$/.test(pairs.get(key) ?? '') ? Number(pairs.get(key)) : 0)
  return { content, rules, at, errors: count(IDENTITY_KEYS.sealErrors), warnings: count(IDENTITY_KEYS.sealWarnings), queries: count(IDENTITY_KEYS.sealQueries) }
}
