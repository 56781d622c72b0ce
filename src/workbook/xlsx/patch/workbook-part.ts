import { RELATIONSHIPS } from '../write/namespaces'
import { element } from '../write/xml'
import { appendInside, childTag, placeAfter, spanOf } from './children'
import { prefixed } from './prefix'
import type { ElementSpan } from './sheet-map'
import { Splices } from './splices'
import { Tags } from './tags'

/** Children of the workbook's element up to the place of each that is written here (ECMA-376 Part 1, 18.2.27). */
const UP_TO_NAMES = ['fileVersion', 'fileSharing', 'workbookPr', 'workbookProtection', 'bookViews', 'sheets', 'functionGroups', 'externalReferences']
const UP_TO_CALC = [...UP_TO_NAMES, 'definedNames']

/** Asks Excel to calculate everything when it opens the workbook: cached results no longer follow from the values. */
export function calculateOnLoad(bytes: Uint8Array, part: string): Uint8Array {
  const splices = new Splices()
  const tags = childTag(bytes, part, 'calcPr')
  if (!tags) {
    const { at, prefix } = placeAfter(bytes, part, UP_TO_CALC)
    splices.insert(at, prefixed(element('calcPr', { fullCalcOnLoad: true }), prefix))
  } else if (!tags.flag('fullCalcOnLoad')) {
    const set = tags.find('fullCalcOnLoad')
    if (set) splices.replace(set.valueStart, set.valueEnd, '1')
    else splices.insert(tags.end - (tags.empty ? 2 : 1), ' fullCalcOnLoad="1"')
  }
  return splices.apply(bytes)
}

export interface NewSheet {
  readonly name: string
  readonly relationship: string
  readonly state?: 'hidden' | 'veryHidden'
}

/** Appends sheets, and names as finished `definedName` elements. */
export function appendSheets(bytes: Uint8Array, part: string, sheets: readonly NewSheet[], names: readonly string[]): Uint8Array {
  const splices = new Splices()
  const list = childTag(bytes, part, 'sheets') ?? new Tags(bytes, part).fail(0)
  const { prefix } = list
  const { span, lastId } = sheetList(list)
  const content = sheets
    // The prefix of relationships is declared anew: whatever the workbook calls it.
    .map(({ name, state, relationship }, n) => element('sheet', { name, sheetId: lastId + n + 1, state, 'r:id': relationship, 'xmlns:r': RELATIONSHIPS }))
    .join('')
  appendInside(span, 'sheets', prefix, prefixed(content, prefix), splices)
  if (names.length > 0) {
    const existing = childTag(bytes, part, 'definedNames')
    if (existing) appendInside(spanOf(existing), 'definedNames', prefix, prefixed(names.join(''), prefix), splices)
    else splices.insert(placeAfter(bytes, part, UP_TO_NAMES).at, prefixed(element('definedNames', {}, names.join('')), prefix))
  }
  return splices.apply(bytes)
}

/** At the list of sheets: its span, and the highest of the numbers that sheets keep for life. */
function sheetList(tags: Tags): { span: ElementSpan; lastId: number } {
  const { start, end: tagEnd, empty, depth } = tags
  let lastId = 0
  while (!empty && tags.next() && tags.depth > depth) if (!tags.closing) lastId = Math.max(lastId, Number(tags.attribute('sheetId')) || 0)
  return { span: { start, tagEnd, empty, contentEnd: empty ? tagEnd : tags.start, end: tags.end }, lastId }
}
