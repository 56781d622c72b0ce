/** How much room text takes, in characters of the default font; a Chinese character takes two. */

const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u2026\u203b\u{20000}-\u{3fffd}]/u

/** In characters of the Latin alphabet: Han characters and full-width signs take two. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += WIDE.test(character) ? 2 : 1
  return width
}

/**
 * Lines that text takes in a column of so many characters: Chinese breaks anywhere, other
 * text between words. Never less than one line; a word longer than the column is broken.
 */
export function linesOf(text: string, columnWidth: number): number {
  // A cell keeps room at both edges and an indent, and bold or substituted fonts run wider.
  const room = Math.max(2, columnWidth * 0.96 - 2)
  return text.split('\n').reduce((lines, paragraph) => lines + paragraphLines(paragraph, room), 0)
}

function paragraphLines(paragraph: string, room: number): number {
  let lines = 1
  let used = 0
  for (const piece of paragraph.match(/[\x21-\x7e\u00a0-\u024f]+ ?| |[^]/gu) ?? []) {
    const width = widthOf(piece)
    if (used > 0 && used + widthOf(piece.trimEnd()) > room) {
      lines++
      used = 0
    }
    if (width > room) lines += Math.ceil(width / room) - 1
    used += width > room ? width % room : width
  }
  return lines
}

/** Height in points of a row whose tallest cell has so many lines. */
export function rowHeight(lines: number, fontSize = 11): number {
  return Math.max(21, Math.round(lines * fontSize * 1.42 + 7))
}

/** Height of a row from its cells' texts and the widths they wrap in. */
export function heightFor(cells: readonly (readonly [text: string, width: number])[], fontSize = 11): number {
  const scale = fontSize / 11
  return rowHeight(Math.max(1, ...cells.map(([text, width]) => linesOf(text, width / scale))), fontSize)
}

/** Width of the widest piece that cannot be broken: one Chinese character, or one word. */
export function longestWord(text: string): number {
  return Math.max(0, ...(text.match(/[\x21-\x7e\u00a0-\u024f]+|[^]/gu) ?? []).map(widthOf))
}
