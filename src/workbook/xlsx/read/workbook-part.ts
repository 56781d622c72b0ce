import { WorkbookError } from '../../error'
import type { DefinedName, Visibility } from '../../model'
import type { OpenPackage } from './package'
import { type XmlScanner, xmlName } from './xml-scanner'
import { unescape } from './xml-text'

const WORKBOOK = xmlName('workbook')
const PROPERTIES = xmlName('workbookPr')
const DATE_1904 = xmlName('date1904')
const SHEETS = xmlName('sheets')
const DEFINED_NAMES = xmlName('definedNames')
const CALCULATION = xmlName('calcPr')
const FULL = xmlName('fullCalcOnLoad')
const NAME = xmlName('name')
const STATE = xmlName('state')
const ID = xmlName('id')
const HIDDEN = xmlName('hidden')
const LOCAL = xmlName('localSheetId')

/** A sheet as the workbook part lists it; its cells are in another part. */
export interface SheetEntry {
  readonly name: string
  readonly visibility: Visibility
  /** Id of the relationship that leads to its part. */
  readonly relationship: string
}

export interface WorkbookPart {
  /** All sheets in order, chart sheets too. */
  readonly sheets: readonly SheetEntry[]
  readonly names: readonly DefinedName[]
  readonly from1904: boolean
  /** Everything is to be calculated anew when the workbook is opened: results of formulas need not follow from the values. */
  readonly calculates: boolean
}

/**
 * Reads the workbook part (ECMA-376 part 1, 18.2.27).
 *
 * @throws WorkbookError `file/no-workbook` when the part is none, `file/too-many-sheets`, `file/duplicate-sheet`
 */
export function readWorkbookPart(parcel: OpenPackage, part: string): WorkbookPart {
  const x = parcel.open(part)
  if (!x.is(WORKBOOK)) throw new WorkbookError('file/no-workbook', {})
  const sheets: SheetEntry[] = []
  const names: (DefinedName & { local?: number })[] = []
  let from1904 = false
  let calculates = false
  while (x.child()) {
    if (x.is(SHEETS)) readSheets(x, sheets)
    else if (x.is(DEFINED_NAMES)) readNames(x, names)
    else {
      if (x.is(PROPERTIES)) from1904 = x.flag(DATE_1904)
      else if (x.is(CALCULATION)) calculates = x.flag(FULL)
      x.skip()
    }
  }
  const limit = parcel.limits.sheets
  if (sheets.length > limit) throw new WorkbookError('file/too-many-sheets', { count: sheets.length, limit })
  refuseTwins(sheets)
  return { sheets, from1904, calculates, names: names.map(({ local, ...name }) => (local === undefined ? name : { ...name, sheet: sheets[local]?.name ?? '' })) }
}

/** Excel tells sheets apart without regard to case. */
function refuseTwins(sheets: readonly SheetEntry[]): void {
  const seen = new Set<string>()
  for (const { name } of sheets) {
    const key = name.toLowerCase()
    if (seen.has(key)) throw new WorkbookError('file/duplicate-sheet', { sheet: name })
    seen.add(key)
  }
}

function readSheets(x: XmlScanner, sheets: SheetEntry[]): void {
  while (x.child()) {
    const state = x.attribute(STATE)
    sheets.push({
      name: unescape(x.attribute(NAME) ?? ''),
      visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
      relationship: x.prefixed(ID) ?? '',
    })
    x.skip()
  }
}

function readNames(x: XmlScanner, names: (DefinedName & { local?: number })[]): void {
  while (x.child()) {
    const name = unescape(x.attribute(NAME) ?? '')
    const hidden = x.flag(HIDDEN)
    const local = x.attribute(LOCAL)
    x.leaf()
    names.push({ name, refersTo: unescape(x.text()), hidden, ...(local !== undefined && { local: Number(local) }) })
  }
}
