import type { OpenPackage } from '../read/package'
import { type XmlScanner, xmlName } from '../read/xml-scanner'
import { rrggbb } from './color'

const ELEMENTS = xmlName('themeElements')
const SCHEME = xmlName('clrScheme')
const VALUE = xmlName('val')
const LAST = xmlName('lastClr')

/** By the number that a cell uses: light before dark, though the scheme names dark first. */
const NAMES = ['lt1', 'dk1', 'lt2', 'dk2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'].map(xmlName)

/** What Excel has had since 2013 for a workbook that brings no theme. */
const OFFICE: readonly string[] = ['FFFFFF', '000000', 'E7E6E6', '44546A', '4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47', '0563C1', '954F72']

/**
 * The theme's colours, RRGGBB, by the number that a cell uses (ECMA-376 part 1, 20.1.6.2). What the theme does not say,
 * or says in a way that a colour scheme of Excel never does, is as in the Office theme.
 */
export function readTheme(parcel: OpenPackage, part: string | undefined): readonly string[] {
  const colors = [...OFFICE]
  if (part === undefined) return colors
  const x = parcel.open(part)
  while (x.child()) {
    if (!x.is(ELEMENTS)) x.skip()
    else while (x.child()) {
      if (x.is(SCHEME)) readScheme(x, colors)
      else x.skip()
    }
  }
  return colors
}

function readScheme(x: XmlScanner, colors: string[]): void {
  while (x.child()) {
    const at = NAMES.findIndex((name) => x.is(name))
    while (x.child()) {
      // `sysClr` names a colour of the system in `val`, and in `lastClr` what that last was.
      const color = rrggbb(x.attribute(LAST)) ?? rrggbb(x.attribute(VALUE))
      if (at >= 0 && color !== undefined) colors[at] = color
      x.skip()
    }
  }
}
