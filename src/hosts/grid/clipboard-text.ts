/** Tables as text: cells apart by tabs, rows by line ends; a cell with either is in quotes (as Excel and its kin copy). */

const QUOTED = /"((?:[^"]|"")*)"(?=\t|\r|\n|$)/y

export function tableOf(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const cell = cellAt(text, at)
    rows.at(-1)!.push(cell.text)
    at = cell.end
    const ending = /^\r?\n|^\r/.exec(text.slice(at, at + 2))?.[0]
    if (ending) {
      at += ending.length
      // A line end closes the last row; it does not begin another.
      if (at >= text.length) break
      rows.push([])
    } else at++
  }
  return rows
}

function cellAt(text: string, start: number): { text: string; end: number } {
  QUOTED.lastIndex = start
  const quoted = text[start] === '"' ? QUOTED.exec(text)?.[1] : undefined
  // Only what needs quotes has them: `"quoted" speech` in one cell is what it is.
  if (quoted !== undefined && /[\t\r\n]|""/.test(quoted)) return { text: quoted.replaceAll('""', '"').replaceAll('\r\n', '\n'), end: QUOTED.lastIndex }
  let end = start
  while (end < text.length && !/[\t\r\n]/.test(text[end]!)) end++
  return { text: text.slice(start, end), end }
}
