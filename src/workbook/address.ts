/** Excel's own limits (ECMA-376 and the product's published limits). */
export const LAST_ROW = 1_048_576
export const LAST_COLUMN = 16_384

/** Letters of a 1-based column: 1 → `A`, 28 → `AB`. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters
  }
  return letters
}

/** A1-style address of a 1-based row and column: (4, 3) → `C4`. */
export function address(row: number, column: number): string {
  return columnLetters(column) + row
}

/** A1-style address of an area: `A4:C9`. */
export function areaAddress(area: { top: number; left: number; bottom: number; right: number }): string {
  return `${address(area.top, area.left)}:${address(area.bottom, area.right)}`
}

/** 1-based column of its letters (`AB` → 28); undefined when it is none, or lies beyond XFD. */
export function columnNumber(letters: string): number | undefined {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return undefined
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64)
  return column <= LAST_COLUMN ? column : undefined
}

/** A sheet's name as a formula writes it: always quoted, quotes doubled. */
export function quoteSheetName(name: string): string {
  return `'${name.replaceAll("'", "''")}'`
}
