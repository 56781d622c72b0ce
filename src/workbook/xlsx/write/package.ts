import type { WorkbookSpec } from '../../spec'
import { builtInNames, nameElement } from './names'
import { CONTENT_TYPES, MAIN, PACKAGE_RELATIONSHIPS, RELATIONSHIPS, TYPES } from './namespaces'
import { XML_HEADER, element, plain, text } from './xml'

/** A part, and how the rest of the package refers to it. */
export interface Part {
  readonly name: string
  readonly type: string
  readonly xml: string
}

export interface Relationship {
  readonly id: string
  /** Last segment of the relationship's type, or a whole one. */
  readonly kind: string
  readonly target: string
}

/** ECMA-376 Part 2, 10.1.2.2: what every part is. */
export function contentTypes(parts: readonly Part[]): string {
  const defaults = element('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }) + element('Default', { Extension: 'xml', ContentType: 'application/xml' })
  const overrides = parts.map(({ name, type }) => element('Override', { PartName: `/${name}`, ContentType: type })).join('')
  return XML_HEADER + element('Types', { xmlns: CONTENT_TYPES }, defaults + overrides)
}

export function relationships(list: readonly Relationship[]): string {
  return XML_HEADER + element('Relationships', { xmlns: PACKAGE_RELATIONSHIPS }, list.map(relationship).join(''))
}

export function relationship({ id, kind, target }: Relationship): string {
  return element('Relationship', { Id: id, Type: kind.includes('/') ? kind : `${RELATIONSHIPS}/${kind}`, Target: target })
}

/** Relationship id of a sheet by its 0-based position. */
export function sheetRelationship(index: number): string {
  return `rId${index + 1}`
}

/** ECMA-376 Part 1, 18.2.27. @param calculate recalculate everything when the workbook is opened */
export function workbookPart(spec: WorkbookSpec, front: number, calculate: boolean): string {
  const sheets = spec.sheets.map(({ name, visibility = 'visible' }, n) =>
    element('sheet', { name, sheetId: n + 1, state: visibility === 'visible' ? undefined : visibility, 'r:id': sheetRelationship(n) }),
  )
  const names = [...spec.names.map(nameElement), ...spec.sheets.flatMap(builtInNames)]
  return (
    XML_HEADER +
    element('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONSHIPS }, [
      element('bookViews', {}, element('workbookView', { ...WINDOW, firstSheet: front || undefined, activeTab: front || undefined })),
      element('sheets', {}, sheets.join('')),
      names.length === 0 ? '' : element('definedNames', {}, names.join('')),
      element('calcPr', { calcId: CALC_ID, fullCalcOnLoad: calculate || undefined }),
    ].join(''))
  )
}

/** In twentieths of a point: a usual screen. */
const WINDOW = { windowWidth: 28_800, windowHeight: 15_000 }

/** Version of the calculation engine that cached results claim: Excel 2016's, so that later ones trust them. */
const CALC_ID = 171027

/** Title and author (ECMA-376 Part 2, 11). No dates: the same workbook is the same file. */
export function corePart({ title, author }: WorkbookSpec): Part {
  const namespaces = {
    'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  }
  const xml = XML_HEADER + element('cp:coreProperties', namespaces, `<dc:title>${plain(title)}</dc:title><dc:creator>${plain(author)}</dc:creator>`)
  return { name: 'docProps/core.xml', type: TYPES.core, xml }
}

const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
const VARIANT_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes'
const CUSTOM = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties'

export function appPart(): Part {
  return { name: 'docProps/app.xml', type: TYPES.app, xml: XML_HEADER + element('Properties', { xmlns: EXTENDED }, '<Application>Muster</Application>') }
}

/** The format of properties that carry a name (ECMA-376 Part 1, 22.3.2.2); numbers below 2 are reserved. */
const NAMED_PROPERTY = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}'
const FIRST_PROPERTY = 2

/** A value is text of any kind, as Excel itself escapes it; a name is not. */
export function customPart(properties: Readonly<Record<string, string>>): Part {
  const items = Object.entries(properties).map(([name, value], n) => `<property fmtid="${NAMED_PROPERTY}" pid="${n + FIRST_PROPERTY}" name="${plain(name)}"><vt:lpwstr>${text(value)}</vt:lpwstr></property>`)
  return { name: 'docProps/custom.xml', type: TYPES.custom, xml: XML_HEADER + element('Properties', { xmlns: CUSTOM, 'xmlns:vt': VARIANT_TYPES }, items.join('')) }
}
