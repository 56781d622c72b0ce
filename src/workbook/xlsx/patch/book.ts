import { WorkbookError } from '../../error'
import type { OpenPackage, Relationship } from '../read/package'
import { xmlName } from '../read/xml-scanner'

const SHEETS = xmlName('sheets')
const SHEET = xmlName('sheet')
const NAME = xmlName('name')
const SHEET_ID = xmlName('sheetId')
const ID = xmlName('id')

export interface BookSheet {
  readonly name: string
  readonly id: number
  readonly part: string
  /** Last segment of the relationship's type: `worksheet`, `chartsheet` … */
  readonly kind: string
}

/** Where the parts of a workbook are, found through its relationships: sheets may have been renamed, parts be called anything. */
export interface Book {
  readonly part: string
  readonly relationshipPart: string
  readonly sheets: readonly BookSheet[]
  readonly relationships: readonly Relationship[]
  /** Name of the first part that the workbook refers to as this kind. */
  partOf(kind: string): string | undefined
}

/** @throws WorkbookError `file/no-workbook`, and what a damaged package gives */
export function openBook(parcel: OpenPackage): Book {
  const part = parcel.relationships('').find(({ type, external }) => type === 'officeDocument' && !external)?.target
  if (part === undefined || !parcel.has(part)) throw new WorkbookError('file/no-workbook', {})
  const relationships = parcel.relationships(part)
  const byId = new Map(relationships.map((relationship) => [relationship.id, relationship]))
  const sheets: BookSheet[] = []
  const x = parcel.open(part)
  while (x.child()) {
    if (!x.is(SHEETS)) {
      x.skip()
      continue
    }
    while (x.child()) {
      const to = byId.get(x.prefixed(ID) ?? '')
      if (x.is(SHEET) && to) sheets.push({ name: x.attribute(NAME) ?? '', id: Number(x.attribute(SHEET_ID)), part: to.target, kind: to.type })
      x.skip()
    }
  }
  const relationshipPart = part.replace(/([^/]*)$/, '_rels/$1.rels')
  return { part, relationshipPart, sheets, relationships, partOf: (kind) => relationships.find(({ type, external }) => type === kind && !external)?.target }
}

/** Excel tells sheet names apart without regard to case. */
export function findSheet(book: Book, name: string): BookSheet | undefined {
  const folded = name.toLowerCase()
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === folded)
}
