import type { CellValue } from '../../model'
import { prefixed } from './prefix'
import { resultMarkup, sameResult } from './result'
import type { CellSpan } from './sheet-map'
import type { Splices } from './splices'
import { Tags } from './tags'

/**
 * Gives a cell another result: its `v`, its `t`, and nothing else but `vm`, which told more about the value that goes.
 * Not one splice for the cell: the formula in it may be changed too, when it takes over a shared one.
 *
 * @param current what it holds; undefined: something else than any result
 */
export function changeResult(bytes: Uint8Array, part: string, span: CellSpan, current: CellValue | null | undefined, value: CellValue | null, splices: Splices): void {
  if (sameResult(current, value)) return
  const { type, element } = resultMarkup(value)
  const tags = new Tags(bytes, part, span.start, span.end)
  tags.next()
  const { prefix, depth } = tags
  changeType(tags, type, splices)
  const more = tags.find('vm')
  if (more) splices.replace(more.start, more.end, '')
  let after = span.tagEnd
  while (tags.next() && tags.depth > depth) {
    const { start } = tags
    const isFormula = tags.is('f')
    const isValue = tags.is('v') || tags.is('is')
    const end = tags.toClose()
    if (isFormula) after = end
    if (isValue) splices.replace(start, end, '')
  }
  splices.insert(after, prefixed(element, prefix))
}

/** At the cell's tag. */
function changeType(tags: Tags, type: string, splices: Splices): void {
  const old = tags.find('t')
  if (!old) {
    if (type !== 'n') splices.insert(tags.attributes().at(-1)?.end ?? tags.end - '>'.length, ` t="${type}"`)
  } else if (type === 'n') splices.replace(old.start, old.end, '')
  else if (tags.value(old) !== type) splices.replace(old.valueStart, old.valueEnd, type)
}
