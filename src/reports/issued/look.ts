/**
 * How issued workbooks look. The colours are pale enough for print and tell apart also for
 * people who do not see red and green: an error is dark on rose, a warning dark on yellow, a
 * query dark on blue, and the words stand beside them.
 */
import type { Language } from '../../domain/text'
import type { Style, WorkbookSpec } from '../../workbook/spec'

/** Fonts that every office machine has: no download, no substitution that moves the columns. */
export function fontFor(language: Language): WorkbookSpec['font'] {
  return language === 'zh' ? { name: '宋体', size: 11 } : { name: 'Calibri', size: 11 }
}

export const COLORS = {
  line: 'A6A6A6',
  heading: 'DDE6EE',
  headingText: '1F2D3A',
  required: 'A61C1C',
  locked: 'F2F2F2',
  muted: '666666',
  link: '1F4E79',
  error: { fill: 'F8CFCF', text: '8B0000', border: 'B03030' },
  warning: { fill: 'FFE9A8', text: '6B4E00', border: 'B58900' },
  query: { fill: 'CFE2F3', text: '1F3F66', border: '4A78A8' },
} as const

const center = { horizontal: 'center', vertical: 'center', wrap: true } as const
const left = { horizontal: 'left', vertical: 'center', wrap: true } as const
const indented = { ...left, indent: 1 } as const

export const STYLES = {
  title: { font: { bold: true, size: 16 }, align: { horizontal: 'center', vertical: 'center', wrap: true } },
  fill: { font: { color: COLORS.muted }, align: left },
  section: { font: { bold: true, size: 12, color: COLORS.headingText }, align: { vertical: 'center' } },
  heading: { font: { bold: true, color: COLORS.headingText }, fill: COLORS.heading, border: COLORS.line, align: center },
  headingRequired: { font: { bold: true, color: COLORS.required }, fill: COLORS.heading, border: COLORS.line, align: center },
  headingBlank: { fill: COLORS.heading, border: COLORS.line },
  sum: { font: { bold: true }, fill: COLORS.locked, border: COLORS.line, align: center },
  number: { font: { color: COLORS.muted }, fill: COLORS.locked, border: COLORS.line, align: center, format: '0' },
  locked: { fill: COLORS.locked, border: COLORS.line, align: indented },
  lockedCenter: { fill: COLORS.locked, border: COLORS.line, align: center },
  label: { font: { bold: true, color: COLORS.headingText }, fill: COLORS.heading, border: COLORS.line, align: indented },
  labelRequired: { font: { bold: true, color: COLORS.required }, fill: COLORS.heading, border: COLORS.line, align: indented },
  value: { border: COLORS.line, align: indented },
  center: { border: COLORS.line, align: center },
  link: { font: { color: COLORS.link, underline: true }, border: COLORS.line, align: indented },
  step: { align: left },
  stepNumber: { font: { bold: true, color: COLORS.link }, align: { horizontal: 'center', vertical: 'center' } },
} as const satisfies Record<string, Style>

/**
 * A required heading or item. The mark is put there by the number format, so that the cell's text
 * stays the plain heading.
 */
export function required(style: Style, mark: string): Style {
  return { ...style, format: `"${mark}"@` }
}

/** The same style, open for entry on a protected sheet. */
export function unlocked(style: Style): Style {
  return { ...style, locked: false }
}

/**
 * Cells that a check fills: grey like locked ones, and open. A check inside Excel can write only what
 * the protection leaves open, and it changes nobody's protection.
 */
export const FILLED_BY_CHECK = {
  cell: unlocked(STYLES.locked),
  center: unlocked(STYLES.lockedCenter),
  /** Cells of such a column that are not written out: rows somebody added below. */
  column: { locked: false },
} as const satisfies Record<string, Style>
