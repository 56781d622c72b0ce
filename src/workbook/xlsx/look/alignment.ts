import type { Style } from '../../spec'
import { type XmlScanner, xmlName } from '../read/xml-scanner'

const HORIZONTAL = xmlName('horizontal')
const VERTICAL = xmlName('vertical')
const WRAP = xmlName('wrapText')
const INDENT = xmlName('indent')
const SHRINK = xmlName('shrinkToFit')

type Align = NonNullable<Style['align']>

/** What each way of aligning looks like most (ECMA-376 part 1, 18.18.40, 18.18.88); those left out are what is usual. */
const ACROSS: Readonly<Record<string, Align['horizontal']>> = { left: 'left', center: 'center', right: 'right', fill: 'fill', justify: 'left', centerContinuous: 'center', distributed: 'center' }
const DOWN: Readonly<Record<string, Align['vertical']>> = { top: 'top', center: 'center', justify: 'top', distributed: 'center' }

/** Excel's limit. */
const MOST_INDENT = 250

/** An alignment, without what is usual anyway (`general`, `bottom`); undefined when nothing is left. */
export function readAlignment(x: XmlScanner): Align | undefined {
  const [across, down] = [x.attribute(HORIZONTAL) ?? '', x.attribute(VERTICAL) ?? '']
  const indent = Number(x.attribute(INDENT) ?? 0)
  const horizontal = Object.hasOwn(ACROSS, across) ? ACROSS[across] : undefined
  const vertical = Object.hasOwn(DOWN, down) ? DOWN[down] : undefined
  // Text that is spread over lines has lines.
  const wrap = x.flag(WRAP) || [across, down].some((way) => way === 'justify' || way === 'distributed')
  const align: Align = {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(wrap && { wrap }),
    ...(indent >= 1 && indent <= MOST_INDENT && { indent: Math.trunc(indent) }),
    ...(x.flag(SHRINK) && { shrink: true }),
  }
  return Object.keys(align).length === 0 ? undefined : align
}
