import type { Compression } from '../../compression'
import { WorkbookError } from '../../error'
import type { ReadLimits } from '../limits'
import { type Zip, extract } from '../zip'
import { toUtf8 } from './encoding'
import { XmlScanner, xmlName } from './xml-scanner'

const RELATIONSHIP = xmlName('Relationship')
const ID = xmlName('Id')
const TYPE = xmlName('Type')
const TARGET = xmlName('Target')
const MODE = xmlName('TargetMode')

/** A relationship of a part (OPC 6.5). */
export interface Relationship {
  readonly id: string
  /** The last segment of the type, `worksheet` for both the transitional and the strict form. */
  readonly type: string
  /** Name of the part it leads to, or a place outside the package when `external`. */
  readonly target: string
  readonly external: boolean
}

/** A package being read: parts by name, relationships by part. */
export interface OpenPackage {
  readonly zip: Zip
  readonly limits: ReadLimits
  has(part: string): boolean
  /** A scanner at the part's root element. Throws `file/missing-part` when there is no such part. */
  open(part: string): XmlScanner
  /** Relationships of a part (`''`: of the package); none when it has no relationship part. */
  relationships(part: string): Relationship[]
}

export function openPackage(zip: Zip, compression: Compression, limits: ReadLimits): OpenPackage {
  function open(part: string): XmlScanner {
    const entry = zip.find(part)
    if (!entry) throw new WorkbookError('file/missing-part', { part })
    const scanner = new XmlScanner(toUtf8(extract(entry, compression, limits), part), part, limits)
    scanner.root()
    return scanner
  }

  function relationships(part: string): Relationship[] {
    const name = relationshipsOf(part)
    if (!zip.find(name)) return []
    const x = open(name)
    const found: Relationship[] = []
    while (x.child()) {
      if (x.is(RELATIONSHIP)) {
        const external = x.attribute(MODE) === 'External'
        const target = x.attribute(TARGET) ?? ''
        found.push({
          id: x.attribute(ID) ?? '',
          type: (x.attribute(TYPE) ?? '').replace(/^.*\//, ''),
          target: external ? target : existing(zip, resolve(part, target)),
          external,
        })
      }
      x.skip()
    }
    return found
  }

  return { zip, limits, has: (part) => zip.find(part) !== undefined, open, relationships }
}

/** The part that the first relationship of one of these types leads to; strict packages spell some types another way. */
export function targetOf(relationships: readonly Relationship[], ...types: readonly string[]): string | undefined {
  return relationships.find(({ type, external }) => types.includes(type) && !external)?.target
}

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels` */
function relationshipsOf(part: string): string {
  return part.replace(/([^/]*)$/, '_rels/$1.rels')
}

/** A target, relative to the folder of its part or absolute, as a part name. Backslashes, as some producers write them, are slashes. */
function resolve(part: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const segments = path.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

/** Targets are URIs: a part may be stored under the name as written or under the decoded one. */
function existing(zip: Zip, part: string): string {
  if (!part.includes('%') || zip.find(part)) return part
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
