/** A patch → writes to ranges, all in one round trip unless it is larger than Excel takes at once. */
import { DAYS_TO_1904 } from '../../workbook/date-system'
import type { CellPatch, WorkbookPatch } from '../../workbook/patch'
import { textInput } from './cell-input'
import type { Formats } from './formats'
import { rectanglesOf, type Rectangle } from './rectangles'

/** Excel on the web takes 5 MB a request; the rest is for what the client adds. */
const LARGEST_BATCH = 4 * 1024 * 1024
/** Larger rectangles are written in parts. */
const LARGEST_RANGE = LARGEST_BATCH / 4
/** What the client sends for one range, whatever is written to it. */
const BYTES_OF_RANGE = 700

export interface Write extends Rectangle {
  readonly sheet: string
}

export function writesOf(patch: WorkbookPatch): Write[] {
  return patch.sheets.flatMap(({ sheet, cells }) => rectanglesOf(cells).flatMap(inParts).map((rectangle) => ({ ...rectangle, sheet })))
}

/** Rows from the top down, as many at a time as go into {@link LARGEST_RANGE}; one at least. */
function inParts(rectangle: Rectangle): Rectangle[] {
  const parts: Rectangle[] = []
  let bytes = Infinity
  rectangle.values.forEach((row, at) => {
    const size = bytesOf(row)
    const last = parts.at(-1)
    if (last && bytes + size <= LARGEST_RANGE) {
      parts[parts.length - 1] = { ...last, bottom: rectangle.top + at }
      last.values.push(row)
      bytes += size
    } else {
      parts.push({ ...rectangle, top: rectangle.top + at, bottom: rectangle.top + at, values: [row] })
      bytes = size
    }
  })
  return parts
}

function bytesOf(values: unknown): number {
  return new TextEncoder().encode(JSON.stringify(values)).length
}

/**
 * Formats, heights and protection stay as they are: Excel itself fits the rows whose height nobody
 * set. Throws what Office.js throws; what was written before that stays written. Must be the last call of a batch.
 */
export async function writePatch(context: Excel.RequestContext, writes: readonly Write[], formats: Formats): Promise<void> {
  let bytes = 0
  for (const write of writes) {
    const values = write.values.map((row, at) => row.map((value, column) => inputOf(value, write.sheet, write.top + at, write.left + column, formats)))
    const size = BYTES_OF_RANGE + bytesOf(values)
    if (bytes > 0 && bytes + size > LARGEST_BATCH) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- each of these batches is as large as Excel takes
      await context.sync()
      bytes = 0
    }
    bytes += size
    const range = context.workbook.worksheets.getItem(write.sheet).getRangeByIndexes(write.top - 1, write.left - 1, values.length, write.right - write.left + 1)
    range.untrack()
    range.values = values
  }
  await context.sync()
}

/** Excel takes an empty text for "blank". */
function inputOf(value: CellPatch['value'], sheet: string, row: number, column: number, formats: Formats): string | number | boolean {
  if (value === null) return ''
  if (typeof value === 'string') return textInput(value, formats.isText(sheet, row, column))
  if (typeof value === 'number' && formats.from1904 && formats.isDate(sheet, row, column)) return value - DAYS_TO_1904
  return value
}
