import { type Relationship, relationship } from '../write/package'
import { element } from '../write/xml'
import { partKey } from '../zip'
import { appendInside, spanOf } from './children'
import { prefixed } from './prefix'
import { Splices } from './splices'
import { Tags } from './tags'

/** `[Content_Types].xml` without what it says of one part. */
export function withoutContentType(bytes: Uint8Array, part: string): Uint8Array {
  return without(bytes, '[Content_Types].xml', 'Override', (tags) => partKey(tags.attribute('PartName') ?? '') === partKey(part))
}

/** `[Content_Types].xml` that also says what new parts are. */
export function withContentTypes(bytes: Uint8Array, parts: readonly { readonly name: string; readonly type: string }[]): Uint8Array {
  const content = parts.map(({ name, type }) => element('Override', { PartName: `/${name}`, ContentType: type })).join('')
  return appended(bytes, '[Content_Types].xml', 'Types', content)
}

/** A part's relationships without those of these ids. */
export function withoutRelationships(bytes: Uint8Array, part: string, ids: ReadonlySet<string>): Uint8Array {
  return without(bytes, part, 'Relationship', (tags) => ids.has(tags.attribute('Id') ?? ''))
}

export function withRelationships(bytes: Uint8Array, part: string, list: readonly Relationship[]): Uint8Array {
  return appended(bytes, part, 'Relationships', list.map(relationship).join(''))
}

function without(bytes: Uint8Array, part: string, name: string, matches: (tags: Tags) => boolean): Uint8Array {
  const splices = new Splices()
  const tags = new Tags(bytes, part)
  while (tags.next()) {
    if (tags.closing || !tags.is(name) || !matches(tags)) continue
    const { start } = tags
    splices.replace(start, tags.toClose(), '')
  }
  return splices.apply(bytes)
}

function appended(bytes: Uint8Array, part: string, root: string, content: string): Uint8Array {
  const splices = new Splices()
  const tags = new Tags(bytes, part)
  if (!tags.next() || !tags.is(root)) return tags.fail(0)
  const { prefix } = tags
  appendInside(spanOf(tags), root, prefix, prefixed(content, prefix), splices)
  return splices.apply(bytes)
}
