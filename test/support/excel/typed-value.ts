/** What Excel makes of a value that is written to a cell: as if it had been typed there. */
import { serialOf } from '../../../src/domain/returns/serial'
import type { CellValue } from '../../../src/workbook/model'

export interface Typed {
  /** Undefined: the cell is empty now. */
  readonly value?: CellValue
  /** Without `=`. */
  readonly formula?: string
  /** Format that Excel gives a General cell along with the value. */
  readonly format?: string
}

const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/
const ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)$/

/** `format`: number format of the cell; `calculate`: result of a formula. */
export function typed(input: unknown, format: string, calculate: (formula: string) => CellValue): Typed {
  if (input === '') return {}
  if (typeof input === 'boolean') return { value: input }
  // A number written to a cell of format Text becomes text.
  if (typeof input === 'number') return { value: format === '@' ? String(input) : input }
  if (typeof input !== 'string') throw new Error(`Excel takes no such value: ${JSON.stringify(input)}`)
  if (input.startsWith("'")) return { value: input.slice(1) }
  if (format === '@') return { value: input }
  const text = input.trim()
  if (/^[=+\-@]./.test(text) && !isNumber(text)) {
    const formula = text.replace(/^[=+]/, '')
    return { value: calculate(formula), formula }
  }
  if (isNumber(text)) return { value: Number(text.replace(/[%,]/g, '')) / (text.endsWith('%') ? 100 : 1), ...(text.endsWith('%') && { format: '0%' }) }
  if (/^(true|false)$/i.test(text)) return { value: /^true$/i.test(text) }
  if (ERROR.test(text)) return { value: { error: text } }
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year) return { value: serialOf(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`), format: 'yyyy/m/d' }
  return { value: input }
}

function isNumber(text: string): boolean {
  return /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?%?$/i.test(text) && /\d/.test(text)
}
