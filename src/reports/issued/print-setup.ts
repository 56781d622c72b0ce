/**
 * A4: upright while the sheet is readable so, across otherwise; headings on every page, unit and page
 * number below. A register too wide even for that is printed on several pages side by side, with the
 * names on each of them, and is divided between repetitions, never within one.
 */
import type { Area } from '../../workbook/model'
import type { ColumnSpec, PrintSpec } from '../../workbook/spec'
import type { Making } from './making'

/** Characters that an upright A4 page holds at a size people still like to read. */
const UPRIGHT = 105
/** The same for a page across. */
const ACROSS = 210
/** Characters of a page across at 100 %, with room for fonts that run wider. */
const PAGE = 96
/** Scale below which a register is divided once more. */
const SMALLEST = 0.6

export interface Printed {
  readonly columns: readonly ColumnSpec[]
  readonly area: Area
  /** Heading rows. */
  readonly repeat?: readonly [number, number]
  /** Columns on the left that name a row. */
  readonly names?: number
  /** Columns that may begin a page. */
  readonly seams?: readonly number[]
}

export function printSetup(making: Making, { columns, area, repeat, names = 0, seams = [] }: Printed): PrintSpec {
  const width = widthFrom(columns, 1, columns.length + 1)
  return {
    landscape: width > UPRIGHT,
    ...(width > ACROSS && seams.length > 0 ? divided(columns, names, seams) : { fitWidth: true }),
    footer: `&L${footerText(making.subject.name)}&C&A&R${making.say('sheet/page')}`,
    ...(repeat && { repeatRows: repeat }),
    area,
  }
}

function divided(columns: readonly ColumnSpec[], names: number, seams: readonly number[]): Partial<PrintSpec> {
  const end = columns.length + 1
  const repeated = widthFrom(columns, 1, names + 1)
  const pages = Math.ceil((widthFrom(columns, 1, end) - repeated) / (PAGE / SMALLEST - repeated))
  const share = (widthFrom(columns, 1, end) - repeated) / pages
  const breaks: number[] = []
  let from = names + 1
  seams.forEach((seam, at) => {
    // The page is full when what follows up to the next seam would go further beyond its share than leaving it out falls short.
    const next = seams[at + 1] ?? end
    if (seam > from && breaks.length < pages - 1 && widthFrom(columns, from, seam) + widthFrom(columns, seam, next) / 2 > share) {
      breaks.push(seam)
      from = seam
    }
  })
  const starts = [names + 1, ...breaks]
  const widest = Math.max(...starts.map((start, at) => repeated + widthFrom(columns, start, starts[at + 1] ?? end)))
  return { scale: Math.max(10, Math.min(100, Math.floor((PAGE / widest) * 100))), breakBefore: breaks, ...(names > 0 && { repeatColumns: [1, names] as const }) }
}

/** Visible characters from one column up to, not including, another. */
function widthFrom(columns: readonly ColumnSpec[], from: number, to: number): number {
  return columns.slice(from - 1, to - 1).reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0)
}

/** In a footer `&` begins a code, and 255 characters are all it holds. */
function footerText(text: string): string {
  return text.slice(0, 60).replaceAll('&', '&&')
}
