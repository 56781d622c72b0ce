import type { RowHeight } from '../../patch'
import { Splices } from './splices'
import { Tags } from './tags'

/**
 * A sheet's part in which these rows have other heights (`ht`, in points). A row whose height was set
 * by a person (`customHeight`), one that is hidden, and one that the part does not have stay as they are.
 *
 * @throws WorkbookError `file/malformed-xml`, `file/dtd`
 */
export function withRowHeights(bytes: Uint8Array, part: string, heights: readonly RowHeight[]): Uint8Array {
  const wanted = new Map(heights.map((one) => [String(one.row), one]))
  const splices = new Splices()
  const tags = new Tags(bytes, part)
  while (wanted.size > 0 && tags.next()) {
    if (tags.closing || !tags.is('row') || tags.depth !== 2) continue
    const place = tags.find('r')
    const row = place && tags.value(place)
    const change = row === undefined ? undefined : wanted.get(row)
    if (place === undefined || row === undefined || change === undefined) continue
    wanted.delete(row)
    if (tags.flag('customHeight') || tags.flag('hidden')) continue
    const { height, atLeast } = change
    const old = tags.find('ht')
    if (!old) splices.insert(place.end, ` ht="${height}"`)
    else if (atLeast ? Number(tags.value(old)) < height : Number(tags.value(old)) !== height) splices.replace(old.valueStart, old.valueEnd, String(height))
  }
  return splices.apply(bytes)
}
