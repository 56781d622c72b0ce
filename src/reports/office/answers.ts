/** Lists that cells of the office workbook offer, on a hidden sheet; a list in the rule itself could not hold every language's words. */
import { IDENTITY_SHEET } from '../../domain/returns/identity'
import { columnLetters, quoteSheetName } from '../../workbook/address'
import type { NameSpec, SheetSpec } from '../../workbook/spec'
import type { OfficeSheet } from './keyed-table'
import { STORE_SHEET } from './store'

const LISTS_SHEET = `${IDENTITY_SHEET}_lists`

export const NAMES_OF_LISTS = { reserved: [IDENTITY_SHEET, STORE_SHEET, LISTS_SHEET, 'history'].map((name) => name.toLowerCase()) } as const

export interface AnswerLists {
  readonly sheet: SheetSpec
  readonly names: readonly NameSpec[]
  nameOf(choices: readonly string[]): string
}

/** One column for every different set of answers. */
export function answerLists(sheets: readonly OfficeSheet[]): AnswerLists {
  const sets = [...new Map(sheets.flatMap(({ tables }) => tables.flatMap(({ design }) => design.columns.flatMap(({ choices }) => (choices ? [[choices.join('|'), choices] as const] : []))))).values()]
  const nameAt = (i: number) => `muster_answers_${i + 1}`
  const longest = Math.max(0, ...sets.map(({ length }) => length))
  return {
    sheet: {
      name: LISTS_SHEET,
      visibility: 'veryHidden',
      columns: sets.map(() => ({ width: 16 })),
      rows: Array.from({ length: longest }, (_, row) => ({ row: row + 1, cells: sets.flatMap((set, i) => (set[row] === undefined ? [] : [{ column: i + 1, value: set[row] }])) })),
    },
    names: sets.map((set, i) => ({ name: nameAt(i), refersTo: `${quoteSheetName(LISTS_SHEET)}!$${columnLetters(i + 1)}$1:$${columnLetters(i + 1)}$${set.length}`, hidden: true })),
    nameOf: (choices) => nameAt(sets.findIndex((set) => set.join('|') === choices.join('|'))),
  }
}
