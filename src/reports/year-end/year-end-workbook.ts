import type { Campaign } from '../../domain/campaign/campaign'
import type { CellSpec, PrintSpec, WorkbookSpec } from '../../workbook/spec'
import { fontFor, STYLES } from '../issued/look'
import { heightFor, longestWord, widthOf } from '../issued/text-measure'
import type { YearEndTexts, YearEndWords } from './year-end-texts'

/** Rows above the table: title and what it is. */
const HEAD = 2

/** Widths that read well; a column of names wraps. */
const WIDTHS: Readonly<Record<string, number>> = { unit: 9, name: 24, system: 16, members: 26, 'waived-members': 22 }

/** Columns that name a row: they stand on every page. */
const NAMING = 3
/** Scale at which a record too wide for one page is printed, and characters that a page across holds at it. */
const SCALE = 60
const ACROSS = 155

/** On one page if it stays readable; else on several side by side, never parted within a consequence. */
function pagesAcross(keys: readonly string[], widths: readonly number[]): PrintSpec {
  const sum = (from: number, to?: number) => widths.slice(from, to).reduce((all, width) => all + width, 0)
  if (sum(0) <= ACROSS) return { fitWidth: true }
  const seams = keys.flatMap((key, i) => (key === 'confirmed' || key === 'unit-waivers' ? [i] : []))
  const breaks: number[] = []
  let from = NAMING
  seams.forEach((seam, at) => {
    if (sum(0, NAMING) + sum(from, seams[at + 1]) <= ACROSS || seam === from) return
    breaks.push(seam + 1)
    from = seam
  })
  return { scale: SCALE, breakBefore: breaks, repeatColumns: [1, NAMING] }
}

/** The record as a workbook of one sheet: a row for each unit, print-ready across. `upTo`: the latest week in it. */
export function yearEndWorkbook({ definition }: Campaign, { headings, keys, rows }: YearEndTexts, { language, say, names, upTo }: YearEndWords & { readonly upTo: number }): WorkbookSpec {
  const title = say('year-end/title', { campaign: definition.title[language] })
  const columns = keys.map((key, i) => ({ width: WIDTHS[key] ?? Math.max(widthOf(headings[i] as string) > 20 ? 13 : 10, longestWord(headings[i] as string) + 3) }))
  const last = headings.length
  const line = (row: number, texts: readonly (string | number)[], styleOf: (i: number) => CellSpec['style'], least: number) => ({
    row,
    height: Math.max(least, heightFor(texts.flatMap((text, i) => (typeof text === 'string' ? [[text, columns[i]?.width ?? 10] as const] : [])))),
    cells: texts.map((value, i): CellSpec => ({ column: i + 1, ...(value !== '' && { value }), style: styleOf(i) })),
  })
  const bodyStyle = (i: number) => (WIDTHS[keys[i] ?? ''] === undefined ? STYLES.center : { ...STYLES.value, format: '@' })
  return {
    title,
    author: definition.issuer[language],
    font: fontFor(language),
    sheets: [
      {
        name: say('year-end/sheet'),
        columns,
        rows: [
          { row: 1, height: 30, cells: [{ column: 1, value: title, style: { ...STYLES.title, align: { horizontal: 'left', vertical: 'center' } } }] },
          { row: 2, height: 20, cells: [{ column: 1, value: say(names ? 'year-end/about' : 'year-end/about-without-names', { weeks: upTo }), style: { ...STYLES.fill, align: { horizontal: 'left', vertical: 'center' } } }] },
          line(HEAD + 1, headings, () => STYLES.heading, 40),
          ...rows.map((row, at) => line(HEAD + 2 + at, row, bodyStyle, 21)),
        ],
        freeze: { rows: HEAD + 1, columns: 2 },
        autoFilter: { top: HEAD + 1, bottom: HEAD + 1 + Math.max(1, rows.length), left: 1, right: last },
        showGridLines: false,
        print: { landscape: true, ...pagesAcross(keys, columns.map(({ width }) => width)), repeatRows: [HEAD + 1, HEAD + 1], footer: `&L${title.slice(0, 60).replaceAll('&', '&&')}&R${say('office/page')}` },
      },
    ],
    names: [],
  }
}
