/** Addresses as Excel writes them. */
import { columnNumber } from '../../workbook/address'
import type { Area } from '../../workbook/model'

const ADDRESS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/

/** `'党员名册'!$A$4:$C$9`, `B7`; undefined for whole rows or columns and for several areas. */
export function areaOf(address: string): Area | undefined {
  const [, firstColumn = '', firstRow = '', lastColumn = firstColumn, lastRow = firstRow] = ADDRESS.exec(address.slice(address.lastIndexOf('!') + 1)) ?? []
  const [left, right] = [columnNumber(firstColumn), columnNumber(lastColumn)]
  if (left === undefined || right === undefined) return undefined
  return { top: Number(firstRow), left, bottom: Number(lastRow), right }
}

export function covers(outer: Area, inner: Area): boolean {
  return outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
}
