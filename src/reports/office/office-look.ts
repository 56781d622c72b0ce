/** How the office workbook looks: the palette of the issued workbooks, without cells to protect. */
import type { Style } from '../../workbook/spec'
import { COLORS } from '../issued/look'
import type { ColumnLook } from './keyed-table'

export const LINE = COLORS.line

/** What a row is, at a glance; also readable in print and without red and green. */
export const MARKS_OF_ROWS = {
  last: { fill: COLORS.error.fill, color: COLORS.error.text, bold: true },
  absent: { fill: 'EDEDED', color: COLORS.muted },
  first: { fill: 'DDEFD9', color: '2B5A22', bold: true },
  doubt: { fill: COLORS.warning.fill, color: COLORS.warning.text },
  band: { fill: 'F6F9FC' },
  repeated: { color: 'B4BCC4' },
  bar: '9DBAD7',
} as const

const left = { horizontal: 'left', vertical: 'center', wrap: true } as const
const center = { horizontal: 'center', vertical: 'center', wrap: true } as const
const right = { horizontal: 'right', vertical: 'center' } as const

export const OFFICE_STYLES = {
  title: { font: { bold: true, size: 18, color: COLORS.headingText }, align: { horizontal: 'left', vertical: 'center' } },
  about: { font: { color: COLORS.muted }, align: { horizontal: 'left', vertical: 'center' } },
  section: { font: { bold: true, size: 13, color: COLORS.link }, align: { horizontal: 'left', vertical: 'bottom' } },
  heading: { font: { bold: true, color: COLORS.headingText }, fill: COLORS.heading, border: COLORS.line, align: center },
  /** Columns that people fill in. */
  headingPerson: { font: { bold: true, color: '6B4E00' }, fill: 'FFF3D1', border: COLORS.line, align: center },
  machine: { font: { size: 8, color: 'A6A6A6' }, format: '@' },
} as const satisfies Record<string, Style>

export const LOOKS: Readonly<Record<ColumnLook, Style>> = {
  text: { align: left, format: '@' },
  long: { align: left, format: '@' },
  name: { align: left, format: '@', font: { bold: true } },
  center: { align: center },
  code: { align: center, format: '@', font: { color: COLORS.muted } },
  count: { align: center, format: '#,##0' },
  score: { align: right, format: '0.0#' },
  percent: { align: center, format: '0%' },
  /** Places gained or lost: signs that also a printout shows. */
  movement: { align: center, format: '"▲"0;"▼"0;"–"' },
  date: { align: center, format: 'yyyy-mm-dd' },
  machine: OFFICE_STYLES.machine,
}
