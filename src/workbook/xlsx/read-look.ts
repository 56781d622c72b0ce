import type { DefinedName } from '../model'
import type { NameSpec, WorkbookSpec } from '../spec'
import { READ_LIMITS } from './limits'
import { Budget } from './look/budget'
import { Palette } from './look/color'
import { shownFormula } from './look/formula'
import { readSheetLook } from './look/sheet'
import { LookStyles } from './look/styles'
import { readStylesheet } from './look/stylesheet'
import { readTheme } from './look/theme'
import type { ReadOptions } from './read'
import { openWorkbook, worksheets } from './read/open-workbook'
import { targetOf } from './read/package'

/**
 * How a workbook looks: the description from which the same workbook could be written, without what its cells hold and
 * without how it prints. Sheets are those of `readWorkbook`, by the same names and in the same order.
 *
 * Cells have neither value nor formula. Those listed are styled, blank ones too; one without a style is listed where its
 * row or column has one, which it does not take. Equal styles are one object. Areas are never expanded. A column's style
 * stays with the column, a row's with the row.
 *
 * What cannot be told by a description is left out: patterns and gradients, diagonal borders, rotated and struck-out
 * text, colour scales and icons, pictures, charts, tables, notes, links to other places. `title` and `author` are empty.
 * A rule, link or filter whose place is no area is left out; a style, font, fill or border that does not exist is the
 * usual one.
 *
 * @throws WorkbookError as `readWorkbook` does, `file/too-many-cells` also for rows, columns and areas beyond the limit
 */
export function readLook(bytes: Uint8Array, options: ReadOptions): WorkbookSpec {
  const opened = openWorkbook(bytes, options.compression, { ...READ_LIMITS, ...options.limits })
  const { parcel, part, relationships } = opened
  const stylesheet = readStylesheet(parcel, targetOf(relationships, 'styles'))
  const palette = new Palette(readTheme(parcel, targetOf(relationships, 'theme')), stylesheet.indexed)
  const styles = new LookStyles(stylesheet, palette)
  const context = { styles, from1904: part.from1904, budget: new Budget(parcel.limits.cells) }
  const sheets = Array.from(worksheets(opened, options.sheets ?? (() => true)), (sheet) => readSheetLook(parcel, sheet, context))
  return { title: '', author: '', font: styles.font, sheets, names: part.names.filter(({ name }) => !BUILT_IN_NAME.test(name)).map(nameSpec), ...(part.calculates && { calculates: true }) }
}

/** Print areas, filters and the like, which Excel keeps as names of its own (ECMA-376 part 1, 18.2.5). */
const BUILT_IN_NAME = /^_xlnm\./i

function nameSpec({ name, refersTo, hidden, sheet }: DefinedName): NameSpec {
  return { name, refersTo: shownFormula(refersTo), ...(hidden && { hidden }), ...(sheet !== undefined && { sheet }) }
}
