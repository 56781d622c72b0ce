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
  const divided = width > ACROSS ? seamNearMiddle(columns, seams) : undefined
  return {
    landscape: width > UPRIGHT,
    ...(divided === undefined ? { fitWidth: true } : dividedAt(columns, names, divided)),
    footer: `&L${footerText(making.subject.name)}&C&A&R${making.say('sheet/page')}`,
    ...(repeat && { repeatRows: repeat }),
    area,
  }
}

function dividedAt(columns: readonly ColumnSpec[], names: number, seam: number): Partial<PrintSpec> {
  const wider = Math.max(widthFrom(columns, 1, seam), widthFrom(columns, 1, names + 1) + widthFrom(columns, seam, columns.length + 1))
  return { scale: Math.min(100, Math.floor((PAGE / wider) * 100)), breakBefore: [seam], ...(names > 0 && { repeatColumns: [1, names] as const }) }
}

function seamNearMiddle(columns: readonly ColumnSpec[], seams: readonly number[]): number | undefined {
  const total = widthFrom(columns, 1, columns.length + 1)
  const distance = (seam: number): number => Math.abs(widthFrom(columns, 1, seam) - total / 2)
  return [...seams].sort((a, b) => distance(a) - distance(b))[0]
}

/** Visible characters from one column up to, not including, another. */
function widthFrom(columns: readonly ColumnSpec[], from: number, to: number): number {
  return columns.slice(from - 1, to - 1).reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0)
}

/** In a footer `&` begins a code, and 255 characters are all it holds. */
function footerText(text: string): string {
  return text.slice(0, 60).replaceAll('&', '&&')
}
