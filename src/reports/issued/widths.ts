/** Column widths: what the definition says, else what the field's kind needs; never narrower than its heading can break. */
import type { PlainField } from '../../domain/campaign/schema'
import type { Making } from './making'
import { longestWord, widthOf } from './text-measure'

export const NUMBER_WIDTH = 6
export const RESULT_WIDTH = 42
const MARKS_WIDTH = 12
export const HIDDEN_WIDTH = MARKS_WIDTH

const BY_TYPE: Record<PlainField['type'], number> = { text: 16, code: 15, number: 10, integer: 10, percent: 9, date: 12, yesNo: 8, choice: 14, reference: 14, total: 10 }
const LONG_TEXT = 36
/** A drop-down's arrow covers the cell's right edge. */
const ARROW = 4
const WIDEST_CHOICE = 30
/** A heading may take this many lines before its column is widened. */
const HEADING_LINES = 2

export function fieldWidth(making: Making, field: PlainField, heading: string): number {
  const wanted = field.width ?? (field.type === 'text' && field.long ? LONG_TEXT : field.type === 'choice' ? choiceWidth(making, field.list) : BY_TYPE[field.type])
  // Two for the cell's edges, two for the mark of a required column.
  const least = Math.max(longestWord(heading) + 2, Math.ceil(widthOf(heading) / HEADING_LINES) + 5)
  return Math.max(wanted, least)
}

function choiceWidth(making: Making, list: string): number {
  const items = Object.values(making.definition.lists[list]?.items ?? {})
  const widest = Math.max(0, ...items.map((item) => widthOf(making.text(item))))
  return Math.min(WIDEST_CHOICE, Math.max(BY_TYPE.choice, widest + ARROW))
}
