import type { Compression } from '../compression'
import type { WorkbookSpec } from '../spec'
import { checkWorkbook } from './write/check'
import { TYPES } from './write/namespaces'
import { type Part, appPart, contentTypes, corePart, customPart, relationships, sheetRelationship, workbookPart } from './write/package'
import { sheetPart } from './write/sheet'
import { SharedStrings } from './write/strings'
import { StyleTable } from './write/styles'
import { type NewEntry, writeZip } from './write/zip'

const CORE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'

/**
 * A new workbook as the bytes of an `.xlsx` file. The same description gives the same bytes.
 *
 * Text stays text whatever it begins with, also when a person edits the cell and confirms it; characters
 * that XML cannot carry are escaped, so any text reads back as it was. Empty text is a blank cell. A workbook
 * with a formula that has no cached result is calculated when Excel opens it.
 *
 * @throws RangeError when Excel would not open the workbook as described (a sheet name it refuses, a text beyond
 *   its limit, overlapping merges): a mistake of the program that described it
 */
export function writeWorkbook(spec: WorkbookSpec, compression: Compression): Uint8Array {
  checkWorkbook(spec)
  const styles = StyleTable.fresh(spec.font)
  const strings = new SharedStrings()
  const front = spec.sheets.findIndex(({ visibility = 'visible' }) => visibility === 'visible')

  let uncalculated = false
  const sheets = spec.sheets.map((sheet, n): Part => {
    const part = sheetPart(sheet, { styles, writeText: strings.write, selected: n === front, fontSize: spec.font.size })
    uncalculated ||= part.uncalculated
    return { name: `xl/worksheets/sheet${n + 1}.xml`, type: TYPES.sheet, xml: part.xml }
  })

  const workbook: Part = { name: 'xl/workbook.xml', type: TYPES.workbook, xml: workbookPart(spec, front, uncalculated || Boolean(spec.calculates)) }
  const shared: Part[] = [
    { name: 'xl/styles.xml', type: TYPES.styles, xml: styles.part() },
    ...(strings.empty ? [] : [{ name: 'xl/sharedStrings.xml', type: TYPES.strings, xml: strings.part() }]),
  ]
  const custom = Object.keys(spec.properties ?? {}).length > 0 ? [customPart(spec.properties ?? {})] : []
  const parts = [workbook, ...sheets, ...shared, corePart(spec), appPart(), ...custom]

  const encoder = new TextEncoder()
  const entries = [
    { name: '[Content_Types].xml', xml: contentTypes(parts) },
    { name: '_rels/.rels', xml: packageRelationships(custom.length > 0) },
    { name: 'xl/_rels/workbook.xml.rels', xml: workbookRelationships(sheets, shared) },
    ...parts,
  ].map(({ name, xml }): NewEntry => ({ name, bytes: encoder.encode(xml) }))
  return writeZip(entries, compression)
}

function packageRelationships(custom: boolean): string {
  return relationships([
    { id: 'rId1', kind: 'officeDocument', target: 'xl/workbook.xml' },
    { id: 'rId2', kind: CORE_PROPERTIES, target: 'docProps/core.xml' },
    { id: 'rId3', kind: 'extended-properties', target: 'docProps/app.xml' },
    ...(custom ? [{ id: 'rId4', kind: 'custom-properties', target: 'docProps/custom.xml' }] : []),
  ])
}

function workbookRelationships(sheets: readonly Part[], shared: readonly Part[]): string {
  const within = (part: Part) => part.name.replace(/^xl\//, '')
  const kinds: Readonly<Record<string, string>> = { [TYPES.styles]: 'styles', [TYPES.strings]: 'sharedStrings' }
  return relationships([
    ...sheets.map((part, n) => ({ id: sheetRelationship(n), kind: 'worksheet', target: within(part) })),
    ...shared.map((part, n) => ({ id: sheetRelationship(sheets.length + n), kind: kinds[part.type] as string, target: within(part) })),
  ])
}
