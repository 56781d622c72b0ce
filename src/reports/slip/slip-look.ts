/** How a return slip looks: as the issued workbooks do, a little smaller, for print. */
import type { Style } from '../../workbook/spec'
import { COLORS, STYLES } from '../issued/look'

const size = 10
const left = { horizontal: 'left', vertical: 'center', wrap: true } as const
const indented = { ...left, indent: 1 } as const
const center = { horizontal: 'center', vertical: 'center', wrap: true } as const
const cell = { border: COLORS.line } as const

/** Scores and points show as many decimals as the campaign ranks by. */
export const pointsFormat = (digits: number): string => (digits === 0 ? '0' : `0.${'0'.repeat(digits)}`)
export const changeFormat = (digits: number): string => `+${pointsFormat(digits)};-${pointsFormat(digits)};0`

export const SLIP_STYLES = {
  title: STYLES.title,
  subtitle: { font: { size: 12, color: COLORS.muted }, align: { horizontal: 'center', vertical: 'center' } },
  section: STYLES.section,
  text: { font: { size }, align: left },
  strong: { font: { size: 11, bold: true }, align: left },
  muted: { font: { size: 9, color: COLORS.muted }, align: left },
  heading: { ...STYLES.heading, font: { ...STYLES.heading.font, size } },
  label: { ...STYLES.label, font: { ...STYLES.label.font, size } },
  value: { ...cell, font: { size }, align: indented },
  center: { ...cell, font: { size }, align: center },
  group: { ...cell, font: { size, bold: true }, fill: COLORS.locked, align: indented },
  groupCenter: { ...cell, font: { size, bold: true }, fill: COLORS.locked, align: center },
  total: { ...cell, font: { size, bold: true }, fill: COLORS.locked, align: center },
  new: { ...cell, font: { size, color: COLORS.error.text }, fill: COLORS.error.fill, align: center },
  'came-back': { ...cell, font: { size, bold: true, color: COLORS.error.text }, fill: COLORS.error.fill, align: center },
  'still-open': { ...cell, font: { size, color: COLORS.warning.text }, fill: COLORS.warning.fill, align: center },
  'put-right': { ...cell, font: { size, color: '2B5A22' }, fill: 'DDEFD9', align: center },
} as const satisfies Record<string, Style>
