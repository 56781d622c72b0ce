/**
 * An office's workbook that also carries its own return to the level above: forms of that level's definition on sheets
 * of their own, and a very-hidden sheet `_muster_up` with the identity of the return. It is laid out as `_muster` is,
 * and says besides on which sheet each form is.
 */
import type { GridBook } from './grid'
import { formName, IDENTITY_KEYS, IDENTITY_SHEET } from './identity'
import { identityPairs } from './read-identity'

export const HANDED_UP_SHEET = `${IDENTITY_SHEET}_up`

/** Keys of {@link HANDED_UP_SHEET} beside those of an identity sheet: the name of a form's sheet, and its area as a defined name would give it. */
export const HANDED_UP_KEYS = { sheet: (form: string): string => `sheet.${form}`, area: (form: string): string => `area.${form}` } as const

/** The campaign to which an office's workbook carries a return; undefined when it carries none. */
export function handedUpTo(book: GridBook): string | undefined {
  return identityPairs(book, HANDED_UP_SHEET).get(IDENTITY_KEYS.campaign)
}

/**
 * A workbook as a campaign's office reads it: of a workbook that carries a return to this campaign, that return alone,
 * and nothing else of the office's. Any other workbook is given back as it is.
 */
export function returnTo<Book extends GridBook>(book: Book, campaign: string): Book {
  const pairs = identityPairs(book, HANDED_UP_SHEET)
  if (pairs.get(IDENTITY_KEYS.campaign) !== campaign || identityPairs(book).get(IDENTITY_KEYS.campaign) === campaign) return book
  const after = (prefix: string) => [...pairs].flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : []))
  const forms = new Set(after(HANDED_UP_KEYS.sheet('')).map(([, sheet]) => sheet))
  const own = book.sheets.filter(({ name }) => forms.has(name))
  // A sheet that somebody renamed is looked for by its headings, among those that people see.
  const sheets = own.length === forms.size ? own : book.sheets.filter(({ name, visibility }) => forms.has(name) || visibility === 'visible')
  const identity = book.sheets.flatMap((sheet) => (sheet.name === HANDED_UP_SHEET ? [{ ...sheet, name: IDENTITY_SHEET }] : []))
  const names = after(HANDED_UP_KEYS.area('')).map(([form, refersTo]) => ({ name: formName(form), refersTo, hidden: false }))
  return { ...book, sheets: [...sheets, ...identity], names }
}
