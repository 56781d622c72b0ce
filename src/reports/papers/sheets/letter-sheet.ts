/**
 * A letter as a sheet that prints as the document does: A4, the document's margins, header and page number; a row for each
 * paragraph, tables in their columns with the heading on every page. Text stays text, whatever it begins with.
 */
import type { ColumnSpec, RowSpec, SheetSpec } from '../../../workbook/spec'
import { ColumnEdges } from './column-edges'
import type { Block, Letter, Paragraph } from './letter'
import { LetterRows, type Headed } from './letter-rows'
import { pageLine } from './page-line'
import { heightOf, setParagraph } from './set-paragraph'
import { setTable, type SetTable } from './set-table'

const MM_PER_POINT = 25.4 / 72
/** What is set is a little narrower than the page allows: a printer that sets wider need not scale it down. */
const NARROWER = 0.995
/** And a little lower: programs round the heights of rows to what a screen can show. */
const LOWER = 0.985
/** What a column's width is given in: the characters of a font whose digits have 7 pixels, and 5 pixels besides. Pixels of a point. */
const [DIGIT, PADDING, PIXELS] = [7, 5, 96 / 72]

export interface LetterSheetOptions {
  /** One that Excel takes, no two alike in a workbook. */
  readonly name: string
  /** Shown above the letter on the screen; the pages have it from the document's own header. Absent: it is no draft. */
  readonly draftMark?: string
  /** Pixels of a digit in the workbook's font at its size: columns are as many digits wide as the file says. */
  readonly digit: number
}

export function letterSheet(letter: Letter, { name, draftMark, digit }: LetterSheetOptions): SheetSpec {
  const { page, blocks } = letter
  const edges = new ColumnEdges(blocks, (page.width - page.left - page.right) * NARROWER)
  const above = draftMark === undefined ? 0 : 1
  const lay = (headed?: Headed) => {
    const rows = new LetterRows((page.height - page.top - page.bottom) * LOWER, above, headed)
    return { rows, table: repeatedTable(setBlocks(blocks, rows, edges), rows, above) }
  }
  const first = lay()
  const heading = first.table?.head
  const headingHeight = heading ? first.rows.rows.slice(heading[0] - above - 1, heading[1] - above).reduce((sum, { height = 0 }) => sum + height, 0) : 0
  // A heading that is repeated takes room on the pages after the first: with that, pages end elsewhere.
  const { rows, table } = first.table ? lay({ after: first.rows.pages[first.table.first - above - 1] ?? 1, height: headingHeight }) : first
  const repeated = table?.head
  const columns = edges.at.slice(1).map((edge, i): ColumnSpec => ({ width: charactersOf(edge - (edges.at[i] as number), digit) }))
  const mark: RowSpec[] = draftMark === undefined ? [] : [{ row: 1, height: 24, cells: [{ column: 1, value: draftMark, style: { font: { bold: true, size: 12, color: 'C00000' }, align: { vertical: 'center' } } }] }]
  const [left, right, top, bottom, header, footer] = [page.left, page.right, page.top, page.bottom, page.header, page.footer].map((points) => Math.round(points * MM_PER_POINT * 10) / 10) as [number, number, number, number, number, number]
  const lines = { header: pageLine(letter.header, rows.pageCount), footer: pageLine(letter.footer, rows.pageCount) }
  return {
    name,
    ...(draftMark !== undefined && { tabColor: 'C00000' }),
    columns,
    rows: [...mark, ...rows.rows],
    merges: rows.merges,
    showGridLines: false,
    print: {
      fitWidth: true,
      margins: { left, right, top, bottom, header, footer },
      ...(lines.header !== '' && { header: lines.header }),
      ...(lines.footer !== '' && { footer: lines.footer }),
      ...(repeated && { repeatRows: repeated }),
      ...(rows.breaks.length > 0 && { breakBeforeRows: rows.breaks }),
      // Each letter begins with page 1, also when the whole workbook is printed.
      firstPage: 1,
      area: { top: above + 1, left: 1, bottom: Math.max(rows.last, above + 1), right: columns.length },
    },
  }
}

/** What has to stay together (a heading and its text, the last words and who signs) begins a page where it would be parted. */
function setBlocks(blocks: readonly Block[], rows: LetterRows, edges: ColumnEdges): SetTable[] {
  const tables: SetTable[] = []
  blocks.forEach((block, i) => {
    if (block.kind === 'table') {
      const set = setTable(block, rows, edges)
      if (set) tables.push(set)
      return
    }
    if (isFirstOfChain(blocks, i)) {
      const chain = chainFrom(blocks, i)
      const height = chain.reduce((sum, one) => sum + heightOf(one, edges), 0)
      if (chain.length > 1 && !rows.fits(height)) rows.newPage()
    }
    setParagraph(block, rows, edges)
  })
  return tables
}

const keeps = (block: Block | undefined): boolean => block?.kind === 'paragraph' && block.keepNext

function isFirstOfChain(blocks: readonly Block[], at: number): boolean {
  return keeps(blocks[at]) && !keeps(blocks[at - 1])
}

function chainFrom(blocks: readonly Block[], at: number): Paragraph[] {
  const end = blocks.findIndex((block, i) => i >= at && !keeps(block))
  return blocks.slice(at, end < 0 ? undefined : end + 1).filter((block): block is Paragraph => block.kind === 'paragraph')
}

/**
 * A sheet repeats its rows on every page that follows: the heading of a table that goes on to another page, unless
 * pages come after it on which the table is no longer.
 */
function repeatedTable(tables: readonly SetTable[], rows: LetterRows, above: number): SetTable | undefined {
  const pageOf = (row: number) => rows.pages[row - above - 1] ?? 1
  return tables.find(({ first, last, head }) => head && pageOf(first) < pageOf(last) && pageOf(last) === rows.pageCount)
}

function charactersOf(points: number, digit: number): number {
  const asIfUsual = (points * PIXELS * DIGIT) / digit
  return Math.max(0.1, Math.round(((asIfUsual - PADDING) / DIGIT) * 100) / 100)
}
