/** The choices that a list of a cell offers, worked out by the formula engine, as the drop-down shows them. */
import type { Injector } from '@univerjs/core'
import { DataValidationFormulaService } from '@univerjs/sheets-data-validation'
import type { ChoicesOf } from './limits'
import type { OpenedBook, OpenedSheet } from './opened-book'

export function choicesIn(injector: Injector, book: OpenedBook): (sheet: OpenedSheet) => ChoicesOf {
  return (sheet) => (source) => {
    const literal = /^"(.*)"$/s.exec(source)?.[1]
    if (literal !== undefined) return literal.replaceAll('""', '"').split(',')
    // All cells with this source share its result; each rule carries the place of its validation in its id.
    const at = sheet.look.spec?.validations?.findIndex(({ rule }) => rule.kind === 'list' && rule.source === source) ?? -1
    const results = at < 0 ? undefined : injector.get(DataValidationFormulaService).getRuleFormulaResultSync(book.unitId, sheet.id, `${sheet.id}-${at + 1}`)
    const cells = results?.[0]?.result?.[0]?.[0]
    if (!cells) return undefined
    const choices = cells.flatMap((row) => row.flatMap((cell) => (cell?.v === undefined || cell.v === null || cell.v === '' ? [] : [String(cell.v)])))
    return choices.length === 0 ? undefined : choices
  }
}
