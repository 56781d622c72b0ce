/** A condition's formula → its parts. */
import { columnNumber } from '../../workbook/address'

export type Token =
  | { readonly kind: 'value'; readonly value: string | number | boolean }
  /** 1-based; `fixed`: with `$`. */
  | { readonly kind: 'cell'; readonly row: number; readonly column: number; readonly fixedRow: boolean; readonly fixedColumn: boolean }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'sign'; readonly text: string }

const TOKEN = /\s*(?:"((?:[^"]|"")*)"|(\d+(?:\.\d+)?)|([A-Za-z]+)(?=\()|(TRUE|FALSE)(?![A-Za-z0-9_.])|(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![A-Za-z0-9_.(!:])|(<>|<=|>=|[=<>&+\-*/(),]))/iy

/** Undefined: it has something that is not known here: an area, another sheet, a name. */
export function tokensOf(formula: string): Token[] | undefined {
  const tokens: Token[] = []
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < formula.length; ) {
    const token = tokenOf(TOKEN.exec(formula))
    if (!token) return undefined
    tokens.push(token)
  }
  return tokens
}

function tokenOf(found: RegExpExecArray | null): Token | undefined {
  if (!found) return undefined
  const [, text, number, name, truth, fixedColumn, letters, fixedRow, row, sign] = found
  if (text !== undefined) return { kind: 'value', value: text.replaceAll('""', '"') }
  if (number !== undefined) return { kind: 'value', value: Number(number) }
  if (name !== undefined) return { kind: 'function', name: name.toUpperCase() }
  if (truth !== undefined) return { kind: 'value', value: /^true$/i.test(truth) }
  if (sign !== undefined) return { kind: 'sign', text: sign }
  const column = letters === undefined ? undefined : columnNumber(letters)
  return column === undefined ? undefined : { kind: 'cell', row: Number(row), column, fixedRow: fixedRow === '$', fixedColumn: fixedColumn === '$' }
}
