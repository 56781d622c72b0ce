import type { ForeignContent } from '../../model'
import { type Zip, partKey } from '../zip'
import type { Relationship } from './package'

/** By the parts that hold it; part names are conventional, relationship types are not, so both are asked. */
const BY_PART: readonly (readonly [pattern: RegExp, content: ForeignContent])[] = [
  [/(^|\/)(vbaproject\.bin|vbadata\.xml)$|(^|\/)(macrosheets|dialogsheets)\//, 'macros'],
  [/(^|\/)externallinks\//, 'external-links'],
  [/(^|\/)(embeddings|activex|ctrlprops)\/|oleobject/, 'embedded-objects'],
  [/(^|\/)connections\.xml$|(^|\/)(querytables|model)\//, 'connections'],
]

const BY_RELATIONSHIP: Readonly<Record<string, ForeignContent>> = {
  vbaProject: 'macros',
  xlMacrosheet: 'macros',
  xlIntlMacrosheet: 'macros',
  dialogsheet: 'macros',
  externalLink: 'external-links',
  externalLinkPath: 'external-links',
  oleObject: 'embedded-objects',
  package: 'embedded-objects',
  control: 'embedded-objects',
  connections: 'connections',
  queryTable: 'connections',
}

/**
 * What a workbook carries beside its cells that could run, fetch or hide something. It is reported, never run or followed.
 *
 * @param relationships those of the workbook part
 */
export function foreignContent(zip: Zip, relationships: readonly Relationship[]): ForeignContent[] {
  const found = new Set<ForeignContent>()
  for (const entry of zip.entries) {
    const key = partKey(entry.name)
    for (const [pattern, content] of BY_PART) if (pattern.test(key)) found.add(content)
    if (entry.flags & 1) found.add('encrypted-parts')
  }
  for (const { type } of relationships) {
    const content = Object.hasOwn(BY_RELATIONSHIP, type) ? BY_RELATIONSHIP[type] : undefined
    if (content) found.add(content)
  }
  return ORDER.filter((content) => found.has(content))
}

const ORDER: readonly ForeignContent[] = ['macros', 'external-links', 'embedded-objects', 'connections', 'encrypted-parts']
