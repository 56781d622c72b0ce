/**
 * Which sheet holds which form: by its defined name, then by its title in either language, then
 * by its headings. A sheet is one form's only. Gives `structure/sheet-missing`, `-renamed`,
 * `-hidden`, `-copied` and `structure/name-missing`.
 */
import type { Definition } from '../campaign/schema'
import { placeOf } from './defined-name'
import type { Grid, GridArea, GridBook } from './grid'
import { formName } from './identity'
import { sheetName } from './layout'
import { fold } from './normalise'
import type { Language } from '../text'
import type { Report } from './report'

export interface LocatedSheet {
  readonly grid: Grid
  /** Header row to last prepared row, by the form's defined name; absent when the name is gone. */
  readonly area?: GridArea
}

/**
 * `resembles` says how well a sheet's headings fit a form, 0 … 1; only asked for sheets that
 * nothing else has claimed.
 */
export function locateSheets(
  book: GridBook,
  definition: Definition,
  language: Language,
  forms: readonly string[],
  resembles: (grid: Grid, form: string) => number,
  report: Report,
): Map<string, LocatedSheet> {
  const located = new Map<string, LocatedSheet>()
  const claimed = new Set<Grid>()
  const claim = (form: string, grid: Grid, area?: GridArea) => {
    located.set(form, { grid, ...(area && { area }) })
    claimed.add(grid)
  }
  const expected = (form: string) => sheetName(definition.forms[form]?.title[language] ?? form)
  const missing = () => forms.filter((form) => !located.has(form))
  const free = () => book.sheets.filter((grid) => !claimed.has(grid) && grid.visibility !== 'veryHidden')

  for (const form of forms) {
    const place = placeOf(book, formName(form))
    const grid = place && book.sheets.find((sheet) => sheet.name === place.sheet && !claimed.has(sheet))
    if (grid) claim(form, grid, place.area)
  }
  for (const form of missing()) {
    const grid = free().find((sheet) => titlesOf(definition, form).includes(fold(sheet.name)))
    if (!grid) continue
    claim(form, grid)
    report.add('structure/name-missing', { sheet: grid.name, form }, { name: formName(form) })
  }
  for (const form of missing()) {
    const [best] = free()
      .map((grid) => ({ grid, fit: resembles(grid, form) }))
      .filter(({ fit }) => fit >= ALIKE)
      .sort((a, b) => b.fit - a.fit)
    if (best) claim(form, best.grid)
    else report.add('structure/sheet-missing', { form, expected: expected(form) })
  }

  for (const [form, { grid }] of located) {
    const titles = titlesOf(definition, form)
    if (!titles.includes(fold(grid.name))) {
      report.add('structure/sheet-renamed', { sheet: grid.name, form, expected: expected(form) })
    }
    if (grid.visibility !== 'visible') report.add('structure/sheet-hidden', { sheet: grid.name, form })
  }
  for (const grid of free()) {
    const original = forms.find((form) => located.has(form) && resembles(grid, form) >= ALIKE)
    const of = original && located.get(original)?.grid.name
    if (of) report.add('structure/sheet-copied', { sheet: grid.name }, { original: of })
  }
  return located
}

/** A sheet is taken for a form by its headings when so large a part of them is there. */
const ALIKE = 0.75

function titlesOf(definition: Definition, form: string): string[] {
  const title = definition.forms[form]?.title
  return title ? [fold(sheetName(title.zh)), fold(sheetName(title.en))] : []
}
