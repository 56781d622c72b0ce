/** How the office workbook looks: the palette of the issued workbooks, without cells to protect. */
import type { Style } from '../../workbook/spec'
import { COLORS } from '../issued/look'
import { heightFor } from '../issued/text-measure'
import type { ColumnLook, TableColumn, TableValue } from './keyed-table'

export const LINE = COLORS.line

/**
 * What a row is, at a glance; also readable in print and without red and green. Each has the lines
 * of a table: where several conditions hold, some programs show only the first.
 */
export const MARKS_OF_ROWS = {
  last: { fill: COLORS.error.fill, color: COLORS.error.text, bold: true, border: LINE },
  absent: { fill: 'EDEDED', color: COLORS.muted, border: LINE },
  first: { fill: 'DDEFD9', color: '2B5A22', bold: true, border: LINE },
  doubt: { fill: COLORS.warning.fill, color: COLORS.warning.text, border: LINE },
  alarm: { color: COLORS.error.text, bold: true, border: LINE },
  band: { fill: 'F3F7FA', border: LINE },
  repeated: { color: 'A3ADB6', border: LINE },
} as const

/** Data bars. */
export const BAR = '9DBAD7'

const left = { horizontal: 'left', vertical: 'center', wrap: true, indent: 1 } as const
const center = { horizontal: 'center', vertical: 'center', wrap: true } as const
const right = { horizontal: 'right', vertical: 'center', indent: 1 } as const

export const OFFICE_STYLES = {
  title: { font: { bold: true, size: 18, color: COLORS.headingText }, align: { horizontal: 'left', vertical: 'center' } },
  about: { font: { color: COLORS.muted }, align: { horizontal: 'left', vertical: 'center' } },
  section: { font: { bold: true, size: 13, color: COLORS.link }, align: { horizontal: 'left', vertical: 'bottom' } },
  heading: { font: { bold: true, color: COLORS.headingText }, fill: COLORS.heading, border: COLORS.line, align: center },
  /** Columns that people fill in. */
  headingPerson: { font: { bold: true, color: '6B4E00' }, fill: 'FFF3D1', border: COLORS.line, align: center },
  machine: { font: { size: 8, color: 'A6A6A6' }, format: '@' },
} as const satisfies Record<string, Style>

/** Scores with as many decimals as they are rounded to. */
export function looks(digits: number): Readonly<Record<ColumnLook, Style>> {
  return {
    text: { align: left, format: '@' },
    long: { align: left, format: '@' },
    name: { align: left, format: '@', font: { bold: true } },
    center: { align: center },
    code: { align: { horizontal: 'center', vertical: 'center' }, format: '@', font: { size: 9, color: COLORS.muted } },
    count: { align: center, format: '#,##0' },
    score: { align: right, format: decimals(digits) },
    mark: { align: center, format: decimals(digits) },
    percent: { align: center, format: '0%' },
    /** Places gained or lost: signs that also a printout shows. */
    movement: { align: center, format: '"▲"0;"▼"0;"–"' },
    date: { align: center, format: 'yyyy-mm-dd' },
    /** Numbers for conditional formats: in a cell of format Text Excel would make text of them. */
    machine: { ...OFFICE_STYLES.machine, format: '0' },
  }
}

function decimals(digits: number): string {
  return digits === 0 ? '0' : `0.${'0'.repeat(digits)}`
}

/** Looks whose text wraps, so that it decides how high its row is. */
const WRAPPING: ReadonlySet<ColumnLook> = new Set(['text', 'long', 'name', 'center'])

/** Height in points of a row with these values; prepared rows, which have none, get the least. */
export function heightOfRow(columns: readonly TableColumn[], values: Readonly<Record<string, TableValue>>): number {
  return heightFor(columns.flatMap(({ id, look, width }) => (WRAPPING.has(look) && typeof values[id] === 'string' ? [[values[id], width] as const] : [])))
}

export function heightOfHeadings(columns: readonly TableColumn[]): number {
  return Math.max(26, heightFor(columns.map(({ heading, width }) => [heading, width] as const)))
}
