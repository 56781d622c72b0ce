import { type StyleBase, type StyleLists, list } from '../write/styles'
import { appendInside, childTag, placeAfter, spanOf } from './children'
import { prefixed } from './prefix'
import { Splices } from './splices'
import { Tags } from './tags'

/** The lists of a stylesheet in the schema's order (ECMA-376 Part 1, 18.8.39). */
const ORDER = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs']
/** Where no font is named. */
export const USUAL_FONT = { name: 'Calibri', size: 11 }

/** What a stylesheet holds already, and its default font. */
export function styleBaseOf(bytes: Uint8Array, part: string): StyleBase {
  const counts = new Map<string, number>()
  let lastNumFmt = 0
  let fontsSeen = 0
  let font = USUAL_FONT
  let inside = ''
  const tags = new Tags(bytes, part)
  while (tags.next()) {
    if (tags.closing) continue
    if (tags.depth === 1) {
      inside = ORDER.find((name) => tags.is(name)) ?? ''
      fontsSeen = 0
    } else if (tags.depth === 2 && inside !== '') {
      counts.set(inside, (counts.get(inside) ?? 0) + 1)
      if (inside === 'fonts') fontsSeen++
      if (inside === 'numFmts') lastNumFmt = Math.max(lastNumFmt, Number(tags.attribute('numFmtId')))
    } else if (tags.depth === 3 && inside === 'fonts' && fontsSeen === 1) {
      const value = tags.attribute('val')
      if (value && tags.is('sz')) font = { ...font, size: Number(value) }
      if (value && tags.is('name')) font = { ...font, name: value }
    }
  }
  const count = (name: string) => counts.get(name) ?? 0
  return { font, fonts: count('fonts'), fills: count('fills'), borders: count('borders'), cellXfs: count('cellXfs'), dxfs: count('dxfs'), lastNumFmt }
}

/** The stylesheet with more at the end of its lists: what was there keeps its number. */
export function withStyles(bytes: Uint8Array, part: string, base: StyleBase, added: StyleLists): Uint8Array {
  const splices = new Splices()
  for (const [name, entries] of Object.entries(added) as [keyof StyleLists, readonly string[]][]) {
    if (entries.length === 0) continue
    const tags = childTag(bytes, part, name)
    if (!tags) {
      const { at, prefix } = placeAfter(bytes, part, ORDER.slice(0, ORDER.indexOf(name)))
      splices.insert(at, prefixed(list(name, entries), prefix))
      continue
    }
    const count = tags.find('count')
    const there = name === 'numFmts' ? Number(tags.attribute('count') ?? 0) : base[name]
    if (count) splices.replace(count.valueStart, count.valueEnd, String(there + entries.length))
    const { prefix } = tags
    appendInside(spanOf(tags), name, prefix, prefixed(entries.join(''), prefix), splices)
  }
  return splices.apply(bytes)
}
