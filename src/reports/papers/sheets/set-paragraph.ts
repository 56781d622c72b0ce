/** A paragraph as rows of a sheet: its lines as far apart as in the document, its room before and after, its rules. */
import type { Style } from '../../../workbook/spec'
import { hasRightTab, type ColumnEdges } from './column-edges'
import type { Align, Face, Paragraph, Rule, Run } from './letter'
import type { LetterRows, Placed } from './letter-rows'
import { LIMIT } from './limits'
import { brokenLines, isChinese, isWide, widthOf } from './text-lines'

/** What a font needs from line to line, in parts of its size. */
const NATURAL = 1.3
/** What the characters themselves need. */
const INK = 1.2

export function setParagraph(paragraph: Paragraph, rows: LetterRows, edges: ColumnEdges): void {
  const { runs, above, below, before, after, newPage } = paragraph
  if (newPage) rows.newPage()
  const text = runs.map((run) => run.text).join('')
  rows.gap(before)
  const across = edges.columns(paragraph.left + Math.min(0, paragraph.firstLine), edges.width - paragraph.right)
  if (above) {
    ruleRow(above, rows, across)
    rows.gap(above.space)
  }
  if (text.trim() === '') rows.gap(pitchOf(paragraph, paragraph.face))
  else if (paragraph.firstLine < 0 && text.includes('\t')) setHanging(paragraph, rows, edges)
  else if (hasRightTab(paragraph)) setSides(paragraph, rows, edges)
  else setText(paragraph, [{ text: indented(text, paragraph), at: across, align: paragraph.align }], rows, edges)
  if (below) {
    rows.gap(below.space)
    ruleRow(below, rows, across)
  }
  rows.gap(after)
}

/** Height that it takes, about: to see whether it still stands on a page. */
export function heightOf(paragraph: Paragraph, edges: ColumnEdges): number {
  const face = faceOf(paragraph)
  const lines = brokenLines(indented(paragraph.runs.map(({ text }) => text).join(''), paragraph), edges.width - Math.max(0, paragraph.left) - paragraph.right, face).length
  return paragraph.before + lines * pitchOf(paragraph, face) + paragraph.after
}

/** From line to line. */
export function pitchOf({ line }: Pick<Paragraph, 'line'>, { size }: Face): number {
  const natural = NATURAL * size
  const pitch = line.rule === 'exact' ? line.by : line.rule === 'at-least' ? Math.max(line.by, natural) : line.by * natural
  return Math.max(pitch, INK * size)
}

/** A cell is of one face: that of most of its text, bold where all of it is. Bold words within a sentence are not bold in a sheet. */
export function faceOf({ runs, face }: Pick<Paragraph, 'runs' | 'face'>): Face {
  const amounts = new Map<string, { face: Face; count: number }>()
  for (const run of runs) {
    const key = JSON.stringify({ ...run.face, name: undefined })
    const known = amounts.get(key) ?? { face: run.face, count: 0 }
    // The name is that of the Chinese font where there is Chinese: it has Latin letters, too.
    const wide = [...run.text].some(isWide)
    amounts.set(key, { face: wide ? run.face : known.face, count: known.count + run.text.length })
  }
  const most = [...amounts.values()].sort((a, b) => b.count - a.count)[0]?.face ?? face
  return { ...most, bold: runs.every((run) => run.face.bold || run.text.trim() === '') && (runs.length > 0 || face.bold) }
}

/** @param fit `wrap`: over several lines · `shrink`: on one line, smaller where it would not fit */
export function styleOf(face: Face, align: Align, { fit, vertical = 'center' }: { readonly fit: 'wrap' | 'shrink'; readonly vertical?: 'top' | 'center' }, more: Style = {}): Style {
  const { name, size, bold, italic, underline, color } = face
  return {
    font: { ...(name !== undefined && { name }), size, ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }), ...(color !== undefined && { color }) },
    align: { horizontal: align, vertical, ...(fit === 'wrap' ? { wrap: true } : { shrink: true }) },
    ...more,
  }
}

interface Piece {
  readonly text: string
  readonly at: { readonly left: number; readonly right: number }
  readonly align: Align
}

/**
 * Chinese characters are as wide as they are high in every font: where a line ends is known, and each line is a row, as far from
 * the next as in the document, which a cell of several lines cannot be. Other text is one cell to a paragraph, broken by the program
 * that shows it; where it is longer than a row may be high, it goes on in another.
 */
function setText(paragraph: Paragraph, pieces: readonly Piece[], rows: LetterRows, edges: ColumnEdges): void {
  const face = faceOf(paragraph)
  const pitch = pitchOf(paragraph, face)
  const broken = pieces.map(({ text, at }) => brokenLines(text, edges.between(at), face))
  const count = Math.max(...broken.map((lines) => lines.length))
  const byLine = pieces.some(({ text }) => isChinese(text))
  const most = byLine ? 1 : Math.max(1, Math.floor(LIMIT.rowHeight / pitch))
  for (let from = 0; from < count; from += most) {
    const cells = pieces.map(({ at, align }, i): Placed => ({
      ...at,
      value: (broken[i]?.slice(from, from + most) ?? []).join('').replace(/\n$/, ''),
      style: styleOf(face, align, byLine ? { fit: 'shrink' } : { fit: 'wrap', vertical: 'top' }),
    }))
    rows.add(Math.min(most, count - from) * pitch, cells)
  }
}

/** A number or dash, and beside it the text. */
function setHanging(paragraph: Paragraph, rows: LetterRows, edges: ColumnEdges): void {
  const { left, right, firstLine, align } = paragraph
  const [mark = '', ...rest] = paragraph.runs.map(({ text }) => text).join('').split('\t')
  const at = edges.columns(Math.max(0, left + firstLine), left)
  const beside = { left: at.right + 1, right: edges.columns(0, edges.width - right).right }
  setText(paragraph, [{ text: mark, at, align: 'left' }, { text: rest.join(' '), at: beside, align }], rows, edges)
}

/** What stands left, and after the last tab what ends at the right edge. */
function setSides(paragraph: Paragraph, rows: LetterRows, edges: ColumnEdges): void {
  const text = paragraph.runs.map((run) => run.text).join('')
  const tab = text.lastIndexOf('\t')
  const left = edges.columns(paragraph.left, edges.width / 2)
  const right = { left: left.right + 1, right: edges.columns(0, edges.width - paragraph.right).right }
  if (right.left > right.right) return setText(paragraph, [{ text: text.replaceAll('\t', '  '), at: { left: 1, right: left.right }, align: 'left' }], rows, edges)
  setText(paragraph, [{ text: text.slice(0, tab).replaceAll('\t', '  '), at: left, align: 'left' }, { text: text.slice(tab + 1), at: right, align: 'right' }], rows, edges)
}

/** A cell cannot set its first line in: blanks as wide stand before it, Chinese ones before Chinese. */
function indented(text: string, { firstLine, align, face, runs }: Paragraph): string {
  const plain = text.replaceAll('\t', [...text].some(isWide) ? '　' : '  ')
  if (firstLine <= 0 || align !== 'left') return plain
  const size = runs[0]?.face.size ?? face.size
  const blank = [...text].some(isWide) ? '　' : ' '
  return blank.repeat(Math.round(firstLine / widthOf(blank, { ...face, size }))) + plain
}

/** A line across: a row as high as it is thick. */
function ruleRow({ color, thickness }: Rule, rows: LetterRows, at: { readonly left: number; readonly right: number }): void {
  rows.add(Math.max(0.75, thickness), [{ ...at, style: { fill: color } }])
}

export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('')
