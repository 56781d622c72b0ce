import { LAST_COLUMN } from '../../address'
import type { ColumnSpec, Style } from '../../spec'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import type { Budget } from './budget'
import { numberIn } from './number'
import type { LookStyles } from './styles'

const MIN = xmlName('min')
const MAX = xmlName('max')
const WIDTH = xmlName('width')
const HIDDEN = xmlName('hidden')
const STYLE = xmlName('style')

/** In characters: what Excel gives a column of which nothing is said (8 digits and padding, in steps of 8 pixels). */
const USUAL_WIDTH = 8.43
const WIDEST = 255

/** Pixels of the widest digit of an 11-point default font, and of the padding around a cell's text: as the writer counts. */
const DIGIT = 7
const PADDING = 5

/** Width in characters as Excel shows it; the file counts the padding too, in steps of 1/256 (ECMA-376 part 1, 18.3.1.13). */
export function charactersOf(fileWidth: string | undefined): number | undefined {
  const width = numberIn(fileWidth)
  if (!(width >= 0)) return undefined
  return Math.min(WIDEST, Math.max(0, Math.round((width - PADDING / DIGIT) * 100) / 100))
}

interface Run {
  readonly first: number
  readonly last: number
  readonly column: ColumnSpec
}

/** The columns of a sheet as its part lists them: in runs, of which one may go on to the end of the sheet. */
export class Columns {
  private readonly runs: Run[] = []
  private readonly unlisted: ColumnSpec
  private readonly usual: boolean

  /** @param width of columns that give none, in characters; undefined: as Excel has it */
  constructor(
    private readonly styles: LookStyles,
    private readonly width: number | undefined,
  ) {
    const style = styles.cell(0)
    this.unlisted = { width: width ?? USUAL_WIDTH, ...(style && { style }) }
    this.usual = width === undefined && style === undefined
  }

  /** With the scanner at `cols`. A run that is none, or that begins within an earlier one, is left out. */
  read(x: XmlScanner): void {
    while (x.child()) {
      const [first, last] = [Number(x.attribute(MIN)), Math.min(Number(x.attribute(MAX)), LAST_COLUMN)]
      if (Number.isInteger(first) && Number.isInteger(last) && first > (this.runs.at(-1)?.last ?? 0) && last >= first) {
        const style = this.styles.cell(Number(x.attribute(STYLE) ?? 0))
        const width = charactersOf(x.attribute(WIDTH)) ?? this.width ?? USUAL_WIDTH
        this.runs.push({ first, last, column: { width, ...(x.flag(HIDDEN) && { hidden: true }), ...(style && { style }) } })
      }
      x.skip()
    }
  }

  /** Style of a column's cells that are not written out. */
  styleOf(column: number): Style | undefined {
    return this.at(column).style
  }

  private at(column: number): ColumnSpec {
    let low = 0
    let high = this.runs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = this.runs[middle] as Run
      if (column < run.first) high = middle - 1
      else if (column > run.last) low = middle + 1
      else return run.column
    }
    return this.unlisted
  }

  /**
   * The columns one by one as far as they differ or hold cells, and what all after those are like.
   *
   * @param used the last column that holds a cell; 0 for none
   */
  listed(used: number, sheet: string, budget: Budget): { columns: ColumnSpec[]; rest?: ColumnSpec } {
    const last = this.runs.at(-1)
    const open = last?.last === LAST_COLUMN ? last : undefined
    const own = open ? open.first - 1 : last?.last ?? 0
    const rest = open ? open.column : this.usual ? undefined : this.unlisted
    const count = rest ? Math.max(own, used) : own
    budget.spend(count, sheet)
    return { columns: Array.from({ length: count }, (_, n) => this.at(n + 1)), ...(rest && count < LAST_COLUMN && { rest }) }
  }
}
