/**
 * Every code that reading a return can give, with how bad it is. Their words, and the way to put
 * each right, are in `messages/findings.ts`.
 *
 * How severities are chosen:
 *
 * | severity | the program                                             | the person                  |
 * | error    | could not read a value, or must not count it: it reads as blank | has to put it right  |
 * | warning  | read a value after repairing it, or reads around an alteration  | should look at it    |
 * | query    | read the value as it stands; it is unusual              | explains it, or leaves it   |
 *
 * Two errors keep their value: `cell/required` has none to lose, and `cell/duplicate` cannot
 * know which of the two is wrong.
 */
import type { FindingKind, Severity } from './finding'

export const CODES = {
  // The workbook and its sheets
  'structure/not-issued': 'error',
  'structure/other-campaign': 'error',
  'structure/other-kind': 'error',
  'structure/week-missing': 'error',
  'structure/week-unreadable': 'error',
  'structure/sheet-missing': 'error',
  'structure/sheet-renamed': 'warning',
  'structure/sheet-hidden': 'warning',
  'structure/sheet-copied': 'warning',
  'structure/name-missing': 'query',
  'structure/header-not-found': 'error',
  'structure/result-columns-missing': 'query',

  // Columns of a table, items of a record sheet
  'structure/column-missing': 'error',
  'structure/column-renamed': 'warning',
  'structure/column-duplicated': 'error',
  'structure/column-unknown': 'warning',
  'structure/columns-moved': 'query',
  'structure/group-missing': 'warning',
  'structure/item-missing': 'error',
  'structure/item-renamed': 'warning',
  'structure/item-duplicated': 'error',
  'structure/item-unknown': 'warning',

  // Rows and cells that were altered
  'structure/beyond-prepared': 'warning',
  'structure/hidden-row': 'warning',
  'structure/merged-cells': 'warning',
  'structure/summary-row': 'warning',
  'structure/formula-in-input': 'warning',
  'structure/formula-without-result': 'error',

  // One cell
  'cell/required': 'error',
  'cell/duplicate': 'error',
  'cell/error-value': 'error',
  'cell/too-long': 'warning',
  'cell/hidden-characters': 'warning',
  'cell/number-in-text': 'query',
  'cell/pattern': 'error',
  'cell/digits-lost': 'error',
  'cell/not-a-number': 'error',
  'cell/ambiguous-number': 'error',
  'cell/other-unit': 'error',
  'cell/date-in-number': 'error',
  'cell/text-number': 'warning',
  'cell/number-with-unit': 'warning',
  'cell/number-in-words': 'warning',
  'cell/percent-without-sign': 'warning',
  'cell/not-whole': 'error',
  'cell/below-minimum': 'error',
  'cell/above-maximum': 'error',
  'cell/not-a-date': 'error',
  'cell/ambiguous-date': 'error',
  'cell/text-date': 'warning',
  'cell/number-as-date': 'warning',
  'cell/date-without-year': 'warning',
  'cell/too-early': 'error',
  'cell/too-late': 'error',
  'cell/unusual-date': 'query',
  'cell/not-yes-no': 'error',
  'cell/doubtful-no': 'warning',
  'cell/not-in-list': 'error',
  'cell/near-list': 'error',
  'cell/unknown-reference': 'error',
  'cell/near-reference': 'error',
  'cell/ambiguous-reference': 'error',

  // Rows against each other, sheets against each other
  'row/duplicate': 'error',
  'consistency/number-missing': 'error',
  'consistency/number-duplicate': 'error',
  'consistency/not-on-roster': 'error',
  'consistency/label-differs': 'warning',
  'consistency/total-differs': 'error',
  'consistency/total-replaced': 'query',
} as const satisfies Record<`${'structure' | 'cell' | 'row' | 'consistency'}/${string}`, Severity>

export type Code = keyof typeof CODES
export type CellCode = Extract<Code, `cell/${string}`>

export const severityOf = (code: Code): Severity => CODES[code]
export const kindOf = (code: Code): FindingKind => code.slice(0, code.indexOf('/')) as FindingKind
