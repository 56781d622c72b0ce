import { WorkbookError } from '../../error'
import type { OpenPackage, Relationship } from '../read/package'
import { type WorkbookPart, readWorkbookPart } from '../read/workbook-part'

export interface BookSheet {
  readonly name: string
  readonly part: string
  /** Last segment of the relationship's type: `worksheet`, `chartsheet` … */
  readonly kind: string
}

/** Where the parts of a workbook are, found through its relationships: sheets may have been renamed, parts be called anything. */
export interface Book extends Pick<WorkbookPart, 'from1904'> {
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
  const { sheets, from1904 } = readWorkbookPart(parcel, part)
  return {
    part,
    relationshipPart: part.replace(/([^/]*)$/, '_rels/$1.rels'),
    sheets: sheets.map(({ name, relationship }) => {
      const to = relationships.find(({ id }) => id === relationship)
      return { name, part: to?.target ?? '', kind: to?.type ?? '' }
    }),
    relationships,
    from1904,
    partOf: (kind) => relationships.find(({ type, external }) => type === kind && !external)?.target,
  }
}

/** Excel tells sheet names apart without regard to case. */
export function findSheet(book: Book, name: string): BookSheet | undefined {
  const folded = name.toLowerCase()
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === folded)
}
