import { LAST_ROW, columnNumber } from '../../address'
import { WorkbookError } from '../../error'
import type { Area, Row, Sheet, Visibility } from '../../model'
import { type CellContext, CellReader } from './cells'
import type { OpenPackage } from './package'
import { type XmlScanner, xmlName } from './xml-scanner'

const SHEET_DATA = xmlName('sheetData')
const MERGES = xmlName('mergeCells')
const PROTECTION = xmlName('sheetProtection')
const REFERENCE = xmlName('ref')
const SHEET = xmlName('sheet')

/**
 * Reads one worksheet part to its end (ECMA-376 part 1, 18.3.1.99). Merged areas are listed, never expanded.
 *
 * @throws WorkbookError what `CellReader` throws; `file/malformed-sheet` where XML is broken, naming the last cell begun
 */
export function readSheet(parcel: OpenPackage, part: string, name: string, visibility: Visibility, context: CellContext): Sheet {
  let cells: CellReader | undefined
  try {
    const x = parcel.open(part)
    let rows: Row[] = []
    let isProtected = false
    const merges: Area[] = []
    while (x.child()) {
      if (x.is(SHEET_DATA) && !cells) {
        cells = new CellReader(x, name, context)
        rows = cells.read()
      } else if (x.is(MERGES)) readMerges(x, name, merges)
      else {
        if (x.is(PROTECTION)) isProtected = x.flag(SHEET)
        x.skip()
      }
    }
    return { name, visibility, protected: isProtected, merges, rows }
  } catch (error) {
    throw ofSheet(error, name, part, cells?.place ?? '')
  }
}

/** What went wrong in a sheet's part: broken XML is told with the sheet and the last cell that was begun. */
export function ofSheet(error: unknown, sheet: string, part: string, cell: string): unknown {
  if (!(error instanceof WorkbookError) || error.code !== 'file/malformed-xml') return error
  const { offset } = (error as WorkbookError<'file/malformed-xml'>).params
  return new WorkbookError('file/malformed-sheet', { sheet, cell, part, offset }, { cause: error })
}

/** With the scanner at `mergeCells`. @throws WorkbookError `file/bad-reference` */
export function readMerges(x: XmlScanner, sheet: string, merges: Area[]): void {
  while (x.child()) {
    const reference = x.attribute(REFERENCE)
    if (reference !== undefined) {
      const area = areaOf(reference)
      if (!area) throw new WorkbookError('file/bad-reference', { sheet, cell: reference })
      merges.push(area)
    }
    x.skip()
  }
}

/** `A4:C9`, or one cell; undefined when it is none, or lies beyond XFD1048576. */
export function areaOf(reference: string): Area | undefined {
  const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = /^([A-Za-z]{1,3})(\d{1,7})(?::([A-Za-z]{1,3})(\d{1,7}))?$/.exec(reference) ?? []
  const [left, right] = [columnNumber(firstColumn), columnNumber(lastColumn)]
  const [top, bottom] = [Number(firstRow), Number(lastRow)]
  if (left === undefined || right === undefined || top < 1 || bottom > LAST_ROW || top > bottom || left > right) return undefined
  return { top, left, bottom, right }
}
