import { LAST_COLUMN, LAST_ROW } from '../../address'
import type { SheetSpec } from '../../spec'
import { type XmlScanner, xmlName } from '../read/xml-scanner'

const VIEW = xmlName('sheetView')
const GRID_LINES = xmlName('showGridLines')
const ZOOM = xmlName('zoomScale')
const PANE = xmlName('pane')
const STATE = xmlName('state')
const LEFT = xmlName('xSplit')
const TOP = xmlName('ySplit')

export type View = Pick<SheetSpec, 'freeze' | 'zoom' | 'showGridLines'>

/** With the scanner at `sheetViews`: what the first window shows (ECMA-376 part 1, 18.3.1.87). */
export function readViews(x: XmlScanner): View {
  let first: View | undefined
  while (x.child()) {
    if (x.is(VIEW) && !first) first = readView(x)
    else x.skip()
  }
  return first ?? {}
}

function readView(x: XmlScanner): View {
  const lines = x.attribute(GRID_LINES)
  const zoom = Number(x.attribute(ZOOM) ?? 0)
  let freeze: SheetSpec['freeze']
  while (x.child()) {
    const state = x.attribute(STATE)
    // A split that is not frozen counts points, and scrolls.
    if (x.is(PANE) && (state === 'frozen' || state === 'frozenSplit')) {
      const [rows, columns] = [count(x.attribute(TOP), LAST_ROW), count(x.attribute(LEFT), LAST_COLUMN)]
      if (rows > 0 || columns > 0) freeze = { rows, columns }
    }
    x.skip()
  }
  return {
    ...(freeze && { freeze }),
    ...(zoom >= 10 && zoom <= 400 && { zoom }),
    ...((lines === '0' || lines === 'false') && { showGridLines: false }),
  }
}

/** Rows or columns that stay; at least one has to scroll. */
function count(written: string | undefined, last: number): number {
  const split = Math.trunc(Number(written ?? 0))
  return split > 0 && split < last ? split : 0
}
