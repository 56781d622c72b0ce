import { XmlScanner } from '../read/xml-scanner'
import { unescape } from '../read/xml-text'
import type { GroupFormula } from './sheet-map'

/** The text of a formula's element. */
export function formulaText(bytes: Uint8Array, { start, end }: Pick<GroupFormula, 'start' | 'end'>): string {
  const x = new XmlScanner(bytes.subarray(start, end), '')
  x.root()
  x.leaf()
  return unescape(x.text())
}
