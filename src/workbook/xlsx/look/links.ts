import type { LinkSpec } from '../../spec'
import { areaOf } from '../read/sheet'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import { unescape } from '../read/xml-text'
import type { Budget } from './budget'

const REFERENCE = xmlName('ref')
const LOCATION = xmlName('location')
const ID = xmlName('id')

/** With the scanner at `hyperlinks` (ECMA-376 part 1, 18.3.1.48): those that lead to a place in this workbook, by the first cell of each. */
export function readLinks(x: XmlScanner, sheet: string, budget: Budget, found: LinkSpec[]): void {
  while (x.child()) {
    const area = areaOf(x.attribute(REFERENCE) ?? '')
    const location = unescape(x.attribute(LOCATION) ?? '')
    // With a relationship, the location is a place in what that leads to.
    if (area && location !== '' && x.prefixed(ID) === undefined) {
      budget.spend(1, sheet)
      found.push({ row: area.top, column: area.left, location })
    }
    x.skip()
  }
}
