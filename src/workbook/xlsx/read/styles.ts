import { WorkbookError } from '../../error'
import type { OpenPackage } from './package'
import { BUILT_IN, formatKind } from '../../number-format'
import { type XmlScanner, xmlName } from './xml-scanner'
import { unescape } from './xml-text'

const NUMBER_FORMATS = xmlName('numFmts')
const CELL_FORMATS = xmlName('cellXfs')
const ID = xmlName('numFmtId')
const CODE = xmlName('formatCode')

/** What a cell's style says about its number. */
export interface CellFormat {
  /** Undefined: General. */
  readonly code: string | undefined
  /** True: dates and times. */
  readonly date: boolean
  /** True: counts days from the epoch, so that 1904 serials have to be moved. */
  readonly dated: boolean
}

export const GENERAL: CellFormat = { code: undefined, date: false, dated: false }

/**
 * The number formats of a workbook, by a cell's style index (ECMA-376 part 1, 18.8.10).
 * Of a workbook without styles: none.
 *
 * @throws WorkbookError `file/long-format`
 */
export function readStyles(parcel: OpenPackage, part: string | undefined): readonly CellFormat[] {
  if (part === undefined) return []
  const x = parcel.open(part)
  const codes = new Map<number, string>()
  const ids: number[] = []
  while (x.child()) {
    if (x.is(NUMBER_FORMATS)) readCodes(x, codes, parcel.limits.formatCode)
    else if (x.is(CELL_FORMATS)) {
      while (x.child()) {
        ids.push(Number(x.attribute(ID) ?? 0))
        x.skip()
      }
    } else x.skip()
  }
  const formats = new Map<number, CellFormat>()
  return ids.map((id) => {
    const known = formats.get(id) ?? cellFormat(codes.get(id) ?? BUILT_IN[id])
    formats.set(id, known)
    return known
  })
}

/** With the scanner at `numFmts`: codes by their id. @throws WorkbookError `file/long-format` */
export function readCodes(x: XmlScanner, codes: Map<number, string>, limit: number): void {
  while (x.child()) {
    const code = unescape(x.attribute(CODE) ?? '')
    if (code.length > limit) throw new WorkbookError('file/long-format', { length: code.length, limit })
    codes.set(Number(x.attribute(ID)), code)
    x.skip()
  }
}

/** Of a format's code; undefined: General. */
export function cellFormat(code: string | undefined): CellFormat {
  if (code === undefined || /^general$/i.test(code)) return GENERAL
  const kind = formatKind(code)
  return { code, date: kind !== 'number', dated: kind === 'date' }
}
