import type { SheetSpec } from '../../spec'
import { type XmlScanner, xmlName } from '../read/xml-scanner'

type Allowed = NonNullable<SheetSpec['protection']>['allow'][number]

const SHEET = xmlName('sheet')
const ACTIONS = (['sort', 'autoFilter', 'formatCells', 'formatColumns', 'formatRows', 'insertRows', 'deleteRows'] as const satisfies readonly Allowed[]).map((action) => [action, xmlName(action)] as const)

/**
 * With the scanner at `sheetProtection` (ECMA-376 part 1, 18.3.1.85): what people may still do; undefined when the sheet is
 * not protected. The file says what is forbidden, and all of these are unless it says 0. A password is not looked at.
 */
export function readProtection(x: XmlScanner): SheetSpec['protection'] {
  if (!x.flag(SHEET)) return undefined
  const allow = ACTIONS.filter(([, name]) => {
    const forbidden = x.attribute(name)
    return forbidden === '0' || forbidden === 'false'
  })
  return { allow: allow.map(([action]) => action) }
}
