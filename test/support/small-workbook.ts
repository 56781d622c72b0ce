import { type Entry, zipOf } from './zip-package'

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook described by the XML inside its parts: as small as the feature under test. */
export interface SmallWorkbook {
  /** Name → what stands inside `<worksheet>`, or, without a tag of its own, inside `<sheetData>`. */
  readonly sheets: Readonly<Record<string, string>>
  /** Attributes of each sheet's entry, e.g. `state="hidden"`. */
  readonly states?: Readonly<Record<string, string>>
  /** What stands inside `<sst>`. */
  readonly strings?: string
  /** What stands inside `<styleSheet>`. */
  readonly styles?: string
  /** What stands before and after `<sheets>` in the workbook part. */
  readonly before?: string
  readonly after?: string
  /** What stands inside the custom `<Properties>`. */
  readonly properties?: string
}

/** The parts of a workbook, to be changed before they are zipped. */
export function partsOf(book: SmallWorkbook): Record<string, string> {
  const names = Object.keys(book.sheets)
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml'], ...(book.properties === undefined ? [] : [['custom-properties', 'docProps/custom.xml'] as const])]),
    'xl/workbook.xml': root('workbook', `${book.before ?? ''}<sheets>${names.map((name, n) => `<sheet name="${name}" sheetId="${n + 1}" ${book.states?.[name] ?? ''} r:id="rId${n + 1}"/>`).join('')}</sheets>${book.after ?? ''}`),
    'xl/_rels/workbook.xml.rels': relationships([
      ...names.map((_, n) => ['worksheet', `worksheets/sheet${n + 1}.xml`] as const),
      ...(book.strings === undefined ? [] : [['sharedStrings', 'sharedStrings.xml'] as const]),
      ...(book.styles === undefined ? [] : [['styles', 'styles.xml'] as const]),
    ]),
  }
  names.forEach((name, n) => {
    const inside = book.sheets[name]!
    parts[`xl/worksheets/sheet${n + 1}.xml`] = root('worksheet', inside.includes('<sheetData') ? inside : `<sheetData>${inside}</sheetData>`)
  })
  if (book.strings !== undefined) parts['xl/sharedStrings.xml'] = root('sst', book.strings)
  if (book.styles !== undefined) parts['xl/styles.xml'] = root('styleSheet', book.styles)
  if (book.properties !== undefined) {
    parts['docProps/custom.xml'] = `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${book.properties}</Properties>`
  }
  return parts
}

export function entriesOf(parts: Readonly<Record<string, string | Uint8Array>>): Entry[] {
  return Object.entries(parts).map(([name, data]) => ({ name, data }))
}

/** Bytes of the workbook. */
export function bytesOf(book: SmallWorkbook): Buffer {
  return zipOf(entriesOf(partsOf(book)))
}

function root(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<${name} xmlns="${SPREADSHEET}" xmlns:r="${DOCUMENT}">${inside}</${name}>`
}

/** A relationship part; ids are rId1, rId2 … in order. */
export function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="${PACKAGE}">${targets.map(([type, target], n) => `<Relationship Id="rId${n + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`).join('')}</Relationships>`
}
