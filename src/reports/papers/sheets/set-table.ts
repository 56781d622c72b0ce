/** A table of a letter as rows of its sheet. */
import type { Style } from '../../../workbook/spec'
import { tableEdges, type ColumnEdges } from './column-edges'
import type { Table, TableCell } from './letter'
import type { LetterRows, Placed } from './letter-rows'
import { LIMIT } from './limits'
import { faceOf, pitchOf, styleOf, textOfRuns } from './set-paragraph'
import { brokenLines } from './text-lines'

/** Above and below a cell's text together. */
const MARGIN = 6

/** What one step of indentation takes. */
const INDENT = 7

/** First and last row of the table, and of its heading; undefined: it has no rows. */
export interface SetTable {
  readonly first: number
  readonly last: number
  readonly head?: readonly [first: number, last: number]
}

export function setTable(table: Table, rows: LetterRows, edges: ColumnEdges): SetTable | undefined {
  const places = tableEdges(table, edges.width)
  const look: Style = table.lines === undefined ? {} : { border: table.lines }
  /** Columns in which a cell goes on downwards, and the row it began in. */
  const began = new Map<number, number>()
  const measured = table.rows.map(({ cells }) => {
    let column = 0
    const placed = cells.map((cell) => {
      const at = edges.columns(places[column] ?? 0, places[Math.min(column + cell.span, places.length - 1)] ?? edges.width)
      column += cell.span
      return { cell, at, ...settingOf(cell, edges.between(at)) }
    })
    return { cells, placed, lines: Math.max(1, ...placed.map(({ broken }) => broken.length)), pitch: Math.max(...placed.map((one) => one.pitch)) }
  })
  // A heading does not stand at the foot of a page without a row of its table.
  if (!rows.fits(measured.slice(0, table.headRows + 1).reduce((sum, { lines, pitch }) => sum + lines * pitch + MARGIN, 0))) rows.newPage()
  const set = measured.map(({ cells, placed, lines, pitch }, n) => {
    const most = Math.max(1, Math.floor((LIMIT.rowHeight - MARGIN) / pitch))
    const goesOn = table.rows[n + 1]?.cells.some(({ continues }) => continues) ?? false
    const continues = cells.some((cell) => cell.continues)
    const numbers: number[] = []
    for (let from = 0; from < lines; from += most) {
      numbers.push(
        rows.add(
          Math.min(most, lines - from) * pitch + MARGIN,
          placed.map(({ cell, at, broken, face, align }): Placed => ({
            ...at,
            value: cell.continues ? '' : broken.slice(from, from + most).join('').replace(/\n$/, ''),
            style: indentedIn(styleOf(face, align, { fit: 'wrap' }, { ...look, ...(cell.fill !== undefined && { fill: cell.fill }) })),
            ...((continues || goesOn) && { merges: false as const }),
          })),
        ),
      )
    }
    const [first = rows.last, last = first] = [numbers[0], numbers[numbers.length - 1]]
    for (const { cell, at } of placed) {
      if (!(continues || goesOn)) continue
      const above = cell.continues ? began.get(at.left) : undefined
      if (above === undefined) began.set(at.left, rows.merges.push({ top: first, bottom: last, left: at.left, right: at.right }) - 1)
      else rows.merges[above] = { ...(rows.merges[above] as (typeof rows.merges)[number]), bottom: last }
    }
    return { first, last }
  })
  const [from, to] = [set[0], set[set.length - 1]]
  if (!from || !to) return undefined
  // A merge of one cell is none.
  for (let i = rows.merges.length - 1; i >= 0; i -= 1) {
    const { top, bottom, left, right } = rows.merges[i] as (typeof rows.merges)[number]
    if (top === bottom && left === right) rows.merges.splice(i, 1)
  }
  const head = set[table.headRows - 1]
  return { first: from.first, last: to.last, ...(table.headRows > 0 && table.headRows < set.length && head && { head: [from.first, head.last] as const }) }
}

/** Text does not touch the line beside it. */
function indentedIn(style: Style): Style {
  return style.border !== undefined && style.align?.horizontal === 'left' ? { ...style, align: { ...style.align, indent: 1 } } : style
}

function settingOf({ paragraphs }: TableCell, width: number) {
  const first = paragraphs.find(({ runs }) => textOfRuns(runs).trim() !== '') ?? paragraphs[0]
  const face = first ? faceOf(first) : { size: 10, bold: false, italic: false, underline: false }
  const text = paragraphs.map(({ runs }) => textOfRuns(runs).replaceAll('\t', ' ')).join('\n')
  return { face, align: first?.align ?? ('left' as const), pitch: first ? pitchOf(first, face) : face.size * 1.3, broken: brokenLines(text, width - INDENT, face) }
}
