/** Tables for a terminal, aligned also when Chinese and Latin text are mixed. */

export interface TextColumn {
  readonly heading: string
  readonly align?: 'left' | 'right'
  /** Longest width in terminal cells; longer text is cut and ends in `…`. */
  readonly most?: number
}

/** Terminal cells a text takes: East Asian wide and full-width characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) {
    const code = character.codePointAt(0) as number
    if (/\p{Mn}|\p{Cf}/u.test(character)) continue
    width += isWide(code) ? 2 : 1
  }
  return width
}

/** Unicode Standard Annex #11: the blocks that are Wide or Fullwidth and occur in office text. */
function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6) ||
    (code >= 0x1f300 && code <= 0x1faff) ||
    (code >= 0x20000 && code <= 0x3fffd)
  )
}

function fit(text: string, width: number, align: 'left' | 'right'): string {
  let shown = text
  if (displayWidth(shown) > width) {
    shown = ''
    for (const character of text) {
      if (displayWidth(shown + character) > width - 1) break
      shown += character
    }
    shown += '…'
  }
  const padding = ' '.repeat(Math.max(0, width - displayWidth(shown)))
  return align === 'right' ? padding + shown : shown + padding
}

/** Lines of a table: heading, rule, rows. Line breaks in cells become spaces; blank cells stay blank. */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly (string | number)[])[]): string[] {
  const cells = rows.map((row) => row.map((cell) => String(cell).replace(/\s+/g, ' ')))
  const widths = columns.map((column, i) => {
    const widest = Math.max(displayWidth(column.heading), ...cells.map((row) => displayWidth(row[i] ?? '')))
    return Math.min(widest, column.most ?? 60)
  })
  const line = (row: readonly string[]) =>
    columns
      .map((column, i) => fit(row[i] ?? '', widths[i] as number, column.align ?? 'left'))
      .join('  ')
      .trimEnd()
  return [line(columns.map((column) => column.heading)), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.map(line)]
}
