/** Finding and placing children of an element in the bytes of a part. */
import type { ElementSpan } from './sheet-map'
import type { Splices } from './splices'
import { Tags } from './tags'

/** Puts markup at the end of an element; an empty one is opened. */
export function appendInside(span: ElementSpan, name: string, prefix: string, content: string, splices: Splices): void {
  if (span.empty) splices.replace(span.tagEnd - '/>'.length, span.tagEnd, `>${content}</${prefix}${name}>`)
  else splices.insert(span.contentEnd, content)
}

/** The root's child of that name, by its opening tag; undefined when there is none. */
export function childTag(bytes: Uint8Array, part: string, name: string): Tags | undefined {
  const tags = new Tags(bytes, part)
  while (tags.next()) if (!tags.closing && tags.depth === 1 && tags.is(name)) return tags
  return undefined
}

/** At an opening tag: the whole element. The tags go on to its end. */
export function spanOf(tags: Tags): ElementSpan {
  const { start, end: tagEnd, empty } = tags
  const end = tags.toClose()
  return { start, tagEnd, empty, contentEnd: empty ? tagEnd : tags.start, end }
}

/** Where a child of the root belongs that comes after these. */
export function placeAfter(bytes: Uint8Array, part: string, names: readonly string[]): { at: number; prefix: string } {
  const tags = new Tags(bytes, part)
  if (!tags.next() || tags.empty) return tags.fail(0)
  const { prefix } = tags
  let at = tags.end
  while (tags.next()) {
    if (tags.closing || tags.depth !== 1) continue
    const before = names.some((name) => tags.is(name))
    const end = tags.toClose()
    if (before) at = end
  }
  return { at, prefix }
}
