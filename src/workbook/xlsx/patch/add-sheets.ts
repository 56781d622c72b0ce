import { PatchError } from '../../patch-error'
import type { CellSpec, SheetSpec } from '../../spec'
import { DAYS_TO_1904 } from '../../date-system'
import { formatKind } from '../../number-format'
import { checkSheet } from '../write/check'
import { builtInNames } from '../write/names'
import { STRICT_MAIN, TYPES } from '../write/namespaces'
import { sheetPart } from '../write/sheet'
import { inlineText } from '../write/strings'
import { StyleTable } from '../write/styles'
import { type Book, findSheet } from './book'
import type { PackageDraft } from './draft'
import { withContentTypes, withRelationships } from './package-parts'
import { USUAL_FONT, styleBaseOf, withStyles } from './stylesheet'
import { Tags } from './tags'
import { type NewSheet, appendSheets } from './workbook-part'

export interface AddedSheets {
  readonly count: number
  /** A formula has no cached result. */
  readonly uncalculated: boolean
}

/**
 * Appends sheets whose names the workbook does not have yet: a part for each, its styles after those that are there,
 * its text inside its cells. Existing sheets, styles and strings keep their numbers.
 *
 * @throws RangeError as `writeWorkbook` does; PatchError `patch/strict-format`
 */
export function addSheets(draft: PackageDraft, book: Book, specs: readonly SheetSpec[]): AddedSheets {
  const wanted = specs.filter(({ name }) => !findSheet(book, name))
  if (wanted.length === 0) return { count: 0, uncalculated: false }
  refuseStrict(draft, book)
  refuseRepeated(wanted)

  const folder = book.part.replace(/[^/]*$/, '')
  const stylesPart = book.partOf('styles') ?? `${folder}styles.xml`
  const base = draft.has(stylesPart) ? styleBaseOf(draft.read(stylesPart), stylesPart) : undefined
  const styles = base ? new StyleTable(base) : StyleTable.fresh(USUAL_FONT)
  const ids = unusedIds(book)
  const added: (NewSheet & { readonly part: string })[] = []
  const names: string[] = []
  let uncalculated = false
  let number = 0
  wanted.forEach((spec, n) => {
    checkSheet(spec)
    do number++
    while (draft.has(`${folder}worksheets/sheet${number}.xml`))
    const part = `${folder}worksheets/sheet${number}.xml`
    const made = sheetPart(book.from1904 ? datedFrom1904(spec) : spec, { styles, writeText: inlineText, selected: false, fontSize: (base?.font ?? USUAL_FONT).size })
    draft.add(part, made.xml)
    uncalculated ||= made.uncalculated
    const { name, visibility = 'visible' } = spec
    added.push({ name, relationship: ids(), state: visibility === 'visible' ? undefined : visibility, part })
    names.push(...builtInNames(spec, book.sheets.length + n))
  })

  const parts: PartReference[] = added.map(({ relationship, part }) => ({ id: relationship, kind: 'worksheet', name: part, type: TYPES.sheet }))
  if (base) draft.edit(stylesPart, (bytes) => withStyles(bytes, stylesPart, base, styles.added))
  else {
    draft.add(stylesPart, styles.part())
    parts.push({ id: ids(), kind: 'styles', name: stylesPart, type: TYPES.styles })
  }
  draft.edit(book.part, (bytes) => appendSheets(bytes, book.part, added, names))
  announce(draft, book, parts)
  return { count: added.length, uncalculated }
}

interface PartReference {
  readonly id: string
  readonly kind: string
  readonly name: string
  readonly type: string
}

/** Makes new parts known to the package and to the workbook. Absolute targets hold wherever the workbook's part lies. */
function announce(draft: PackageDraft, book: Book, parts: readonly PartReference[]): void {
  draft.edit('[Content_Types].xml', (bytes) => withContentTypes(bytes, parts))
  draft.edit(book.relationshipPart, (bytes) => withRelationships(bytes, book.relationshipPart, parts.map(({ id, kind, name }) => ({ id, kind, target: `/${name}` }))))
}

/** The same sheet in a workbook that counts days from 1904. */
function datedFrom1904(spec: SheetSpec): SheetSpec {
  const moved = (cell: CellSpec): CellSpec =>
    typeof cell.value === 'number' && cell.style?.format !== undefined && formatKind(cell.style.format) === 'date' ? { ...cell, value: cell.value - DAYS_TO_1904 } : cell
  return { ...spec, rows: spec.rows.map((row) => ({ ...row, cells: row.cells.map(moved) })) }
}

function refuseStrict(draft: PackageDraft, book: Book): void {
  const tags = new Tags(draft.read(book.part), book.part)
  tags.next()
  for (const span of tags.attributes()) if (tags.value(span) === STRICT_MAIN) throw new PatchError('patch/strict-format', {})
}

function refuseRepeated(specs: readonly SheetSpec[]): void {
  const names = new Set(specs.map(({ name }) => name.toLowerCase()))
  if (names.size < specs.length) throw new RangeError('a patch adds two sheets of the same name')
}

function unusedIds(book: Book): () => string {
  const used = new Set(book.relationships.map(({ id }) => id))
  let number = 0
  return () => {
    do number++
    while (used.has(`rId${number}`))
    return `rId${number}`
  }
}
